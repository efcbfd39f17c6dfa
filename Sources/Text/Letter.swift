/// Search sees a text as words, ideographs and gaps; this file decides which scalar is which.

/// What a scalar is to the search: part of a word, one ideograph, a gap, or nothing at all.
enum LetterKind: UInt8 {
    /// Punctuation, space, symbols: ends a segment.
    case gap
    /// A letter, mark or digit of a script that is written in words.
    case word
    /// A character of a script that is written without spaces: Han, kana, Hangul, Bopomofo, private use.
    case ideograph
    /// Invisible formatting such as a zero width space, which is dropped without ending anything.
    case invisible
}

extension LetterKind {
    /// The kind of a scalar that has already been folded.
    init(_ value: UInt32) {
        if value < 0x80 {
            self = LetterKind.isASCIIWord(UInt8(truncatingIfNeeded: value)) ? .word : .gap
        } else if LetterKind.isIdeograph(value) {
            self = .ideograph
        } else if LetterKind.isInvisible(value) {
            self = .invisible
        } else if let scalar = Unicode.Scalar(value), LetterKind.isLetterOrDigit(scalar) {
            self = .word
        } else {
            self = .gap
        }
    }

    @inline(__always)
    static func isASCIIWord(_ byte: UInt8) -> Bool {
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
    }

    /// Whether the scalar belongs to a script without spaces between words.
    ///
    /// Private use scalars count too: old Chinese documents write rare names with them.
    @inline(__always)
    static func isIdeograph(_ value: UInt32) -> Bool {
        if value >= 0x4E00 && value <= 0x9FFF { return true }
        return value >= 0x1100 && isRareIdeograph(value)
    }

    private static func isRareIdeograph(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x11FF, 0x2E80...0x2E99, 0x2E9B...0x2EF3, 0x2F00...0x2FD5, 0x3005...0x3007, 0x3021...0x3029,
            0x3031...0x3035, 0x3038...0x303C, 0x3041...0x3096, 0x3099...0x309A, 0x309D...0x309F,
            0x30A1...0x30FA, 0x30FC...0x30FF, 0x3105...0x312F, 0x3131...0x318E, 0x31A0...0x31BF,
            0x31F0...0x31FF, 0x3400...0x4DBF, 0xAC00...0xD7A3, 0xE000...0xFAFF, 0xFF66...0xFF9F,
            0xFFA1...0xFFDC, 0x1B000...0x1B16F, 0x20000...0x3FFFD, 0xF0000...0x10FFFD:
            true
        default: false
        }
    }

    private static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
            0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
