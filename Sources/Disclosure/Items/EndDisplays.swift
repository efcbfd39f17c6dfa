import Civil
package import Database

/// Takes down what has been shown long enough, or marks it as no longer in force, as each duty says; every night, and
/// without harm more often (rules §17.2: 公示截止期 reached → auto stop on every channel).
package struct EndDisplays: Sendable {
    /// So many items in one transaction.
    static let limit = 50

    package init() {}

    /// Ends everything that is due, a few items in each transaction; nothing is left for the night's own.
    func all(in app: App) async throws -> JobWork {
        while try await app.database.write({ tx in try self.perform(tx, in: app) }) {}
        return { _ in }
    }

    /// Ends the first items that are due.
    ///
    /// - Returns: whether more may be waiting.
    package func perform(_ tx: any SQLConnection, in app: App) throws -> Bool {
        let today = app.now().date
        let items = try tx.rows(
            """
            SELECT * FROM item WHERE display_until IS NOT NULL AND display_until < \(today)
            ORDER BY display_until, id LIMIT \(Self.limit)
            """
        ).map(Item.init)
        for item in items { try end(item, tx, app) }
        return items.count == Self.limit
    }

    private func end(_ item: Item, _ tx: any SQLConnection, _ app: App) throws {
        guard app.catalogue.duty(item.duty)?.display.end == .markExpired else {
            _ = try Retraction(item: item, ground: .displayEnd, actor: nil).perform(tx, in: app)
            return
        }
        var item = item
        item.lapse(at: app.now())
        try tx.items.update(item)
        try tx.audit.record(
            "item.lapse",
            of: "item",
            item.id.text,
            by: nil,
            agency: item.agency,
            in: app
        )
    }
}
