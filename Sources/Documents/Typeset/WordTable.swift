/// Tables of Word files: `gridSpan` to the right, `vMerge` downwards, heads again on every page, no row cut in two.

extension TypesetDocument {
    static func xml(_ table: ReportTable) -> String {
        let setting = TableSetting(table)
        let edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
            .map { "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>" }.joined()
        let margins = ["left", "right"]
            .map { "<w:\($0) w:w=\"\(TableSetting.padding / 2)\" w:type=\"dxa\"/>" }.joined()
        let grid = setting.widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
        let heads = rows(of: table.head, setting, isHead: true)
        let body = rows(of: table.body, setting, isHead: false)
        let notes = table.notes.map(note).joined()
        return caption(table.caption) + """
            <w:tbl><w:tblPr><w:tblW w:w="\(setting.widths.reduce(0, +))" w:type="dxa"/><w:tblBorders>\(edges)</w:tblBorders>\
            <w:tblLayout w:type="fixed"/><w:tblCellMar>\(margins)</w:tblCellMar></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\
            \(heads)\(body)</w:tbl>
            """ + (notes.isEmpty ? space : notes)
    }

    /// Word makes one table of two that touch.
    private static let space = "<w:p><w:pPr><w:spacing w:line=\"200\" w:lineRule=\"exact\"/></w:pPr></w:p>"

    private static func caption(_ text: String) -> String {
        guard !text.isEmpty else { return "" }
        return """
            <w:p><w:pPr><w:pStyle w:val="Cell"/><w:keepNext/><w:spacing w:before="200" w:after="60"/><w:jc w:val="center"/>\
            </w:pPr><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">\(escaped(text))</w:t></w:r></w:p>
            """
    }

    static func note(_ text: String) -> String {
        """
        <w:p><w:pPr><w:pStyle w:val="Cell"/><w:spacing w:before="60" w:after="120"/></w:pPr>\
        <w:r><w:t xml:space="preserve">\(escaped(text))</w:t></w:r></w:p>
        """
    }

    private static func rows(of grid: TableGrid, _ setting: TableSetting, isHead: Bool) -> String {
        // Word keeps a row beside the next by its paragraphs.
        let kept = setting.isShort ? grid.rows.count - 1 : 2
        let properties = "<w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")</w:trPr>"
        return grid.rows.enumerated().map { row, places in
            let isKept = isHead || row < kept
            var cells = ""
            for (column, place) in places.enumerated() {
                switch place {
                case .besides: continue
                case .cell(let cell):
                    let merge = cell.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""
                    let isCentred = isHead && !cell.content.isNumber
                    let setAt = cell.content.isNumber ? "right" : isCentred ? "center" : "left"
                    cells += self.cell(
                        width: setting.widths[column..<(column + cell.columns)].reduce(0, +),
                        columns: cell.columns,
                        merge: merge,
                        text: paragraph(cell.content.text, setAt, setting.size, isKept: isKept)
                    )
                case .below(let columns):
                    cells += cell(
                        width: setting.widths[column..<(column + columns)].reduce(0, +),
                        columns: columns,
                        merge: "<w:vMerge/>",
                        text: "<w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>"
                    )
                }
            }
            return "<w:tr>\(properties)\(cells)</w:tr>"
        }.joined()
    }

    private static func cell(width: Int, columns: Int, merge: String, text: String) -> String {
        let span = columns > 1 ? "<w:gridSpan w:val=\"\(columns)\"/>" : ""
        return """
            <w:tc><w:tcPr><w:tcW w:w="\(width)" w:type="dxa"/>\(span)\(merge)<w:vAlign w:val="center"/></w:tcPr>\(text)</w:tc>
            """
    }

    /// - Parameter size: in twentieths of a point.
    private static func paragraph(_ text: String, _ side: String, _ size: Int, isKept: Bool) -> String {
        """
        <w:p><w:pPr><w:pStyle w:val="Cell"/>\(isKept ? "<w:keepNext/>" : "")<w:spacing w:line="\(size * 3 / 2)" w:lineRule="exact"/><w:jc w:val="\(side)"/>\
        </w:pPr><w:r><w:rPr><w:sz w:val="\(size / 10)"/></w:rPr><w:t xml:space="preserve">\(escaped(text))</w:t></w:r></w:p>
        """
    }
}
