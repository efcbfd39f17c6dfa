import Documents
import Html
import TestKit
import Testing
import Text

@testable import Web

/// Charts on pages: the drawing that was accepted, and the table that says the same.
@Suite struct ChartTests {
    struct Case: Sendable {
        var name: String
        var chart: ChartDrawing
    }

    static let cases = [
        Case(name: "bars", chart: StyleGuide.bars), Case(name: "line", chart: StyleGuide.line),
        Case(name: "stacks", chart: StyleGuide.stacks),
    ]

    @Test(arguments: cases, Language.allCases)
    func theDrawingIsTheAcceptedOne(_ one: Case, language: Language) {
        let html = Chart(one.chart, id: "c").html(in: language).text
        expectGolden(html.replacing("><", with: ">\n<") + "\n", "chart-\(one.name).\(language).html")
    }

    @Test(arguments: cases) func theDrawingOnPaperIsTheAcceptedOne(_ one: Case) {
        let svg = String(decoding: one.chart.svg(for: .paper, in: .zh), as: UTF8.self)
        expectGolden(svg.replacing("><", with: ">\n<") + "\n", "chart-\(one.name).paper.svg")
    }

    @Test(arguments: cases) func namesPointToTheirPlaces(_ one: Case) {
        let markup = Markup(Chart(one.chart, id: "c").html(in: .zh).text)
        #expect(markup.mistakes == [])
        let ids = markup.values(of: "id")
        #expect(Set(ids).count == ids.count)
        let named = markup.values(of: "aria-labelledby").flatMap { $0.split(separator: " ").map(String.init) }
        #expect(named.filter { !ids.contains($0) } == [] && named.count == 3)
        #expect(markup.all("svg").first?.attributes["role"] == "img")
        #expect(markup.elements.allSatisfy { $0.attributes["style"] == nil })
    }

    @Test func cellsSpanAndLeadToTheirRecords() {
        let table = ReportTable(
            caption: "表",
            heads: [[.text("名称", rows: 2), .text("数", columns: 2)], [.text("件"), .text("元")]],
            rows: [[.text("<甲>"), .number(1_259, address: "/a?b=1&c=2"), .decimal("2.50")]]
        )
        let html = SpannedTable(table, id: "t").html(in: .en).text
        for part in [
            "<th scope=\"col\" rowspan=\"2\">名称</th>", "<th scope=\"colgroup\" colspan=\"2\">数</th>",
            "<th scope=\"col\" class=\"number\">元</th>", "<th scope=\"row\">&lt;甲&gt;</th>",
            "<td class=\"number\"><a href=\"/a?b=1&amp;c=2\">1,259</a></td>", "<td class=\"number\">2.50</td>",
        ] {
            #expect(html.contains(part), "\(part)")
        }
    }
}
