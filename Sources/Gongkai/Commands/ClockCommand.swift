import ArgumentParser
import Civil
import Text
import Web

/// Deadlines (时限) at the terminal: how one is counted, and which rules there are.
struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: Phrase(zh: "时限：逐步解释到期日，列出规则", en: "Deadlines: explain one step by step, list the rules").inTerminal,
        subcommands: [ExplainClock.self, ListClockRules.self]
    )
}

/// Lists every rule that a deadline can be counted by, with its law and article.
struct ListClockRules: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: Phrase(zh: "列出时限规则及其法律条文", en: "List the rules with law and article").inTerminal
    )

    @Option(help: ArgumentHelp(zh: "只列该日有效的规则", en: "only rules in force on this day", valueName: "date"))
    var on: String?

    @Option(help: ArgumentHelp(zh: "语言：zh 或 en", en: "language: zh or en"))
    var lang: String?

    func run() throws {
        let language = try ClockWords.language(lang)
        let day = try on.map { try ClockWords.date($0) }
        var table = TextTable()
        for limit in TimeLimit.all {
            guard let set = RuleSet.named(limit.rule.version) else { continue }
            if let day, !set.isInForce(on: day) { continue }
            let force = "\(set.from.iso)..\(set.through?.iso ?? "")"
            table.add([
                limit.key, length(of: limit)[language], force,
                "\(Phrase(limit.duty)[language])（\(Phrase(limit.rule.words)[language])）",
            ])
        }
        Terminal.say(table.text)
    }

    private func length(of limit: TimeLimit) -> Phrase {
        let words = limit.length.words
        guard let longest = limit.longestExtension else { return Phrase(words) }
        return Phrase(zh: "\(words.zh)+\(longest)", en: "\(words.en) + \(longest)")
    }
}

/// What is typed about a clock, read with a sentence for each mistake.
enum ClockWords {
    static func language(_ text: String?) throws -> Language {
        guard let text else { return Terminal.language }
        guard let language = Language(rawValue: text) else {
            throw CommandFailure(zh: "没有语言“\(text)”：请写 zh 或 en", en: "there is no language \"\(text)\": write zh or en")
        }
        return language
    }

    static func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate.read(text) else {
            throw CommandFailure(
                zh: "“\(text)”不是日期，请写成 2024-02-05",
                en: "\"\(text)\" is no date; write it like 2024-02-05"
            )
        }
        return date
    }

    /// A rule by its key, or the one of a family (`disclosure.reply`) that was in force on the day.
    static func limit(_ key: String, on date: CivilDate) throws -> TimeLimit {
        if let limit = TimeLimit.named(key) { return limit }
        let parts = key.split(separator: ".").map(String.init)
        if parts.count == 2, let family = RuleSet.Family(rawValue: parts[0]) {
            guard let limit = TimeLimit.inForce(parts[1], family, on: date) else {
                throw CommandFailure(
                    zh: "\(date.chinese)没有有效的规则 \(key)；规则见 gongkai clock rules --on \(date.iso)",
                    en:
                        "no rule \(key) was in force on \(date.english); gongkai clock rules --on \(date.iso) lists what was"
                )
            }
            return limit
        }
        let like = TimeLimit.all.map(\.key).filter { known in
            known.hasPrefix("\(parts.first ?? "").") || known.hasSuffix(".\(parts.last ?? "")")
        }
        let hint = like.isEmpty ? "" : like.prefix(6).joined(separator: ", ")
        throw CommandFailure(
            zh: "没有规则“\(key)”。\(hint.isEmpty ? "" : "相近的有：\(hint)。")全部规则见 gongkai clock rules",
            en: "there is no rule \"\(key)\". \(hint.isEmpty ? "" : "Similar: \(hint). ")All rules: gongkai clock rules"
        )
    }
}
