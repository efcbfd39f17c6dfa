import Disclosure
import Foundation

/// Hands mail to a program of the machine that takes it as `sendmail` does, such as those of Postfix, Exim or msmtp.
struct SendmailMailer: Mailer {
    /// Exit codes of sysexits.h that say something about the mailbox.
    private static let noUser: Int32 = 67
    private static let noHost: Int32 = 68

    var program: String

    /// The address stands in the header alone (`-t`): a command line is for everybody's eyes.
    func send(_ message: MailMessage) async throws(MailFailure) {
        let lines = message.bytes.filter { $0 != UInt8(ascii: "\r") }
        let call = MailProgram(path: program, arguments: ["-i", "-t", "-f", message.from.text], input: lines)
        switch try await call.run() {
        case .exited(0, _): return
        case .exited(let status, _) where status == Self.noUser || status == Self.noHost: throw .refused(Int(status))
        case .exited(let status, _): throw .notSent(Int(status))
        case .stopped: throw .unknown
        }
    }
}
