/// Where the cells of a table stand once all spans are drawn out.

/// One part of a table, head or body, as a rectangle.
package struct TableGrid: Sendable, Hashable {
    /// A place of the rectangle.
    package enum Place: Sendable, Hashable {
        /// A cell begins here; its span is cut to the part.
        case cell(ReportTable.Cell)
        /// Covered from the left by the cell of the same row.
        case besides
        /// Covered from above; the first place of each row says how many columns go on.
        case below(columns: Int)
    }

    package let columns: Int
    package let rows: [[Place]]

    /// - Parameter columns: of the whole table.
    package init(_ rows: [[ReportTable.Cell]], columns: Int) {
        self.columns = columns
        var places = [[Place?]](repeating: Array(repeating: nil, count: columns), count: rows.count)
        for (row, cells) in rows.enumerated() {
            var waiting = cells[...]
            for column in 0..<columns where places[row][column] == nil {
                var cell = waiting.popFirst() ?? .blank
                let free = places[row][column...].prefix { $0 == nil }.count
                cell.columns = min(cell.columns, free)
                cell.rows = min(cell.rows, rows.count - row)
                for covered in row..<(row + cell.rows) {
                    for besides in column..<(column + cell.columns) { places[covered][besides] = .besides }
                    places[covered][column] = covered == row ? .cell(cell) : .below(columns: cell.columns)
                }
            }
        }
        self.rows = places.map { $0.map { $0 ?? .cell(.blank) } }
    }

    /// How many columns these rows need.
    static func width(of rows: [[ReportTable.Cell]]) -> Int {
        var most = 0
        // How many more rows each column is covered from above.
        var covered: [Int] = []
        for cells in rows {
            var column = 0
            var next = covered.map { max(0, $0 - 1) }
            for cell in cells {
                while column < covered.count, covered[column] > 0 { column += 1 }
                for _ in 0..<cell.columns {
                    while next.count <= column { next.append(0) }
                    next[column] = cell.rows - 1
                    column += 1
                }
            }
            most = max(most, column)
            covered = next
        }
        return max(most, covered.count)
    }

    /// The cells of a row that begin in it, with the column of each.
    package func cells(of row: Int) -> [(column: Int, cell: ReportTable.Cell)] {
        rows[row].enumerated().compactMap { column, place in
            if case .cell(let cell) = place { (column, cell) } else { nil }
        }
    }

    /// What stands in every place, the words of a span in each place that it covers.
    package var filled: [[ReportTable.Content]] {
        var result = rows.map { $0.map { _ in ReportTable.Content.blank } }
        for row in rows.indices {
            for (column, cell) in cells(of: row) {
                for covered in row..<(row + cell.rows) {
                    for besides in column..<(column + cell.columns) { result[covered][besides] = cell.content }
                }
            }
        }
        return result
    }
}

extension ReportTable {
    package var columnCount: Int { max(1, TableGrid.width(of: heads), TableGrid.width(of: rows)) }

    package var head: TableGrid { TableGrid(heads, columns: columnCount) }

    package var body: TableGrid { TableGrid(rows, columns: columnCount) }

    /// One name for each column, those above it before it.
    package var columnNames: [String] {
        let rows = head.filled
        return (0..<columnCount).map { column in
            var names: [String] = []
            for row in rows where row[column].text != names.last && row[column] != .blank {
                names.append(row[column].text)
            }
            return names.joined(separator: " / ")
        }
    }
}
