import Civil
import Text
import Web

/// The parts of a plain text, by the numbering that official documents use (GB/T 9704-2012 §7.3.3: 一、 then （一）).
enum DocumentText {
    /// A heading is short and is no sentence.
    private static let longestHeading = 40

    static func blocks(of text: String) -> [Prose.Block] {
        var lines = PlainLine.all(in: text)
        var end: [Prose.Block] = []
        while let last = lines.last, isNote(last) {
            end.insert(.note(last), at: 0)
            lines.removeLast()
        }
        let signature = signature(of: lines)
        if !signature.isEmpty {
            lines.removeLast(signature.count)
            end.insert(.signature(signature), at: 0)
        }
        return lines.map(block) + end
    }

    /// Blocks of a text that is one field among others, where no signature is looked for.
    static func paragraphs(of text: String) -> [Prose.Block] {
        PlainLine.all(in: text).map(block)
    }

    private static func block(_ line: String) -> Prose.Block {
        guard line.count <= longestHeading, let last = line.last, !"。；;：:，,、！？".contains(last) else {
            return .paragraph(line)
        }
        if isNumbered(line[...], opening: nil, closing: "、") { return .heading(line) }
        if isNumbered(line[...], opening: "（", closing: "）") || isNumbered(line[...], opening: "(", closing: ")") {
            return .subheading(line)
        }
        return .paragraph(line)
    }

    /// Whether a line begins with a Chinese numeral between the marks.
    private static func isNumbered(_ line: Substring, opening: Character?, closing: Character) -> Bool {
        var rest = line
        if let opening {
            guard rest.first == opening else { return false }
            rest.removeFirst()
        }
        let numeral = rest.prefix { "一二三四五六七八九十百".contains($0) }
        return !numeral.isEmpty && rest.dropFirst(numeral.count).first == closing
    }

    /// 落款: the date in the last line with up to two short lines of names above it.
    private static func signature(of lines: [String]) -> [String] {
        guard let last = lines.last, lines.count > 1, isDate(last) else { return [] }
        let names = lines.dropLast().reversed().prefix(2).prefix { line in
            line.count <= 30 && !"。；：，".contains(line.last ?? "。")
        }
        return names.reversed() + [last]
    }

    /// «2018年3月8日», with or without blanks inside.
    private static func isDate(_ line: String) -> Bool {
        let tight = line.filter { !$0.isWhitespace }
        guard tight.hasSuffix("日"), tight.count <= 11 else { return false }
        let parts = tight.dropLast().split(whereSeparator: { $0 == "年" || $0 == "月" }).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return false }
        return CivilDate(year: year, month: month, day: day) != nil
    }

    /// A line such as （此件公开发布）.
    private static func isNote(_ line: String) -> Bool {
        line.count <= 20 && (line.hasPrefix("（此件") || line.hasPrefix("(此件"))
            && (line.hasSuffix("）") || line.hasSuffix(")"))
    }
}

/// One line of a text.
private enum PlainLine {
    /// The lines of a text that are not empty.
    static func all(in text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: "\n")).map { trimmed(Substring($0)) }.filter { !$0.isEmpty }
    }

    /// Without blanks at both ends; the two ideographic blanks of an indented paragraph go as well.
    static func trimmed(_ line: Substring) -> String {
        var rest = line
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
