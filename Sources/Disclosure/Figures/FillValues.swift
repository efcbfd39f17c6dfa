import Database

/// Makes anew what is kept of published items for figures, after a definition that takes values from a field has come.
///
/// Doing it again changes nothing; a hundred items are one transaction, so that a site at work goes on.
package struct FillValues: Sendable {
    static let batch = 100

    package init() {}

    /// - Returns: how many items were looked at.
    package func run(in app: App) async throws -> Int {
        var (count, last) = (0, "")
        while true {
            let after = last
            let ids = try await app.database.write { tx in try Self.fill(after: after, tx, in: app) }
            guard let end = ids.last else { return count }
            (count, last) = (count + ids.count, end)
        }
    }

    private static func fill(after last: String, _ tx: any SQLConnection, in app: App) throws -> [String] {
        let items = try tx.rows(
            """
            SELECT * FROM item WHERE id > \(last) AND state IN ('published', 'expired') ORDER BY id LIMIT \(batch)
            """
        ).map(Item.init)
        let versions = try tx.items.versions(items.compactMap(\.publicVersion))
        for item in items {
            try tx.values.remove(item.id)
            guard let duty = app.catalogue.duty(item.duty), let agency = try tx.agencies.find(item.agency),
                let version = item.publicVersion.flatMap({ versions[$0] })
            else { continue }
            try tx.values.save(item, version, duty: duty, of: agency, in: app.figures)
        }
        return items.map(\.id.text)
    }
}
