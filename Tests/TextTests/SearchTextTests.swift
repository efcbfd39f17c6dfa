import Testing
import Text

struct SearchTextTests {
    struct Normalised: Sendable {
        let typed: String
        let folded: String
    }

    @Test(arguments: [
        Normalised(typed: "", folded: " "),
        Normalised(typed: "，。", folded: " "),
        Normalised(typed: "应当公开", folded: " 应当公开 "),
        Normalised(typed: "应。当", folded: " 应 当 "),
        Normalised(typed: "2018年工作", folded: " 2018年工作 "),
        Normalised(typed: "ＰＭ２．５　标准", folded: " pm2 5 标准 "),
        Normalised(typed: "Safety  FIRST!", folded: " safety first "),
        Normalised(typed: "沙政办〔2018〕52号", folded: " 沙政办 2018 52号 "),
        Normalised(typed: "第Ⅱ类，100㎡", folded: " 第ii类 100m2 "),
        Normalised(typed: "①应当②公开", folded: " 1 应当 2 公开 "),
        Normalised(typed: "安全⽣产⻔户", folded: " 安全生产门户 "),
        Normalised(typed: "应\u{200B}当\u{FEFF}", folded: " 应当 "),
        Normalised(typed: "ΟΔΟΣ ς ſ", folded: " οδοσ σ s "),
        Normalised(typed: "行 K", folded: " 行 k "),
        Normalised(typed: "İ", folded: " i\u{307} "),
        Normalised(typed: "😀安全😀", folded: " 安全 "),
        Normalised(typed: "买买提·艾力", folded: " 买买提 艾力 "),
        Normalised(typed: "𠀀\u{E000}々〇", folded: " 𠀀\u{E000}々〇 "),
        Normalised(typed: "a\nb\tc", folded: " a b c "),
    ])
    func textsAreFolded(_ row: Normalised) {
        #expect(Array(SearchText.normalise(row.typed).utf8) == Array(row.folded.utf8))
        #expect(SearchText.normalise(row.folded) == row.folded, "folding twice changes nothing")
    }

    @Test func everyScalarFoldsToSomethingStable() {
        var unstable: [UInt32] = []
        for value in UInt32(0)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = SearchText.normalisedBytes(String(Character(scalar)))
            let twice = SearchText.normalisedBytes(String(decoding: once, as: UTF8.self))
            if once != twice { unstable.append(value) }
        }
        #expect(unstable == [])
    }

    struct Tokens: Sendable {
        let text: String
        let tokens: [String]
    }

    @Test(arguments: [
        Tokens(text: "", tokens: []),
        Tokens(text: "应当公开", tokens: ["应当", "当公", "公开", "开"]),
        Tokens(text: "应。当", tokens: ["应", "\u{E000}", "当"]),
        Tokens(text: "2018年工作，安全", tokens: ["2018", "年工", "工作", "作", "\u{E000}", "安全", "全"]),
        Tokens(text: "A股b", tokens: ["a", "股", "b"]),
        Tokens(text: "𠮷野", tokens: ["\u{E001}020bb7野", "野"]),
        Tokens(text: "\u{E000}", tokens: ["\u{E001}00e000"]),
        Tokens(text: "é", tokens: ["é"]),
        Tokens(text: "ğ", tokens: ["\u{E001}00011f"]),
        Tokens(
            text: String(repeating: "x", count: 130),
            tokens: [
                String(repeating: "x", count: 64) + "\u{E002}",
                "\u{E002}" + String(repeating: "x", count: 64) + "\u{E002}",
                "\u{E002}xx",
            ]
        ),
        Tokens(text: String(repeating: "x", count: 64), tokens: [String(repeating: "x", count: 64)]),
    ])
    func textsAreCutIntoTokens(_ row: Tokens) {
        #expect(SearchText.tokens(ofDocument: row.text) == row.tokens)
        #expect(SearchText.indexed(row.text) == row.tokens.joined(separator: " "))
        #expect(SearchText.indexed(normalised: SearchText.normalise(row.text)) == SearchText.indexed(row.text))
    }
}

extension SearchTextTests {
    @Test(arguments: [
        ("", ""), (" ", ""), ("a", "a"), ("安全 全生 安全", "安全 全生"), (" b  a b a\u{E001}c ", "b a a\u{E001}c"),
        ("é e\u{301} é", "é e\u{301}"),
    ])
    func distinctTokensAreTheSameBytesOnce(tokens: String, distinct: String) {
        #expect(Array(SearchText.distinct(tokens).utf8) == Array(distinct.utf8))
    }
}
