/// A chart as data: what it says, what it shows, and the table behind it.
///
/// It stands in `Documents` because paper and pages draw it alike: reports take it as a block of a document, the site puts
/// the same drawing into its pages. It knows nothing of either.

package import Text

/// A chart with its words.
package struct ChartDrawing: Sendable, Hashable {
    /// A value with its name.
    package struct Mark: Sendable, Hashable {
        package var name: Phrase
        package var value: ChartValue
        /// Why the value cannot be compared with the one before it, such as another definition: lines end there and begin anew.
        package var breaks: Phrase?

        package init(_ name: Phrase, _ value: ChartValue, breaks: Phrase? = nil) {
            self.name = name
            self.value = value
            self.breaks = breaks
        }
    }

    /// A bar of several parts.
    package struct Stack: Sendable, Hashable {
        package var name: Phrase
        /// One for each part; what is below zero counts as zero.
        package var values: [Int]

        package init(_ name: Phrase, _ values: [Int]) {
            self.name = name
            self.values = values
        }
    }

    package enum Shape: Sendable, Hashable {
        /// For things side by side, such as channels.
        case bars([Mark])
        /// For years in order; where a value is missing the line has a gap and the chart a note.
        case line([Mark])
        /// For parts of a whole, such as outcomes.
        case stacks(parts: [Phrase], [Stack])
    }

    /// The finding, as a sentence.
    package var title: Phrase
    /// What is measured, with its unit.
    package var axis: Phrase
    package var source: Phrase
    /// Of which day the numbers are, such as 截至2024年12月31日.
    package var date: Phrase
    /// What the marks are, above their names in the table: 年度, 渠道.
    package var kind: Phrase
    package var shape: Shape

    package init(title: Phrase, axis: Phrase, source: Phrase, date: Phrase, kind: Phrase, shape: Shape) {
        self.title = title
        self.axis = axis
        self.source = source
        self.date = date
        self.kind = kind
        self.shape = shape
    }

    /// Whether there is nothing at all to draw.
    package var isEmpty: Bool {
        switch shape {
        case .bars(let marks), .line(let marks): marks.isEmpty
        case .stacks(_, let stacks): stacks.isEmpty
        }
    }

    /// Source and date in one line.
    package var origin: Phrase {
        Phrase(zh: "来源：\(source.zh)；\(date.zh)", en: "Source: \(source.en); \(date.en)")
    }

    /// What somebody hears who does not see it; what is more is in the table.
    package func words(in language: Language) -> String {
        let most = 12
        let all: [String]
        switch shape {
        case .bars(let marks), .line(let marks):
            all = marks.map { "\($0.name[language]) \($0.value.written(in: language))" }
        case .stacks(_, let stacks):
            all = stacks.map { "\($0.name[language]) \($0.total.grouped(in: language))" }
        }
        let rest = all.count - most
        let list = all.prefix(most).joined(separator: language == .zh ? "，" : ", ")
        let more = rest > 0 ? Phrase(zh: "，另有\(rest)项见表", en: ", and \(rest) more in the table")[language] : ""
        let none = Phrase(zh: "没有数据", en: "no data")[language]
        let said = all.isEmpty ? none : list + more
        return language == .zh
            ? "\(title.zh)。\(axis.zh)：\(said)。" : "\(title.en). \(axis.en): \(said)."
    }
}

extension ChartDrawing.Stack {
    /// All parts together; as much as can be written where it would be more.
    var total: Int {
        values.reduce(0) { sum, value in
            let (next, isOver) = sum.addingReportingOverflow(max(0, value))
            return isOver ? Int.max : next
        }
    }
}

extension ChartDrawing {
    /// Every number of the chart in full.
    package func table(in language: Language) -> ReportTable {
        switch shape {
        case .bars(let marks), .line(let marks): table(marks, language)
        case .stacks(let parts, let stacks): table(parts, stacks, language)
        }
    }

    private func table(_ marks: [Mark], _ language: Language) -> ReportTable {
        let remarks = marks.map { mark -> String in
            var remark = mark.breaks?[language] ?? ""
            if case .missing(let why) = mark.value { remark = why[language] + (remark.isEmpty ? "" : "; ") + remark }
            return remark
        }
        let hasRemarks = remarks.contains { !$0.isEmpty }
        let hasShares = marks.contains { if case .share = $0.value { true } else { false } }
        var heads = [kind[language], axis[language]]
        if hasShares { heads.append(Phrase(zh: "数量/基数", en: "Count / base")[language]) }
        if hasRemarks { heads.append(Phrase(zh: "说明", en: "Note")[language]) }
        return ReportTable(
            caption: title[language],
            heads: [heads.map { .text($0) }],
            rows: zip(marks, remarks).map { mark, remark in
                var cells: [ReportTable.Cell] = [.text(mark.name[language]), mark.value.cell]
                if hasShares {
                    if case .share(let part, let base) = mark.value {
                        cells.append(.text("\(part)/\(base)"))
                    } else {
                        cells.append(.blank)
                    }
                }
                if hasRemarks { cells.append(remark.isEmpty ? .blank : .text(remark)) }
                return cells
            },
            notes: [origin[language]]
        )
    }

    private func table(_ parts: [Phrase], _ stacks: [Stack], _ language: Language) -> ReportTable {
        let total = Phrase(zh: "总计", en: "Total")[language]
        return ReportTable(
            caption: title[language],
            heads: [([kind[language]] + parts.map { $0[language] } + [total]).map { .text($0) }],
            rows: stacks.map { stack in
                let values = parts.indices.map { $0 < stack.values.count ? stack.values[$0] : 0 }
                return [.text(stack.name[language])] + values.map { .number($0) } + [.number(stack.total)]
            },
            notes: [axis[language], origin[language]]
        )
    }
}
