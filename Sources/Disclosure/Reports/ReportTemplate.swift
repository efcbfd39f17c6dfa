import Text

/// The text of a section: Markdown with figures by name.
///
/// `{{items}}` is a number, `{{#items}}…{{/items}}` stands only where it is not zero, `{{^items}}…{{/items}}` only where it
/// is, `{{>channels}}` is a table or a chart of the format; `{{agency}}`, `{{year}}`, `{{first-day}}`, `{{last-day}}`,
/// `{{next-year}}` are words. Of Markdown: paragraphs, `###` headings, `-` and `1.` lists, `**strong**`.
package struct ReportTemplate: Sendable, Hashable {
    /// In characters.
    package static let longest = 40_000

    /// Words that every report knows.
    package enum Word: String, Sendable, CaseIterable {
        case agency, year, quarter
        case firstDay = "first-day"
        case lastDay = "last-day"
        case nextYear = "next-year"
    }

    enum Token: Sendable, Hashable {
        case text(String)
        case number(ReportNumber)
        case word(Word)
        case part(String)
        /// Up to the end of the same depth: only where the number is not zero (or is, with `whenZero`).
        case section(ReportNumber, whenZero: Bool, [Token])
    }

    let tokens: [Token]

    /// - Throws: a problem of the field `text` that says what is wrong, and in which line.
    package init(_ text: String) throws(Refusal) {
        guard text.count <= Self.longest else {
            throw .invalid([
                FieldProblem("text", zh: "不超过\(Self.longest)字", en: "At most \(Self.longest) characters")
            ])
        }
        var reader = Reader(text: text)
        tokens = try reader.tokens(until: nil)
    }

    /// Every number that is named in it, shown or not.
    package var numbers: Set<ReportNumber> { Self.numbers(of: tokens) }

    /// The tables and charts that are named in it.
    package var parts: [String] { Self.parts(of: tokens) }

    /// What was typed between the names.
    var literals: [String] { Self.literals(of: tokens) }

    private static func literals(of tokens: [Token]) -> [String] {
        tokens.flatMap { token -> [String] in
            switch token {
            case .text(let text): [text]
            case .section(_, _, let inner): literals(of: inner)
            case .part, .word, .number: []
            }
        }
    }

    private static func numbers(of tokens: [Token]) -> Set<ReportNumber> {
        tokens.reduce(into: []) { all, token in
            switch token {
            case .number(let number): all.insert(number)
            case .section(let number, _, let inner):
                all.insert(number)
                all.formUnion(numbers(of: inner))
            case .text, .word, .part: break
            }
        }
    }

    private static func parts(of tokens: [Token]) -> [String] {
        tokens.flatMap { token -> [String] in
            switch token {
            case .part(let key): [key]
            case .section(_, _, let inner): parts(of: inner)
            case .text, .word, .number: []
            }
        }
    }
}

extension ReportTemplate {
    private struct Reader {
        let lines: [Substring]
        private let text: String
        private var rest: Substring

        init(text: String) {
            self.text = text
            lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            rest = text[...]
        }

        private var line: Int { text[..<rest.startIndex].count { $0 == "\n" } + 1 }

        mutating func tokens(until end: String?) throws(Refusal) -> [Token] {
            var tokens: [Token] = []
            while let open = rest.firstRange(of: "{{") {
                if open.lowerBound > rest.startIndex { tokens.append(.text(String(rest[..<open.lowerBound]))) }
                rest = rest[open.lowerBound...]
                let place = line
                guard let close = rest.firstRange(of: "}}") else {
                    throw problem(place, zh: "有一个 {{ 没有对应的 }}", en: "a {{ has no }}")
                }
                let tag = String(rest[open.upperBound..<close.lowerBound])
                rest = rest[close.upperBound...]
                if tag.first == "/" {
                    guard String(tag.dropFirst()) == end else {
                        throw problem(place, zh: "{{\(tag)}} 没有对应的开头", en: "{{\(tag)}} closes nothing")
                    }
                    return tokens
                }
                tokens.append(try token(tag, at: place))
            }
            if let end { throw problem(line, zh: "缺少 {{/\(end)}}", en: "{{/\(end)}} is missing") }
            if !rest.isEmpty { tokens.append(.text(String(rest))) }
            rest = ""
            return tokens
        }

        private mutating func token(_ tag: String, at place: Int) throws(Refusal) -> Token {
            let name = String(tag.dropFirst())
            switch tag.first {
            case ">" where !name.isEmpty: return .part(name)
            case "#", "^":
                guard let number = ReportNumber(text: name) else { throw unknown(tag, place) }
                return .section(number, whenZero: tag.first == "^", try tokens(until: name))
            default:
                if let word = Word(rawValue: tag) { return .word(word) }
                guard let number = ReportNumber(text: tag) else { throw unknown(tag, place) }
                return .number(number)
            }
        }

        private func unknown(_ tag: String, _ place: Int) -> Refusal {
            problem(place, zh: "看不懂 {{\(tag)}}", en: "{{\(tag)}} is not understood")
        }

        private func problem(_ line: Int, zh: String, en: String) -> Refusal {
            .invalid([FieldProblem("text", zh: "第\(line)行：\(zh)", en: "Line \(line): \(en)")])
        }
    }
}
