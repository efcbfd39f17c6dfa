/// One sheet of a workbook.

import Text

/// A table in its places: caption, heads, rows, notes.
struct SpreadsheetSheet {
    private let table: ReportTable
    private let styles: SpreadsheetStyles
    private let columns: Int
    /// Of each column, in characters.
    private let measures: [Int]

    init(_ table: ReportTable, _ styles: SpreadsheetStyles) {
        self.table = table
        self.styles = styles
        columns = table.columnCount
        measures = Self.measures(of: table)
    }

    /// Rows above the first that is not frozen.
    private var frozen: Int { (table.caption.isEmpty ? 0 : 1) + table.heads.count }

    var xml: String {
        var rows: [String] = []
        var merges: [String] = []
        if !table.caption.isEmpty {
            rows.append(row(1, [text(table.caption, 0, 1, .caption)], height: 6 + 22 * lines(table.caption, 14)))
            if columns > 1 { merges.append("A1:\(Self.name(columns - 1))1") }
        }
        for (grid, isHead) in [(table.head, true), (table.body, false)] {
            for line in grid.rows.indices {
                let number = rows.count + 1
                rows.append(row(number, cells(grid, line, number, isHead)))
                merges += grid.cells(of: line).compactMap { column, cell in
                    guard cell.columns > 1 || cell.rows > 1 else { return nil }
                    let end = "\(Self.name(column + cell.columns - 1))\(number + cell.rows - 1)"
                    return "\(Self.name(column))\(number):\(end)"
                }
            }
        }
        for note in table.notes {
            let number = rows.count + 1
            rows.append(row(number, [text(note, 0, number, .note)], height: 16 * lines(note, 11)))
            if columns > 1 { merges.append("A\(number):\(Self.name(columns - 1))\(number)") }
        }
        let merged = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        let mergeCells = merges.isEmpty ? "" : "<mergeCells count=\"\(merges.count)\">\(merged)</mergeCells>"
        let isAcross = TableSetting(table).isAcross
        return """
            <worksheet xmlns="\(Spreadsheet.main)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\(views)\
            <sheetFormatPr defaultRowHeight="15"/>\(widths)<sheetData>\(rows.joined())</sheetData>\(mergeCells)\
            <pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>\
            <pageSetup paperSize="9" orientation="\(isAcross ? "landscape" : "portrait")" fitToHeight="0"/></worksheet>
            """
    }

    /// Heads stay in sight, and names at the left where there are many columns.
    private var views: String {
        let labels = columns > 8 && table.labelColumns < columns ? table.labelColumns : 0
        guard frozen > 0 || labels > 0 else { return "<sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>" }
        let across = labels > 0 ? " xSplit=\"\(labels)\"" : ""
        let down = frozen > 0 ? " ySplit=\"\(frozen)\"" : ""
        let pane = labels > 0 ? (frozen > 0 ? "bottomRight" : "topRight") : "bottomLeft"
        return """
            <sheetViews><sheetView workbookViewId="0"><pane\(across)\(down) topLeftCell="\(Self.name(labels))\(frozen + 1)" \
            activePane="\(pane)" state="frozen"/></sheetView></sheetViews>
            """
    }

    /// The longest cell of a column decides, within reason.
    private static func measures(of table: ReportTable) -> [Int] {
        let columns = table.columnCount
        let whole = table.widths.reduce(0, +)
        if table.widths.count == columns, whole > 0 { return table.widths.map { max(6, $0 * 110 / whole) } }
        var widest = Array(repeating: 8, count: columns)
        for grid in [table.head, table.body] {
            for row in grid.rows.indices {
                for (column, cell) in grid.cells(of: row) {
                    let need = (TypeMeasure.width(of: cell.content.text) / 50 + 2) / cell.columns
                    for place in column..<(column + cell.columns) {
                        widest[place] = max(widest[place], min(need, 48))
                    }
                }
            }
        }
        return widest
    }

