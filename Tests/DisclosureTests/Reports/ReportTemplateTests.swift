import Civil
import Disclosure
import Testing
import Text

@Suite struct ReportTemplateTests {
    private let items = ReportNumber(FigureAsked("items"))
    private let total = ReportNumber(FigureAsked("items", .total))
    private let leaflets = ReportNumber(FigureAsked("leaflets"))

    private func plain(_ text: String, _ values: [ReportNumber: FigureValue]) throws -> [String] {
        try ReportTemplate(text).blocks(values, words: [.year: "2018", .agency: "某局"]).map(\.plain)
    }

    @Test func daysAndMonthsAreToldInWords() throws {
        let day = try #require(CivilDate("2018-02-08"))
        #expect(
            try plain("{{items}}、{{total}}公开", [items: .day(day), ReportNumber(FigureAsked("total")): .month(day)])
                == ["2018年2月8日、2018年2月公开"]
        )
        #expect(FigureValue.month(day).words.en == "February 2018")
    }

    @Test func numbersAndWordsArePutIn() throws {
        let text = "{{year}}年{{agency}}公开{{items}}条，累计{{items:total}}条，材料{{leaflets}}份。"
        let values: [ReportNumber: FigureValue] = [
            items: .number(259), total: .number(1_225), leaflets: .bound(70_000, .above),
        ]
        #expect(try plain(text, values) == ["2018年某局公开259条，累计1225条，材料超过70000份。"])
        #expect(try ReportTemplate(text).numbers == [items, total, leaflets])
    }

    @Test func aNumberStaysANumberOfItsOwn() throws {
        let blocks = try ReportTemplate("共{{items}}条").blocks([items: .number(3)], words: [:])
        #expect(blocks == [.paragraph([.text("共"), .number(items, "3"), .text("条")])])
    }

    @Test(arguments: [
        (FigureValue.number(0), "没有"), (.number(2), "有2条"), (.missing, "没有"), (.notApplicable, "没有"),
        (.bound(100, .above), "有超过100条"), (.money(0), "没有"), (.share(0, of: 3), "有0.0%（0/3）条"),
    ]) func zeroHasWordsOfItsOwn(_ value: FigureValue, _ expected: String) throws {
        let text = "{{#items}}有{{items}}条{{/items}}{{^items}}没有{{/items}}"
        #expect(try plain(text, [items: value]) == [expected])
    }

    @Test func marksOfMarkdownBecomeBlocks() throws {
        let text = """
            第一段
            还是第一段，**重要{{items}}**的。

            ### 小标题
            - 甲
            - 乙
            1. 一
            2. 二
            {{>t3}}
            末段
            """
        let blocks = try ReportTemplate(text).blocks([items: .number(7)], words: [:])
        #expect(
            blocks == [
                .paragraph([
                    .text("第一段"), .text("还是第一段，"), .strong("重要"), .number(items, "7"), .text("的。"),
                ]),
                .heading([.text("小标题")]),
                .list([[.text("甲")], [.text("乙")]], isNumbered: false),
                .list([[.text("一")], [.text("二")]], isNumbered: true),
                .part("t3"),
                .paragraph([.text("末段")]),
            ]
        )
    }

    @Test(arguments: [
        ("甲\n{{items", "第2行"), ("{{/items}}", "{{/items}}"), ("{{#items}}甲", "{{/items}}"), ("{{坏 名:x}}", "看不懂"),
        ("{{#a}}{{#b}}{{/a}}{{/b}}", "{{/a}}"), ("{{items@3}}", "看不懂"), ("{{}}", "看不懂"),
    ]) func whatIsWrongIsSaidWithItsLine(_ text: String, _ said: String) {
        #expect {
            _ = try ReportTemplate(text)
        } throws: { error in
            guard case .invalid(let problems)? = error as? Refusal else { return false }
            return problems.first?.key == "text" && problems.first?.message.zh.contains(said) == true
        }
    }

    @Test func aTextThatIsTooLongIsRefused() {
        #expect(throws: Refusal.self) { try ReportTemplate(String(repeating: "长", count: 40_001)) }
    }

    @Test(arguments: ["items", "items:total", "requests.new:natural", "items@-1", "items:total@-4"])
    func numbersAreReadAsTheyAreWritten(_ text: String) {
        #expect(ReportNumber(text: text)?.description == text)
    }
}
