import ArgumentParser
import Database
import Disclosure
import Text

/// The keys that seal secrets in the database: list, add, seal anew, remove an old one, give up a lost one.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: Phrase(
            zh: "加密密钥：列出、新增、轮换、放弃丢失的",
            en: "Sealing keys: list, add, rotate, give up a lost one"
        ).inTerminal,
        subcommands: [ListKeys.self, AddKey.self, ResealCommand.self, RemoveKeyCommand.self, ForgetKey.self]
    )
}

/// Says which keys file and database know, never the keys themselves.
struct ListKeys: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Phrase(zh: "列出密钥编号", en: "List the ids of the keys").inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.load().settings
        let file = KeyFile(settings)
        let held = file.isThere ? KeyRing(try file.secrets()).ids : []
        let database = try await OpenDatabase.openMigrated(settings, beside: true)
        let used = try await database.read { try $0.sealingKeys.ids() }
        await database.close()
        var table = TextTable()
        for id in held + used.filter({ !held.contains($0) }) {
            let standing =
                if id == held.last {
                    Phrase(zh: "使用中", en: "in use")
                } else if held.contains(id) {
                    Phrase(zh: "仅解密", en: "opens older secrets")
                } else {
                    Phrase(zh: "文件中没有", en: "MISSING in the file")
                }
            table.add([id, standing.inTerminal])
        }
        Terminal.say(table.text)
    }
}

/// Adds a key that seals from now on; the older ones go on opening what they sealed.
struct AddKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: Phrase(zh: "新增密钥，此后用它加密", en: "Add a key that seals from now on").inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.load().settings
        let id = try KeyFile(settings).add(SystemRandom.bytes(KeyRing.keyLength))
        try await ForgetKey.write(settings) { tx, app in
            try tx.sealingKeys.insert(id, at: app.now())
            try tx.audit.record("key.add", of: "key", id, by: nil, agency: nil, in: app)
        }
        Terminal.say(
            Phrase(
                zh: "已新增密钥 \(id)。请重启网站；有几台机器的，先把密钥文件复制到每一台",
                en:
                    "Key \(id) is added. Restart the site; where there are several machines, copy the key file to each first"
            ).inTerminal
        )
    }
}

/// Gives up a key that is lost for good, with what it sealed: those second factors must be set up anew.
struct ForgetKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: Phrase(
            zh: "放弃已丢失的密钥；其加密的动态口令须重新设置",
            en: "Give up a lost key; second factors that it sealed must be set up anew"
        ).inTerminal
    )

    @Argument(help: ArgumentHelp(zh: "密钥编号，见 gongkai keys list", en: "id of the key, as gongkai keys list shows it"))
    var id: String

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let settings = try options.load().settings
        let file = KeyFile(settings)
        let held = file.isThere ? KeyRing(try file.secrets()).ids : []
        guard !held.contains(id) else {
            throw CommandFailure(
                zh: "密钥 \(id) 还在文件中，没有丢失",
                en: "key \(id) is still in the file and not lost"
            )
        }
        let id = id
        let people = try await Self.write(settings) { tx, app in
            guard try tx.sealingKeys.ids().contains(id) else {
                throw CommandFailure(zh: "数据库没有用过密钥 \(id)", en: "the database has not used a key \(id)")
            }
            let people = try tx.sealingKeys.forget(id)
            try tx.audit.record("key.forget", of: "key", id, detail: "\(people)", by: nil, agency: nil, in: app)
            return people
        }
        Terminal.say(
            Phrase(
                zh: "已放弃密钥 \(id)；\(people) 人须重新设置动态口令",
                en: "Key \(id) is given up; people who must set up their second factor anew: \(people)"
            ).inTerminal
        )
    }

    /// One transaction without asking for keys first: these commands mend what would not start.
    static func write<Result: Sendable>(
        _ settings: Settings,
        _ body: @escaping @Sendable (any SQLConnection, App) throws -> Result
    ) async throws -> Result {
        let database = try await OpenDatabase.openMigrated(settings, beside: true)
        let app = try Program.app(
            on: database,
            keys: KeyRing(),
            settings: settings,
            catalogue: try Program.catalogue(of: settings)
        )
        do {
            let result = try await database.write { tx in try body(tx, app) }
            await database.close()
            return result
        } catch {
            await database.close()
            throw error
        }
    }
}
