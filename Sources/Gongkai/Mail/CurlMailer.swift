import Disclosure
import Foundation
import Synchronization

/// Sends mail over SMTP with the `curl` program: what it is to do, with password and addresses, comes on its standard
/// input, so that no list of processes shows it.
///
/// Beyond this machine the connection is encrypted and the server's certificate checked, or nothing is sent.
final class CurlMailer: Mailer {
    /// In seconds.
    static let connectTime = 10
    static let longest = 30
    /// After a server could not be reached it is left alone for so long, or a list of notices would hold up other jobs.
    static let rest = Duration.seconds(60)

    let program: String
    /// `smtp://` or `smtps://` with host and perhaps port.
    let server: String
    let login: MailLogin?
    /// In seconds; shorter in tests.
    let patience: Int
    private let restsUntil = Mutex(ContinuousClock.now)

    init(program: String, server: String, login: MailLogin? = nil, patience: Int = CurlMailer.longest) {
        self.program = program
        self.server = server
        self.login = login
        self.patience = patience
    }

    func send(_ message: MailMessage) async throws(MailFailure) {
        guard restsUntil.withLock({ $0 <= .now }) else { throw .notSent(0) }
        let end = try await call(
            [
                "mail-from = \(Self.quoted(message.from.text))", "mail-rcpt = \(Self.quoted(message.to.text))",
                "upload-file = \"/dev/fd/2\"",
            ],
            helo: message.from.domain,
            message: message.bytes
        )
        if let failure = Self.failure(end) {
            if case .notSent(0) = failure { restsUntil.withLock { $0 = .now + Self.rest } }
            throw failure
        }
    }

    /// Whether the server answers and takes name and password; nothing is sent.
    func greet(as domain: String) async throws(MailFailure) {
        let end = try await call(["request = \"NOOP\""], helo: domain, message: nil)
        if let failure = Self.failure(end) { throw failure }
    }

    private func call(_ more: [String], helo: String, message: [UInt8]?) async throws(MailFailure) -> MailProgramEnd {
        let lines = config(helo: helo) + more
        let program = MailProgram(
            path: program,
            arguments: ["-q", "--config", "-"],
            input: Array((lines.joined(separator: "\n") + "\n").utf8),
            second: message
        )
        return try await program.run()
    }

    /// What curl is told, line by line.
    func config(helo: String) -> [String] {
        var lines = [
            "url = \(Self.quoted("\(server)/\(helo)"))", "silent", "noproxy = \"*\"", "proto = \"=smtp,smtps\"",
            "connect-timeout = \(min(Self.connectTime, patience))", "max-time = \(patience)",
            "write-out = \"%{response_code}\"", "output = \"/dev/null\"",
        ]
        if !isLocal { lines.append("ssl-reqd") }
        if let login { lines.append("user = \(Self.quoted("\(login.name):\(login.password)"))") }
        return lines
    }

    /// Only on this machine nobody can listen in between.
    private var isLocal: Bool {
        let host = server.split(separator: "/").last.map(String.init) ?? ""
        return ["127.0.0.1", "localhost", "[::1]"].contains { host == $0 || host.hasPrefix("\($0):") }
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    /// By curl's exit code and the last answer of the server; nil where the message was taken.
    static func failure(_ end: MailProgramEnd) -> MailFailure? {
        guard case .exited(let status, let said) = end else { return .unknown }
        if status == 0 { return nil }
        switch Int(said) ?? 0 {
        // The message was on its way, and no answer came.
        case 354: return .unknown
        // No such mailbox, or one that takes no mail from us (RFC 5321 §4.2.3).
        case let code where [550, 551, 552, 553, 554, 556].contains(code) && status != loginDenied:
            return .refused(code)
        case let code where code >= 400: return .notSent(code)
        default: return .notSent(0)
        }
    }

    /// A wrong name or password is ours to mend and no refusal of the mailbox.
    private static let loginDenied: Int32 = 67
}
