import Html
import Testing
import Text
import Web

@testable import Portal

/// The parts of a plain text.
@Suite struct DocumentTextTests {
    private func markup(_ text: String) -> String {
        Prose(title: .none, blocks: DocumentText.blocks(of: text)).html(in: .zh).text
    }

    struct Case: Sendable {
        var line: String
        var markup: String
    }

    @Test(arguments: [
        Case(line: "一、检查范围", markup: "<h2>一、检查范围</h2>"),
        Case(line: "十二、其他", markup: "<h2>十二、其他</h2>"),
        Case(line: "（三）工作要求", markup: "<h3>（三）工作要求</h3>"),
        Case(line: "(三) 工作要求", markup: "<h3>(三) 工作要求</h3>"),
        Case(line: "一、检查范围。", markup: "<p>一、检查范围。</p>"),
        Case(line: "（一）各单位要高度重视；", markup: "<p>（一）各单位要高度重视；</p>"),
        Case(line: "一是加强领导", markup: "<p>一是加强领导</p>"),
        Case(line: "1、检查范围", markup: "<p>1、检查范围</p>"),
        Case(line: "　　缩进的段落", markup: "<p>缩进的段落</p>"),
        Case(line: "一、\(String(repeating: "长", count: 60))", markup: "<p>一、\(String(repeating: "长", count: 60))</p>"),
    ])
    func aLineIsAHeadingOrAParagraph(one: Case) {
        #expect(markup("前文\n\(one.line)\n后文").contains(one.markup))
    }

    @Test func theEndIsSignatureAndNote() {
        let text = markup("正文。\n石桥县应急管理局\n2024年3月1日\n（此件公开发布）")
        #expect(text.contains("<p>正文。</p><p class=\"signature\">石桥县应急管理局<br>2024年3月1日</p>"))
        #expect(text.contains("<p class=\"note\">（此件公开发布）</p>"))
    }

    @Test func jointSignaturesKeepBothNames() {
        let text = markup("正文。\n石桥县应急管理局\n石桥县公安局\n2024年3月1日")
        #expect(text.contains("石桥县应急管理局<br>石桥县公安局<br>2024年3月1日"))
    }

    @Test(arguments: ["截至2024年3月1日", "2024年2月30日", "2024年3月", "3月1日"])
    func aLineThatIsNoDateIsNoSignature(line: String) {
        #expect(!markup("正文。\n\(line)").contains("signature"))
    }

    @Test func aTextOfOneDateHasNoSignature() {
        #expect(markup("2024年3月1日").contains("<p>2024年3月1日</p>"))
    }

    @Test func emptyLinesAreNoParagraphs() {
        #expect(DocumentText.blocks(of: "\n \n").isEmpty)
    }
}
