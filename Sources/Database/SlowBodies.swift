import Logging

/// Transactions that held the database for more than 250 ms are logged by the place that opened them, never with values.
enum SlowBodies {
    static let limit = Duration.milliseconds(250)
    private static let logger = Logger(label: "gongkai.database")

    /// Runs a body and logs it when it was slow.
    static func watch<Result>(_ place: Place, _ kind: String, _ body: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        defer { note(place, kind, ContinuousClock.now - start) }
        return try body()
    }

    private static func note(_ place: Place, _ kind: String, _ time: Duration) {
        guard time > limit else { return }
        let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
        logger.warning(
            "A transaction held the database for long",
            metadata: ["place": "\(place)", "kind": "\(kind)", "ms": "\(milliseconds)"]
        )
    }
}
