import Foundation
import Testing
import Text

@testable import Documents

/// Charts: nothing leaves the picture or lies over anything else at any width, and nothing is drawn that was not counted.
@Suite struct ChartTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var index: Int
        var language: Language
        var chart: ChartDrawing { Charts.all[index] }
        var layout: ChartLayout { ChartLayout(chart, in: language) }
        var testDescription: String { "\(index) \(language)" }
    }

    static let cases = Charts.all.indices.flatMap { index in Language.allCases.map { Case(index: index, language: $0) }
    }

    struct Box {
        var text: String
        var left: Int
        var right: Int
        var top: Int
        var bottom: Int

        func touches(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    /// Where the words are, in hundredths of the size of the type, in a place of some width.
    static func words(_ layout: ChartLayout, in width: Int) -> [Box] {
        layout.marks.compactMap { mark in
            guard case .text(let text, let share, let shift, let y, let anchor, let tone) = mark else { return nil }
            let wide = TypeMeasure.width(of: text) * (tone == .strong ? 104 : 100) / 100
            let x = share * width / 10_000 + shift
            let left =
                switch anchor {
                case .start: x
                case .middle: x - wide / 2
                case .end: x - wide
                }
            return Box(text: text, left: left, right: left + wide, top: y - 85, bottom: y + 20)
        }
    }

    @Test(arguments: cases) func noWordLeavesThePictureOrLiesOverAnother(_ one: Case) {
        let layout = one.layout
        for width in [ChartLayout.narrowest, 2_340, 4_000, 8_000] {
            let boxes = Self.words(layout, in: width)
            for (index, box) in boxes.enumerated() {
                #expect(box.left >= -20 && box.right <= width + 20, "\(box) in \(width)")
                #expect(box.top >= 0 && box.bottom <= layout.height, "\(box) in \(layout.height)")
                for other in boxes[..<index] where box.touches(other) {
                    Issue.record("\(box.text) over \(other.text) in \(width)")
                }
            }
        }
    }

    @Test(arguments: cases) func paperHasMoreRoomAndNothingOverlapsThereEither(_ one: Case) {
        let boxes = Self.words(ChartLayout(one.chart, in: one.language, room: 3_733), in: 3_733)
        for (index, box) in boxes.enumerated() {
            #expect(box.left >= -20 && box.right <= 3_753)
            for other in boxes[..<index] where box.touches(other) { Issue.record("\(box.text) over \(other.text)") }
        }
    }

    @Test(arguments: cases) func barsBeginAtZeroAndStayInside(_ one: Case) {
        let layout = one.layout
        var end: [Int: Int] = [:]
        for mark in layout.marks {
            switch mark {
            case .bar(_, let from, let to, let y, let height):
                #expect(from == end[y] ?? 0 && to > from && to <= 10_000 && y >= 0 && y + height <= layout.height)
                end[y] = to
            case .rule(let from, let fromY, let to, let toY, _):
                #expect(min(from, to) >= 0 && max(from, to) <= 10_000 && min(fromY, toY) >= 0)
                #expect(max(fromY, toY) <= layout.height)
            case .dot(let share, let y):
                #expect((0...10_000).contains(share) && (0...layout.height).contains(y))
            case .text, .swatch: continue
            }
        }
    }

    @Test func barsAreAsLongAsTheirValues() throws {
        let bars = ChartLayout(Charts.channels, in: .zh).marks.compactMap { mark -> Int? in
            if case .bar(_, _, let to, _, _) = mark { to } else { nil }
        }
        // To 1500: 1259, 312, 12, 3.
        #expect(bars == [8_393, 2_080, 80, 20])
    }

    @Test func aLineIsNeverBridged() {
        let marks = ChartLayout(Charts.years, in: .zh).marks
        let lines = marks.count { if case .rule(_, _, _, _, .data) = $0 { true } else { false } }
        let breaks = marks.count { if case .rule(_, _, _, _, .breaks) = $0 { true } else { false } }
        let dots = marks.count { if case .dot = $0 { true } else { false } }
        // 2016–2017, 2020–2021, 2022–2023–2024; seven of nine years have a value.
        #expect(lines == 4 && breaks == 1 && dots == 7)
        let words = Self.words(ChartLayout(Charts.years, in: .zh), in: 1_800).map(\.text)
        #expect(words.contains("① 2018至2019：没有数据") && words.contains("② 自2022起：同一信息只计1条"))
    }

    @Test func noRateIsDrawnOverASmallBase() {
        let layout = ChartLayout(Charts.rates, in: .zh)
        let dots = layout.marks.count { if case .dot = $0 { true } else { false } }
        let words = Self.words(layout, in: 1_800).map(\.text)
        #expect(dots == 3 && words.contains("100%") && !words.contains { $0.contains("66.7") })
        #expect(words.contains { $0.hasPrefix("① 2021：2/3，基数不足5") })
        #expect(ChartValue.share(2, of: 3).written(in: .zh) == "2/3")
        #expect(ChartValue.share(2, of: 6).written(in: .zh) == "33.3%（2/6）")
        #expect(ChartValue.share(2, of: 6).written(in: .en) == "33.3% (2/6)")
    }

    @Test(arguments: cases) func theTableHasEveryNumber(_ one: Case) {
        let table = one.chart.table(in: one.language)
        switch one.chart.shape {
        case .bars(let marks), .line(let marks): #expect(table.rows.count == marks.count)
        case .stacks(let parts, let stacks):
            #expect(table.rows.count == stacks.count && table.columnCount == parts.count + 2)
        }
        #expect(one.chart.words(in: one.language).hasPrefix(one.chart.title[one.language]))
    }

    @Test(arguments: cases) func theDrawingIsWellFormedAndHasNoStyle(_ one: Case) throws {
        for place in [ChartPlace.page(id: "c"), .paper] {
            let svg = one.chart.svg(for: place, in: one.language)
            #expect(svg == one.chart.svg(for: place, in: one.language))
            let text = String(decoding: svg, as: UTF8.self)
            for word in ["style", "<script", "href", "http:", "NaN", "inf"] {
                let isAllowed = word == "http:" && place == .paper
                #expect(isAllowed || !text.contains(word), "\(word)")
            }
            #expect(text.contains("role=\"img\" aria-labelledby=") && text.contains("</title><desc id="))
            #expect(XMLParserCheck.isWellFormed(svg))
            if place == .paper { #expect(!text.contains("var(") && !text.contains("#e69f00")) }
        }
    }

    @Test func partsAreToldApartWithoutColour() {
        let text = String(decoding: Charts.outcomes.svg(for: .page(id: "c"), in: .zh), as: UTF8.self)
        for part in 1...5 { #expect(text.contains("<pattern id=\"c-p\(part)\"") && text.contains("url(#c-p\(part))")) }
        let words = Self.words(ChartLayout(Charts.outcomes, in: .zh), in: 1_800).map(\.text)
        #expect(words.contains("予以公开 25") && words.contains("无法提供 9") && !words.contains("不予处理 0"))
    }
}

/// Tags that are closed in their order, with quoted attributes.
enum XMLParserCheck {
    static func isWellFormed(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        var open: [Substring] = []
        for piece in text.split(separator: "<") {
            guard let end = piece.firstIndex(of: ">") else { return false }
            let tag = piece[..<end]
            guard tag.count(where: { $0 == "\"" }).isMultiple(of: 2) else { return false }
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return false }
            } else if !tag.hasSuffix("/") {
                open.append(tag.prefix { $0 != " " })
            }
        }
        return open.isEmpty
    }
}
