/// A scan must not be fooled by full-width digits or invisible characters, and must still say where it found things.

/// A text as folded scalars with their places in the original.
struct ScannedText {
    /// Half-width scalars without invisible ones; spaces of any kind are U+0020, ends of lines U+000A.
    private(set) var values: [UInt32] = []
    /// Where each scalar stands in the original, in UTF-8 bytes.
    private var sources: [Range<Int>] = []

    init(_ text: String) {
        values.reserveCapacity(text.utf8.count / 2)
        sources.reserveCapacity(text.utf8.count / 2)
        var offset = 0
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            if let value = Self.folded(scalar.value) {
                values.append(value)
                sources.append(offset..<(offset + length))
            }
            offset += length
        }
    }

    /// The UTF-8 range of folded scalars in the original.
    func source(of range: Range<Int>) -> Range<Int> {
        sources[range.lowerBound].lowerBound..<sources[range.upperBound - 1].upperBound
    }

    /// The folded text of a range.
    func text(of range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for value in values[range] {
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return String(text)
    }

    /// The scalar at a place, or 0 outside the text.
    @inline(__always)
    subscript(place: Int) -> UInt32 {
        place >= 0 && place < values.count ? values[place] : 0
    }

    /// The place after at most so many spaces.
    func skippingSpaces(from place: Int, atMost limit: Int = 8) -> Int {
        var at = place
        while at - place < limit && self[at] == 0x20 { at += 1 }
        return at
    }

    /// The place after a word, whose letters may be set apart by up to three spaces each; nil when it is not there.
    func end(of word: [UInt32], at place: Int) -> Int? {
        var at = place
        for (index, letter) in word.enumerated() {
            if index > 0 { at = skippingSpaces(from: at, atMost: 3) }
            if self[at] != letter { return nil }
            at += 1
        }
        return at
    }

    private static func folded(_ value: UInt32) -> UInt32? {
        if value < 0x80 {
            return value == 0x09 ? 0x20 : (0x0A...0x0D).contains(value) ? 0x0A : value
        }
        switch value {
        case 0xFF01...0xFF5E: return value - 0xFEE0
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return 0x20
        case 0x85, 0x2028, 0x2029: return 0x0A
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: return nil
        default: return value
        }
    }
}
