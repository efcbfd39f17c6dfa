/// A document that is set on paper: letters today, reports tomorrow; one value, written as a page, a PDF or a Word file.

import Text

/// Title and text of a document, in the order in which it is read.
package struct TypesetDocument: Sendable, Hashable {
    package enum Block: Sendable, Hashable {
        /// A heading; level 1 is the highest below the title.
        case heading(String, level: Int)
        /// Who is addressed, without an indent.
        case addressee(String)
        case paragraph(String)
        case list([String], isNumbered: Bool)
        /// Small print beneath a table or a chart: unit, source, what a number means.
        case note(String)
        /// Across on a page of its own where it is too wide for the page.
        case table(ReportTable)
        /// The drawing with its title and where its numbers come from. Word files have its table instead.
        case chart(ChartDrawing)
        /// A drawing of ours, with the words for those who do not see it. Word files have the words alone.
        case picture(svg: [UInt8], words: String)
        /// 落款: the agency and the date, at the right.
        case signature([String])

        /// Rows of words, of as many cells as there are heads.
        package static func table(caption: String, heads: [String], rows: [[String]]) -> Block {
            .table(ReportTable(caption: caption, heads: heads, rows: rows))
        }
    }

    package var title: String
    /// 文号, below the title.
    package var number: String?
    /// A language tag such as `zh-CN`.
    package var language: String
    package var blocks: [Block]

    package init(title: String, number: String? = nil, language: String = "zh-CN", blocks: [Block]) {
        self.title = title
        self.number = number
        self.language = language
        self.blocks = blocks
    }

    /// Of the words that the program adds.
    var tongue: Language { language.hasPrefix("en") ? .en : .zh }

    /// Text between tags and in quoted attributes, in HTML and XML alike; what XML cannot hold is left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// What a document can be written as.
package enum TypesetFormat: String, CaseIterable, Sendable, Hashable {
    case pdf
    case docx

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
    }

    /// Whether this machine can write it: PDF needs a program, Word files nothing.
    package func isAvailable(with box: Toolbox) -> Bool {
        self == .docx || PDFPress.tool(in: box) != nil
    }
}

extension TypesetDocument {
    /// The bytes of the document; of PDF not always the same, of Word files always.
    ///
    /// Blocks its thread for as long as the limits of the toolbox allow.
    package func bytes(as format: TypesetFormat, with box: Toolbox) throws(TypesettingProblem) -> [UInt8] {
        switch format {
        case .pdf: try PDFPress.print(page, with: box)
        case .docx: try word(with: box)
        }
    }
}
