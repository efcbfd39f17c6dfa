import Civil
import Database

/// Drafts whose comment period has ended and whose outcome is not public yet (重大行政决策程序暂行条例 art 18).
struct CommentReminders {
    func reminders(on night: CivilDate, in app: App) async throws -> JobWork {
        let duties = app.catalogue.duties.filter { app.catalogue.outcomeDuty(of: $0) != nil }
        let found = try await app.database.read { tx in
            var found: [Reminder] = []
            for duty in duties {
                for item in try Self.drafts(of: duty, tx) {
                    guard let content = try tx.items.published(of: item.id)?.content,
                        let period = CommentPeriod(content, under: duty), period.until < night
                    else { continue }
                    found.append(
                        Reminder(
                            agency: item.agency,
                            kind: .commentOutcome,
                            subject: item.id.text,
                            item: item.id,
                            since: Instant.end(of: period.until)
                        )
                    )
                }
            }
            return found
        }
        return { tx in try tx.reminders.replace(.commentOutcome, with: found) }
    }

    private static func drafts(of duty: Duty, _ tx: any SQLConnection) throws -> [Item] {
        try tx.rows(
            """
            SELECT i.* FROM agency a
            JOIN item_facet f ON f.agency = a.id AND f.key = \(FacetStore.Common.duty) AND f.value = \(duty.code)
            JOIN item i ON i.id = f.item
            WHERE i.state = 'published' AND NOT EXISTS (
                SELECT 1 FROM comment_outcome o JOIN item p ON p.id = o.outcome
                WHERE o.draft = i.id AND p.state = 'published')
            """
        ).map(Item.init)
    }
}
