import ArgumentParser
import Disclosure
import Text

/// Seals everything anew with the newest key, so that older ones can be removed.
struct ResealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reseal",
        abstract: Phrase(zh: "用最新密钥重新加密全部内容", en: "Seal everything anew with the newest key").inTerminal,
        discussion: Phrase(
            zh: "先 gongkai keys add，把密钥文件复制到每台机器并重启网站，再运行本命令。可在网站运行时使用；中断后再次运行即可继续。",
            en:
                "First gongkai keys add, copy the key file to every machine and restart the site there. It runs beside the "
                + "site; after a break run it again and it goes on."
        ).inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Program.with(options) { program in
            let bar = ProgressBar(Phrase(zh: "重新加密", en: "Sealing anew"))
            let report = try await ResealSecrets().run(in: program.app) { bar.show($0, of: $1) }
            bar.finish()
            let key = program.app.keys.ids.last ?? ""
            Terminal.say(
                Phrase(
                    zh: "已用密钥 \(key) 处理 \(report.done) 项",
                    en: "done with key \(key): \(report.done)"
                ).inTerminal
            )
            guard report.damaged > 0 else { return }
            throw CommandFailure(
                zh: "\(report.damaged) 项打不开，未作改动；请运行 gongkai check",
                en: "\(report.damaged) do not open and were left as they are; run gongkai check"
            )
        }
    }
}

/// Takes a key that seals nothing any more out of the database and the key file.
struct RemoveKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: Phrase(
            zh: "移除已不再需要的旧密钥",
            en: "Remove an old key that nothing is sealed with any more"
        ).inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "密钥编号，见 gongkai keys list", en: "id of the key, as gongkai keys list shows it"))
    var id: String

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let id = id
        try await Program.with(options) { program in
            try await RemoveKey(id).run(in: program.app)
            // After a break in between the next start knows the key again, and this command can be run again.
            try KeyFile(program.settings).remove(id)
        }
        Terminal.say(
            Phrase(
                zh: "已移除密钥 \(id)；有几台机器的，请更新每一台的密钥文件。旧备份仍须用旧密钥文件打开",
                en:
                    "Key \(id) is removed. Where there are several machines, copy the key file to each; older backups need the older file"
            ).inTerminal
        )
    }
}
