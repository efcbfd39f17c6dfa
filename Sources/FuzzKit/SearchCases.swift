import Text

let searchCases: [FuzzCase] = [
    FuzzCase("search: folding twice is folding once", share: half) { chance in
        let text = chance.text(upTo: 200)
        let normal = SearchText.normalise(text)
        try promise(
            SearchText.normalise(normal).utf8.elementsEqual(normal.utf8),
            "it changes: \(text.debugDescription)"
        )
        try promise(normal.utf8.first == 0x20 && normal.utf8.last == 0x20, "no space around it")
        try promise(!normal.utf8.elementsEqual([]) && !hasTwoSpaces(normal), "two spaces")
        let indexed = SearchText.indexed(text)
        try promise(SearchText.indexed(normalised: normal).utf8.elementsEqual(indexed.utf8), "other tokens than stored")
        let tokens = SearchText.tokens(ofDocument: text)
        try promise(tokens.joined(separator: " ").utf8.elementsEqual(indexed.utf8), "tokens and index differ")
        try promise(tokens.allSatisfy { !$0.isEmpty && !$0.utf8.contains(0) }, "an empty token, or NUL")
        try promise(tokens.allSatisfy { $0.unicodeScalars.count <= 80 }, "a token longer than an index takes")
        try promise(indexed.utf8.count <= text.utf8.count * 12 + 16, "the index is much longer than the text")
    },
    FuzzCase("search: what is typed is found where it stands", share: half) { chance in
        let typed = chance.text(upTo: 60)
        guard let query = SearchQuery(typed) else { return }
        try promise((1...SearchQuery.phraseLimit).contains(query.phrases.count), "\(query.phrases.count) phrases")
        for phrase in query.phrases {
            try promise(!phrase.tokens.isEmpty && !phrase.needle.isEmpty, "an empty phrase")
            try promise(
                !phrase.tokens.contains { $0.utf8.contains(0x22) || $0.utf8.contains(0x20) },
                "a token with a mark"
            )
        }
        try promise(!query.fts5().isEmpty && !query.postgresQuery().isEmpty, "nothing to ask")
        guard !query.isCut else { return }
        let text = chance.text(upTo: 20) + "。" + typed + "。" + chance.text(upTo: 20)
        try promise(
            query.matches(normalised: SearchText.normalise(text)),
            "\(typed.debugDescription) does not find itself"
        )
        try checkSnippet(of: text, for: query, &chance)
    },
    FuzzCase("search: a snippet stays within its room") { chance in
        guard let query = SearchQuery(chance.text(upTo: 8)) else { return }
        try checkSnippet(of: chance.text(upTo: 300), for: query, &chance)
    },
    FuzzCase("text: a summary stays within its room") { chance in
        let text = chance.text(upTo: 200)
        let limit = chance.number(below: 120)
        let plain = PlainText(text)
        try promise(plain.summary(characters: limit).count <= limit, "longer than \(limit): \(text.debugDescription)")
        try promise(plain.paragraphs.allSatisfy { !$0.isEmpty }, "an empty paragraph")
    },
    FuzzCase("text: a difference leads from the old to the new") { chance in
        let old = chance.text(upTo: 80)
        let new = chance.number(below: 3) == 0 ? chance.text(upTo: 80) : old + chance.text(upTo: 20)
        var (before, after) = ("", "")
        for piece in Difference.between(old, new) {
            switch piece {
            case .same(let text):
                before += text
                after += text
            case .removed(let text): before += text
            case .added(let text): after += text
            }
        }
        try promise(before.utf8.elementsEqual(old.utf8), "the old text is another: \(old.debugDescription)")
        try promise(after.utf8.elementsEqual(new.utf8), "the new text is another: \(new.debugDescription)")
    },
]

private func checkSnippet(of text: String, for query: SearchQuery, _ chance: inout Chance) throws {
    let limit = 3 + chance.number(below: 150)
    let pieces = Snippet.pieces(of: text, for: query, characters: limit)
    try promise(pieces.allSatisfy { !$0.text.isEmpty }, "an empty piece")
    for (piece, next) in zip(pieces, pieces.dropFirst()) { try promise(piece.isHit != next.isHit, "two pieces alike") }
    let count = pieces.reduce(0) { $0 + $1.text.unicodeScalars.count }
    // Joined characters can only be fewer.
    let characters = pieces.reduce(0) { $0 + $1.text.count }
    try promise(
        characters <= limit || count <= limit,
        "\(characters) characters in a room of \(limit): \(text.debugDescription)"
    )
}

private func hasTwoSpaces(_ text: String) -> Bool {
    zip(text.utf8, text.utf8.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
}
