import Testing
import Text

struct SearchQueryTests {
    @Test(arguments: ["", "   ", "，。！", "\"\"", "“”", "😀", "\u{200B}"])
    func nothingSearchableIsNoQuery(_ typed: String) {
        #expect(SearchQuery(typed) == nil)
    }

    struct Row: Sendable {
        let typed: String
        let fts5: String
        let postgres: String
    }

    @Test(arguments: [
        Row(typed: "公开", fts5: "\"公开\"", postgres: "'公开'"),
        Row(typed: "工", fts5: "\"工\" *", postgres: "'工':*"),
        Row(typed: "2018年", fts5: "\"2018 年\" *", postgres: "'2018' & '年':*"),
        Row(typed: "年2018", fts5: "\"年 2018\"", postgres: "'年' & '2018'"),
        Row(typed: "工作2018", fts5: "\"工作 作 2018\"", postgres: "'工作' & '作' & '2018'"),
        Row(typed: "信息公开 Safety", fts5: "\"信息 息公 公开\" AND \"safety\"", postgres: "'信息' & '息公' & '公开' & 'safety'"),
        Row(
            typed: "\"work safety\"",
            fts5: "\"work \u{E000} safety\"",
            postgres: "'work' & 'safety'"
        ),
        Row(typed: "关于“双随机”抽查", fts5: "\"关于\" AND \"双随 随机\" AND \"抽查\"", postgres: "'关于' & '双随' & '随机' & '抽查'"),
        Row(typed: "公开 公开", fts5: "\"公开\"", postgres: "'公开'"),
        Row(typed: "a\"b", fts5: "\"a\" AND \"b\"", postgres: "'a' & 'b'"),
        Row(typed: "OR AND NOT*", fts5: "\"or\" AND \"and\" AND \"not\"", postgres: "'or' & 'and' & 'not'"),
        Row(typed: "'); DROP \\", fts5: "\"drop\"", postgres: "'drop'"),
    ])
    func queriesAreQuotedForBothEngines(_ row: Row) throws {
        let query = try #require(SearchQuery(row.typed))
        #expect(query.fts5() == row.fts5)
        #expect(query.postgresQuery() == row.postgres)
        #expect(!query.isCut)
    }

    struct Hit: Sendable {
        let text: String
        let typed: String
        let isFound: Bool
    }

    @Test(arguments: [
        Hit(text: "政府信息公开", typed: "信息", isFound: true),
        Hit(text: "应。当", typed: "应当", isFound: false),
        Hit(text: "应\n当", typed: "应当", isFound: false),
        Hit(text: "12018年", typed: "2018年", isFound: false),
        Hit(text: "12018年，2018年", typed: "2018年", isFound: true),
        Hit(text: "2018年", typed: "2018", isFound: true),
        Hit(text: "2018年", typed: "201", isFound: false),
        Hit(text: "２０１８年", typed: "2018年", isFound: true),
        Hit(text: "safety", typed: "safe", isFound: false),
        Hit(text: "Work, safety", typed: "\"work safety\"", isFound: true),
        Hit(text: "work of safety", typed: "\"work safety\"", isFound: false),
        Hit(text: "work of safety", typed: "safety work", isFound: true),
        Hit(text: "工", typed: "工", isFound: true),
        Hit(text: "开工了", typed: "工", isFound: true),
        Hit(text: "𠮷野家", typed: "𠮷", isFound: true),
        Hit(text: "第II类", typed: "Ⅱ类", isFound: true),
        Hit(text: "安全⽣产", typed: "安全生产", isFound: true),
    ])
    func textsAreFoundExactly(_ row: Hit) throws {
        let query = try #require(SearchQuery(row.typed))
        #expect(query.matches(normalised: SearchText.normalise(row.text)) == row.isFound)
        #expect(query.matches(normalised: SearchText.normalisedBytes(row.text)) == row.isFound)
        let index = PhraseIndex(indexed: SearchText.indexed(row.text))
        #expect(query.phrases.allSatisfy(index.contains) == row.isFound)
    }

    @Test func longQueriesAreCutAndSaySo() throws {
        let words = (1...30).map { "w\($0)" }.joined(separator: " ")
        let many = try #require(SearchQuery(words))
        #expect(many.phrases.map(\.needle) == (1...12).map { "w\($0)" })
        #expect(many.isCut)

        let long = try #require(
            SearchQuery(String(repeating: "字", count: 190) + " " + String(repeating: "x", count: 50))
        )
        #expect(long.phrases.map { $0.needle.count } == [190], "the word that the limit splits is left out")
        #expect(long.isCut)

        let word = try #require(SearchQuery(String(repeating: "x", count: 5000)))
        #expect(word.phrases.map { $0.needle.count } == [200])
        #expect(word.isCut)

        let whole = try #require(SearchQuery(String(repeating: "字", count: 200)))
        #expect(!whole.isCut)
    }

    /// The engines see tokens, the scan sees letters: over mixed scripts they must find the same texts.
    @Test(arguments: 1...8)
    func tokensFindExactlyWhatTheScanFinds(_ seed: Int) {
        let alphabets: [[String]] = [
            ["应", "当", "公", "开", "，", " "],
            ["应", "当", "a", "b", "1", "2", "。", " ", "Ａ", "１"],
            ["应", "𠀀", "𠀁", "\u{9FD0}", "\u{E000}", "\u{E001}", "々", "の", "ア", "・", "a"],
            ["é", "e", "\u{301}", "ж", "ğ", "Ж", "ß", "0", "-", "工", "m", "㎡", "①", "ｱ", "글"],
            ["x", String(repeating: "x", count: 63), String(repeating: "x", count: 64), "y", "字", " "],
        ]
        var generator = Generator(seed: UInt64(seed))
        var hits = 0
        var checked = 0
        for _ in 0..<1500 {
            let alphabet = alphabets[generator.number(below: alphabets.count)]
            let document = generator.text(of: alphabet, length: 1 + generator.number(below: 14))
            var typed = generator.text(of: alphabet, length: 1 + generator.number(below: 4))
            if generator.number(below: 2) == 0 {
                let scalars = Array(document.unicodeScalars)
                let start = generator.number(below: scalars.count)
                let slice = scalars[start..<min(scalars.count, start + 1 + generator.number(below: 80))]
                typed = String(String.UnicodeScalarView(slice))
            }
            if generator.number(below: 4) == 0 { typed = "\"\(typed)\"" }
            guard let query = SearchQuery(typed) else { continue }
            let index = PhraseIndex(indexed: SearchText.indexed(document))
            let found = query.matches(normalised: SearchText.normalise(document))
            checked += 1
            if found { hits += 1 }
            if query.phrases.allSatisfy(index.contains) != found {
                Issue.record("\(document.debugDescription) ← \(typed.debugDescription): scan says \(found)")
            }
        }
        #expect(checked > 1000)
        #expect(hits > checked / 5 && hits < checked * 9 / 10, "both outcomes are tested")
    }
}
