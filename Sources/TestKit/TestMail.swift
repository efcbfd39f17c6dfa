package import Disclosure
import Synchronization

/// A mail server without a network: it takes what comes, or answers as the test says.
package final class TestMail: Mailer {
    private struct State {
        var taken: [MailMessage] = []
        var failures: [MailFailure] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Every message that was taken, in order.
    package var taken: [MailMessage] { state.withLock { $0.taken } }

    /// The next messages are not taken, for these reasons.
    package func fail(_ failures: MailFailure...) {
        state.withLock { $0.failures += failures }
    }

    /// Whoever falls silent after the message has taken it all the same.
    package func send(_ message: MailMessage) async throws(MailFailure) {
        let failure = state.withLock { state in
            let failure = state.failures.isEmpty ? nil : state.failures.removeFirst()
            if failure == nil || failure == .unknown { state.taken.append(message) }
            return failure
        }
        if let failure { throw failure }
    }
}
