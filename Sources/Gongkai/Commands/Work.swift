import ArgumentParser
import Disclosure
import Logging
import Text

/// Does waiting jobs without serving the site: on a machine of its own beside a PostgreSQL server.
struct Work: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: Phrase(zh: "只处理后台任务，不提供网页", en: "Do background jobs without serving pages").inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let program = try await Program.open(options, as: .main)
        program.logStart("Working")
        try await program.run([(name: "worker", service: Worker(program.app))])
    }
}
