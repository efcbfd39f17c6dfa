/// A table in a form: each cell is an input named `key.row.column`, and «add a row» is a button that sends the form.

import Html
import Text

/// A table field while it is drawn.
struct TableDrawing {
    var drawing: FieldDrawing
    var table: FieldTable

    private var key: String { drawing.field.key }
    private var language: Language { drawing.language }
    private var isFixed: Bool { !table.rows.isEmpty }
    private var rowCount: Int {
        isFixed ? table.rows.count : max(table.fewestRows, drawing.value.cells.count)
    }

    var markup: HTML {
        let heads = table.columns.map { column -> HTML in
            """
            <th scope="col" id="\(drawing.id)-\(column.key)"\(attribute: "class", column.isNumber ? "number" : nil)>\
            \(column.label[language])</th>
            """
        }
        return """
            <div class="cells"><table><thead><tr><th scope="col">\(isFixed ? item[language] : row[language])</th>\(heads)</tr>\
            </thead><tbody>\((0..<rowCount).map(line))</tbody></table></div>\(addRow)
            """
    }

    private func line(_ index: Int) -> HTML {
        let cells = table.columns.enumerated().map { position, column in cell(index, position, column) }
        let name = isFixed ? table.rows[index][language] : String(index + 1)
        return "<tr><th scope=\"row\" id=\"\(drawing.id)-row-\(index)\">\(name)</th>\(cells)</tr>"
    }

    private func cell(_ row: Int, _ position: Int, _ column: FieldTable.Column) -> HTML {
        let cells = drawing.value.cells
        let typed = cells.indices.contains(row) && cells[row].indices.contains(position) ? cells[row][position] : ""
        let isFirst = row == 0 && position == 0
        return """
            <td><input class="input\(column.isNumber ? " number" : "")" name="\(key).\(row).\(column.key)" value="\(typed)"\
            \(attribute: "id", isFirst ? drawing.id : nil)\(attribute: "inputmode", column.isNumber ? "decimal" : nil) \
            autocomplete="off" aria-labelledby="\(drawing.id)-row-\(row) \(drawing.id)-\(column.key)"\
            \(attribute: "aria-invalid", drawing.error == nil ? nil : "true")></td>
            """
    }

    private var addRow: HTML {
        guard !isFixed else { return .empty }
        return """
            <button class="button button-second" name="add-row" value="\(key)" formnovalidate>\(Icon.plus.html)\
            \(Phrase(zh: "添加一行", en: "Add a row")[language])</button>
            """
    }

    private var item: Phrase { Phrase(zh: "项目", en: "Item") }
    private var row: Phrase { Phrase(zh: "行", en: "Row") }
}
