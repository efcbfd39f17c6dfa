import Civil
import Database

/// Items whose time limit has passed while they are not public: 20 working days from their forming (条例 art 26), 7 for
/// penalties and licences (双公示), or whatever shorter limit their duty sets.
struct LateItems {
    /// Not public yet, and on their way there.
    static let states = ["draft", "review", "scheduled"]

    func reminders(on night: CivilDate, in app: App) async throws -> JobWork {
        let found = try await app.database.read { tx in
            try tx.rows(
                """
                SELECT i.agency, i.id, i.duty, i.due_at FROM agency a JOIN item i ON i.agency = a.id
                WHERE i.state IN \(list: Self.states) AND i.due_at < \(app.now())
                """
            ).map { row in
                Reminder(
                    agency: try row.id("agency"),
                    kind: .lateItem,
                    subject: try row.text("id"),
                    item: try row.id("id"),
                    since: try row.instant("due_at"),
                    detail: try row.text("duty")
                )
            }
        }
        return { tx in try tx.reminders.replace(.lateItem, with: found) }
    }
}
