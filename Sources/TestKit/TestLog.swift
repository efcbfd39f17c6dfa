package import Logging
import Synchronization

/// Keeps the lines of error level, so that a test that passes over a failure does not pass.
package final class TestLog: Sendable {
    private let lines = Mutex<[String]>([])

    package init() {}

    package var errors: [String] { lines.withLock { $0 } }

    /// Forgets the errors that a test provoked on purpose.
    package func forget() { lines.withLock { $0 = [] } }

    package var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    fileprivate func add(_ line: String) { lines.withLock { $0.append(line) } }

    private struct Handler: LogHandler {
        let log: TestLog
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .error

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.add("\(event.message) \(event.metadata ?? [:])")
        }
    }
}
