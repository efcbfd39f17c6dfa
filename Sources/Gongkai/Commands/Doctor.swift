import ArgumentParser
import Civil
import Disclosure
import Foundation
import Logging
import Text

/// Looks at everything around the program and says what is missing, what that costs, and how to mend it.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: Phrase(
            zh: "检查运行环境：可选程序、数据库、附件、日历、时间",
            en: "Check the surroundings: optional programs, database, files, calendar, time"
        ).inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let loaded = try options.load()
        LoggingSystem.speak(level: .critical, format: loaded.logFormat)
        let catalogue = try Program.catalogue(of: loaded.settings)
        let (database, newest, holidays) = await DatabaseFindings(settings: loaded.settings).look()
        let now = SystemClock.now()
        let groups =
            FindingGroup.tools(isThere: Self.isThere) + [
                database,
                await FileFindings(settings: loaded.settings).look(),
                await MailFindings(settings: loaded.settings).look(),
                .calendar(holidays, today: now.date),
                .time(now, newestRecord: newest),
                .catalogue(duties: catalogue.duties.count, folder: loaded.settings.catalogueDirectory),
            ]
        Terminal.say(groups.map { $0.text(in: Terminal.language) }.joined(separator: "\n\n"))
        if groups.flatMap(\.findings).contains(where: { $0.mark == .wrong }) { throw ExitCode.failure }
    }

    private static func isThere(_ sign: OptionalTool.Sign) -> Bool {
        switch sign {
        case .program(let names):
            let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            return names.contains { name in
                folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
            }
        case .file(let paths):
            return paths.contains { FileManager.default.fileExists(atPath: $0) }
        }
    }
}

extension FindingGroup {
    /// The catalogue, which was read without mistakes or there would be no report.
    static func catalogue(duties: Int, folder: String?) -> FindingGroup {
        FindingGroup(
            name: Phrase(zh: "事项目录", en: "Duty catalogue"),
            findings: [
                Finding(
                    mark: .fine,
                    subject: Phrase(zh: "\(duties) 项", en: "\(duties) duties"),
                    detail: folder.map { Phrase(zh: "内置目录叠加 \($0)", en: "built in, under \($0)") }
                        ?? Phrase(zh: "内置目录", en: "built in")
                )
            ],
            advice: nil
        )
    }
}
