import Disclosure
import Text

/// The settings of e-mail while they are put together: they only make sense together.
struct MailDraft {
    var server: String?
    var loginFile: String?
    var program: String?
    var from: MailAddress?

    /// Nil where nobody asked for e-mail.
    var settings: MailSettings? {
        guard let from else { return nil }
        if let program { return MailSettings(way: .program(program), from: from) }
        return server.map { MailSettings(way: .server($0, loginFile: loginFile), from: from) }
    }

    /// What is said alone and needs something beside it, or may not stand beside it.
    var problems: [Phrase] {
        let (way, from) = (server != nil || program != nil, from != nil)
        var problems: [Phrase] = []
        if server != nil, program != nil {
            problems.append(Self.problem(.mailProgram, "不能与 mail-server 并用", "cannot stand beside mail-server"))
        }
        if way, !from { problems.append(Self.problem(.mailFrom, "未写明，发送邮件必须写明", "must be said to send e-mail")) }
        if from, !way {
            problems.append(
                Self.problem(.mailServer, "未写明；也可以写 mail-program", "must be said beside mail-from, or mail-program")
            )
        }
        if loginFile != nil, server == nil {
            problems.append(
                Self.problem(.mailServer, "未写明，mail-login-file 用于它", "must be said, for mail-login-file is for it")
            )
        }
        return problems
    }

    private static func problem(_ key: SettingsKey, _ zh: String, _ en: String) -> Phrase {
        Phrase(
            zh: "\(key.rawValue)：\(zh)；允许：\(key.allowed.zh)",
            en: "\(key.rawValue): \(en); allowed: \(key.allowed.en)"
        )
    }

    /// Scheme, host and perhaps a port; never a name or a password, which would show up in lists of settings.
    static func server(_ text: String) -> String? {
        guard let scheme = ["smtp://", "smtps://"].first(where: text.hasPrefix) else { return nil }
        let rest = text.dropFirst(scheme.count)
        let isPlain = rest.unicodeScalars.allSatisfy {
            switch $0 {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "-", ":", "[", "]": true
            default: false
            }
        }
        let host = rest.hasPrefix("[") ? rest.prefix { $0 != "]" } + "]" : rest.prefix { $0 != ":" }
        let port = rest.dropFirst(host.count)
        let isPort =
            port.isEmpty || (port.first == ":" && Int(port.dropFirst()).map { (1...65_535).contains($0) } ?? false)
        return isPlain && !host.isEmpty && isPort ? text : nil
    }
}
