import Civil
import Database
package import Disclosure

/// Nights without waiting for them.
extension TestApp {
    /// Does a nightly task now, for the night that ends today.
    package func night(_ task: NightlyTask) async throws {
        try await app.database.write { tx in
            try tx.jobs.enqueue(.nightly(task, clock.now.date), at: clock.now, in: app)
        }
        try await runJobs()
    }

    /// The reminders of a kind that the agency's people see now, or that one of them sees.
    package func reminders(_ kind: Reminder.Kind, as seat: Seat? = nil) async throws -> [Reminder] {
        let actor = try seat.map(actor)
        return try await app.database.read { tx in
            try tx.reminders.list(of: agency.id, for: actor, kinds: [kind], in: app, limit: 100)
        }
    }
}
