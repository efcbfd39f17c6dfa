import ArgumentParser
import Database
import Disclosure
import Logging
import Text

/// Brings the database to the schema of this program.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: Phrase(zh: "把数据库升级到本程序的版本", en: "Bring the database to the schema of this program").inTerminal
    )

    @Flag(help: ArgumentHelp(zh: "只列出未执行的步骤；有则以 1 退出", en: "only list what waits; exit status 1 if anything does"))
    var check = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let loaded = try options.load()
        LoggingSystem.speak(level: max(loaded.settings.logLevel, .warning), format: loaded.logFormat)
        let database = try await OpenDatabase.open(loaded.settings)
        do {
            let migrator = Migrator(Migration.all)
            let steps = check ? try await migrator.pending(database) : try await migrator.migrate(database)
            await database.close()
            report(steps)
            if check, !steps.isEmpty { throw ExitCode.failure }
        } catch {
            await database.close()
            throw error
        }
    }

    private func report(_ steps: [Migration]) {
        guard !steps.isEmpty else {
            return Terminal.say(Phrase(zh: "数据库已是最新", en: "the database is up to date").inTerminal)
        }
        for step in steps {
            let word = check ? Phrase(zh: "待执行", en: "waits") : Phrase(zh: "已执行", en: "applied")
            Terminal.say("\(word.inTerminal) \(step.number) \(step.name)")
        }
    }
}
