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
        let start = try instant(from)
        let limit = try ClockWords.limit(rule, on: start.date)
        let clock = LegalClock(
            limit,
            event: limit.event,
            start: start,
            restarts: try restart.map(readRestart),
            pauses: try pause.map(readPause),
            extended: try extend.map(readExtension)
        )
        if let early = clock.restarts.first(where: { $0.on < start.date }) {
            throw CommandFailure(
                zh: "重新起算日 \(early.on.iso) 早于起算日 \(start.date.iso)",
                en: "the restart on \(early.on.iso) is before the event on \(start.date.iso)"
            )
        }
        do {
            return try clock.deadline(in: table, asOf: try today.map(ClockWords.date) ?? SystemClock.now().date)
        } catch let reason as NoDeadline {
            throw CommandFailure(zh: reason.words.zh, en: reason.words.en)
        }
    }

    private func instant(_ text: String) throws -> Instant {
        if let date = CivilDate.read(text) { return .start(of: date) }
        if let moment = Instant.read(text) { return moment }
        return .start(of: try ClockWords.date(text))
    }

    private func readExtension(_ text: String) throws -> LegalClock.Extension {
        guard let count = Int(text) else {
            throw CommandFailure(
                zh: "延长“\(text)”不是天数，请写数字，如 20",
                en: "an extension of \"\(text)\" is no number of days; write it like 20"
            )
        }
        let name = Phrase(zh: "本机关负责人", en: "the head of the office")
        return .init(count: count, approver: try approver ?? name[ClockWords.language(lang)])
    }

    private func readRestart(_ text: String) throws -> LegalClock.Restart {
        let (days, reason) = parts(text)
        let words = reason ?? Words(zh: "收到补正材料或者费用", en: "correction or payment received")
        return .init(on: try ClockWords.date(days), reason: words)
    }

    private func readPause(_ text: String) throws -> LegalClock.Pause {
        let (days, reason) = parts(text)
        guard let points = days.range(of: "..") else {
            throw CommandFailure(
                zh: "中止“\(text)”应写成 发出日..答复日，如 2024-02-20..2024-02-28",
                en: "write the pause \"\(text)\" as sent..answered, like 2024-02-20..2024-02-28"
            )
        }
        let sent = try ClockWords.date(String(days[..<points.lowerBound]))
        let rest = String(days[points.upperBound...])
        let answered = rest.isEmpty ? nil : try ClockWords.date(rest)
        if let answered, answered < sent {
            throw CommandFailure(
                zh: "中止“\(text)”的答复日早于发出日",
                en: "the answer of the pause \"\(text)\" is before its sending"
            )
        }
        let words = reason ?? Words(zh: "征求意见", en: "consultation")
        return .init(sentOn: sent, answeredOn: answered, reason: words)
    }

    private func parts(_ text: String) -> (days: String, reason: Words?) {
        guard let mark = text.firstIndex(of: "=") else { return (text, nil) }
        let reason = String(text[text.index(after: mark)...])
        return (String(text[..<mark]), reason.isEmpty ? nil : Words(zh: reason, en: reason))
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
