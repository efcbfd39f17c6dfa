/// The drawing of a chart as SVG: no style of its own on pages, where its colours are the tokens, and greys on paper.

package import Text

/// Where a chart is shown.
package enum ChartPlace: Sendable, Hashable {
    /// In a page, as wide as its place. The id keeps several charts of a page apart.
    case page(id: String)
    /// On paper, in greys.
    case paper
}

extension ChartDrawing {
    /// The same bytes for the same chart.
    package func svg(for place: ChartPlace, in language: Language) -> [UInt8] {
        let room = place == .paper ? ChartPen.paperWidth * 100 / ChartPen.paperSize : ChartLayout.narrowest
        let layout = ChartLayout(self, in: language, room: room)
        let pen = ChartPen(place: place)
        let parts = Set(
            layout.marks.compactMap { mark in
                switch mark {
                case .bar(let part, _, _, _, _), .swatch(let part, _, _, _): part
                default: nil
                }
            }
        )
        let height = ChartPen.em(layout.height)
        let head =
            switch place {
            case .page:
                """
                <svg width="100%" height="\(height)" font-size=".875rem"
                """
            case .paper:
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="\(ChartPen.paperWidth)" \
                height="\(layout.height * ChartPen.paperSize / 100)" font-size="\(ChartPen.paperSize)" \
                font-family="FangSong, 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, serif"
                """
            }
        let (title, words) = (pen.escaped(title[language]), pen.escaped(words(in: language)))
        let text = """
            \(head) role="img" aria-labelledby="\(pen.id)-t \(pen.id)-d"><title id="\(pen.id)-t">\(title)</title>\
            <desc id="\(pen.id)-d">\(words)</desc>\(pen.patterns(parts.sorted()))\
            \(layout.marks.map(pen.draw).joined())</svg>
            """
        return Array(text.utf8)
    }
}

/// Draws marks for one place.
struct ChartPen {
    static let paperWidth = 560
    static let paperSize = 15

    let place: ChartPlace

    var id: String {
        switch place {
        case .page(let id): id
        case .paper: "chart"
        }
    }

    private var isPaper: Bool { place == .paper }

    /// Okabe and Ito's colours in their order, the blue of our links first; on paper greys that can be told apart.
    private static let colours = ["var(--action)", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#d55e00", "#cc79a7"]
    private static let greys = ["#333", "#aaa", "#666", "#ddd", "#888", "#eee", "#4d4d4d"]
    /// Lines over the colour; meaning never hangs on a colour alone.
    private static let lines = [
        "", "M-2 2l4-4M0 8l8-8M6 10l4-4", "M0 4h8", "M4 0v8", "M2 2h2v2h-2zM6 6h2v2h-2z", "M0 4h8M4 0v8",
        "M-2 6l4 4M0 0l8 8M6-2l4 4", "M0 0l8 8M8 0l-8 8",
    ]

    func draw(_ mark: ChartMark) -> String {
        switch mark {
        case .text(let text, let share, let shift, let y, let anchor, let tone):
            let isShifted = shift != 0 && share != 0
            let x = share == 0 ? Self.em(shift) : Self.percent(share)
            let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
            let after = isShifted ? " dx=\"\(Self.em(shift))\"" : ""
            return "<text x=\"\(x)\" y=\"\(Self.em(y))\"\(after)\(place)\(type(tone))>\(escaped(text))</text>"
        case .bar(let part, let from, let end, let y, let height):
            return """
                <rect x="\(Self.percent(from))" y="\(Self.em(y))" width="\(Self.percent(end - from))" \
                height="\(Self.em(height))" fill="\(fill(part))"\(edge(part))/>
                """
        case .swatch(let part, let x, let y, let side):
            return """
                <rect x="\(Self.em(x))" y="\(Self.em(y))" width="\(Self.em(side))" height="\(Self.em(side))" \
                fill="\(fill(part))"\(edge(part))/>
                """
        case .rule(let from, let fromY, let end, let endY, let stroke):
            return """
                <line x1="\(Self.percent(from))" y1="\(Self.em(fromY))" x2="\(Self.percent(end))" \
                y2="\(Self.em(endY))"\(drawn(stroke))/>
                """
        case .dot(let share, let y):
            return "<circle cx=\"\(Self.percent(share))\" cy=\"\(Self.em(y))\" r=\"3.5\" fill=\"\(colour(0))\"/>"
        }
    }

    /// A pattern for every part but the first, which is plain.
    func patterns(_ parts: [Int]) -> String {
        let patterns = parts.filter { $0 > 0 }.map { part in
            """
            <pattern id="\(id)-p\(part)" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" \
            fill="\(colour(part))"/><path d="\(Self.lines[part % Self.lines.count])" stroke="\(line(part))" \
            stroke-width="1.2" fill="none"/></pattern>
            """
        }
        return patterns.isEmpty ? "" : "<defs>\(patterns.joined())</defs>"
    }

    private func fill(_ part: Int) -> String { part == 0 ? colour(0) : "url(#\(id)-p\(part))" }

    private func colour(_ part: Int) -> String {
        isPaper ? Self.greys[part % Self.greys.count] : Self.colours[part % Self.colours.count]
    }

    /// Dark lines on light colours, by day and by night.
    private func line(_ part: Int) -> String {
        isPaper && ["#333", "#666", "#4d4d4d"].contains(colour(part)) ? "#fff" : "#16202b"
    }

    /// Parts that touch are kept apart, and light ones from the paper.
    private func edge(_ part: Int) -> String {
        part == 0 && !isPaper ? "" : " stroke=\"\(ink)\" stroke-width=\".75\""
    }

    private var ink: String { isPaper ? "#000" : "currentColor" }

    private var quiet: String { isPaper ? "#333" : "var(--quiet)" }

    private func type(_ tone: ChartMark.Tone) -> String {
        switch tone {
        case .ink: " fill=\"\(ink)\""
        case .quiet: " fill=\"\(quiet)\""
        case .strong:
            """
             fill="\(ink)" font-weight="700" stroke="\(isPaper ? "#fff" : "var(--paper)")" stroke-width="3" paint-order="stroke"
            """
        }
    }

    private func drawn(_ stroke: ChartMark.Stroke) -> String {
        switch stroke {
        case .data: " stroke=\"\(colour(0))\" stroke-width=\"2\""
        case .axis: " stroke=\"\(ink)\""
        case .grid: " stroke=\"\(isPaper ? "#bbb" : "var(--line)")\""
        case .breaks: " stroke=\"\(quiet)\" stroke-dasharray=\"4 3\""
        }
    }

    func escaped(_ text: String) -> String { TypesetDocument.escaped(text) }

    /// 1234 as `12.34%`.
    static func percent(_ hundredths: Int) -> String { decimal(hundredths) + "%" }

    /// 145 as `1.45em`.
    static func em(_ hundredths: Int) -> String { hundredths == 0 ? "0" : decimal(hundredths) + "em" }

    private static func decimal(_ hundredths: Int) -> String {
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return sign + "\(whole)." + (rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0" : "") + "\(rest)")
    }
}
