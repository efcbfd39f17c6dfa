/// Tables as a workbook (SpreadsheetML, ISO/IEC 29500), written here without a program and without a formula.

/// Sheets in their order.
///
/// Text stays text, whatever it begins with; numbers are numbers, with the decimals that they have.
package struct Spreadsheet: Sendable, Hashable {
    /// A sheet with one table: its caption in the first row, its heads frozen, its notes beneath.
    package struct Sheet: Sendable, Hashable {
        package var name: String
        package var table: ReportTable

        /// - Parameter name: cut to 31 characters and without those that spreadsheets forbid; a name that is taken gets a number.
        package init(_ name: String, _ table: ReportTable) {
            self.name = name
            self.table = table
        }
    }

    package var sheets: [Sheet]

    package init(_ sheets: [Sheet]) {
        self.sheets = sheets
    }

    package static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// The file; the same bytes for the same sheets, without a word of who made it and when.
    ///
    /// - Throws: `TypesettingProblem.tooLarge` for what no spreadsheet can hold: more than 1,048,576 rows or 16,384 columns.
    package func bytes(with box: Toolbox) throws(TypesettingProblem) -> [UInt8] {
        for sheet in sheets {
            let table = sheet.table
            let rows = table.heads.count + table.rows.count + table.notes.count + 1
            guard rows <= 1 << 20, table.columnCount <= 1 << 14 else { throw .tooLarge }
        }
        do {
            let folder = try PrivateFolder(in: box.temporaryFolder)
            let path = folder.file("workbook.xlsx")
            var archive = try ZipWriter(path)
            for (name, text) in parts { try archive.store(Array((Self.xmlHead + text).utf8), as: name) }
            try archive.finish()
            let file = try FileSource(path)
            return try file.bytes(at: 0, count: file.count)
        } catch {
            throw .broken
        }
    }

    private var parts: [(String, String)] {
        let styles = SpreadsheetStyles(sheets.map(\.table))
        // A workbook without a sheet cannot be opened.
        let sheets = sheets.isEmpty ? [Sheet("", ReportTable(caption: "", heads: [], rows: []))] : sheets
        var parts = [
            ("[Content_Types].xml", types(sheets.count)), ("_rels/.rels", Self.packageLinks),
            ("xl/workbook.xml", workbook(Self.names(sheets.map(\.name)))),
            ("xl/_rels/workbook.xml.rels", links(sheets.count)), ("xl/styles.xml", styles.xml),
        ]
        for (index, sheet) in sheets.enumerated() {
            parts.append(("xl/worksheets/sheet\(index + 1).xml", SpreadsheetSheet(sheet.table, styles).xml))
        }
        return parts
    }

    /// Names that every program takes, each once whatever its case.
    static func names(_ asked: [String]) -> [String] {
        var taken: Set<String> = []
        return asked.enumerated().map { index, name in
            var kept = String(
                String.UnicodeScalarView(name.unicodeScalars.filter { !"[]:*?/\\\r\n\t".unicodeScalars.contains($0) })
            )
            while let first = kept.first, first == "'" || first == " " { kept.removeFirst() }
            kept = cut(kept, to: 31)
            while let last = kept.last, last == "'" || last == " " { kept.removeLast() }
            if kept.isEmpty || kept.lowercased() == "history" { kept = "Sheet\(index + 1)" }
            var name = kept
            var number = 2
            while !taken.insert(name.lowercased()).inserted {
                name = cut(kept, to: 30 - String(number).count) + " \(number)"
                number += 1
            }
            return name
        }
    }

    /// Spreadsheets count in halves of UTF-16.
    private static func cut(_ name: String, to most: Int) -> String {
        var name = name
        while name.utf16.count > most { name.removeLast() }
        return name
    }

    // MARK: Parts that say what belongs together

    private static let xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let linkTypes = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
    private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    private func types(_ count: Int) -> String {
        let sheets = (1...max(1, count)).map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(Self.kind).worksheet+xml\"/>"
        }
        return """
            <Types xmlns="\(Self.contentTypes)"><Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
            ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="\(Self.kind).sheet.main+xml"/>\
            <Override PartName="/xl/styles.xml" ContentType="\(Self.kind).styles+xml"/>\(sheets.joined())</Types>
            """
    }

    private static let packageLinks = """
        <Relationships xmlns="\(linkTypes)"><Relationship Id="rId1" Type="\(relations)/officeDocument" \
        Target="xl/workbook.xml"/></Relationships>
        """

    private func workbook(_ names: [String]) -> String {
        let sheets = names.enumerated().map { index, name in
            "<sheet name=\"\(SpreadsheetSheet.escaped(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        return """
            <workbook xmlns="\(Self.main)" xmlns:r="\(Self.relations)"><sheets>\(sheets.joined())</sheets></workbook>
            """
    }

    private func links(_ count: Int) -> String {
        let sheets = (1...max(1, count)).map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(Self.relations)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        return """
            <Relationships xmlns="\(Self.linkTypes)">\(sheets.joined())<Relationship Id="rId\(count + 1)" \
            Type="\(Self.relations)/styles" Target="styles.xml"/></Relationships>
            """
    }
}
