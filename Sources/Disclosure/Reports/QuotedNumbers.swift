/// Numbers that stand in a text as digits.
enum QuotedNumbers {
    /// The first number behind each occurrence of one of the words, when no sentence ends in between.
    static func numbers(after words: [String], in text: String) -> [Int] {
        words.flatMap { word in
            text.ranges(of: word).compactMap { range -> Int? in
                let rest = text[range.upperBound...].prefix(24)
                let sentence = rest.prefix { !"。；;！？\n".contains($0) }
                guard let start = sentence.firstIndex(where: isDigit) else { return nil }
                return Int(digits(of: sentence[start...]))
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

    /// The digits that a text begins with, those in groups of three together: `14,069`.
    private static func digits(of text: Substring) -> String {
        var digits = String(text.prefix(while: isDigit))
        var rest = text.dropFirst(digits.count)
        while rest.first == ",", rest.dropFirst().prefix(while: isDigit).count == 3 {
            digits += rest.dropFirst().prefix(3)
            rest = rest.dropFirst(4)
        }
        return digits
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
