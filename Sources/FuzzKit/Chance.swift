/// Repeatable chance (SplitMix64): the same seed gives the same inputs on every machine.
package struct Chance: Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 to one below the limit; 0 when the limit is not above 0.
    mutating func number(below limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }

    mutating func one<Value>(of values: [Value]) -> Value { values[number(below: values.count)] }

    /// Short mostly, long now and then.
    mutating func length(upTo limit: Int) -> Int {
        let bound = number(below: 50) == 0 ? limit : min(limit, 24)
        return number(below: bound + 1)
    }

    /// A text of pieces that are troublesome everywhere: marks of every format here, blanks, broken and rare letters.
    mutating func text(upTo limit: Int, besides words: [String] = []) -> String {
        var text = ""
        for _ in 0..<length(upTo: limit) {
            text += number(below: 3) == 0 && !words.isEmpty ? one(of: words) : one(of: Self.trouble)
        }
        return text
    }

    private static let trouble = [
        "a", "Z", "7", "0", "１", "Ａ", "公", "开", "应急", "é", "e\u{301}", "ß", "İ", "ﬁ", "𠮷", "👨‍👩‍👧", "\u{200B}", "\u{FEFF}",
        "\u{AD}",
        "\u{202E}", "\u{E000}", "\u{FFFD}", "\u{0}", "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{3000}", "\u{A0}",
        " ", "\t",
        "\n", "\r", "\r\n", "'", "\"", "“", "”", "\\", "/", "<", ">", "&", "&amp;", "%", "%0D", "%zz", "+", "-", "−",
        "=", ",",
        "，", "。", ":", ";", "#", "|", "{", "}", "[", "]", "*", "!", "?", "一", "년", "ا", "ก", "\u{301}", "\u{1F3FB}",
    ]
}
