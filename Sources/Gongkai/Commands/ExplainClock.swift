import ArgumentParser
import Civil
import Database
import Disclosure
import Foundation
import Text
import Web

/// Counts one deadline and says how: every holiday skipped, every pause, the extension; the due day in the last line.
struct ExplainClock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: Phrase(zh: "逐步解释一个到期日", en: "Explain one deadline step by step").inTerminal,
        discussion: Phrase(
            zh:
                "例：gongkai clock explain --rule reg2019.reply --from 2024-02-05 --extend 20 --pause 2024-02-20..2024-02-28",
            en:
                "For example: gongkai clock explain --rule reg2019.reply --from 2024-02-05 --extend 20 --pause 2024-02-20..2024-02-28"
        ).inTerminal
    )

    @Option(
        help: ArgumentHelp(
            zh: "规则，如 reg2019.reply；写 disclosure.reply 则取当日有效的版本",
            en: "rule, such as reg2019.reply; disclosure.reply takes the version in force on the day",
            valueName: "key"
        )
    )
    var rule: String

    @Option(
        help: ArgumentHelp(
            zh: "起算事由发生的日期或时刻",
            en: "day or moment of the event that starts the clock",
            valueName: "date"
        )
    )
    var from: String

    @Option(
        help: ArgumentHelp(zh: "延长多少日（按规则的计日单位）", en: "extend by so many days of the rule's unit", valueName: "days")
    )
    var extend: String?

    @Option(help: ArgumentHelp(zh: "批准延期的人", en: "who approved the extension", valueName: "name"))
    var approver: String?

    @Option(
        help: ArgumentHelp(
            zh: "中止：发出日..答复日，可加 =事由；可多次；尚未答复的只写 发出日..",
            en: "pause: sent..answered, =reason may follow; may be repeated; sent.. while no answer has come",
            valueName: "days"
        )
    )
    var pause: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "重新起算的日期（补正、缴费），可加 =事由；可多次",
            en: "day of a restart (correction, payment), =reason may follow; may be repeated",
            valueName: "date"
        )
    )
    var restart: [String] = []

    @Option(
        help: ArgumentHelp(zh: "今天（尚未答复的中止计到这一天）", en: "today, up to which an open pause counts", valueName: "date")
    )
    var today: String?

    @Option(help: ArgumentHelp(zh: "语言：zh 或 en", en: "language: zh or en"))
    var lang: String?

    @Option(
        help: ArgumentHelp(zh: "把日历图写入 SVG 文件", en: "write a calendar picture into this SVG file", valueName: "file")
    )
    var svg: String?

    @Flag(
        help: ArgumentHelp(zh: "也按数据库中导入的年份计算", en: "count with the years imported into the database as well")
    )
    var imported = false

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        let language = try ClockWords.language(lang)
        let deadline = try counted(in: try await table())
        if let set = RuleSet.named(deadline.rule.version), !set.isInForce(on: deadline.clock.start.date) {
            Terminal.note(
                Phrase(
                    zh: "注意：\(deadline.clock.start.date.chinese)时规则版本 \(set.key) 并不有效，仍按它计算",
                    en:
                        "note: rule set \(set.key) was not in force on \(deadline.clock.start.date.english); counted by it all the same"
                )[language]
            )
        }
        if let svg { try write(DeadlineCalendar(deadline).file(in: language), to: svg) }
        let lines = deadline.explanation(chinese: language == .zh)
        Terminal.say((lines + [last(deadline)]).joined(separator: "\n"))
    }

    /// `due 2024-03-08`, for a limit in hours with the minute.
    private func last(_ deadline: Deadline) -> String {
        if case .hours = deadline.limit.length { return "due \(deadline.dueInstant.minuteText)" }
        return "due \(deadline.due.iso)"
    }

    private func table() async throws -> HolidayTable {
        guard imported else { return .stateCouncil }
        return try await Program.with(options) { program in
            try await program.app.database.read { try $0.holidayYears.table(over: .stateCouncil) }
        }
    }

    private func counted(in table: HolidayTable) throws -> Deadline {
        let question = ClockQuestion(
            rule: rule,
            from: from,
            extend: extend,
            approver: approver,
            pauses: pause,
            restarts: restart
        )
        do {
            let today = try today.map { try ClockQuestion.date($0) } ?? SystemClock.now().date
            return try question.deadline(in: table, asOf: today, ClockWords.language(lang))
        } catch let refusal as Refusal {
            throw CommandFailure(zh: refusal.words.zh, en: refusal.words.en)
        }
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        } catch {
            throw CommandFailure(
                zh: "无法写入 \(path)：\(error.localizedDescription)",
                en: "\(path) cannot be written: \(error.localizedDescription)"
            )
        }
    }
}
