/// Pages, feeds and mails show plain text as paragraphs and as a short summary.

/// A text without markup, as its author typed it.
package struct PlainText: Sendable, Hashable {
    /// The text as typed.
    package let text: String

    /// Wraps a text; nothing is changed.
    package init(_ text: String) {
        self.text = text
    }

    /// The paragraphs: lines with something on them, without the spaces at both ends (the ideographic indent included).
    package var paragraphs: [String] {
        text.split(whereSeparator: \.isNewline).map { PlainText.trimmed($0) }.filter { !$0.isEmpty }
    }

    /// The beginning of the text in at most so many characters, the mark … of a cut included.
    ///
    /// Paragraphs are joined by a space. A cut falls after the last full sentence if that keeps at least half, and
    /// never inside a word of letters or digits unless the word alone is too long.
    package func summary(characters limit: Int = 100) -> String {
        guard limit > 0 else { return "" }
        var characters: [Character] = []
        for paragraph in paragraphs {
            if !characters.isEmpty { characters.append(" ") }
            characters.append(contentsOf: paragraph.prefix(limit + 2))
            if characters.count > limit { return PlainText.cut(characters, to: limit) }
        }
        return String(characters)
    }

    private static func cut(_ characters: [Character], to limit: Int) -> String {
        if let end = characters.prefix(limit - 1).lastIndex(where: { sentenceEnds.contains($0) }), end * 2 >= limit {
            return String(characters[...end]) + "…"
        }
        var end = limit - 1
        while end > 0 && isWord(characters[end - 1]) && isWord(characters[end]) { end -= 1 }
        if end == 0 { end = limit - 1 }
        while end > 0 && characters[end - 1].isWhitespace { end -= 1 }
        return String(characters[..<end]) + "…"
    }

    private static let sentenceEnds: Set<Character> = ["。", "！", "？", "；", "!", "?"]

    static func trimmed(_ text: some StringProtocol) -> String {
        guard let start = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[start...last])
    }

    /// Whether the character belongs to a script written in words, where a cut would hurt.
    static func isWord(_ character: Character) -> Bool {
        guard let first = character.unicodeScalars.first else { return false }
        return LetterKind(first.value) == .word
    }
}
