/// Plain text in lines of at most so many columns, as mail programs show it; a Chinese character takes two.
enum WrappedText {
    static let columns = 72
    private static let closing: Set<Character> = ["。", "，", "、", "；", "：", "！", "？", "）", "》", "」", "”", "〕"]

    /// Each paragraph is broken by itself; a word that is longer than a line, such as an address, stays whole.
    static func lines(_ text: String, columns: Int = columns) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
            wrapped(paragraph, columns)
        }.joined(separator: "\n")
    }

    private static func wrapped(_ paragraph: Substring, _ columns: Int) -> String {
        var lines: [String] = []
        var line = ""
        var width = 0
        for piece in pieces(paragraph) {
            let length = piece.reduce(0) { $0 + self.width($1) }
            if width + length > columns, !line.isEmpty {
                lines.append(trimmed(line))
                line = ""
                width = 0
            }
            if line.isEmpty, piece == " " { continue }
            line += piece
            width += length
        }
        lines.append(trimmed(line))
        return lines.joined(separator: "\n")
    }

    /// What must stand together: a word, or a Chinese character with the mark that closes it.
    private static func pieces(_ text: Substring) -> [String] {
        var pieces: [String] = []
        var isWord = false
        for character in text {
            let isWide = width(character) == 2
            if closing.contains(character), let last = pieces.popLast() {
                pieces.append(last + String(character))
                isWord = false
            } else if isWide || character == " " {
                pieces.append(String(character))
                isWord = false
            } else if isWord, let last = pieces.popLast() {
                pieces.append(last + String(character))
            } else {
                pieces.append(String(character))
                isWord = true
            }
        }
        return pieces
    }

    private static func width(_ character: Character) -> Int {
        character.unicodeScalars.contains { $0.value >= 0x1100 } ? 2 : 1
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
