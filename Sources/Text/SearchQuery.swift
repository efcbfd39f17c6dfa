/// A search finds the texts that contain every segment that was typed, each as it stands.

/// What a person typed into a search box, ready for either engine and for a plain scan.
///
/// Segments (parted by spaces or punctuation) are all required. Text between "…" or “…” is one phrase even where it
/// holds spaces. At most 12 phrases and 200 characters count; ``isCut`` tells when something was left out.
package struct SearchQuery: Sendable, Hashable {
    /// The phrases, all of which must be found; never empty, no two alike.
    package let phrases: [SearchPhrase]
    /// Whether the typed text was longer than a query may be, so that its end was ignored.
    package let isCut: Bool

    /// How many phrases a query may have.
    package static let phraseLimit = 12
    /// How many characters (Unicode scalars) of the typed text count.
    package static let characterLimit = 200

    /// Reads a query; nil when it holds nothing that can be searched for.
    package init?(_ typed: String) {
        let (scalars, isCut) = SearchQuery.limited(typed)
        var phrases: [SearchPhrase] = []
        var hasMore = false
        for part in SearchQuery.parts(of: scalars) {
            let normalised = SearchText.normalisedBytes(part.text)
            let needles =
                part.isQuoted
                ? [normalised.dropFirst().dropLast()]
                : normalised.split(separator: 0x20, omittingEmptySubsequences: true)
            for needle in needles where !needle.isEmpty {
                let phrase = SearchPhrase(normalised: Array(needle))
                if phrases.contains(phrase) { continue }
                if phrases.count < SearchQuery.phraseLimit { phrases.append(phrase) } else { hasMore = true }
            }
        }
        if phrases.isEmpty { return nil }
        self.phrases = phrases
        self.isCut = isCut || hasMore
    }

    /// Whether a normalised text (see ``SearchText/normalise(_:)``) contains every phrase.
    ///
    /// This is what the engines must agree with: the needle is contained, and where it begins or ends with a letter
    /// or digit of a word, the text's neighbour there belongs to no word.
    package func matches(normalised text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in phrases.allSatisfy { $0.firstMatch(in: bytes, from: 0) != nil } }
    }

    /// ``matches(normalised:)`` for UTF-8.
    package func matches(normalised text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in phrases.allSatisfy { $0.firstMatch(in: bytes, from: 0) != nil } }
    }

    /// The query for `MATCH` on an FTS5 table of tokens with `detail=full`: exact, no second look needed.
    package func fts5() -> String {
        phrases.map { phrase in
            let quoted = phrase.tokens.joined(separator: " ")
            return phrase.lastIsPrefix ? "\"\(quoted)\" *" : "\"\(quoted)\""
        }.joined(separator: " AND ")
    }

    /// The query for `tsv @@ CAST($1 AS tsquery)` on a tsvector without positions.
    ///
    /// It finds every match and some texts that only hold the tokens apart: check those with
    /// ``matches(normalised:)-(String)``; `strpos(normalised, needle)` is enough for phrases that neither start nor end
    /// in a word. Not for `to_tsquery`, which would cut the lexemes again.
    package func postgresQuery() -> String {
        var terms: [String] = []
        for phrase in phrases {
            for (index, token) in phrase.tokens.enumerated() where token != "\u{E000}" {
                let isPrefix = phrase.lastIsPrefix && index == phrase.tokens.count - 1
                let term = SearchQuery.lexeme(token) + (isPrefix ? ":*" : "")
                if !terms.contains(term) { terms.append(term) }
            }
        }
        return terms.joined(separator: " & ")
    }

    /// Quotes a lexeme for a `tsquery`: quotes and backslashes are doubled.
    static func lexeme(_ token: String) -> String {
        var quoted = "'"
        for scalar in token.unicodeScalars {
            if scalar == "'" || scalar == "\\" { quoted.unicodeScalars.append(scalar) }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "'"
    }
}

extension SearchQuery {
    /// The first characters of the typed text; a word that the limit would split is left out.
    private static func limited(_ typed: String) -> ([Unicode.Scalar], isCut: Bool) {
        let scalars = Array(typed.unicodeScalars.prefix(characterLimit + 1))
        if scalars.count <= characterLimit { return (scalars, false) }
        var end = characterLimit
        while end > 0 && isWord(scalars[end - 1]) && isWord(scalars[end]) { end -= 1 }
        return (Array(scalars.prefix(end == 0 ? characterLimit : end)), true)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        var isWord = false
        var text = String(scalar)
        text.withUTF8 { bytes in
            Folding.eachScalar(of: bytes) { _, kind, _ in isWord = isWord || kind == .word }
        }
        return isWord
    }

    private static func parts(of scalars: [Unicode.Scalar]) -> [(text: String, isQuoted: Bool)] {
        var parts: [(text: String, isQuoted: Bool)] = []
        var plain = String.UnicodeScalarView()
        var at = 0
        while at < scalars.count {
            if let close = closingQuote(for: scalars[at]), let end = scalars[(at + 1)...].firstIndex(of: close) {
                parts.append((String(plain), false))
                plain = String.UnicodeScalarView()
                var quoted = String.UnicodeScalarView()
                quoted.append(contentsOf: scalars[(at + 1)..<end])
                parts.append((String(quoted), true))
                at = end + 1
            } else {
                plain.append(scalars[at])
                at += 1
            }
        }
        return parts + [(String(plain), false)]
    }

    private static func closingQuote(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "\"", "＂": scalar
        case "“": "”"
        default: nil
        }
    }
}
