import ArgumentParser
import Disclosure
import Text

/// Resets the second factor of somebody who lost telephone and recovery codes, where no other administrator is left.
struct ResetFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-second-factor",
        abstract: Phrase(
            zh: "重置动态口令；此人的所有会话随即结束",
            en: "Reset a second factor; all sessions of the person end"
        ).inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "登录名", en: "name to sign in with"))
    var login: String

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Program.with(options) { program in
            let person = try await program.person(login)
            _ = try await ResetSecondFactor(person: person.id, actor: nil).run(in: program.app)
            Terminal.say(
                Phrase(
                    zh: "\(person.login) 的动态口令已重置，下次凭密码登录",
                    en: "The second factor of \(person.login) is reset; the password alone signs in next time"
                ).inTerminal
            )
        }
    }
}
