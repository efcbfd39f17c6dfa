import Civil
package import Text

/// A part of a report's text, with its numbers still known as numbers.
package enum ReportBlock: Sendable, Hashable {
    case heading([ReportInline])
    case paragraph([ReportInline])
    case list([[ReportInline]], isNumbered: Bool)
    /// A table or chart of the format.
    case part(String)
}

/// A run within a paragraph.
package enum ReportInline: Sendable, Hashable {
    case text(String)
    case strong(String)
    case number(ReportNumber, String)
}

extension ReportTemplate {
    /// The text with its numbers put in.
    ///
    /// - Parameters:
    ///   - values: of every number that is named; one that is not there is a gap.
    ///   - words: what `{{agency}}` and the like stand for.
    package func blocks(
        _ values: [ReportNumber: FigureValue],
        words: [Word: String],
        in language: Language = .zh
    ) -> [ReportBlock] {
        var lines: [[Piece]] = [[]]
        put(tokens, values, words, language, &lines)
        return Self.blocks(of: lines)
    }

    /// Text that is still to be cut into lines, and what is put between.
    private enum Piece {
        case text(Substring)
        case number(ReportNumber, String)
        case part(String)
    }

    private func put(
        _ tokens: [Token],
        _ values: [ReportNumber: FigureValue],
        _ words: [Word: String],
        _ language: Language,
        _ lines: inout [[Piece]]
    ) {
        for token in tokens {
            switch token {
            case .text(let text): Self.append(text, &lines)
            case .word(let word): Self.append(words[word] ?? "", &lines)
            case .number(let number):
                let text = (values[number] ?? .missing).words[language]
                lines[lines.count - 1].append(.number(number, text))
            case .part(let key): lines[lines.count - 1].append(.part(key))
            case .section(let number, let whenZero, let inner):
                if (values[number] ?? .missing).isNothing == whenZero { put(inner, values, words, language, &lines) }
            }
        }
    }

    private static func append(_ text: String, _ lines: inout [[Piece]]) {
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if place > 0 { lines.append([]) }
            if !line.isEmpty { lines[lines.count - 1].append(.text(line)) }
        }
    }

    /// Lines that follow each other are one paragraph; an empty one ends it.
    private static func blocks(of lines: [[Piece]]) -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        var isOpen = false
        for line in lines {
            guard let (mark, rest) = marked(line) else {
                isOpen = false
                continue
            }
            if case .part(let key)? = rest.first, mark == .none {
                blocks.append(.part(key))
                isOpen = false
                continue
            }
            let runs = inlines(of: rest)
            switch mark {
            case .heading: blocks.append(.heading(runs))
            case .item(let isNumbered):
                if isOpen, case .list(let items, let before)? = blocks.last, before == isNumbered {
                    blocks[blocks.count - 1] = .list(items + [runs], isNumbered: isNumbered)
                } else {
                    blocks.append(.list([runs], isNumbered: isNumbered))
                }
            case .none:
                if isOpen, case .paragraph(let before)? = blocks.last {
                    blocks[blocks.count - 1] = .paragraph(before + runs)
                } else {
                    blocks.append(.paragraph(runs))
                }
            }
            isOpen = mark != .heading
        }
        return blocks
    }

    private enum Mark: Equatable {
        case none, heading
        case item(isNumbered: Bool)
    }

    /// What a line is, and the line without the mark that says so; nil for an empty line.
    private static func marked(_ line: [Piece]) -> (Mark, [Piece])? {
        guard let first = line.first else { return nil }
        guard case .text(let text) = first else { return (.none, line) }
        let trimmed = text.drop { $0 == " " || $0 == "\u{3000}" }
        if trimmed.isEmpty && line.count == 1 { return nil }
        func without(_ count: Int, _ mark: Mark) -> (Mark, [Piece]) {
            let rest = trimmed.dropFirst(count).drop { $0 == " " }
            return (mark, (rest.isEmpty ? [] : [.text(rest)]) + line.dropFirst())
        }
        if trimmed.hasPrefix("### ") { return without(4, .heading) }
        if trimmed.hasPrefix("- ") { return without(2, .item(isNumbered: false)) }
        let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
        if (1...2).contains(digits.count), trimmed.dropFirst(digits.count).hasPrefix(". ") {
            return without(digits.count + 2, .item(isNumbered: true))
        }
        return (.none, [.text(trimmed)] + line.dropFirst())
    }

    /// `**` begins strong text and ends it, across numbers too.
    private static func inlines(of line: [Piece]) -> [ReportInline] {
        var runs: [ReportInline] = []
        var isStrong = false
        for piece in line {
            switch piece {
            case .number(let number, let text): runs.append(.number(number, text))
            case .part(let key): runs.append(.text(key))
            case .text(let text):
                for (place, run) in text.split(separator: "**", omittingEmptySubsequences: false).enumerated() {
                    if place > 0 { isStrong.toggle() }
                    if !run.isEmpty { runs.append(isStrong ? .strong(String(run)) : .text(String(run))) }
                }
            }
        }
        return runs
    }
}

extension FigureValue {
    /// Zero, or nothing at all.
    package var isNothing: Bool {
        switch self {
        case .number(0), .money(0), .missing, .notApplicable, .share(_, of: 0): true
        default: false
        }
    }

    /// As it stands in a sentence: 超过70000, 约40000, 2018年1月; a rate of fewer than five with what it is made of.
    package var words: Phrase {
        switch self {
        case .bound(let number, .above): Phrase(zh: "超过\(number)", en: "more than \(number)")
        case .bound(let number, .about): Phrase(zh: "约\(number)", en: "about \(number)")
        case .bound(let number, .atMost): Phrase(zh: "不超过\(number)", en: "at most \(number)")
        // One case more or less would be twenty per cent.
        case .share(let part, let whole) where (1..<5).contains(whole):
            Phrase(zh: "\(text(in: .zh))（\(part)/\(whole)）", en: "\(text(in: .en)) (\(part)/\(whole))")
        case .day(let day): Phrase(zh: day.chinese, en: day.english)
        case .month(let day): Phrase(zh: day.chineseMonth, en: day.englishMonthOfYear)
        default: Phrase(zh: text(in: .zh), en: text(in: .en))
        }
    }

    /// The whole number to reckon with: of money the fen; nil for what is none, or not exact.
    package var exact: Int? {
        switch self {
        case .number(let number), .bound(let number, .equal), .money(let number): number
        case .bound, .share, .day, .month, .notApplicable, .missing: nil
        }
    }
}
