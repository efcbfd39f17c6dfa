import ArgumentParser
import Civil
import Database
import Disclosure
import Foundation
import Text

/// The holidays that working days are counted by: list the years, import another.
struct HolidaysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holidays",
        abstract: Phrase(zh: "节假日：列出年份、导入一年", en: "Holidays: list the years, import one").inTerminal,
        subcommands: [ListHolidays.self, ImportHolidayFile.self]
    )
}

/// Lists the years that are known, each with the notice that set it.
struct ListHolidays: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: Phrase(zh: "列出已知的年份和通知", en: "List the years and their notices").inTerminal
    )

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await Program.with(options) { program in
            let app = program.app
            let imports = try await app.database.read { tx in
                try app.holidayBook.look(tx)
                return try tx.holidayYears.all()
            }
            var text = TextTable()
            for year in app.holidays.arrangements.sorted(by: { $0.year < $1.year }) {
                let imported = imports.last { $0.year == year.year }
                let source = imported.map { Phrase(zh: "导入 \($0.at.date.iso)", en: "imported \($0.at.date.iso)") }
                text.add([
                    String(year.year), (source ?? Phrase(zh: "内置", en: "built in")).inTerminal, year.notice,
                ])
            }
            Terminal.say(text.text)
        }
    }
}

/// Says which open deadlines the holidays of a file move; with `--confirm` takes them.
struct ImportHolidayFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: Phrase(
            zh: "预览一年的放假安排会改变哪些时限；--confirm 才导入",
            en: "Preview what the arrangement of a year moves; --confirm imports it"
        ).inTerminal
    )

    @Argument(
        help: ArgumentHelp(
            zh: "文件：每行 日期,1或0,名称,年份（代码表），或 2027-10-01..2027-10-07 off 国庆节",
            en: "file: lines of date,1|0,name,year (table of codes), or 2027-10-01..2027-10-07 off 国庆节"
        )
    )
    var file: String

    @Option(help: ArgumentHelp(zh: "年份；不写则取文件中的年份", en: "the year; without it the one of the file"))
    var year: String?

    @Option(
        help: ArgumentHelp(
            zh: "通知文号；不写则取文件中的一行“# 通知：…”",
            en: "number of the notice; without it the line `# notice: …` of the file"
        )
    )
    var notice: String?

    @Flag(help: ArgumentHelp(zh: "确认导入并调整时限", en: "import it and move the deadlines"))
    var confirm = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        guard let data = FileManager.default.contents(atPath: file), let text = String(data: data, encoding: .utf8)
        else {
            throw CommandFailure(zh: "无法读取 \(file)（应为 UTF-8 文本）", en: "\(file) cannot be read as UTF-8 text")
        }
        let form = HolidayForm(year: year ?? "", notice: notice ?? Self.notice(in: text), text: text)
        let wanted = ImportHolidays(form: form, actor: nil)
        let isConfirmed = confirm
        try await Program.with(options) { program in
            let app = program.app
            let plan =
                isConfirmed
                ? try await wanted.run(in: app) : try await app.database.read { try wanted.plan($0, in: app) }
            var table = TextTable()
            for move in plan.moves {
                table.add([
                    move.clock.due?.date.iso ?? "-", move.due?.date.iso ?? "-",
                    move.days.map { $0 > 0 ? "+\($0)" : "\($0)" } ?? "", move.clock.id, move.clock.title,
                ])
            }
            if !plan.moves.isEmpty { Terminal.say(table.text) }
            Terminal.say(summary(plan, isConfirmed).inTerminal)
        }
    }

    private func summary(_ plan: HolidayPlan, _ isDone: Bool) -> Phrase {
        let year = plan.arrangement.year
        return isDone
            ? Phrase(
                zh: "已导入 \(year) 年；\(plan.moves.count) 个未办结时限已调整（共 \(plan.examined) 个）",
                en: "Imported \(year); \(plan.moves.count) of \(plan.examined) open deadlines were moved"
            )
            : Phrase(
                zh: "导入 \(year) 年将调整 \(plan.moves.count) 个未办结时限（共 \(plan.examined) 个）；加 --confirm 导入",
                en:
                    "Importing \(year) would move \(plan.moves.count) of \(plan.examined) open deadlines; add --confirm to do it"
            )
    }

    private static func notice(in text: String) -> String {
        for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("#") {
            let words = line.dropFirst().trimmingCharacters(in: .whitespaces)
            for start in ["通知：", "通知:", "notice:"] where words.hasPrefix(start) {
                return words.dropFirst(start.count).trimmingCharacters(in: .whitespaces)
            }
        }
        return ""
    }
}
