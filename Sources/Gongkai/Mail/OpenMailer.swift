import Disclosure
import Foundation

/// The mailer that the settings ask for.
enum OpenMailer {
    /// - Throws: `CommandFailure` for a program or a file that is not there: with status 78, for trying again does not help.
    static func mailer(of settings: Settings) throws(CommandFailure) -> any Mailer {
        guard let mail = settings.mail else { return NoMailer() }
        switch mail.way {
        case .program(let path):
            guard FileManager.default.isExecutableFile(atPath: path) else {
                throw CommandFailure(
                    zh: "mail-program：\(path) 不存在或者不能执行；允许：sendmail 程序的路径，如 /usr/sbin/sendmail",
                    en: "mail-program: \(path) is not there or cannot be run; allowed: the path of a sendmail program",
                    status: CommandFailure.badSettings
                )
            }
            return SendmailMailer(program: path)
        case .server(let server, let loginFile):
            guard let curl = MailProgram.path(of: "curl") else {
                throw CommandFailure(
                    zh: "mail-server：发送邮件需要 curl；请安装：sudo apt-get install curl",
                    en: "mail-server: sending needs curl: sudo apt-get install curl",
                    status: CommandFailure.badSettings
                )
            }
            var login: MailLogin?
            if let loginFile { login = try MailLogin(file: loginFile) }
            return CurlMailer(program: curl, server: server, login: login)
        }
    }
}
