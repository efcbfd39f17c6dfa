internal import Mustache
import Text

/// The text of a kind of letter, with places for values, which an office may change.
///
/// Of Mustache only `{{name}}` and `{{#name}}…{{/name}}` are allowed, and only names that letters have: a name that does
/// not exist would otherwise be rendered as nothing, and a letter would go out with a hole.
package struct LetterTemplate: Sendable {
    /// What a letter may name.
    package static let names = [
        "agency", "amount", "answer", "applicant", "article", "case_number", "days", "deadline", "due_on", "grounds",
        "items", "kind", "organ", "outcome", "pages", "party", "reason", "received_on", "remedy", "serial", "telephone",
        "today", "until", "year",
    ]
    /// In characters.
    package static let longest = 10_000

    private let template: MustacheTemplate

    /// - Throws: what is wrong with the text, and where.
    package init(_ text: String) throws(Refusal) {
        if let problem = Self.problem(in: text) {
            throw .invalid([FieldProblem("text", problem)])
        }
        do {
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
        } catch {
            throw .invalid([
                FieldProblem(
                    "text",
                    zh: "模板的标记没有配对，请检查 {{#…}} 与 {{/…}}",
                    en: "The marks do not pair; check {{#…}} and {{/…}}"
                )
            ])
        }
    }

    /// The letter with its values; what has none is left out, with the section around it.
    package func text(_ values: [String: String]) -> String {
        let filled = values.filter { !$0.value.isEmpty }
        return template.render(filled).split(separator: "\n", omittingEmptySubsequences: false)
            .reduce(into: [Substring]()) { lines, line in
                // A section that was left out leaves no hole.
                if !(line.isEmpty && lines.last?.isEmpty ?? true) { lines.append(line) }
            }.joined(separator: "\n")
    }

    private static func problem(in text: String) -> Phrase? {
        guard text.count <= longest else {
            return Phrase(zh: "模板不超过\(longest)字", en: "A template has at most \(longest) characters")
        }
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                return Phrase(zh: "有一个 {{ 没有对应的 }}", en: "A {{ has no }}")
            }
            let tag = rest[open.upperBound..<close.lowerBound]
            let name = tag.first == "#" || tag.first == "/" ? tag.dropFirst() : tag
            guard names.contains(String(name)) else {
                return Phrase(
                    zh: "没有「\(tag)」这个名称；可以用：\(names.joined(separator: "、"))",
                    en: "There is no name «\(tag)»; there are: \(names.joined(separator: ", "))"
                )
            }
            rest = rest[close.upperBound...]
        }
        return nil
    }
}
