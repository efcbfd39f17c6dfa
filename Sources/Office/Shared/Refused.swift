import Disclosure
import HTTPTypes
import Html
import Text
import Web

/// A refusal that is answered on the page it came from, with everything that was typed still there.
struct Refused: Sendable {
    var problems: [FieldProblem] = []
    var words: Phrase?
    var status: HTTPResponse.Status

    /// - Throws: the refusal itself where there is no page to go back to: nothing there, or not allowed.
    init(_ refusal: Refusal) throws(Refusal) {
        switch refusal {
        case .invalid(let problems):
            self.problems = problems
            status = .unprocessableContent
        case .conflict(let phrase), .wrongState(let phrase):
            words = phrase
            status = .conflict
        case .signInFailed(let phrase):
            words = phrase
            status = .unprocessableContent
        case .notFound, .notAllowed, .tooMany:
            throw refusal
        }
    }

    /// The error beside one field.
    func message(_ key: String) -> Phrase? { problems.first { $0.key == key }?.message }

    /// What stands at the top of the page.
    func summary(in language: Language) -> HTML {
        let mistakes = problems.map { ErrorSummary.Mistake(key: $0.key, message: $0.message) }
        let notice = words.map { Notice(kind: .wrong, title: $0).html(in: language) } ?? .empty
        return notice + ErrorSummary(mistakes: mistakes).html(in: language)
    }
}

/// A small form with what was typed into it and what was wrong with that.
struct FilledForm: Sendable {
    var typed = FormFields()
    var refused: Refused?
    var language: Language

    /// A field with its typed value, or with what it holds so far.
    func field(_ field: FormField, otherwise value: String = "") -> HTML {
        let shown: FieldValue =
            switch field.control {
            case .text(let entry) where entry.kind == .password: .blank
            case .checkboxes where refused != nil: .choices(typed.all(field.key))
            case .checkboxes: .choices(value.split(separator: ",").map(String.init))
            default: .text(typed[field.key] ?? value)
            }
        return field.html(in: language, value: shown, error: refused?.message(field.key))
    }

    var summary: HTML { refused?.summary(in: language) ?? .empty }
    var status: HTTPResponse.Status { refused?.status ?? .ok }
    var hasErrors: Bool { refused != nil }
}
