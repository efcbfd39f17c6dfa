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

    /// The reminders of a kind that the agency's people see now.
    package func reminders(_ kind: Reminder.Kind) async throws -> [Reminder] {
        try await app.database.read { tx in
            try tx.reminders.list(of: agency.id, kinds: [kind], in: app, limit: 100)
        }
    }
}
