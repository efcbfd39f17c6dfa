import Database
import Disclosure
import Text
import Web

/// Finding agencies and people by what an operator types, and handing out links.
extension Program {
    /// The agency with that code, or the only one.
    func agency(_ code: String?) async throws -> Agency {
        let agencies = try await app.database.read { try $0.agencies.all() }
        guard let code else {
            guard agencies.count == 1, let only = agencies.first else {
                throw agencies.isEmpty
                    ? CommandFailure(
                        zh: "还没有机关，请先运行 gongkai agency add",
                        en: "there is no agency yet; run gongkai agency add first"
                    )
                    : CommandFailure(
                        zh: "有多个机关，请用 --agency 指明：\(agencies.map(\.code).joined(separator: "、"))",
                        en:
                            "there are several agencies; name one with --agency: \(agencies.map(\.code).joined(separator: ", "))"
                    )
            }
            return only
        }
        guard let agency = agencies.first(where: { $0.code == code }) else {
            throw CommandFailure(
                zh: "没有机关 \(code)；现有：\(agencies.map(\.code).joined(separator: "、"))",
                en: "there is no agency \(code); there are: \(agencies.map(\.code).joined(separator: ", "))"
            )
        }
        return agency
    }

    /// The person who signs in by that name.
    func person(_ login: String) async throws -> Person {
        guard let person = try await app.database.read({ try $0.people.find(login: login) }) else {
            throw CommandFailure(zh: "没有登录名为 \(login) 的人员", en: "nobody signs in as \(login)")
        }
        return person
    }

    /// Makes a one-time link and prints it, alone on its line, for handing over.
    func printLink(for person: Person) async throws {
        let token = try await MakeOneTimeLink(person: person.id, actor: nil).run(in: app)
        Terminal.note(
            Phrase(
                zh: "请 \(person.login) 在三天内打开下面的链接设置密码（只能使用一次）：",
                en: "Let \(person.login) open this link within three days to set the password (it works once):"
            ).inTerminal
        )
        Terminal.say(settings.publicURL + Links(language: person.language).office("/welcome/\(token.text)"))
    }
}
