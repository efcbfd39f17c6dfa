/// Codes are copied from scans, tables and chats: width, case and spaces of what was typed carry no meaning.

/// Typed text reduced to the characters of a code.
enum TypedCode {
    /// Half-width capitals without spaces and invisible characters.
    static func characters(of typed: String) -> [Character] {
        Array(String(anyCase(typed)).uppercased())
    }

    /// Half-width characters without spaces and invisible ones.
    static func anyCase(_ typed: String) -> [Character] {
        var folded = String.UnicodeScalarView()
        for scalar in typed.unicodeScalars {
            let half = halfWidth(scalar)
            if half.properties.isWhitespace || half.properties.isDefaultIgnorableCodePoint { continue }
            folded.append(half)
        }
        return Array(String(folded))
    }

    /// The half-width form of a full-width ASCII scalar or space, other scalars unchanged.
    static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000, 0xA0: " "
        default: scalar
        }
    }

    /// The value of an ASCII digit.
    static func digit(_ character: Character) -> Int? {
        guard let ascii = character.asciiValue, ascii >= 0x30, ascii <= 0x39 else { return nil }
        return Int(ascii) - 0x30
    }

    /// The values of ASCII digits, or the place (from 0) of the first character that is none.
    static func digits(_ characters: some Sequence<Character>) -> (values: [Int], firstOther: Int?) {
        var values: [Int] = []
        for (place, character) in characters.enumerated() {
            guard let value = digit(character) else { return (values, place) }
            values.append(value)
        }
        return (values, nil)
    }
}

extension CodeProblem {
    static func wrongLength(_ name: (zh: String, en: String), _ count: Int, expected: String) -> CodeProblem {
        if count == 0 {
            return CodeProblem(zh: "请填写\(name.zh)。", en: "Enter the \(name.en).")
        }
        return CodeProblem(
            zh: "\(name.zh)应为\(expected)位，现为\(count)位，请核对是否漏填或多填。",
            en: "The \(name.en) has \(expected) characters, but \(count) were entered. Check for missing or extra ones."
        )
    }

    static func notADigit(_ name: (zh: String, en: String), _ character: Character, place: Int) -> CodeProblem {
        CodeProblem(
            zh: "\(name.zh)第\(place + 1)位“\(character)”不是数字，请改为数字。",
            en: "Character \(place + 1) of the \(name.en), “\(character)”, is no digit. Enter a digit."
        )
    }
}