    private var widths: String {
        let columns = measures.enumerated().map { index, width in
            "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }
        return "<cols>\(columns.joined())</cols>"
    }

    /// How many lines a text takes that goes over all columns, for nobody makes room where cells are merged.
    private func lines(_ text: String, _ points: Int) -> Int {
        let room = max(1, measures.reduce(0, +) * 11)
        return max(1, (TypeMeasure.width(of: text) / 50 * points + room - 1) / room)
    }

    private func row(_ number: Int, _ cells: [String], height: Int? = nil) -> String {
        let high = height.map { " ht=\"\($0)\" customHeight=\"1\"" } ?? ""
        return "<row r=\"\(number)\"\(high)>\(cells.joined())</row>"
    }

    /// Places that a span covers are there too, empty and with their edges.
    private func cells(_ grid: TableGrid, _ row: Int, _ number: Int, _ isHead: Bool) -> [String] {
        grid.rows[row].enumerated().map { column, place in
            guard case .cell(let cell) = place else { return empty(column, number, isHead) }
            let words: SpreadsheetStyles.Form = isHead ? .head : column < table.labelColumns ? .label : .text
            switch cell.content {
            case .blank: return empty(column, number, isHead)
            case .text(let text): return self.text(text, column, number, words)
            case .number(let whole):
                // A spreadsheet keeps fifteen digits.
                guard whole.magnitude < 1_000_000_000_000_000 else { return text(String(whole), column, number, words) }
                return value(String(whole), column, number, .whole)
            case .decimal(let text):
                guard let decimal = DecimalText(text) else { return self.text(text, column, number, words) }
                return value(decimal.text, column, number, .decimal(places: decimal.places))
            case .day(let iso):
                guard let serial = Self.serial(iso) else { return text(iso, column, number, words) }
                return value(String(serial), column, number, .day)
            }
        }
    }

    private func value(_ number: String, _ column: Int, _ row: Int, _ form: SpreadsheetStyles.Form) -> String {
        "<c r=\"\(Self.name(column))\(row)\" s=\"\(styles.number(of: form))\"><v>\(number)</v></c>"
    }

    private func empty(_ column: Int, _ row: Int, _ isHead: Bool) -> String {
        "<c r=\"\(Self.name(column))\(row)\" s=\"\(styles.number(of: isHead ? .head : .text))\"/>"
    }

    private func text(_ text: String, _ column: Int, _ row: Int, _ form: SpreadsheetStyles.Form) -> String {
        let isRun = form == .text && ["=", "+", "-", "@"].contains { text.hasPrefix($0) }
        let style = styles.number(of: isRun ? .quoted : form)
        return """
            <c r="\(Self.name(column))\(row)" s="\(style)" t="inlineStr"><is><t xml:space="preserve">\(Self.escaped(text))</t>\
            </is></c>
            """
    }

    /// What XML cannot hold is left out; what looks like an escape of spreadsheets (`_x0041_`) is escaped itself.
    static func escaped(_ text: String) -> String {
        let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        var result = ""
        var rest = TypesetDocument.escaped(text)[...]
        while let place = rest.firstIndex(of: "_") {
            result += rest[..<place]
            let next = rest[place...].prefix(7)
            let isEscape =
                next.utf8.count == 7 && next.hasPrefix("_x") && next.hasSuffix("_")
                && next.dropFirst(2).dropLast().allSatisfy(\.isHexDigit)
            result += isEscape ? "_x005F_" : "_"
            rest = rest[place...].dropFirst()
        }
        return result + rest
    }

    /// 0 is A, 26 is AA.
    static func name(_ column: Int) -> String {
        var name = ""
        var number = column + 1
        while number > 0 {
            name = String(Character(Unicode.Scalar(UInt8(65 + (number - 1) % 26)))) + name
            number = (number - 1) / 26
        }
        return name
    }

    /// Days since 30 December 1899, as spreadsheets count from March 1900 on.
    static func serial(_ iso: String) -> Int? {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, iso.utf8.count == 10, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), (1_901...9_999).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        // Years begin in March, so that the leap day is the last.
        let shifted = month > 2 ? year : year - 1
        let days =
            365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * ((month + 9) % 12) + 2) / 5 + day
        return days - 693_900
    }
}
