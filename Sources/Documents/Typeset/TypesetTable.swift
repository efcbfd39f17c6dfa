/// Tables on pages that are printed: heads again on every sheet, no row cut in two, wide ones across.

extension TypesetDocument {
    /// Which blocks stand on pages that lie on their long side: wide tables, their headings and what is said beneath them.
    var areAcross: [Bool] {
        var across = blocks.map { block in
            if case .table(let table) = block { TableSetting(table).isAcross } else { false }
        }
        for (index, block) in blocks.enumerated() where index > 0 {
            if case .note = block { across[index] = across[index - 1] }
        }
        for (index, block) in blocks.enumerated().reversed() where index + 1 < blocks.count {
            if case .heading = block { across[index] = across[index + 1] }
        }
        return across
    }

    static func html(_ table: ReportTable) -> String {
        let setting = TableSetting(table)
        let whole = max(1, setting.widths.reduce(0, +))
        let widths = setting.widths.map { "<col style=\"width:\(hundredths($0 * 10_000 / whole))%\">" }.joined()
        let (head, body) = (table.head, table.body)
        let heads = head.rows.indices.map { row in
            "<tr>\(head.cells(of: row).map { html($0.cell, "th", "") }.joined())</tr>"
        }
        let rows = body.rows.indices.map { row in
            let cells = body.cells(of: row).map { column, cell in
                column < table.labelColumns ? html(cell, "th", " scope=\"row\"") : html(cell, "td", "")
            }
            // A browser would keep everything beside a name that goes down over many rows on one sheet.
            let isGroup = body.cells(of: row).contains { $0.cell.rows > 10 }
            return "<tr\(isGroup ? " class=\"g\"" : "")>\(cells.joined())</tr>"
        }
        let caption = table.caption.isEmpty ? "" : "<caption>\(escaped(table.caption))</caption>"
        let thead = heads.isEmpty ? "" : "<thead>\(heads.joined())</thead>"
        let notes = table.notes.map { "<p class=\"note\">\(escaped($0))</p>" }.joined()
        return """
            <table\(setting.isShort ? " class=\"short\"" : "") style="font-size:\(hundredths(setting.size * 5))pt">\
            \(caption)<colgroup>\(widths)</colgroup>\(thead)<tbody>\(rows.joined())</tbody></table>\(notes)
            """
    }

    private static func html(_ cell: ReportTable.Cell, _ name: String, _ scope: String) -> String {
        let across = cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : ""
        let down = cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : ""
        let place = cell.content.isNumber ? " class=\"n\"" : ""
        return "<\(name)\(scope)\(across)\(down)\(place)>\(escaped(cell.content.text))</\(name)>"
    }

    /// 1050 as `10.50`.
    private static func hundredths(_ number: Int) -> String {
        let rest = number % 100
        return "\(number / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
    }
}
