package import Civil
package import Text

/// What a report of some years looks like: its sections, tables, charts and rules.
///
/// Formats are YAML files.
package struct ReportFormat: Sendable, Hashable {
    /// Such as `nb2021`.
    package var key: String
    package var name: Phrase
    /// With the places `{agency}`, `{year}` and, in a quarter's report, `{quarter}`.
    package var title: Phrase
    /// The years that it is for; open at the end where nothing is said.
    package var years: ClosedRange<Int>
    package var isQuarterly: Bool
    package var due: Due
    package var sections: [Section]
    package var tables: [Table]
    package var charts: [Chart]
    package var rules: [ReportRule]

    /// The last day for publishing it, with its law.
    package struct Due: Sendable, Hashable {
        /// In months after the end of the period; 1 is the month that follows.
        package var month: Int
        package var day: Int
        /// Law and article.
        package var basis: Phrase

        /// The last day for a period.
        package func day(after period: FigurePeriod) -> CivilDate {
            let first = period.last.adding(days: 1)
            let from = first.adding(months: month - 1)
            // The last day of a shorter month where the day is not in it.
            return min(from.adding(days: day - 1), from.adding(months: 1).adding(days: -1))
        }
    }

    /// A heading with the template of its text.
    package struct Section: Sendable, Hashable {
        package var key: String
        package var name: Phrase
        /// Markdown with `{{figures}}`, as an office finds it in a new report.
        package var text: String
    }

    /// A table whose cells are figures.
    package struct Table: Sendable, Hashable {
        package var key: String
        package var name: Phrase
        package var note: Phrase?
        /// The head over the labels of the rows.
        package var corner: Phrase
        /// Whether the unit of each figure stands in a column of its own.
        package var showsUnits: Bool
        package var columns: [Column]
        package var rows: [Row]
    }

    /// A head; those with others below them have no cells of their own.
    package struct Column: Sendable, Hashable {
        package var name: Phrase
        package var scope: FigureAsked.Scope
        package var applicant: Applicant.Class?
        package var below: [Column]

        /// The heads that have cells, from the left.
        package var leaves: [Column] { below.isEmpty ? [self] : below.flatMap(\.leaves) }
    }

    /// A label; those with others below them may have cells or not.
    package struct Row: Sendable, Hashable {
        package var name: Phrase
        /// A figure for each column, or one that the columns narrow; empty for a label over others.
        package var figures: [FigureAsked]
        package var below: [Row]
    }

    package struct Chart: Sendable, Hashable {
        package enum Kind: String, Sendable, CaseIterable {
            /// A bar for each figure.
            case bars
            /// One bar of all figures, stacked.
            case stack
            /// One line over the years.
            case years
        }

        package var key: String
        package var name: Phrase
        package var kind: Kind
        package var figures: [FigureAsked]
        /// How many years before the report's own a line begins.
        package var back: Int
    }
}

extension ReportFormat.Table {
    /// The heads that have cells, from the left.
    package var leaves: [ReportFormat.Column] { columns.flatMap(\.leaves) }

    /// Which number stands in each cell of a row; nil for a cell that has none.
    package func cells(of row: ReportFormat.Row) -> [FigureAsked?] {
        guard !row.figures.isEmpty else { return [] }
        return leaves.enumerated().map { place, column in
            let isOne = row.figures.count == 1
            guard var asked = isOne ? row.figures[0] : row.figures.dropFirst(place).first else { return nil }
            if column.scope == .total { asked.scope = .total }
            if let applicant = column.applicant { asked.applicant = applicant }
            return asked
        }
    }

    /// Every label with its depth, from above.
    package var labelled: [(row: ReportFormat.Row, depth: Int)] {
        func flat(_ rows: [ReportFormat.Row], _ depth: Int) -> [(row: ReportFormat.Row, depth: Int)] {
            rows.flatMap { [($0, depth)] + flat($0.below, depth + 1) }
        }
        return flat(rows, 0)
    }

    /// Every number in it.
    package var numbers: [FigureAsked] { labelled.flatMap { cells(of: $0.row) }.compactMap { $0 } }
}

extension ReportFormat {
    package func section(_ key: String) -> Section? { sections.first { $0.key == key } }
    package func table(_ key: String) -> Table? { tables.first { $0.key == key } }
    package func chart(_ key: String) -> Chart? { charts.first { $0.key == key } }

    /// Every number that the tables, charts, rules and these texts of sections name.
    package func numbers(in texts: [String: String]) -> Set<ReportNumber> {
        var numbers = Set(tables.flatMap(\.numbers).map { ReportNumber($0) })
        for chart in charts {
            for figure in chart.figures {
                for year in 0...(chart.kind == .years ? chart.back : 0) {
                    numbers.insert(ReportNumber(figure, yearsBack: year))
                }
            }
        }
        for rule in rules { numbers.formUnion(rule.numbers(in: self)) }
        for section in sections {
            guard let template = try? ReportTemplate(texts[section.key] ?? section.text) else { continue }
            numbers.formUnion(template.numbers)
        }
        return numbers
    }
}
