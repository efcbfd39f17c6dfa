import Testing
import Text

struct PlainTextTests {
    @Test func paragraphsAreTrimmedLines() {
        #expect(
            PlainText("\u{3000}\u{3000}第一段 。\r\n\r\n \t\n第二段\u{2028}third").paragraphs == ["第一段 。", "第二段", "third"]
        )
        #expect(PlainText("").paragraphs == [])
        #expect(PlainText(" \n\u{3000}\n").paragraphs == [])
    }

    struct Row: Sendable {
        let text: String
        let limit: Int
        let summary: String
    }

    @Test(arguments: [
        Row(text: "短文", limit: 100, summary: "短文"),
        Row(text: "第一段\n第二段", limit: 100, summary: "第一段 第二段"),
        Row(text: "一二三四五六七八九十", limit: 10, summary: "一二三四五六七八九十"),
        Row(text: "一二三四五六七八九十百", limit: 10, summary: "一二三四五六七八九…"),
        Row(text: "一二三四五六。七八九十百", limit: 10, summary: "一二三四五六。…"),
        Row(text: "一。二三四五六七八九十百", limit: 10, summary: "一。二三四五六七八…"),
        Row(text: "work safety first", limit: 10, summary: "work…"),
        Row(text: "work safety first", limit: 12, summary: "work safety…"),
        Row(text: "internationalisation", limit: 10, summary: "internati…"),
        Row(text: "任何文字", limit: 1, summary: "…"),
        Row(text: "任何文字", limit: 0, summary: ""),
        Row(text: "", limit: 5, summary: ""),
    ])
    func summariesKeepToTheLimit(_ row: Row) {
        let summary = PlainText(row.text).summary(characters: row.limit)
        #expect(summary == row.summary)
        #expect(summary.count <= row.limit)
    }

    @Test func theUsualSummaryHasAHundredCharacters() {
        #expect(PlainText(String(repeating: "字", count: 500)).summary().count == 100)
    }
}
