import Disclosure
import Html
import TestKit
import Testing
import Text
import Web

/// Charts of procedures: nothing is missing, nothing lies over anything else, and the same procedure gives the same bytes.
@Suite struct FlowChartTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var chart: FlowChart
        var form: FlowLayout.Form
        var language: Language
        var testDescription: String { "\(chart.procedure.key) \(chart.kind) \(form) \(language)" }
        var layout: FlowLayout { FlowLayout(chart.flow, form, in: language) }
    }

    private static let procedures = (try? Procedures.builtIn())?.all ?? []

    static let charts = procedures.flatMap { procedure in
        FlowChart.Kind.allCases.compactMap { FlowChart($0, of: procedure) }
    }

    static let cases = charts.flatMap { chart in
        FlowLayout.Form.allCases.flatMap { form in
            [Language.zh, .en].map { Case(chart: chart, form: form, language: $0) }
        }
    }

    @Test func everyProcedureHasItsChart() {
        #expect(Self.procedures.count >= 14)
        #expect(Self.charts.filter { $0.kind == .work }.count == Self.procedures.count)
        let approvals = Self.charts.filter { $0.kind == .approval }.map(\.procedure.key)
        #expect(approvals == ["request-2007", "request-2019", "petition-2005", "petition-2022", "tip"])
    }

    @Test(arguments: cases) func everyStateAndEventIsInIt(_ one: Case) {
        let boxes = one.layout.boxes
        let events = boxes.compactMap { box in if case .event = box.kind { box.key } else { nil } }
        #expect(events.sorted() == one.chart.procedure.events.map(\.key).sorted())
        let states = boxes.compactMap { box in if case .state = box.kind { box.key } else { nil } }
        #expect(Set(states) == Set(one.chart.procedure.states.map(\.key)))
        for state in one.chart.procedure.states where state.waits != .nobody {
            #expect(states.filter { $0 == state.key }.count == 1, "\(state.key)")
        }
        let svg = one.chart.svg(one.form, in: one.language).text
        let spoken = svg.replacing(#/<[^>]*>/#, with: "")
        for event in one.chart.procedure.events {
            let start = HTML(text: String(event.name[one.language].prefix(8))).text
            #expect(spoken.contains(start), "\(event.key)")
        }
    }

    @Test(arguments: cases) func theTableSaysTheSame(_ one: Case) {
        let table = FlowTable(one.chart.procedure, id: "t").html(in: one.language).text
        let names = one.chart.procedure.states.map(\.name) + one.chart.procedure.events.map(\.name)
        for name in names { #expect(table.contains(HTML(text: name[one.language]).text), "\(name.zh)") }
    }

    @Test(arguments: cases) func noBoxLiesOverAnother(_ one: Case) {
        let layout = one.layout
        for (index, box) in layout.boxes.enumerated() {
            #expect(box.x >= 0 && box.y >= 0 && box.right <= layout.width && box.bottom <= layout.height)
            for other in layout.boxes[..<index] {
                let apart =
                    box.right <= other.x || other.right <= box.x || box.bottom + 4 <= other.y
                    || other.bottom + 4 <= box.y
                #expect(apart, "\(box.key) \(other.key)")
            }
            let height = box.lines.reduce(0) { $0 + $1.style.leading }
            #expect(height <= box.height)
            for line in box.lines {
                #expect(FlowText.width(of: line.text, line.style) <= box.width - 20, "\(line.text)")
            }
        }
    }

    @Test(arguments: cases) func noLineCrossesABox(_ one: Case) {
        let layout = one.layout
        for path in layout.paths {
            for (start, end) in zip(path.points, path.points.dropFirst()) {
                #expect(start.x == end.x || start.y == end.y)
                let (left, right) = (min(start.x, end.x), max(start.x, end.x))
                let (top, bottom) = (min(start.y, end.y), max(start.y, end.y))
                #expect(left >= 0 && right <= layout.width && top >= 0 && bottom <= layout.height)
                for box in layout.boxes {
                    let isApart = right <= box.x || left >= box.right || bottom <= box.y || top >= box.bottom
                    #expect(isApart, "\(box.key): \(start) \(end)")
                }
            }
        }
    }

    /// Every box of an event is reached by an arrow or stands on one.
    @Test(arguments: cases) func everyEventIsReached(_ one: Case) {
        let layout = one.layout
        let arrows = layout.paths.filter(\.hasArrow).compactMap(\.points.last)
        for box in layout.boxes {
            guard case .event = box.kind else { continue }
            let reached = arrows.contains { point in
                (point.x == box.x || point.x == box.right) && (box.y...box.bottom).contains(point.y)
                    || point.y == box.y && (box.x...box.right).contains(point.x)
            }
            #expect(reached, "\(box.key)")
        }
    }

    @Test(arguments: ["request-2019", "tip", "hotline"]) func theSameBytesEveryTime(key: String) throws {
        let procedure = try #require(Self.procedures.first { $0.key == key })
        let agency = Phrase(zh: "石桥县应急管理局", en: "Shiqiao County Emergency Management Bureau")
        let form: FlowLayout.Form = key == "tip" ? .narrow : .wide
        let language: Language = key == "hotline" ? .en : .zh
        let chart = try #require(FlowChart(.work, of: procedure, agency: agency))
        let first = chart.svg(form, in: language)
        #expect(chart.svg(form, in: language) == first)
        expectGolden(first.text, "flow-\(key).svg")
    }

    @Test func thePictureFetchesAndRunsNothing() {
        for chart in Self.charts {
            let svg = chart.svg(.wide, in: .zh).text
            #expect(
                !svg.contains("href") && !svg.contains("url(") && !svg.contains("<script") && !svg.contains("style=")
            )
        }
    }

    @Test func linesAreBrokenWhereTheyMayBe() {
        let text = "信息公开（含依申请）的答复，期限二十个工作日"
        let lines = FlowText.lines(text, .small, width: 80).map(\.text)
        #expect(lines.joined() == text)
        #expect(lines.allSatisfy { !"，）".contains($0.first ?? " ") && $0.last != "（" })
        let english = FlowText.lines("Co-maker was silent and so agrees", .event, width: 120).map(\.text)
        #expect(english.joined(separator: " ") == "Co-maker was silent and so agrees" && english.count > 1)
    }
}
