/// A search result shows why it was found: the words around the first hit, with every hit marked.

/// A piece of a text around what was searched for.
package enum Snippet {
    /// A stretch of the snippet.
    package struct Piece: Sendable, Hashable {
        /// The text as it stands in the original, white space as single spaces.
        package let text: String
        /// Whether this is what was searched for.
        package let isHit: Bool
    }

    /// The words around the first hit, in at most so many characters with the marks … of both cuts included.
    ///
    /// Without a hit (the query was found in the title, say) it is the beginning of the text. The pieces joined give
    /// the snippet; empty only for a text without any characters but spaces.
    package static func pieces(of text: String, for query: SearchQuery, characters limit: Int = 120) -> [Piece] {
        let hits = SnippetHits(text, query)
        let first = hits.ranges.first?.lowerBound ?? 0
        let window = SnippetWindow(text, around: first, characters: max(limit, 3))
        var pieces: [Piece] = []
        for character in window.characters {
            let isHit = hits.touches(character.range)
            if let last = pieces.last, last.isHit == isHit {
                pieces[pieces.count - 1] = Piece(text: last.text + String(character.value), isHit: isHit)
            } else {
                pieces.append(Piece(text: String(character.value), isHit: isHit))
            }
        }
        return pieces
    }
}

/// Where the phrases of a query stand in a text, as UTF-8 ranges of the original.
private struct SnippetHits {
    /// In order of their beginnings.
    private(set) var ranges: [Range<Int>] = []

    /// More hits than any snippet can show are not collected.
    private static let limit = 200

    init(_ text: String, _ query: SearchQuery) {
        var folded: [UInt8] = [0x20]
        var sources: [Range<Int>] = [0..<0]
        var text = text
        text.withUTF8 { bytes in
            folded.reserveCapacity(bytes.count + 2)
            sources.reserveCapacity(bytes.count + 2)
            Folding.eachScalar(of: bytes) { value, kind, range in
                switch kind {
                case .word, .ideograph: folded.append(scalar: value)
                case .gap where folded.last != 0x20: folded.append(0x20)
                case .gap, .invisible: break
                }
                while sources.count < folded.count { sources.append(range) }
            }
        }
        folded.withUnsafeBufferPointer { bytes in
            for phrase in query.phrases {
                var from = 0
                var found = 0
                while found < SnippetHits.limit, let hit = phrase.firstMatch(in: bytes, from: from) {
                    ranges.append(sources[hit.lowerBound].lowerBound..<sources[hit.upperBound - 1].upperBound)
                    from = hit.upperBound
                    found += 1
                }
            }
        }
        ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    func touches(_ range: Range<Int>) -> Bool {
        !range.isEmpty && ranges.contains { $0.overlaps(range) }
    }
}

/// The characters of a snippet with their places in the original.
private struct SnippetWindow {
    struct Placed {
        let value: Character
        /// UTF-8 range in the original; empty for what was put in.
        let range: Range<Int>
    }

    private(set) var characters: [Placed] = []

    /// A quarter of the room goes to what stands before the hit, less where a sentence begins nearer; a text that
    /// fits is shown whole.
    init(_ text: String, around offset: Int, characters limit: Int) {
        let hit = SnippetWindow.characterStart(text, text.utf8.index(text.startIndex, offsetBy: offset))
        let isShort = text.prefix(limit + 1).count <= limit
        let start = isShort ? text.startIndex : SnippetWindow.start(text, before: hit, atMost: limit / 4)
        let isCutBefore = text[..<start].contains { !$0.isWhitespace }
        if isCutBefore { characters.append(Placed(value: "…", range: 0..<0)) }
        var at = start
        var utf8 = text.utf8.distance(from: text.startIndex, to: start)
        while at < text.endIndex && characters.count <= limit {
            let character = text[at]
            let length = character.utf8.count
            if !character.isWhitespace {
                characters.append(Placed(value: character, range: utf8..<(utf8 + length)))
            } else if let last = characters.last, last.value != " ", last.value != "…" {
                characters.append(Placed(value: " ", range: utf8..<(utf8 + length)))
            }
            utf8 += length
            at = text.index(after: at)
        }
        let hasMore = characters.count > limit || text[at...].contains { !$0.isWhitespace }
        if characters.count > limit { characters.removeLast(characters.count - limit) }
        if hasMore {
            if characters.count == limit { characters.removeLast() }
            if characters.last?.value == " " { characters.removeLast() }
            characters.append(Placed(value: "…", range: 0..<0))
        } else {
            while characters.last?.value == " " { characters.removeLast() }
        }
    }

    /// A hit may begin inside a character, at a letter whose accent is a scalar of its own, say.
    private static func characterStart(_ text: String, _ index: String.Index) -> String.Index {
        var start = index
        while start > text.startIndex && String.Index(start, within: text) == nil {
            start = text.utf8.index(before: start)
        }
        return start
    }

    private static func start(_ text: String, before hit: String.Index, atMost count: Int) -> String.Index {
        var start = hit
        for _ in 0..<count where start > text.startIndex {
            let before = text.index(before: start)
            if text[before].isNewline || "。！？；!?".contains(text[before]) { return start }
            start = before
        }
        guard start > text.startIndex else { return start }
        var whole = start
        while whole < hit, PlainText.isWord(text[whole]), PlainText.isWord(text[text.index(before: whole)]) {
            whole = text.index(after: whole)
        }
        return whole
    }
}
