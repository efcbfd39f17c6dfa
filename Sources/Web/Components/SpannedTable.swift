/// A table with heads of several rows, as reports have them, on a page.

package import Documents
package import Html
package import Text

/// The same table that is printed and written as a spreadsheet; cells may lead to the records behind them.
package struct SpannedTable: Component {
    package var table: ReportTable
    /// A page with several tables gives each its own id.
    package var id: String

    package init(_ table: ReportTable, id: String) {
        self.table = table
        self.id = id
    }

    package func html(in language: Language) -> HTML {
        let (head, body) = (table.head, table.body)
        let areNumbers = numberColumns(body)
        let heads = head.rows.indices.map { row -> HTML in
            let cells = head.cells(of: row).map { column, cell -> HTML in
                let isNumber = cell.columns == 1 && areNumbers[column]
                return self.cell(cell, .head(isGroup: cell.columns > 1), isNumber: isNumber, language)
            }
            return "<tr>\(cells)</tr>"
        }
        let rows = body.rows.indices.map { row -> HTML in
            let cells = body.cells(of: row).map { column, cell -> HTML in
                let kind = column < table.labelColumns ? Kind.name(isGroup: cell.rows > 1) : .value
                return self.cell(cell, kind, isNumber: cell.content.isNumber, language)
            }
            return "<tr>\(cells)</tr>"
        }
        let notes = table.notes.map { note -> HTML in "<p class=\"small quiet\">\(note)</p>" }
        return """
            <div class="table" role="region" tabindex="0" aria-labelledby="\(id)"><table>\
            <caption id="\(id)">\(table.caption)</caption><thead>\(heads)</thead><tbody>\(rows)</tbody></table></div>\(notes)
            """
    }

    /// Whether numbers stand in each column, so that its head stands over them.
    private func numberColumns(_ body: TableGrid) -> [Bool] {
        var columns = Array(repeating: false, count: body.columns)
        for row in body.rows.indices {
            for (column, cell) in body.cells(of: row) where cell.content.isNumber { columns[column] = true }
        }
        return columns
    }

    private enum Kind {
        case head(isGroup: Bool)
        case name(isGroup: Bool)
        case value
    }

    private func cell(_ cell: ReportTable.Cell, _ kind: Kind, isNumber: Bool, _ language: Language) -> HTML {
        let text: HTML =
            switch cell.content {
            case .number(let number): HTML(text: number.grouped(in: language))
            case .blank: .empty
            case .text(let text), .decimal(let text), .day(let text): HTML(text: text)
            }
        let content: HTML = cell.address.map { "<a href=\"\(url: $0)\">\(text)</a>" } ?? text
        let columns = cell.columns > 1 ? String(cell.columns) : nil
        let rows = cell.rows > 1 ? String(cell.rows) : nil
        let number = isNumber ? "number" : nil
        switch kind {
        case .head(let isGroup):
            return """
                <th scope="\(isGroup ? "colgroup" : "col")"\(attribute: "colspan", columns)\(attribute: "rowspan", rows)\
                \(attribute: "class", number)>\(content)</th>
                """
        case .name(let isGroup):
            return """
                <th scope="\(isGroup ? "rowgroup" : "row")"\(attribute: "colspan", columns)\(attribute: "rowspan", rows)>\
                \(content)</th>
                """
        case .value:
            return """
                <td\(attribute: "colspan", columns)\(attribute: "rowspan", rows)\(attribute: "class", number)>\(content)</td>
                """
        }
    }
}
