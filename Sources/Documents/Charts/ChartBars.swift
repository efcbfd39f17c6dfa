/// Bars lie: a name above each, its value at the right, so that long names need no space beside it.

import Text

extension ChartLayout {
    private static let bar = 85

    mutating func bars(_ items: [ChartDrawing.Mark]) {
        let isShare = items.contains { if case .share = $0.value { true } else { false } }
        let scale = ChartScale(items.compactMap { $0.value.measure }, isShare: isShare)
        for item in items {
            height += 45
            let isDrawn = item.value.measure != nil
            write(item.name[language], beside: item.value.written(in: language), tone: isDrawn ? .strong : .quiet)
            let end = scale.share(item.value.measure ?? 0)
            if end > 0 { marks.append(.bar(part: 0, from: 0, to: end, y: height + 10, height: Self.bar)) }
            height += Self.bar + 20
        }
        foot(scale, unit: isShare ? "%" : "")
    }

    /// Stacks have the names of their parts beneath, each beside its pattern, so that nobody has to look anything up.
    mutating func draw(_ stacks: [ChartDrawing.Stack], of parts: [Phrase]) {
        let sums = stacks.map { $0.values.reduce(0.0) { $0 + Double(max(0, $1)) } }
        let most = sums.max() ?? 0
        let scale = stacks.count > 1 ? ChartScale(sums) : ChartScale(top: most > 0 ? most : nil)
        for stack in stacks {
            height += 45
            write(stack.name[language], beside: stack.total.grouped(in: language), tone: .strong)
            var sum = 0.0
            for (part, value) in stack.values.enumerated() where value > 0 {
                let from = scale.share(sum)
                sum += Double(value)
                let end = scale.share(sum)
                if end > from {
                    marks.append(.bar(part: part, from: from, to: end, y: height + 10, height: Self.bar + 15))
                }
            }
            height += Self.bar + 45
            name(zip(parts, stack.values).map { ($0[language], $1) })
            height += 30
        }
        if stacks.count > 1 { foot(scale, unit: "") }
    }

    /// The parts of a stack, as many on a line as the narrowest place takes.
    private mutating func name(_ parts: [(String, Int)]) {
        var x = 0
        var isBegun = false
        for (part, (name, value)) in parts.enumerated() where value > 0 {
            let number = " " + value.grouped(in: language)
            let left = room - 120 - TypeMeasure.width(of: number) * 104 / 100
            let text = (Self.fit(name, max(200, left), lines: 1).first ?? "") + number
            let width = 120 + TypeMeasure.width(of: text) * 104 / 100
            if x > 0, x + width > room {
                x = 0
                height += Self.line
            }
            marks.append(.swatch(part: part, x: x, y: height + 27, side: 85))
            marks.append(.text(text, share: 0, shift: x + 120, y: height + 105, anchor: .start, tone: .ink))
            x += width + 100
            isBegun = true
        }
        if isBegun { height += Self.line }
    }

    /// The axis beneath: zero at the left, a round number at the right.
    private mutating func foot(_ scale: ChartScale, unit: String) {
        guard let top = scale.top else { return }
        height += 25
        marks.append(.rule(from: 0, fromY: height, to: 10_000, toY: height, .axis))
        marks.append(.text("0", share: 0, shift: 0, y: height + 115, anchor: .start, tone: .quiet))
        let end = ChartScale.tick(top, in: language) + unit
        marks.append(.text(end, share: 10_000, shift: 0, y: height + 115, anchor: .end, tone: .quiet))
        height += Self.line
    }
}

extension ChartScale {
    init(top: Double?) { self.top = top }
}
