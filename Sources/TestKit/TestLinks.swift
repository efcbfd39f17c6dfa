package import Disclosure
import Synchronization

/// Other organs' sites without a network: every address opens unless the test says otherwise.
package final class TestLinks: LinkChecker {
    private struct State {
        var outcomes: [String: LinkOutcome] = [:]
        var asked: [String] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Every address that was asked for, in order.
    package var asked: [String] { state.withLock { $0.asked } }

    package func answer(_ outcome: LinkOutcome, at address: String) {
        state.withLock { $0.outcomes[address] = outcome }
    }

    package func check(_ address: String) async -> LinkOutcome {
        state.withLock { state in
            state.asked.append(address)
            return state.outcomes[address] ?? .opens
        }
    }
}
