/// A table of records or figures: it says what it is, its headings belong to their cells, numbers stand under numbers.

package import Html
package import Text

/// A table with a caption.
package struct DataTable: Component {
    /// A column and how it is set.
    package struct Column: Sendable {
        package var label: Phrase
        package var isNumber: Bool

        package init(
            label: Phrase,
            isNumber: Bool = false
        ) {
            self.label = label
            self.isNumber = isNumber
        }
    }

    /// What stands in a cell.
    package enum Cell: Sendable {
        case text(String)
        case number(Int)
        case link(String, url: String)
        case markup(HTML)
        /// Nothing to say; drawn as a dash.
        case blank
    }

    package var caption: Phrase
    package var columns: [Column]
    /// Rows of as many cells as there are columns; the first cell names the row.
    package var rows: [[Cell]]
    /// A last row of totals.
    package var totals: [Cell]?
    /// A page with several tables gives each its own id.
    package var id: String

    package init(
        caption: Phrase,
        columns: [Column],
        rows: [[Cell]],
        totals: [Cell]? = nil,
        id: String
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.id = id
    }

    package func html(in language: Language) -> HTML {
        let heads = columns.map { column -> HTML in
            "<th scope=\"col\"\(attribute: "class", column.isNumber ? "number" : nil)>\(column.label[language])</th>"
        }
        let foot = totals.map { cells -> HTML in "<tfoot>\(row(cells, in: language))</tfoot>" }
        return """
            <div class="table" role="region" tabindex="0" aria-labelledby="\(id)"><table>\
            <caption id="\(id)">\(caption[language])</caption><thead><tr>\(heads)</tr></thead>\
            <tbody>\(rows.map { row($0, in: language) })</tbody>\(optional: foot)</table></div>
            """
    }

    private func row(_ cells: [Cell], in language: Language) -> HTML {
        let drawn = zip(cells, columns).enumerated().map { index, pair -> HTML in
            let (cell, column) = pair
            let cssClass = column.isNumber ? "number" : nil
            let content = markup(of: cell, in: language)
            return index == 0
                ? "<th scope=\"row\"\(attribute: "class", cssClass)>\(content)</th>"
                : "<td\(attribute: "class", cssClass)>\(content)</td>"
        }
        return "<tr>\(drawn)</tr>"
    }

    private func markup(of cell: Cell, in language: Language) -> HTML {
        switch cell {
        case .text(let text): HTML.record(text, in: language)
        case .number(let number): HTML(text: number.grouped(in: language))
        case .link(let text, let address): "<a href=\"\(url: address)\">\(HTML.record(text, in: language))</a>"
        case .markup(let markup): markup
        case .blank: "<span class=\"quiet\">—</span>"
        }
    }
}
