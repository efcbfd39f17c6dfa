import Disclosure
import Text

/// A password from standard input, or typed twice at the terminal without being shown.
enum NewPassword {
    /// - Returns: nil when nothing was given: the person gets a one-time link then.
    /// - Throws: `CommandFailure` when it is no good password or the two differ.
    static func read(fromStandardInput: Bool, mayBeEmpty: Bool) throws(CommandFailure) -> String? {
        if fromStandardInput {
            guard let password = readLine(strippingNewline: true), !password.isEmpty else {
                throw CommandFailure(zh: "标准输入中没有密码", en: "there is no password on standard input")
            }
            return try checked(password)
        }
        guard Prompt.isPossible else { return nil }
        let question =
            mayBeEmpty
            ? Phrase(zh: "密码（直接回车则生成一次性链接）：", en: "Password (leave empty for a one-time link): ")
            : Phrase(zh: "新密码：", en: "New password: ")
        guard let password = Prompt.hidden(question) else { throw CommandFailure(zh: "已取消", en: "broken off") }
        guard !password.isEmpty else { return nil }
        let good = try checked(password)
        guard Prompt.hidden(Phrase(zh: "再输入一次：", en: "Once more: ")) == good else {
            throw CommandFailure(zh: "两次输入不一致", en: "the two passwords differ")
        }
        return good
    }

    private static func checked(_ password: String) throws(CommandFailure) -> String {
        if let problem = Person.problem(inPassword: password) {
            throw CommandFailure(zh: problem.zh, en: problem.en)
        }
        return password
    }
}
