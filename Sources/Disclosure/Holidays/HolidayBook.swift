package import Civil
package import Database
import Synchronization

/// The working days that this process counts with: the built-in table under what the database has.
///
/// Another process may import a year at any time. Every act therefore looks at the number of the newest import when its
/// transaction begins (one short query) and reads the table anew when it has grown, so two processes never write
/// deadlines by different tables. Pages look every few seconds.
package final class HolidayBook: Sendable {
    private struct State {
        var table: HolidayTable
        /// Number of the newest import in the table; 0 for the built-in one.
        var number = 0
        var lookedAt: Instant?
    }

    /// In milliseconds.
    private static let patience: Int64 = 5_000

    private let builtIn: HolidayTable
    private let state: Mutex<State>

    init(_ builtIn: HolidayTable) {
        self.builtIn = builtIn
        state = Mutex(State(table: builtIn))
    }

    /// The table as it was when last looked at.
    package var current: HolidayTable { state.withLock { $0.table } }

    /// Takes the table that this transaction sees, unless it is known already.
    ///
    /// Not to be asked after an import in the same transaction, which may still be rolled back.
    /// - Throws: `HolidayFileMistake` or `MissingHolidayYear` when what is stored cannot be read any more.
    package func look(_ tx: any SQLConnection) throws {
        let number = try tx.holidayYears.newest()
        guard number > state.withLock({ $0.number }) else { return }
        let table = try tx.holidayYears.table(over: builtIn)
        state.withLock { state in
            // An older snapshot never puts an older table in the place of a newer one.
            guard number > state.number else { return }
            state.table = table
            state.number = number
        }
    }

    /// Lets pages see a year that another process imported, looking at most every few seconds.
    package func follow(_ database: any SQLDatabase, at now: Instant) async throws {
        let isDue = state.withLock { state in
            if let before = state.lookedAt, abs(now.milliseconds - before.milliseconds) < Self.patience { return false }
            state.lookedAt = now
            return true
        }
        guard isDue else { return }
        try await database.read { try self.look($0) }
    }
}
