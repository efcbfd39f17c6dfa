/// How cells of a workbook are set; each form stands once, and cells name it by its number.

/// The forms that some tables need.
struct SpreadsheetStyles {
    enum Form: Hashable {
        case plain, caption, head, label, text, whole, day, note
        /// Text that spreadsheets would run if somebody typed it.
        case quoted
        case decimal(places: Int)
    }

    private static let fixed: [Form] = [.plain, .caption, .head, .label, .text, .whole, .day, .note, .quoted]
    private let places: [Int]

    init(_ tables: [ReportTable]) {
        let contents = tables.flatMap { ($0.heads + $0.rows).flatMap { $0.map(\.content) } }
        let found = contents.compactMap { content -> Int? in
            if case .decimal(let text) = content { DecimalText(text)?.places } else { nil }
        }
        places = Set(found).sorted()
    }

    func number(of form: Form) -> Int {
        switch form {
        case .decimal(let number): Self.fixed.count + (places.firstIndex(of: number) ?? 0)
        default: Self.fixed.firstIndex(of: form) ?? 0
        }
    }

    var xml: String {
        let formats = places.map { number in
            let code = number == 0 ? "0" : "0." + String(repeating: "0", count: number)
            return "<numFmt numFmtId=\"\(200 + number)\" formatCode=\"\(code)\"/>"
        }
        let forms = Self.fixed.map(Self.form) + places.map { Self.form(.decimal(places: $0)) }
        let font = "<sz val=\"11\"/><name val=\"宋体\"/><charset val=\"134\"/>"
        let large = "<b/><sz val=\"14\"/><name val=\"宋体\"/><charset val=\"134\"/>"
        let edges = ["left", "right", "top", "bottom"].map { "<\($0) style=\"thin\"><color auto=\"1\"/></\($0)>" }
            .joined()
        return """
            <styleSheet xmlns="\(Spreadsheet.main)"><numFmts count="\(formats.count + 1)"><numFmt numFmtId="190" \
            formatCode="yyyy\\-mm\\-dd"/>\(formats.joined())</numFmts><fonts count="3"><font>\(font)</font><font><b/>\(font)\
            </font><font>\(large)</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>\
            <patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/>\
            <diagonal/></border><border>\(edges)<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" \
            fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="\(forms.count)">\(forms.joined())</cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """
    }

    private static func form(_ form: Form) -> String {
        let (format, font, edge, side, isQuoted): (Int, Int, Int, String, Bool) =
            switch form {
            case .plain: (0, 0, 0, "", false)
            case .caption: (0, 2, 0, "center", false)
            case .head: (49, 1, 1, "center", false)
            case .label, .text: (49, 0, 1, "left", false)
            case .whole: (1, 0, 1, "right", false)
            case .day: (190, 0, 1, "left", false)
            case .note: (49, 0, 0, "left", false)
            case .quoted: (49, 0, 1, "left", true)
            case .decimal(let places): (200 + places, 0, 1, "right", false)
            }
        let align = side.isEmpty ? "" : "<alignment horizontal=\"\(side)\" vertical=\"center\" wrapText=\"1\"/>"
        return """
            <xf numFmtId="\(format)" fontId="\(font)" fillId="0" borderId="\(edge)" xfId="0" applyNumberFormat="1" \
            applyFont="1" applyBorder="1" applyAlignment="1"\(isQuoted ? " quotePrefix=\"1\"" : "")>\(align)</xf>
            """
    }
}

/// A decimal number as text that a spreadsheet holds without losing a digit.
struct DecimalText {
    let text: String
    let places: Int

    /// - Returns: nil for what is no number, or has more digits than fifteen.
    init?(_ text: String) {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        guard let whole = parts.first, !whole.isEmpty, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) && !$0.isEmpty })
        else { return nil }
        let fraction = parts.count > 1 ? parts[1] : ""
        guard whole.utf8.count + fraction.utf8.count <= 15 else { return nil }
        self.text = text
        places = fraction.utf8.count
    }
}
