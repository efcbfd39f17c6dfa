/// Small Office files with everything that the real ones have and these tests need.
enum TestOffice {
    static let documentMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    static let sheetMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    static let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

    static func types(_ main: String, part: String, more: String = "") -> TestZip.Entry {
        TestZip.Entry(
            "[Content_Types].xml",
            """
            <?xml version="1.0" encoding="UTF-8"?><Types><Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/\(part)" ContentType="\(main)"/>\(more)</Types>
            """
        )
    }

    static let core = TestZip.Entry(
        "docProps/core.xml",
        """
        <?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Li Na</dc:creator>\
        <cp:lastModifiedBy>Wang Qiang</cp:lastModifiedBy></cp:coreProperties>
        """
    )
    static let app = TestZip.Entry("docProps/app.xml", "<Properties><Company>Bureau of Secrets</Company></Properties>")

    /// A Word document with this body.
    static func docx(_ body: String, _ more: [TestZip.Entry] = []) -> TestZip {
        let document = "<?xml version=\"1.0\"?><w:document \(word)><w:body>\(body)</w:body></w:document>"
        return TestZip(
            entries: [types(documentMain, part: "word/document.xml"), TestZip.Entry("word/document.xml", document)]
                + more
        )
    }

    static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    /// A workbook with one sheet, shared texts, and further parts.
    static func xlsx(rows: String, shared: [String] = [], _ more: [TestZip.Entry] = []) -> TestZip {
        let texts = shared.map { "<si><t>\($0)</t></si>" }.joined()
        return TestZip(
            entries: [
                types(sheetMain, part: "xl/workbook.xml"),
                TestZip.Entry(
                    "xl/workbook.xml",
                    "<workbook><sheets><sheet name=\"处罚\" sheetId=\"1\"/></sheets></workbook>"
                ),
                TestZip.Entry("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData></worksheet>"),
                TestZip.Entry("xl/sharedStrings.xml", "<sst>\(texts)</sst>"),
            ] + more
        )
    }
}
