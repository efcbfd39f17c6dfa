/// Numbers that stand in a text as digits.
enum QuotedNumbers {
    /// The first number behind each occurrence of one of the words, when no sentence ends in between.
    static func numbers(after words: [String], in text: String) -> [Int] {
        words.flatMap { word in
            text.ranges(of: word).compactMap { range -> Int? in
                let rest = text[range.upperBound...].prefix(24)
                let sentence = rest.prefix { !"。；;！？\n".contains($0) }
                guard let start = sentence.firstIndex(where: isDigit) else { return nil }
                return Int(sentence[start...].prefix(while: isDigit))
            }
        }
    }

    /// Digits with a unit right behind them: `178件`.
    static func typed(in text: String, units: [String]) -> [String] {
        var found: [String] = []
        var rest = text[...]
        while let start = rest.firstIndex(where: isDigit) {
            let digits = rest[start...].prefix(while: isDigit)
            rest = rest[digits.endIndex...]
            let behind = rest.drop { $0 == " " }
            if let unit = units.first(where: { behind.hasPrefix($0) }) { found.append(digits + unit) }
        }
        return found
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
