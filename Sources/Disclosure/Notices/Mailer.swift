/// Hands a message to a mail server or a mail program of the machine; an outsider, so tests bring their own.
package protocol Mailer: Sendable {
    /// Returns when the message was taken, within a minute at most.
    func send(_ message: MailMessage) async throws(MailFailure)
}

/// Why a message was not taken.
///
/// It never holds what the server said: servers repeat addresses.
package enum MailFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Sending is not set up on this machine.
    case notSetUp
    /// The server will never take it: there is no such mailbox, or it takes no mail from us.
    case refused(Int)
    /// Nothing was sent; it can be tried again.
    case notSent(Int)
    /// The server fell silent after the message: it may have been sent.
    case unknown
    /// Another machine is sending it.
    case busy

    package var description: String {
        switch self {
        case .notSetUp: "sending e-mail is not set up"
        case .refused(let code): "the mail server refused it for good (\(code))"
        case .notSent(let code):
            code == 0 ? "the mail server cannot be reached" : "the mail server put it off (\(code))"
        case .unknown: "the mail server fell silent after the message"
        case .busy: "another machine is sending it"
        }
    }
}

/// Where nothing can be sent.
package struct NoMailer: Mailer {
    package init() {}

    package func send(_ message: MailMessage) async throws(MailFailure) { throw .notSetUp }
}

/// How e-mail leaves the machine, as the settings say.
package struct MailSettings: Sendable, Hashable {
    package enum Way: Sendable, Hashable {
        /// A program that takes a message as `sendmail` does.
        case program(String)
        /// `smtp://` or `smtps://` with host and perhaps port; the file holds name and password.
        case server(String, loginFile: String?)
    }

    package var way: Way
    /// Whose address stands as the sender.
    package var from: MailAddress

    package init(way: Way, from: MailAddress) {
        self.way = way
        self.from = from
    }
}
