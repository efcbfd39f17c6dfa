import Civil
import Disclosure
import Html
import Text
import Web

/// A small question that people answer and robots do not bother with: a sum in words, a field that must stay empty, and a
/// least time; it works without scripts, pictures and outside services, and a screen reader reads it out.
///
/// The answer is sealed in the form. A sealed answer can be sent again while it lasts; how often is the rate limit's matter.
struct Challenge: Sendable {
    static let field = "sum"
    static let ticketField = "question"
    /// Nobody sees it, so nobody fills it in.
    static let trap = "homepage"
    private static let purpose = "challenge"
    /// In milliseconds.
    static let leastTime: Int64 = 3_000
    private static let validFor = Instant.hours(4)

    private var first: Int
    private var second: Int
    private var ticket: String

    /// A new question.
    /// - Throws: `KeyRing.Failure` where there is no key.
    static func make(in app: App) throws -> Challenge {
        let chance = app.randomBytes(2)
        let (first, second) = (Int(chance[0] % 8) + 2, Int(chance[1] % 8) + 2)
        let ticket = try SealedTicket.issue("\(first) \(second)", for: purpose, in: app)
        return Challenge(first: first, second: second, ticket: ticket)
    }

    /// The question of a form that came back; nil when it ended.
    private static func read(_ form: FormFields, _ app: App) -> (challenge: Challenge, age: Int64)? {
        let ticket = form[ticketField] ?? ""
        guard let found = SealedTicket.read(ticket, for: purpose, validFor: validFor, in: app) else { return nil }
        let numbers = found.text.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 2 else { return nil }
        let age = app.now().milliseconds - found.issuedAt.milliseconds
        return (Challenge(first: numbers[0], second: numbers[1], ticket: ticket), age)
    }

    /// What is wrong with the answer.
    static func problem(in form: FormFields, _ app: App) -> FieldProblem? {
        guard let (challenge, age) = read(form, app) else {
            return FieldProblem(field, zh: "验证题已过期，请回答新的一题", en: "The question has expired; answer the new one")
        }
        guard challenge.isAnswered(by: form) else {
            return FieldProblem(field, zh: "得数不对，请回答新的一题", en: "That is not the sum; answer the new question")
        }
        guard age >= leastTime else {
            return FieldProblem(
                field,
                zh: "提交得太快，请稍等几秒再提交一次",
                en: "That was too quick; wait a few seconds and send it again"
            )
        }
        return nil
    }

    private func isAnswered(by form: FormFields) -> Bool {
        guard (form[Self.trap] ?? "").isEmpty else { return false }
        let typed = form.text(Self.field).lowercased()
        let sum = first + second
        let digits = String(typed.unicodeScalars.map { Self.narrowed($0) })
        return digits == "\(sum)" || typed == Self.chinese(sum) || typed == Self.english[sum]
    }

    private static func narrowed(_ scalar: Unicode.Scalar) -> Character {
        0xFF10...0xFF19 ~= scalar.value ? Character(String(scalar.value - 0xFF10)) : Character(scalar)
    }

    // MARK: The question

    /// The question of the form: the one that was answered rightly, or a new one.
    static func fields(for form: FormFields, problem: FieldProblem?, in visit: Visit) throws -> HTML {
        let known = read(form, visit.app)?.challenge
        let answered = known.flatMap { $0.isAnswered(by: form) ? $0 : nil }
        let challenge = try answered ?? make(in: visit.app)
        let typed = answered == nil ? "" : form.text(field)
        let question = FormField(
            key: field,
            label: challenge.question,
            hint: Phrase(zh: "用来防止机器人自动提交，请填数字", en: "This keeps robots out; a number will do"),
            isRequired: true,
            control: .text(TextEntry(longest: 20, isShort: true))
        ).html(in: visit.language, value: .text(typed), error: problem?.message)
        let empty = Phrase(zh: "这一格请留空", en: "Leave this empty")
        return """
            \(question)\(HiddenField(name: ticketField, value: challenge.ticket).html(in: visit.language))\
            <div hidden><label for="\(trap)">\(empty[visit.language])</label>\
            <input id="\(trap)" name="\(trap)" value="" autocomplete="off" tabindex="-1"></div>
            """
    }

    private var question: Phrase {
        Phrase(
            zh: "\(Self.chinese(first))加\(Self.chinese(second))等于几？",
            en: "How much is \(Self.english[first]) plus \(Self.english[second])?"
        )
    }

    private static func chinese(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        return number < 10 ? digits[number] : "十" + digits[number - 10]
    }

    private static let english = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    ]
}
