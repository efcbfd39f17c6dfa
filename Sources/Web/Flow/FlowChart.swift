/// The chart of a procedure as a picture of its own, drawn from nothing but the procedure (信息公开工作流程图、依申请公开审批流程图).

package import Disclosure
package import Html
package import Text

/// A chart, to be shown on pages, embedded elsewhere, and printed for the wall.
package struct FlowChart: Sendable {
    /// Which chart of a procedure.
    package enum Kind: String, CaseIterable, Sendable {
        /// All of it.
        case work
        /// What the office and its approver do.
        case approval
    }

    package let kind: Kind
    package let flow: ProcedureFlow
    package let agency: Phrase?

    /// - Returns: nil for the approval chart of a procedure in which nobody approves.
    package init?(_ kind: Kind, of procedure: Procedure, agency: Phrase? = nil) {
        guard let part = kind == .work ? procedure : procedure.approval else { return nil }
        self.kind = kind
        self.agency = agency
        flow = ProcedureFlow(part)
    }

    package var procedure: Procedure { flow.procedure }

    package var title: Phrase {
        let name = procedure.name
        switch kind {
        case .work: return Phrase(zh: "\(name.zh)工作流程图", en: "\(name.en): work flow")
        case .approval:
            let isRequest = procedure.kind == "request"
            return Phrase(zh: "\(isRequest ? "依申请公开" : name.zh)审批流程图", en: "\(name.en): approval")
        }
    }

    /// What somebody hears who does not see it.
    package var summary: Phrase {
        let states = flow.sections.map(\.state.name)
        return Phrase(
            zh:
                "从「\(states.first?.zh ?? "")」到「\(states.last?.zh ?? "")」，主要经过：\(states.map(\.zh).joined(separator: "、"))；各环节见文字表。",
            en: """
                From «\(states.first?.en ?? "")» to «\(states.last?.en ?? "")», by way of: \
                \(states.map(\.en).joined(separator: ", ")). The table says everything in words.
                """
        )
    }

    /// The picture as a file: its own colours by day and by night, nothing from elsewhere, the same bytes every time.
    package func svg(_ form: FlowLayout.Form, in language: Language) -> HTML {
        let layout = FlowLayout(flow, form, in: language)
        let head = FlowHead(chart: self, width: layout.width, language: language)
        let foot = FlowKey(chart: self, width: layout.width, language: language)
        let margin = 14
        let (width, height) = (layout.width + margin * 2, head.height + layout.height + foot.height + margin * 2)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
            role="img" aria-labelledby="t d" lang="\(language.tag)"><title id="t">\(title[language])</title>\
            <desc id="d">\(summary[language])</desc><style>\(Self.style)</style>\
            <rect class="p" width="100%" height="100%"/><g transform="translate(\(margin) \(margin))">\(head.html)\
            <g transform="translate(0 \(head.height))">\(layout.paths.map(Self.draw))\(layout.boxes.map(Self.draw))</g>\
            <g transform="translate(0 \(head.height + layout.height))">\(foot.html)</g></g></svg>

            """
    }

    /// The same names and values as the tokens of the pages; on paper always those of the day.
    private static let style: HTML = """
        svg{--ink:#16202b;--quiet:#4d5966;--paper:#fff;--wash:#f5f7fa;--line:#8794a1;--action:#0a5ea8;--soon:#8a5a00;\
        --on-time:#1a7f37;font-family:"Source Han Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}\
        @media screen and (prefers-color-scheme:dark){svg{--ink:#e6edf3;--quiet:#9aa7b4;--paper:#0f151c;--wash:#161e27;\
        --line:#566270;--action:#6cb6ff;--soon:#e3b341;--on-time:#56d364}}\
        .p{fill:var(--paper)}text{fill:var(--ink);font-size:13px}.q{fill:var(--quiet)}\
        .state,.event{font-weight:700}.state{font-size:16px}.event{font-size:15px}\
        .h{font:700 21px "Source Han Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif}\
        .s{fill:var(--wash);stroke:var(--ink);stroke-width:1.5}.e{fill:var(--paper);stroke:var(--line)}\
        .r{fill:none;stroke:var(--line);stroke-dasharray:4 3}.l{fill:none;stroke:var(--quiet);stroke-width:1.5}\
        .a{fill:var(--quiet)}.officer{fill:var(--action)}.approver{fill:var(--on-time)}.applicant{fill:var(--soon)}\
        .program{fill:var(--quiet)}
        """

    // MARK: Boxes and lines

    static func draw(_ box: FlowLayout.Box) -> HTML {
        switch box.kind {
        case .state(let waits): frame(box, waits == .nobody ? 16 : 4, "s") + text(box, isCentred: true)
        case .reference: frame(box, 14, "r") + text(box, isCentred: true)
        case .event(let performers): frame(box, 2, "e") + bars(performers, box) + text(box, isCentred: false)
        }
    }

    private static func frame(_ box: FlowLayout.Box, _ radius: Int, _ style: String) -> HTML {
        """
        <rect class="\(style)" x="\(box.x)" y="\(box.y)" width="\(box.width)" height="\(box.height)" rx="\(radius)"/>
        """
    }

    /// Who acts, at the left edge: a bar for each, one above the other.
    private static func bars(_ performers: [Performer], _ box: FlowLayout.Box) -> HTML {
        let part = box.height / max(1, performers.count)
        return performers.enumerated().map { index, performer -> HTML in
            let height = index == performers.count - 1 ? box.height - part * index : part
            return bar(performer, x: box.x, y: box.y + part * index, height: height)
        }.joined()
    }

    static func bar(_ performer: Performer, x: Int, y: Int, height: Int) -> HTML {
        "<rect class=\"\(performer.rawValue)\" x=\"\(x)\" y=\"\(y)\" width=\"4\" height=\"\(height)\"/>"
    }

    private static func text(_ box: FlowLayout.Box, isCentred: Bool) -> HTML {
        var y = box.y + 8
        let x = isCentred ? box.x + box.width / 2 : box.x + FlowLayout.Measure.padding
        return box.lines.map { line -> HTML in
            let baseline = y + line.style.size
            y += line.style.leading
            let style = line.style == .small ? "q" : line.style.rawValue
            let anchor: HTML = isCentred ? " text-anchor=\"middle\"" : .empty
            return "<text class=\"\(style)\" x=\"\(x)\" y=\"\(baseline)\"\(anchor)>\(line.text)</text>"
        }.joined()
    }

    static func draw(_ path: FlowLayout.Path) -> HTML {
        guard let first = path.points.first, let last = path.points.last, path.points.count > 1 else { return .empty }
        let steps = path.points.dropFirst().map { "L\($0.x) \($0.y)" }.joined()
        var drawn: HTML = "<path class=\"l\" d=\"\("M\(first.x) \(first.y)" + steps)\"/>"
        if path.hasArrow { drawn += arrow(to: last, from: path.points[path.points.count - 2]) }
        if path.returns { drawn += arrow(to: first, from: path.points[1]) }
        return drawn
    }

    private static func arrow(to end: FlowLayout.Point, from start: FlowLayout.Point) -> HTML {
        let shape =
            if start.x == end.x {
                end.y > start.y ? "l-4-8h8z" : "l-4 8h8z"
            } else {
                end.x > start.x ? "l-8-4v8z" : "l8-4v8z"
            }
        return "<path class=\"a\" d=\"\("M\(end.x) \(end.y)" + shape)\"/>"
    }
}

extension FlowWords {
    /// Whether a state is an end from which nothing leads on but what is drawn with the main way.
    func isEnd(_ state: Procedure.State) -> Bool {
        !ProcedureFlow.mainWay(of: procedure).contains(state.key)
    }
}
