/// The document as a Word file (WordprocessingML, ISO/IEC 29500), written here: paragraphs need no program.

extension TypesetDocument {
    /// The file; the same bytes for the same document, without a word of who made it and when.
    func word(with box: Toolbox) throws(TypesettingProblem) -> [UInt8] {
        do {
            let folder = try PrivateFolder(in: box.temporaryFolder)
            let path = folder.file("document.docx")
            var archive = try ZipWriter(path)
            for (name, text) in wordParts { try archive.store(Array((Self.xmlHead + text).utf8), as: name) }
            try archive.finish()
            let file = try FileSource(path)
            return try file.bytes(at: 0, count: file.count)
        } catch {
            throw .broken
        }
    }

    private var wordParts: [(String, String)] {
        [
            ("[Content_Types].xml", Self.types), ("_rels/.rels", Self.packageLinks),
            ("word/document.xml", wordText), ("word/styles.xml", Self.wordStyles),
            ("word/footer1.xml", Self.footer), ("word/_rels/document.xml.rels", Self.documentLinks),
        ]
    }

    private var wordText: String {
        var body = Self.paragraph(title, "Title")
        if let number { body += Self.paragraph(number, "Number") }
        var isAcross = false
        for (block, lies) in zip(blocks, areAcross) {
            if lies != isAcross { body += Self.endOfSection(isAcross) }
            isAcross = lies
            body += xml(block)
        }
        return "<w:document \(Self.names)><w:body>\(body)\(Self.section(isAcross))</w:body></w:document>"
    }

    private func xml(_ block: Block) -> String {
        switch block {
        case .heading(let text, let level): Self.paragraph(text, "Heading\(min(max(level, 1), 3))")
        case .addressee(let text): Self.paragraph(text, "Addressee")
        case .paragraph(let text): Self.paragraph(text, "Normal")
        case .list(let items, let isNumbered):
            items.enumerated().map { Self.paragraph((isNumbered ? "\($0 + 1). " : "· ") + $1, "Normal") }.joined()
        case .note(let text): Self.note(text)
        case .table(let table): Self.xml(table)
        case .chart(let chart): Self.xml(chart.table(in: tongue))
        case .picture(_, let words): Self.paragraph(words, "Normal")
        case .signature(let lines):
            // Two empty lines for the seal.
            Self.paragraph("", "Normal") + Self.paragraph("", "Normal")
                + lines.map { Self.paragraph($0, "Signature") }.joined()
        }
    }

    /// Page and margins of a section.
    private static func section(_ isAcross: Bool) -> String {
        let page =
            isAcross
            ? """
            <w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1587" w:right="2098" w:bottom="1474" \
            w:left="1984" w:header="850" w:footer="890" w:gutter="0"/>
            """
            : """
            <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" \
            w:header="850" w:footer="1400" w:gutter="0"/>
            """
        return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/>\(page)</w:sectPr>"
    }

    /// A paragraph without height, which Word wants for the end of a section.
    private static func endOfSection(_ isAcross: Bool) -> String {
        """
        <w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>\(section(isAcross))</w:pPr></w:p>
        """
    }

    static func paragraph(_ text: String, _ style: String) -> String {
        """
        <w:p><w:pPr><w:pStyle w:val="\(style)"/></w:pPr><w:r><w:t xml:space="preserve">\(escaped(text))</w:t></w:r></w:p>
        """
    }

    // MARK: Parts that are always the same

    private static let xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let linkTypes = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
    private static let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    private static let names = "xmlns:w=\"\(main)\" xmlns:r=\"\(links)\""

    private static let types = """
        <Types xmlns="\(contentTypes)"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
        ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="\(kind).document.main+xml"/>\
        <Override PartName="/word/styles.xml" ContentType="\(kind).styles+xml"/>\
        <Override PartName="/word/footer1.xml" ContentType="\(kind).footer+xml"/></Types>
        """

    private static let packageLinks = """
        <Relationships xmlns="\(linkTypes)"><Relationship Id="rId1" Type="\(links)/officeDocument" \
        Target="word/document.xml"/></Relationships>
        """

    private static let documentLinks = """
        <Relationships xmlns="\(linkTypes)"><Relationship Id="rId1" Type="\(links)/styles" Target="styles.xml"/>\
        <Relationship Id="rId2" Type="\(links)/footer" Target="footer1.xml"/></Relationships>
        """

    private static let footer = """
        <w:ftr \(names)><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>\
        <w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r>\
        </w:p></w:ftr>
        """

    /// Sizes in half points, lengths in twentieths of a point, indents in hundredths of a character.
    private static let wordStyles: String = {
        func style(_ id: String, _ place: String, _ letters: String = "", isFirst: Bool = false) -> String {
            """
            <w:style w:type="paragraph"\(isFirst ? " w:default=\"1\"" : "") w:styleId="\(id)"><w:name w:val="\(id)"/>\
            \(isFirst ? "" : "<w:basedOn w:val=\"Normal\"/>")<w:pPr>\(place)</w:pPr><w:rPr>\(letters)</w:rPr></w:style>
            """
        }
        let flush = "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>"
        let song = "<w:rFonts w:ascii=\"SimSun\" w:hAnsi=\"SimSun\" w:eastAsia=\"宋体\"/>"
        let hei = "<w:rFonts w:ascii=\"SimHei\" w:hAnsi=\"SimHei\" w:eastAsia=\"黑体\"/>"
        let fang = "<w:rFonts w:ascii=\"FangSong\" w:hAnsi=\"FangSong\" w:eastAsia=\"仿宋\"/>"
        return """
            <w:styles \(names)><w:docDefaults><w:rPrDefault><w:rPr>\(fang)<w:sz w:val="32"/><w:lang w:eastAsia="zh-CN"/>\
            </w:rPr></w:rPrDefault></w:docDefaults>
            """
                + style(
                    "Normal",
                    "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>",
                    isFirst: true
                )
                + style(
                    "Title",
                    "<w:spacing w:after=\"280\" w:line=\"680\" w:lineRule=\"exact\"/>\(flush)<w:jc w:val=\"center\"/>",
                    "\(song)<w:b/><w:sz w:val=\"44\"/>"
                )
                + style("Number", "<w:spacing w:after=\"560\"/>\(flush)<w:jc w:val=\"center\"/>")
                + style("Addressee", flush)
                + style("Heading1", "<w:keepNext/><w:outlineLvl w:val=\"0\"/>", hei)
                + style("Heading2", "<w:keepNext/><w:outlineLvl w:val=\"1\"/>", "<w:b/>")
                + style("Heading3", "<w:keepNext/><w:outlineLvl w:val=\"2\"/>", "<w:b/>")
                + style(
                    "Signature",
                    "<w:keepLines/><w:ind w:rightChars=\"400\" w:right=\"1280\" w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"right\"/>"
                )
                + style(
                    "Cell",
                    "<w:spacing w:line=\"360\" w:lineRule=\"exact\"/>\(flush)<w:jc w:val=\"left\"/>",
                    "<w:sz w:val=\"24\"/>"
                )
                + style("Footer", "\(flush)<w:jc w:val=\"center\"/>", "\(song)<w:sz w:val=\"28\"/>") + "</w:styles>"
    }()
}
