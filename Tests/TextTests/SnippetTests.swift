import Testing
import Text

struct SnippetTests {
    struct Row: Sendable {
        let text: String
        let typed: String
        let limit: Int
        /// Hits in brackets.
        let marked: String
    }

    @Test(arguments: [
        Row(text: "政府信息公开条例", typed: "信息", limit: 120, marked: "政府[信息]公开条例"),
        Row(text: "ＰＭ２.５与safety FIRST", typed: "pm2 first", limit: 120, marked: "[ＰＭ２].５与safety [FIRST]"),
        Row(text: "第一行\n\n  第二行 ", typed: "第", limit: 120, marked: "[第]一行 [第]二行"),
        Row(text: "没有命中", typed: "安全", limit: 120, marked: "没有命中"),
        Row(text: "安。全。安全", typed: "安全", limit: 120, marked: "安。全。[安全]"),
        Row(text: "甲乙丙丁戊己庚辛壬癸子丑寅卯", typed: "寅", limit: 8, marked: "…子丑[寅]卯"),
        Row(text: "前文很长很长。安全生产年度执法检查计划", typed: "生产", limit: 12, marked: "…安全[生产]年度执法检查…"),
        Row(text: "甲乙丙丁戊己庚辛壬癸", typed: "癸", limit: 9, marked: "…辛壬[癸]"),
        Row(text: "cafe\u{301} 公开", typed: "公开", limit: 120, marked: "cafe\u{301} [公开]"),
        Row(text: "面积100㎡以上", typed: "100m2", limit: 120, marked: "面积[100㎡]以上"),
        Row(text: "work safety supervision", typed: "supervision", limit: 20, marked: "…[supervision]"),
        Row(text: " \n ", typed: "安", limit: 20, marked: ""),
        Row(text: "应\u{200B}当公开", typed: "应当", limit: 20, marked: "[应\u{200B}当]公开"),
    ])
    func theFirstHitIsShownAndMarked(_ row: Row) throws {
        let query = try #require(SearchQuery(row.typed))
        let pieces = Snippet.pieces(of: row.text, for: query, characters: row.limit)
        #expect(pieces.map { $0.isHit ? "[\($0.text)]" : $0.text }.joined() == row.marked)
        #expect(pieces.map(\.text).joined().count <= row.limit)
    }

    @Test(arguments: 1...4)
    func snippetsKeepToTheLimitAndShowAHitExactlyWhenThereIsOne(_ seed: Int) throws {
        var generator = Generator(seed: UInt64(seed))
        let alphabet = ["安", "全", "a", "b", " ", "\n", "。", "𠀀", "e\u{301}", "\r\n", "👨‍👩‍👧"]
        for _ in 0..<300 {
            let text = generator.text(of: alphabet, length: generator.number(below: 300))
            let query = try #require(SearchQuery(["安全", "a", "𠀀", "全 b", "e"][generator.number(below: 5)]))
            let limit = 10 + generator.number(below: 110)
            let pieces = Snippet.pieces(of: text, for: query, characters: limit)
            #expect(pieces.map(\.text).joined().count <= limit)
            if query.matches(normalised: SearchText.normalise(text)) { #expect(pieces.contains { $0.isHit }) }
            for piece in pieces where piece.isHit {
                #expect(query.phrases.contains { SearchText.normalise(piece.text).contains($0.needle) })
            }
        }
    }
}
