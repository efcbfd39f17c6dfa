import Foundation

/// Name and password at a mail server, from a file of one line `name:password` that only the program's account can read.
struct MailLogin: Sendable, Hashable {
    var name: String
    var password: String

    init(name: String, password: String) {
        self.name = name
        self.password = password
    }

    /// - Throws: `CommandFailure` without a word of what the file holds.
    init(file path: String) throws(CommandFailure) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandFailure(
                zh: "无法读取邮件登录文件 \(path)；请检查路径和权限（属主可读，0600）",
                en: "the mail login file \(path) cannot be read; check its path and permissions (0600)",
                status: CommandFailure.badSettings
            )
        }
        guard !FilePermissions.isOpenToOthers(path) else {
            throw CommandFailure(
                zh: "邮件登录文件 \(path) 他人可读，请 chmod 600",
                en: "the mail login file \(path) can be read by others: chmod 600",
                status: CommandFailure.badSettings
            )
        }
        let lines = text.split(whereSeparator: \.isNewline)
        let parts = lines.first?.split(separator: ":", maxSplits: 1).map(String.init) ?? []
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\r" }
        guard lines.count == 1, parts.count == 2, isPlain else {
            throw CommandFailure(
                zh: "邮件登录文件 \(path)：允许一行「用户名:密码」",
                en: "the mail login file \(path): one line is allowed, name:password",
                status: CommandFailure.badSettings
            )
        }
        self.init(name: parts[0], password: parts[1])
    }
}
