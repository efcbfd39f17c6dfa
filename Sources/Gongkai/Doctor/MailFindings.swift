import Civil
import Database
import Disclosure
import Text

/// Whether notices can be sent: what the settings say, whether the server answers, and how the last ones fared.
struct MailFindings {
    var settings: Settings

    func look() async -> FindingGroup {
        let name = Phrase(zh: "邮件提醒", en: "Notices by e-mail")
        guard let mail = settings.mail else {
            let off = Finding(
                mark: .absent,
                subject: Phrase(zh: "设置", en: "settings"),
                detail: Phrase(
                    zh: "未设置 mail-from 和 mail-server（或 mail-program），申请人只在网页上查看进展",
                    en: "mail-from and mail-server or mail-program are not set; applicants look at the page"
                )
            )
            return FindingGroup(name: name, findings: [off], advice: nil)
        }
        var findings = [await way(mail)]
        if let database = try? await OpenDatabase.open(settings) {
            if let finding = try? await fate(in: database) { findings.append(finding) }
            await database.close()
        }
        return FindingGroup(name: name, findings: findings, advice: nil)
    }

    private func way(_ mail: MailSettings) async -> Finding {
        let mailer: any Mailer
        do {
            mailer = try OpenMailer.mailer(of: settings)
        } catch {
            return Finding(mark: .wrong, subject: Phrase(zh: "设置", en: "settings"), detail: error.message)
        }
        switch mail.way {
        case .program(let path):
            return Finding(mark: .fine, subject: Phrase(zh: "程序", en: "program"), detail: Phrase(zh: path, en: path))
        case .server(let server, _):
            let subject = Phrase(zh: "邮件服务器", en: "mail server")
            guard let curl = mailer as? CurlMailer else {
                return Finding(mark: .wrong, subject: subject, detail: Phrase(zh: server, en: server))
            }
            do {
                try await curl.greet(as: mail.from.domain)
                return Finding(
                    mark: .fine,
                    subject: subject,
                    detail: Phrase(zh: "\(server) 有应答", en: "\(server) answers")
                )
            } catch {
                return Finding(
                    mark: .wrong,
                    subject: subject,
                    detail: Phrase(
                        zh: "\(server)：\(error.description)；请检查地址、端口、证书和登录文件",
                        en: "\(server): \(error.description); look at address, port, certificate and login file"
                    )
                )
            }
        }
    }

    private func fate(in database: any SQLDatabase) async throws -> Finding? {
        guard try await database.read({ try $0.hasTable("case_notice") }) else { return nil }
        let since = SystemClock.now().adding(milliseconds: -7 * 86_400_000)
        let counts = try await database.read { try $0.notices.counts(since: since) }
        return Finding(
            mark: counts.lost == 0 ? .fine : .warning,
            subject: Phrase(zh: "近七天", en: "last seven days"),
            detail: Phrase(
                zh: "已发送 \(counts.sent) 封，放弃 \(counts.lost) 封，等待 \(counts.waiting) 封",
                en: "sent: \(counts.sent), given up: \(counts.lost), waiting: \(counts.waiting)"
            )
        )
    }
}
