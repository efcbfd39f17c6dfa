import Foundation
import Synchronization
import Text

/// How far something long has come, on one line of the terminal; into a file it writes a line now and then.
final class ProgressBar: Sendable {
    private struct State {
        var shown = ContinuousClock.now - .seconds(1)
        var tenth = -1
        var start = ContinuousClock.now
        var isDrawn = false
    }

    private static let width = 30
    private static let pause = Duration.milliseconds(100)

    private let title: Phrase
    private let isTerminal: Bool
    private let state = Mutex(State())

    init(_ title: Phrase, isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
        self.title = title
        self.isTerminal = isTerminal
    }

    /// - Parameter total: nil while it is not known.
    func show(_ done: Int, of total: Int?) {
        let line: String? = state.withLock { state in
            let now = ContinuousClock.now
            let isLast = done == total
            if isTerminal {
                guard isLast || now - state.shown >= Self.pause else { return nil }
            } else {
                let tenth = total.map { $0 == 0 ? 10 : done * 10 / $0 } ?? -1
                guard tenth > state.tenth else { return nil }
                state.tenth = tenth
            }
            state.shown = now
            state.isDrawn = true
            return Self.line(title.inTerminal, done, of: total, after: now - state.start)
        }
        guard let line else { return }
        Terminal.write(isTerminal ? "\r\(line)\u{1B}[K" : line + "\n", to: STDERR_FILENO)
    }

    /// Leaves the line as it is and goes to the next.
    func finish() {
        if isTerminal, state.withLock({ $0.isDrawn }) { Terminal.write("\n", to: STDERR_FILENO) }
    }

    /// Such as `Importing [#####.....] 50 %  5000/10000  812/s`.
    static func line(_ title: String, _ done: Int, of total: Int?, after time: Duration) -> String {
        let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
        let speed = milliseconds > 0 ? Int64(done) * 1000 / milliseconds : 0
        guard let total else { return "\(title)  \(done)  \(speed)/s" }
        let share = total == 0 ? 100 : done * 100 / total
        let filled = share * width / 100
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        return "\(title) [\(bar)] \(share) %  \(done)/\(total)  \(speed)/s"
    }
}
