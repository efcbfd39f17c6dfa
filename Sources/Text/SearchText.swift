/// Full-text search is exact: what a person types is found wherever it stands, and never across punctuation.
///
/// Both engines index the same tokens, made here: SQLite FTS5 with `unicode61 remove_diacritics 0` reads
/// ``SearchText/indexed(normalised:)`` as it is; PostgreSQL takes it apart with `string_to_array(…, ' ')`.

/// The searchable form of a text and its tokens.
package enum SearchText {
    /// Folds a text for search: small letters, half-width forms, and one space for everything that is no letter or digit.
    ///
    /// What stands between two spaces is a *segment*: «应。当» gives two, «2018年工作» one. The result begins and ends
    /// with a space and is unchanged by a second folding. Invisible formatting characters disappear.
    package static func normalise(_ text: String) -> String {
        String(decoding: normalisedBytes(text), as: UTF8.self)
    }

    /// ``normalise(_:)`` as UTF-8, for callers that scan.
    package static func normalisedBytes(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { bytes in
            var folded: [UInt8] = [0x20]
            folded.reserveCapacity(bytes.count + 2)
            var endsInGap = true
            Folding.eachScalar(of: bytes) { value, kind, _ in
                switch kind {
                case .word, .ideograph:
                    folded.append(scalar: value)
                    endsInGap = false
                case .gap:
                    if !endsInGap { folded.append(0x20) }
                    endsInGap = true
                case .invisible: break
                }
            }
            if !endsInGap { folded.append(0x20) }
            return folded
        }
    }

    /// The tokens of a text in order: words whole, ideographs as overlapping pairs and the last one alone, and
    /// U+E000 between segments, so that no phrase can reach across punctuation.
    ///
    /// Words longer than 64 scalars come in pieces that are marked as such. Scalars that the Unicode 6.1 tables of
    /// SQLite would drop or change are written as U+E001 and six hexadecimal digits.
    package static func tokens(ofDocument text: String) -> [String] {
        indexedBytes(normalised: normalisedBytes(text)).split(separator: 0x20).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The tokens of a text joined by single spaces, as both engines take them.
    package static func indexed(_ text: String) -> String {
        String(decoding: indexedBytes(normalised: normalisedBytes(text)), as: UTF8.self)
    }

    /// As ``indexed(_:)``, for a text that has been normalised and stored.
    package static func indexed(normalised text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var writer = TokenWriter(capacity: bytes.count * 2)
            writer.write(bytes, endsOpen: false)
            return String(decoding: writer.bytes, as: UTF8.self)
        }
    }

    /// The different ones of tokens that are separated by spaces, each once, in the order of their first occurrence.
    package static func distinct(_ tokens: String) -> String {
        var tokens = tokens
        return tokens.withUTF8 { bytes in
            var seen: Set<Token> = []
            var distinct: [UInt8] = []
            for slice in bytes.split(separator: 0x20) where seen.insert(Token(bytes: slice)).inserted {
                if !distinct.isEmpty { distinct.append(0x20) }
                distinct += slice
            }
            return String(decoding: distinct, as: UTF8.self)
        }
    }

    /// A token in a buffer, compared by its bytes: equality of strings would ask Unicode each time.
    private struct Token: Hashable {
        let bytes: UnsafeBufferPointer<UInt8>.SubSequence

        static func == (one: Token, other: Token) -> Bool { one.bytes.elementsEqual(other.bytes) }

        func hash(into hasher: inout Hasher) {
            hasher.combine(bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes)))
        }
    }

    private static func indexedBytes(normalised: [UInt8]) -> [UInt8] {
        normalised.withUnsafeBufferPointer { bytes in
            var writer = TokenWriter(capacity: bytes.count * 2)
            writer.write(bytes, endsOpen: false)
            return writer.bytes
        }
    }
}
