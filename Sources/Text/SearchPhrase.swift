/// A phrase is found where its letters stand in the text, and a word only where it stands whole.

/// One phrase of a query, as tokens for the engines and as a needle for the plain scan.
package struct SearchPhrase: Sendable, Hashable {
    /// The tokens in order; consecutive in every text that matches.
    package let tokens: [String]
    /// Whether the last token (a single ideograph) stands for every token that begins with it.
    package let lastIsPrefix: Bool
    /// The normalised text to look for, without surrounding spaces.
    package let needle: String
    /// Whether the needle begins with a letter or digit of a word, so that no other may stand before it.
    package let startsInWord: Bool
    /// Whether the needle ends with a letter or digit of a word, so that no other may follow.
    package let endsInWord: Bool

    /// Makes a phrase of normalised text that neither begins nor ends with a space and is not empty.
    init(normalised needle: [UInt8]) {
        var writer = TokenWriter(capacity: needle.count * 2)
        (startsInWord, endsInWord) = needle.withUnsafeBufferPointer { bytes in
            writer.write(bytes, endsOpen: true)
            return (
                SearchPhrase.isWord(bytes, at: 0),
                SearchPhrase.isWord(bytes, at: SearchPhrase.scalarStart(bytes, before: bytes.count))
            )
        }
        tokens = writer.bytes.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        lastIsPrefix = writer.lastIsPrefix
        self.needle = String(decoding: needle, as: UTF8.self)
    }

    /// The byte range of the first match in a normalised text at or after an offset.
    func firstMatch(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        var needle = self.needle
        return needle.withUTF8 { wanted in
            guard let first = wanted.first, text.count >= wanted.count else { return nil }
            var at = start
            let last = text.count - wanted.count
            while at <= last {
                if text[at] == first && SearchPhrase.equal(text, at, wanted) {
                    let end = at + wanted.count
                    let isWhole =
                        !(startsInWord && at > 0
                        && SearchPhrase.isWord(text, at: SearchPhrase.scalarStart(text, before: at)))
                        && !(endsInWord && end < text.count && SearchPhrase.isWord(text, at: end))
                    if isWhole { return at..<end }
                }
                at += 1
            }
            return nil
        }
    }

    @inline(__always)
    private static func equal(
        _ text: UnsafeBufferPointer<UInt8>,
        _ at: Int,
        _ wanted: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        for index in 1..<max(wanted.count, 1) where text[at + index] != wanted[index] { return false }
        return true
    }

    private static func isWord(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let value = Folding.decode(text, offset).value
        return value != 0x20 && !LetterKind.isIdeograph(value)
    }

    private static func scalarStart(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
        var start = end - 1
        while start > 0 && text[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }
}
