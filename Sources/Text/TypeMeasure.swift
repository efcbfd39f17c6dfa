/// How wide type is about, and where its lines may break: nobody measures type on the server.

/// Widths in hundredths of the size of the type.
package enum TypeMeasure {
    /// Chinese characters are square, others about half as wide.
    package static func width(of text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x2E80...0xFFDC, 0x20000...0x3FFFF, 0x2014, 0x2018...0x201D, 0x2026: 100
        case 0x41...0x5A, 0x26, 0x25: 70
        case 0x6D, 0x77, 0x4D, 0x57: 88
        case 0x66, 0x69, 0x6A, 0x6C, 0x74, 0x20...0x22, 0x27...0x2F, 0x3A, 0x3B: 34
        default: 57
        }
    }

    /// The lines of a text, broken between Chinese characters or words; punctuation that ends something begins no line.
    ///
    /// - Parameter fits: whether a line is short enough; a word that is too long by itself keeps its line.
    package static func lines(_ text: String, fits: (String) -> Bool) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces(text) {
            if !line.isEmpty, !fits(line + trimmed(piece)) {
                lines.append(trimmed(line))
                line = piece == " " ? "" : piece
            } else {
                line += piece
            }
        }
        if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
        return lines
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, last == " " || last == "　" { text = text.dropLast() }
        return String(text)
    }

    /// What must not be broken: words with the space behind them, and Chinese characters with the marks that belong to them.
    package static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var opens = false
        for character in text {
            let isWide = character.unicodeScalars.first.map { width(of: $0) == 100 } ?? false
            let closes = "，。、；：！？）》」』”’".contains(character)
            let joins =
                pieces.last.map { last in
                    let before = last.last ?? " "
                    let wideBefore = before.unicodeScalars.first.map { width(of: $0) == 100 } ?? false
                    return opens || closes || (!isWide && !wideBefore && before != " ")
                } ?? false
            if joins { pieces[pieces.count - 1].append(character) } else { pieces.append(String(character)) }
            opens = "（《「『“‘".contains(character)
        }
        return pieces
    }
}
