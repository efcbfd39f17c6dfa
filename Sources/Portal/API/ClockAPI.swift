import Civil
import Disclosure
import Foundation
import HTTPTypes
import Hummingbird
import Text
import Web

/// Deadlines for programs: the rules there are, and one deadline with its whole explanation in both languages.
enum ClockAPI {
    /// Answers `/api/clock`: without `rule` every rule; with `rule` and `from`, and perhaps `extend`, `approver`, `pause`
    /// and `restart`, one deadline as `gongkai clock explain` counts it.
    static func answer(_ visit: Visit) async throws -> Response {
        let query = visit.query
        guard let rule = query["rule"] else { return try json(TimeLimit.all.compactMap(Rule.init)) }
        let question = ClockQuestion(
            rule: rule,
            from: query.text("from"),
            extend: query["extend"],
            approver: query["approver"],
            pauses: query.all("pause"),
            restarts: query.all("restart")
        )
        do {
            let deadline = try question.deadline(
                in: visit.app.holidays,
                asOf: visit.app.now().date,
                visit.language
            )
            return try json(Explanation(deadline))
        } catch let refusal as Refusal {
            return try json(Problem(error: Bilingual(refusal.words)), status: .unprocessableContent)
        }
    }

    private static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .bytes(Array(try encoder.encode(value)), type: "application/json", status: status)
    }

    private struct Bilingual: Encodable {
        var zh: String
        var en: String

        init(_ phrase: Phrase) { (zh, en) = (phrase.zh, phrase.en) }
        init(_ words: Words) { (zh, en) = (words.zh, words.en) }
    }

    private struct Problem: Encodable {
        var error: Bilingual
    }

    private struct Rule: Encodable {
        var key: String
        var duty: Bilingual
        var length: Bilingual
        var basis: Bilingual
        var from: String
        var through: String?

        init?(_ limit: TimeLimit) {
            guard let set = RuleSet.named(limit.rule.version) else { return nil }
            key = limit.key
            duty = Bilingual(limit.duty)
            length = Bilingual(limit.length.words)
            basis = Bilingual(limit.rule.words)
            (from, through) = (set.from.iso, set.through?.iso)
        }
    }

    private struct Explanation: Encodable {
        var rule: String
        var basis: Bilingual
        /// The last day.
        var due: String
        /// The last moment, in milliseconds since 1970.
        var dueAt: Int64
        var linesZh: [String]
        var linesEn: [String]

        init(_ deadline: Deadline) {
            rule = deadline.limit.key
            basis = Bilingual(deadline.limit.rule.words)
            due = deadline.due.iso
            dueAt = deadline.dueInstant.milliseconds
            linesZh = deadline.explanation(chinese: true)
            linesEn = deadline.explanation(chinese: false)
        }
    }
}
