import Civil
import Database

/// Shows public pages as a reader gets them; the site brings it, so that jobs need not know pages.
package protocol PublicPages: Sendable {
    /// Whether the page of a published item answers with its content.
    func shows(_ leafID: String, of agency: String, in app: App) async -> Bool
}

/// Published accident reports stay published (安全生产法 art 86): each night every one is asked for like a reader would, and
/// its bytes are compared with its leaf.
struct AccidentReports {
    func reminders(on night: CivilDate, in app: App) async throws -> JobWork {
        let duties = app.catalogue.duties.filter(\.isAccidentReport).map(\.code)
        let reports = try await app.database.read { try Self.published($0, duties) }
        var found: [Reminder] = []
        for report in reports {
            let matches = try await app.database.read { try Self.matchesLeaf(report.item, $0) }
            let isShown = await app.pages?.shows(report.leafID, of: report.agencyCode, in: app) ?? true
            guard !matches || !isShown else { continue }
            found.append(
                Reminder(
                    agency: report.item.agency,
                    kind: .accidentReport,
                    subject: report.item.id.text,
                    item: report.item.id,
                    since: Instant.start(of: night),
                    detail: matches ? "page" : "leaf"
                )
            )
        }
        let kept = found
        return { tx in try tx.reminders.renew(.accidentReport, with: kept) }
    }

    private struct Report: Sendable {
        var item: Item
        var leafID: String
        var agencyCode: String
    }

    private static func published(_ tx: any SQLConnection, _ duties: [String]) throws -> [Report] {
        guard !duties.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT i.*, a.code AS agency_code FROM agency a JOIN item_facet f ON f.agency = a.id
                AND f.key = \(FacetStore.Common.duty) AND f.value IN \(list: duties)
            JOIN item i ON i.id = f.item WHERE i.state = 'published' ORDER BY i.leaf_index
            """
        ).compactMap { row in
            let item = try Item(row)
            return try item.leafID.map { Report(item: item, leafID: $0, agencyCode: try row.text("agency_code")) }
        }
    }

    private static func matchesLeaf(_ item: Item, _ tx: any SQLConnection) throws -> Bool {
        guard let leafID = item.leafID, let version = try item.publicVersion.flatMap({ try tx.items.version($0) }),
            let bytes = try tx.items.published(of: item.id)?.bytes
        else { return false }
        let last = try tx.ledger.entries(of: leafID).last { $0.commitment != nil }
        return last?.commitment == version.commitment(to: bytes)
    }
}

extension Duty {
    /// Whether its items are accident investigation reports, which must be published and stay so (安全生产法 art 86).
    package var isAccidentReport: Bool {
        basis.contains { $0.version == "safety2021" && $0.article == "86.1" }
    }
}
