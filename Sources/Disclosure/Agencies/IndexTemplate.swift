import Civil

/// How an agency writes its index numbers (索引号): no national pattern exists, so each agency has a template.
///
/// A template is literal text with places in braces: `{organisation-code}`, `{credit-code}`, `{region}`, `{department}`,
/// `{category}`, `{group}`, `{section}`, `{year}`, `{date}` (YYYYMMDD of the day formed) and exactly one `{serial:N}`
/// (N digits, zero-padded). The serial is unique and gap-free within everything else that the template renders.
package struct IndexTemplate: Sendable, Hashable {
    package let text: String
    private let parts: [Part]

    private enum Part: Sendable, Hashable {
        case literal(String)
        case place(Place)
        case serial(Int)
    }

    /// What a template may name besides the serial.
    package enum Place: String, Sendable, CaseIterable {
        case organisationCode = "organisation-code"
        case creditCode = "credit-code"
        case region, department, category, group, section, year, date
    }

    /// The six shapes that real agencies use.
    package static let examples = [
        "{organisation-code}/{year}-{serial:5}",
        "{credit-code}/{year}-{serial:5}",
        "{region}-{department}-{category}-{group}-{date}-{serial:4}",
        "{department}-{category}-{year}-{serial:5}",
        "{region}{department}{category}{section}{year}{serial:5}",
        "{department}{category}{group}-{year}-{serial:5}",
    ]

    /// - Throws: a problem of the field `index-template`, naming what is not understood and what is allowed.
    package init(_ text: String) throws(FieldProblem) {
        var parts: [Part] = []
        var literal = ""
        var rest = text[...]
        while let character = rest.first {
            if character == "{" {
                guard let close = rest.firstIndex(of: "}") else {
                    throw Self.problem(zh: "花括号没有成对", en: "a brace is not closed")
                }
                let name = rest[rest.index(after: rest.startIndex)..<close]
                if !literal.isEmpty { parts.append(.literal(literal)) }
                literal = ""
                parts.append(try Self.part(String(name)))
                rest = rest[rest.index(after: close)...]
            } else {
                literal.append(character)
                rest = rest.dropFirst()
            }
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        let serials = parts.filter { if case .serial = $0 { true } else { false } }
        guard serials.count == 1 else {
            throw Self.problem(zh: "模板必须恰有一个 {serial:位数}", en: "a template has exactly one {serial:digits}")
        }
        self.text = text
        self.parts = parts
    }

    private static func part(_ name: String) throws(FieldProblem) -> Part {
        if let place = Place(rawValue: name) { return .place(place) }
        if name.hasPrefix("serial:"), let digits = Int(name.dropFirst("serial:".count)), (1...9).contains(digits) {
            return .serial(digits)
        }
        let allowed = Place.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ") + " {serial:5}"
        throw problem(zh: "不认识 {\(name)}；可用：\(allowed)", en: "{\(name)} is not known; allowed: \(allowed)")
    }

    private static func problem(zh: String, en: String) -> FieldProblem {
        FieldProblem("index-template", zh: zh, en: en)
    }

    /// What the number says but its serial: the scope in which the serial counts.
    package func scope(_ values: [Place: String]) -> String {
        render(values, serial: nil)
    }

    /// The whole index number.
    package func number(_ values: [Place: String], serial: Int) -> String {
        render(values, serial: serial)
    }

    private func render(_ values: [Place: String], serial: Int?) -> String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .place(let place): values[place] ?? ""
            case .serial(let digits):
                serial.map { number in
                    let text = String(number)
                    return String(repeating: "0", count: max(0, digits - text.count)) + text
                } ?? "#"
            }
        }.joined()
    }
}
