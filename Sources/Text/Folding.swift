/// Two spellings of one word are one word to the search: full-width and half-width, capital and small letters.

/// Reads a text scalar by scalar in its folded form.
enum Folding {
    /// Calls `body` with every folded scalar, its kind, and the UTF-8 range of the original that it came from.
    ///
    /// One original scalar may give several folded ones (㎡ gives m and 2); all carry the same range.
    @inline(__always)
    static func eachScalar(
        of text: UnsafeBufferPointer<UInt8>,
        _ body: (UInt32, LetterKind, Range<Int>) -> Void
    ) {
        var at = 0
        while at < text.count {
            let (value, length) = decode(text, at)
            let range = at..<(at + length)
            at += length
            if value < 0x80 {
                body(lowered(value), LetterKind.isASCIIWord(UInt8(truncatingIfNeeded: value)) ? .word : .gap, range)
            } else if (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0xAC00 && value <= 0xD7A3) {
                body(value, .ideograph, range)
            } else if value >= 0xFF01 && value <= 0xFF5E {
                let half = value - 0xFEE0
                body(lowered(half), LetterKind.isASCIIWord(UInt8(truncatingIfNeeded: half)) ? .word : .gap, range)
            } else if (value >= 0x2010 && value <= 0x2027) || (value >= 0x3008 && value <= 0x3020) || value == 0x3002 {
                body(value, .gap, range)
            } else {
                for folded in rare(value) { body(folded, LetterKind(folded), range) }
            }
        }
    }

    @inline(__always)
    private static func lowered(_ ascii: UInt32) -> UInt32 {
        ascii >= 0x41 && ascii <= 0x5A ? ascii + 0x20 : ascii
    }

    /// The scalar at a byte offset and its length in bytes; the text is valid UTF-8, as every `String` is.
    @inline(__always)
    static func decode(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(text[at])
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | tail(text, at + 1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | tail(text, at + 1) << 6 | tail(text, at + 2), 3) }
        let low = tail(text, at + 2) << 6 | tail(text, at + 3)
        return ((first & 0x07) << 18 | tail(text, at + 1) << 12 | low, 4)
    }

    @inline(__always)
    private static func tail(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32 {
        at < text.count ? UInt32(text[at]) & 0x3F : 0
    }

    /// The folded form of a scalar that is neither ASCII nor common in Chinese text.
    private static func rare(_ value: UInt32) -> [UInt32] {
        if let replacement = Compatibility.replacement(value) { return replacement.unicodeScalars.map(\.value) }
        guard let scalar = Unicode.Scalar(value) else { return [0x20] }
        return scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
    }
}

extension [UInt8] {
    /// Appends one scalar as UTF-8.
    @inline(__always)
    mutating func append(scalar value: UInt32) {
        if value < 0x80 {
            append(UInt8(truncatingIfNeeded: value))
        } else if value < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        } else if value < 0x10000 {
            append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        } else {
            append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        }
    }
}
