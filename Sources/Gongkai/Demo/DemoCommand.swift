import ArgumentParser
import Disclosure
import Text

/// Makes the five demonstration bureaus where they are not there yet, says how to sign in, and serves them.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: Phrase(
            zh: "载入五个演示机关并运行网站",
            en: "Make the five demonstration bureaus and serve them"
        ).inTerminal,
        discussion: Phrase(
            zh: "演示数据存放在 ./demo-data，除非另行指定；密码只显示一次。所有记录均为虚构，并标有〔演示〕。",
            en:
                "The records go to ./demo-data unless you say otherwise; passwords are shown once. All of it is invented "
                + "and marked 〔演示〕."
        ).inTerminal
    )

    /// Where the demonstration goes when nobody says where.
    private static let usualFolder = "demo-data"

    @Option(help: ArgumentHelp(zh: "所有人使用同一个密码（用于测试）", en: "one password for everybody (for tests)"))
    var password: String?

    @Flag(name: .customLong("no-serve"), help: ArgumentHelp(zh: "只载入，不运行网站", en: "only make the records"))
    var isOnlyMade = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let program = try await Program.open(try placed(options), as: .main)
        do {
            try await make(in: program)
        } catch {
            await program.close()
            throw CommandFailure(inDemonstration: error)
        }
        guard !isOnlyMade else { return await program.close() }
        try await program.serve()
    }

    /// Never among a site's own records by accident.
    private func placed(_ options: SettingsOptions) throws -> SettingsOptions {
        let origins = try options.load().origins
        guard origins[.dataDirectory] == nil, origins[.database] == nil else { return options }
        var options = options
        options.dataDirectory = Self.usualFolder
        return options
    }

    private func make(in program: Program) async throws {
        if let password, let problem = Person.problem(inPassword: password) {
            throw CommandFailure(zh: problem.zh, en: problem.en)
        }
        let demonstration = Demonstration(password: password)
        switch try await demonstration.presence(in: program.app) {
        case .whole:
            return Terminal.note(
                Phrase(
                    zh: "演示数据已经载入；忘记密码请用：gongkai user password 登录名",
                    en: "The demonstration is there already; for a forgotten password: gongkai user password LOGIN"
                ).inTerminal
            )
        case .part: throw CommandFailure.brokenOff
        case .none: break
        }
        let bar = ProgressBar(Phrase(zh: "载入演示数据", en: "Making the demonstration"))
        let accounts = try await demonstration.make(in: program.app) { bar.show($0.done, of: $0.total) }
        bar.finish()
        Terminal.say(table(of: accounts))
        Terminal.note(
            Phrase(
                zh: "密码只显示这一次。公众页面：\(program.settings.publicURL)，工作台：\(program.settings.publicURL)/office",
                en:
                    "The passwords are shown this once. Portal: \(program.settings.publicURL), office: "
                    + "\(program.settings.publicURL)/office"
            ).inTerminal
        )
    }

    private func table(of accounts: [DemonstrationAccount]) -> String {
        var table = TextTable()
        for account in accounts {
            let roles = account.roles.map(\.name.inTerminal).sorted().joined(separator: " ")
            table.add([account.login, account.password, roles])
        }
        return table.text
    }
}

extension CommandFailure {
    fileprivate static let brokenOff = CommandFailure(
        zh: "演示数据上次没有载完；请删除数据目录后重新运行",
        en: "The demonstration was broken off while it was made; remove its data folder and run this again"
    )

    fileprivate init(inDemonstration error: any Error) {
        switch error {
        case Demonstration.Failure.isThere: self = .brokenOff
        case Demonstration.Failure.holdsOthers(let code):
            self.init(
                zh: "这个数据库中有真实机关 \(code)，演示数据不能混入；请用 --data-directory 另指一个目录",
                en: "This database holds a real agency, \(code); name another folder with --data-directory"
            )
        case Demonstration.Failure.noSuchDuty(let duty, let bureau):
            self.init(
                zh: "事项目录中没有 \(duty)，演示机关 \(bureau) 需要它；请不要在演示中删除内置事项",
                en:
                    "The catalogue has no duty \(duty), which the bureau \(bureau) needs; do not drop it in a demonstration"
            )
        default: self.init(error)
        }
    }
}
