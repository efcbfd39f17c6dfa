import ArgumentParser
import Text

/// The program: one command for each thing that an operator does; the rest happens in the browser.
@main
struct Gongkai: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gongkai",
        abstract: Phrase(
            zh: "公开：安全生产监管机关的政务公开平台",
            en: "Gongkai (公开): the disclosure platform of a work-safety regulator"
        ).inTerminal,
        discussion: Phrase(
            zh: "设置依次取自：命令行选项、环境变量 GONGKAI_*、设置文件（--config）、默认值。",
            en:
                "Settings come from the options, the environment (GONGKAI_*), the settings file (--config), the defaults, "
                + "in this order."
        ).inTerminal,
        version: Version.text,
        subcommands: [
            Serve.self, DemoCommand.self, Work.self, Migrate.self, ShowConfig.self, Doctor.self, Check.self,
            Backup.self,
            Restore.self,
            AgencyCommand.self, UserCommand.self, KeysCommand.self, DutiesCommand.self, ProceduresCommand.self,
            FiguresCommand.self,
            ReportCommand.self,
            ImportCommand.self,
            ClockCommand.self, HolidaysCommand.self,
        ]
    )

    /// Runs the command that the arguments name; whatever goes wrong is said in words and told by the exit status.
    static func main() async {
        FilePermissions.keepToOwner()
        do {
            var command = try parseAsRoot()
            do {
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            } catch let error where !ArgumentErrors.areOf(error) {
                let failure = CommandFailure(error)
                Terminal.complain(failure.message.inTerminal)
                exit(withError: ExitCode(failure.status))
            }
        } catch {
            exit(withError: error)
        }
    }
}
