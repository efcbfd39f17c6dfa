/// A chart on a page: the finding, the drawing, where its numbers come from, and the table behind it.

package import Documents
package import Html
package import Text

/// A chart that is drawn by the server and needs neither script nor style of its own.
package struct Chart: Component {
    package var drawing: ChartDrawing
    /// Keeps the charts of a page apart.
    package var id: String
    /// The table with links to the records, where the page has one; otherwise that of the drawing.
    package var table: ReportTable?

    package init(_ drawing: ChartDrawing, id: String, table: ReportTable? = nil) {
        self.drawing = drawing
        self.id = id
        self.table = table
    }

    package func html(in language: Language) -> HTML {
        // Made by ChartSVG, which escapes every word.
        let svg = HTML(trusted: drawing.svg(for: .page(id: id), in: language))
        let behind = SpannedTable(table ?? drawing.table(in: language), id: "\(id)-table")
        let summary = Phrase(zh: "数据表", en: "The numbers as a table")
        return """
            <figure class="figure"><figcaption class="figure-name">\(drawing.title[language])</figcaption>\(svg)\
            <p class="small quiet">\(drawing.origin[language])</p>\
            <details><summary>\(summary[language])</summary>\(behind.html(in: language))</details></figure>
            """
    }
}
