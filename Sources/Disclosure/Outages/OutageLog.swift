package import Civil
package import Logging
import Synchronization

/// Tells the log of an outage once a minute, however many requests and jobs it fails: a full disk must not be filled
/// further by its own complaints.
package final class OutageLog: Sendable {
    private struct State {
        var toldAt: Instant
        /// Failures since then that were not told.
        var untold = 0
    }

    private static let pause: Int64 = 60_000

    private let states = Mutex<[Outage: State]>([:])

    package init() {}

    /// Takes note of a failure.
    ///
    /// - Returns: false when the error is no outage, and somebody else must tell it.
    @discardableResult
    package func note(_ error: any Error, _ logger: Logger, at now: Instant) -> Bool {
        guard let outage = Outage(error) else { return false }
        let untold = states.withLock { states -> Int? in
            if let state = states[outage], now.milliseconds - state.toldAt.milliseconds < Self.pause {
                states[outage]?.untold += 1
                return nil
            }
            defer { states[outage] = State(toldAt: now) }
            return states[outage]?.untold ?? 0
        }
        guard let untold else { return true }
        logger.error(
            "the database cannot be used",
            metadata: ["outage": "\(outage.rawValue)", "error": "\(error)", "untold": "\(untold)"]
        )
        return true
    }
}
