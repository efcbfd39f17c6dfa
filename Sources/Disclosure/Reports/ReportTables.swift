import Civil
package import Documents
package import Text

extension ReportSheet {
    /// A table of the format with its numbers.
    ///
    /// - Parameter address: where the page of the records behind a number is; nil where there is none.
    package func table(
        _ key: String,
        in language: Language = .zh,
        address: (ReportNumber) -> String? = { _ in nil }
    ) -> ReportTable? {
        guard let form = format.table(key) else { return nil }
        let labels = form.rows.map(Self.depth).max() ?? 1
        let body = form.rows.flatMap { rows(of: $0, at: 0, of: labels, form, language, address) }
        return ReportTable(
            caption: form.name[language],
            heads: heads(of: form, labels: labels, language),
            rows: body,
            labelColumns: labels,
            notes: form.note.map { [$0[language]] } ?? []
        )
    }

    /// Numbers as numbers, everything else in words.
    func cell(of number: ReportNumber, _ language: Language) -> ReportTable.Content {
        let value = values[number] ?? .missing
        switch value {
        case .number(let number), .bound(let number, .equal): return .number(number)
        case .money:
            return .decimal(
                value.text(in: language, unit: definitions[number.asked.key]?.unit ?? Phrase(zh: "", en: ""))
            )
        case .day(let day): return .day(day.iso)
        case .share: return .text(value.words[language])
        case .month, .bound, .notApplicable, .missing: return .text(value.text(in: language))
        }
    }

    // MARK: Heads and labels

    /// How many label columns a row needs: one more for each label over others.
    private static func depth(_ row: ReportFormat.Row) -> Int {
        guard row.figures.isEmpty, !row.below.isEmpty else { return 1 }
        return 1 + (row.below.map(depth).max() ?? 0)
    }

    private static func depth(_ column: ReportFormat.Column) -> Int { 1 + (column.below.map(depth).max() ?? 0) }

    private func heads(of form: ReportFormat.Table, labels: Int, _ language: Language) -> [[ReportTable.Cell]] {
        let depth = form.columns.map(Self.depth).max() ?? 1
        var lines = [[ReportTable.Cell]](repeating: [], count: depth)
        lines[0].append(.text(form.corner[language], columns: labels, rows: depth))
        if form.showsUnits { lines[0].append(.text(Phrase(zh: "单位", en: "Unit")[language], rows: depth)) }
        func add(_ column: ReportFormat.Column, _ level: Int) {
            let rows = column.below.isEmpty ? depth - level : 1
            lines[level].append(.text(column.name[language], columns: column.leaves.count, rows: rows))
            for below in column.below { add(below, level + 1) }
        }
        for column in form.columns { add(column, 0) }
        return lines
    }

    private func rows(
        of row: ReportFormat.Row,
        at level: Int,
        of labels: Int,
        _ form: ReportFormat.Table,
        _ language: Language,
        _ address: (ReportNumber) -> String?
    ) -> [[ReportTable.Cell]] {
        let below = row.below.flatMap {
            rows(of: $0, at: row.figures.isEmpty ? level + 1 : level, of: labels, form, language, address)
        }
        guard !row.figures.isEmpty else {
            guard let first = below.first else { return [[.text(row.name[language], columns: labels - level)]] }
            return [[.text(row.name[language], rows: below.count)] + first] + below.dropFirst()
        }
        var cells: [ReportTable.Cell] = [.text(row.name[language], columns: labels - level)]
        if form.showsUnits {
            cells.append(.text(row.figures.first.flatMap { definitions[$0.key]?.unit[language] } ?? ""))
        }
        cells += form.cells(of: row).map { asked in
            guard let asked else { return .blank }
            let number = ReportNumber(asked)
            return ReportTable.Cell(cell(of: number, language), address: address(number))
        }
        return [cells] + below
    }
}
