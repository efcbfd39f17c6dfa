/// A line over years. It stops where a value is missing or means something else than the one before: a gap is never bridged.

import Text

extension ChartLayout {
    /// Where the points stand, from the left edge of the first name to the right edge of the last.
    private struct Field {
        var left: Int
        var right: Int
        var top: Int
        var bottom: Int
        var count: Int
        var room: Int

        func x(_ index: Int) -> Int { count < 2 ? (left + right) / 2 : left + (right - left) * index / (count - 1) }

        func y(_ share: Int) -> Int { bottom - (bottom - top) * share / 10_000 }

        /// Every how many points a text of such a width fits under or over them.
        func step(_ width: Int) -> Int {
            guard count > 1 else { return 1 }
            let slot = max(1, (right - left) * room / 10_000 / (count - 1))
            return max(1, (width + 40 + slot - 1) / slot)
        }
    }

    mutating func curve(_ items: [ChartDrawing.Mark]) {
        let isShare = items.contains { if case .share = $0.value { true } else { false } }
        let scale = ChartScale(items.compactMap { $0.value.measure }, isShare: isShare)
        let unit = isShare ? "%" : ""
        let ticks = Self.ticks(scale).map { ($0, ChartScale.tick($0, in: language) + unit) }
        let values = items.map { Self.short($0.value, unit, language) }
        let names = items.map { Self.fit($0.name[language], 600, lines: 1).first ?? "" }
        let widest = (values + names).map { TypeMeasure.width(of: $0) * 104 / 100 }.max() ?? 0
        let gutter = (ticks.map { TypeMeasure.width(of: $0.1) }.max() ?? 0) + 40
        let field = Field(
            left: (gutter + widest / 2) * 10_000 / room,
            right: 10_000 - (widest / 2) * 10_000 / room,
            top: height + 290,
            bottom: height + 1_190,
            count: items.count,
            room: room
        )
        for (value, text) in ticks {
            let y = field.y(scale.share(value))
            let start = gutter * 10_000 / room
            marks.append(.rule(from: start, fromY: y, to: 10_000, toY: y, value == 0 ? .axis : .grid))
            marks.append(.text(text, share: 0, shift: 0, y: y + 35, anchor: .start, tone: .quiet))
        }
        let noted = notes(items)
        marks += lines(items, field, scale)
        marks += words(items, values, names, field, scale)
        for (index, note) in noted.enumerated() {
            let y = note.isBreak ? height + 115 : field.bottom + 270
            let x = note.isBreak && note.at > 0 ? (field.x(note.at - 1) + field.x(note.at)) / 2 : field.x(note.at)
            let sign = Self.sign(index)
            marks.append(.text(sign, share: x, shift: 0, y: y, anchor: .middle, tone: .quiet))
        }
        height = field.bottom + (noted.contains { !$0.isBreak } ? 310 : 165)
        for (index, note) in noted.enumerated() {
            write("\(Self.sign(index)) \(note.text)", tone: .quiet, lines: 6)
        }
    }

    /// The line where it is one, a dot for each value, and a rule where the definition changes.
    private func lines(_ items: [ChartDrawing.Mark], _ field: Field, _ scale: ChartScale) -> [ChartMark] {
        var drawn: [ChartMark] = []
        var before: Int?
        for (index, item) in items.enumerated() {
            if item.breaks != nil, index > 0 {
                let x = (field.x(index - 1) + field.x(index)) / 2
                drawn.append(.rule(from: x, fromY: field.top - 140, to: x, toY: field.bottom, .breaks))
            }
            guard let measure = item.value.measure else {
                before = nil
                continue
            }
            let y = field.y(scale.share(measure))
            if let before, item.breaks == nil {
                drawn.append(.rule(from: field.x(index - 1), fromY: before, to: field.x(index), toY: y, .data))
            }
            before = y
        }
        for (index, item) in items.enumerated() {
            guard let measure = item.value.measure else { continue }
            drawn.append(.dot(share: field.x(index), y: field.y(scale.share(measure))))
        }
        return drawn
    }

    /// As many names and values as fit, the last one always.
    private func words(
        _ items: [ChartDrawing.Mark],
        _ values: [String],
        _ names: [String],
        _ field: Field,
        _ scale: ChartScale
    ) -> [ChartMark] {
        var drawn: [ChartMark] = []
        let widest = { (texts: [String]) in texts.map { TypeMeasure.width(of: $0) * 104 / 100 }.max() ?? 0 }
        let nameStep = field.step(widest(names))
        let valueStep = field.step(widest(values))
        for (index, item) in items.enumerated() {
            let back = items.count - 1 - index
            let x = field.x(index)
            if back.isMultiple(of: nameStep) {
                let y = field.bottom + 130
                drawn.append(.text(names[index], share: x, shift: 0, y: y, anchor: .middle, tone: .ink))
            }
            if back.isMultiple(of: valueStep), let measure = item.value.measure {
                let y = field.y(scale.share(measure)) - 55
                drawn.append(.text(values[index], share: x, shift: 0, y: y, anchor: .middle, tone: .strong))
            }
        }
        return drawn
    }

    private struct Note {
        var at: Int
        var isBreak: Bool
        var text: String
    }

    /// What has to be said; years in a row that miss for the same reason have one note.
    private func notes(_ items: [ChartDrawing.Mark]) -> [Note] {
        var notes: [Note] = []
        var reason: String?
        var first = ""
        for (index, item) in items.enumerated() {
            let name = item.name[language]
            if let why = item.breaks {
                let text = Phrase(zh: "自\(name)起：\(why.zh)", en: "From \(name): \(why.en)")[language]
                notes.append(Note(at: index, isBreak: true, text: text))
            }
            guard item.value.measure == nil else {
                reason = nil
                continue
            }
            let why = why(item.value)
            if why == reason, let last = notes.indices.last(where: { !notes[$0].isBreak }) {
                notes[last].text = Phrase(zh: "\(first)至\(name)：\(why)", en: "\(first) to \(name): \(why)")[language]
            } else {
                first = name
                notes.append(
                    Note(at: index, isBreak: false, text: Phrase(zh: "\(name)：\(why)", en: "\(name): \(why)")[language])
                )
            }
            reason = why
        }
        return notes
    }

    private func why(_ value: ChartValue) -> String {
        guard case .share(let part, let base) = value else { return value.written(in: language) }
        return Phrase(
            zh: "\(part)/\(base)，基数不足\(ChartValue.leastBase)，不画比率",
            en: "\(part)/\(base), a base under \(ChartValue.leastBase): no rate is drawn"
        )[language]
    }

    /// A number in a circle, ① for the first.
    private static func sign(_ index: Int) -> String {
        guard index < 20, let scalar = Unicode.Scalar(0x2460 + index) else { return "(\(index + 1))" }
        return String(Character(scalar))
    }

    /// The value over its point: a rate without its base, a long number in few letters.
    private static func short(_ value: ChartValue, _ unit: String, _ language: Language) -> String {
        guard let measure = value.measure else { return "" }
        if case .share = value { return ChartScale.tick((measure * 10).rounded() / 10, in: language) + unit }
        let written = value.written(in: language)
        return TypeMeasure.width(of: written) > 520 && measure > 0 ? ChartScale.tick(measure, in: language) : written
    }

    private static func ticks(_ scale: ChartScale) -> [Double] {
        guard let top = scale.top else { return [0] }
        let half = top / 2
        return half == half.rounded() ? [0, half, top] : [0, top]
    }
}
