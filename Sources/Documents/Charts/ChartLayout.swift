/// Where everything of a chart stands. Across, places are shares of the width, so that one drawing is sharp and readable on
/// a telephone and on a desk; up and down they are in sizes of the type, so that 长者模式 makes everything larger.

package import Text

/// What a chart is drawn of.
///
/// Shares are in hundredths of a per cent, lengths in hundredths of the size of the type.
package enum ChartMark: Sendable, Hashable {
    package enum Anchor: String, Sendable { case start, middle, end }

    package enum Tone: Sendable, Hashable { case ink, quiet, strong }

    /// A line of text: a share of the width with a length after it, and its base line.
    case text(String, share: Int, shift: Int, y: Int, anchor: Anchor, tone: Tone)
    /// A bar, or a part of one, in the pattern of its part.
    case bar(part: Int, from: Int, to: Int, y: Int, height: Int)
    /// The pattern of a part, beside its name.
    case swatch(part: Int, x: Int, y: Int, side: Int)
    case rule(from: Int, fromY: Int, to: Int, toY: Int, Stroke)
    case dot(share: Int, y: Int)

    package enum Stroke: Sendable, Hashable {
        /// The line of the data.
        case data
        /// Where zero is.
        case axis
        case grid
        /// Where the definition changes.
        case breaks
    }
}

/// The marks of a chart in one language.
package struct ChartLayout: Sendable, Hashable {
    /// The narrowest place that a chart is made for: a telephone of 360 pixels in 长者模式.
    package static let narrowest = 1_800
    static let line = 145

    package internal(set) var marks: [ChartMark] = []
    /// How high it is so far.
    package internal(set) var height = 0
    let language: Language

    /// How wide its place is at least.
    let room: Int

    package init(_ drawing: ChartDrawing, in language: Language, room: Int = narrowest) {
        self.language = language
        self.room = room
        write(drawing.axis[language], tone: .quiet, lines: 3)
        if drawing.isEmpty {
            write(Phrase(zh: "没有数据", en: "No data")[language], tone: .ink, lines: 1)
        }
        switch drawing.shape {
        case .bars(let marks): bars(marks)
        case .line(let marks): if !marks.isEmpty { curve(marks) }
        case .stacks(let parts, let stacks): draw(stacks, of: parts)
        }
        height += 30
    }

    /// Lines of text from the left edge.
    mutating func write(_ text: String, tone: ChartMark.Tone, lines: Int) {
        for part in Self.fit(text, room, lines: lines) {
            marks.append(.text(part, share: 0, shift: 0, y: height + 105, anchor: .start, tone: tone))
            height += Self.line
        }
    }

    /// A name at the left and a value at the right, and between them always some room.
    mutating func write(_ name: String, beside value: String, tone: ChartMark.Tone) {
        let isShort = TypeMeasure.width(of: value) <= room / 2
        let beside = isShort ? value : ""
        let left = room - (beside.isEmpty ? 0 : TypeMeasure.width(of: beside) * 104 / 100 + 80)
        let start = height
        write(name, tone: .ink, lines: 3, room: left)
        if isShort, !value.isEmpty {
            marks.append(.text(value, share: 10_000, shift: 0, y: start + 105, anchor: .end, tone: tone))
        } else if !isShort {
            write(value, tone: tone, lines: 3)
        }
        height = max(height, start + Self.line)
    }

    private mutating func write(_ text: String, tone: ChartMark.Tone, lines: Int, room: Int) {
        for part in Self.fit(text, room, lines: lines) {
            marks.append(.text(part, share: 0, shift: 0, y: height + 105, anchor: .start, tone: tone))
            height += Self.line
        }
    }

    /// At most so many lines of at most such a width; what does not fit ends in «…» and is whole in the table.
    static func fit(_ text: String, _ width: Int, lines most: Int) -> [String] {
        // Bold type is a little wider.
        let fits = { (part: String) in TypeMeasure.width(of: part) * 104 / 100 <= width }
        let all = TypeMeasure.lines(text, fits: fits)
        var lines = Array(all.prefix(most))
        for (index, line) in lines.enumerated() {
            let isCut = index == most - 1 && all.count > most
            guard isCut || !fits(line) else { continue }
            var kept = line
            while !kept.isEmpty, !fits(kept + "…") { kept.removeLast() }
            lines[index] = kept + "…"
        }
        return lines
    }
}

/// What a chart is measured by: from zero to a round number.
struct ChartScale {
    /// Nil where there is nothing above zero.
    let top: Double?

    init(_ values: [Double], isShare: Bool = false) {
        let most = values.max() ?? 0
        if isShare {
            top = max(100, most)
        } else if most > 0 {
            var power = 1.0
            while power * 10 <= most { power *= 10 }
            let steps: [Double] = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
            let whole = steps.first { step in
                step * power >= most && (power > 1 || step == step.rounded())
            }
            top = power * (whole ?? 10)
        } else {
            top = nil
        }
    }

    /// - Returns: hundredths of a per cent of the way.
    func share(_ value: Double) -> Int {
        guard let top, value > 0 else { return 0 }
        return min(10_000, Int((value / top * 10_000).rounded()))
    }

    /// A round number in few letters: 1.2亿, 35k.
    static func tick(_ value: Double, in language: Language) -> String {
        let steps: [(Double, String)] =
            language == .zh
            ? [(1e16, "亿亿"), (1e12, "万亿"), (1e8, "亿"), (1e4, "万")]
            : [(1e18, "×10¹⁸"), (1e15, "×10¹⁵"), (1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e4, "k")]
        for (size, word) in steps where value >= size {
            let unit = word == "k" ? 1e3 : size
            return decimal(value / unit) + word
        }
        return decimal(value)
    }

    private static func decimal(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return String(whole) }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
    }
}
