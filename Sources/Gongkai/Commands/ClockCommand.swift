import ArgumentParser
import Civil
import Disclosure
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
        let day = try on.map(ClockWords.date)
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
        do {
            return try ClockQuestion.date(text)
        } catch {
            throw CommandFailure(zh: error.words.zh, en: error.words.en)
        }
    }
}
