import Text

/// What a full-text engine does with the tokens: positions per token, phrases as consecutive positions.
struct PhraseIndex {
    private let tokens: [String]

    init(indexed: String) {
        tokens = indexed.split(separator: " ").map(String.init)
    }

    func contains(_ phrase: SearchPhrase) -> Bool {
        guard tokens.count >= phrase.tokens.count else { return false }
        return (0...(tokens.count - phrase.tokens.count)).contains { start in
            phrase.tokens.enumerated().allSatisfy { index, wanted in
                let found = tokens[start + index]
                let isPrefix = phrase.lastIsPrefix && index == phrase.tokens.count - 1
                return isPrefix ? found.utf8.starts(with: wanted.utf8) : Array(found.utf8) == Array(wanted.utf8)
            }
        }
    }
}
