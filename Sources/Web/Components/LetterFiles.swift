/// A letter as a file to keep, to sign and to post: one button for each format that this machine can write.

package import Disclosure
package import Documents
package import Html
package import Hummingbird
package import Text

/// The buttons, each a form of its own, and a sentence about what is missing.
package struct LetterFiles: Component {
    /// Where the form of a format goes, and what goes along.
    package var action: @Sendable (TypesetFormat) -> String
    package var hidden: @Sendable (TypesetFormat) -> [HiddenField]
    package var tools: Toolbox

    package init(
        tools: Toolbox,
        action: @escaping @Sendable (TypesetFormat) -> String,
        hidden: @escaping @Sendable (TypesetFormat) -> [HiddenField]
    ) {
        self.tools = tools
        self.action = action
        self.hidden = hidden
    }

    package func html(in language: Language) -> HTML {
        let forms = TypesetFormat.allCases.filter { $0.isAvailable(with: tools) }.map { format -> HTML in
            let button = Button(act: Self.name(of: format), weight: .second)
            return Form(action: action(format), hidden: hidden(format), fields: .empty, buttons: [button])
                .html(in: language)
        }
        guard !TypesetFormat.pdf.isAvailable(with: tools) else { return forms.joined() }
        let missing = Phrase(
            zh: "这台服务器没有安装生成 PDF 的程序；请用浏览器打印这一页，或者下载 Word 文件。",
            en: "This server has no program that writes PDF: print this page with your browser, or take the Word file."
        )
        return "\(forms)<p class=\"hint\">\(missing[language])</p>"
    }

    private static func name(of format: TypesetFormat) -> Phrase {
        switch format {
        case .pdf: Phrase(zh: "下载 PDF", en: "Download as PDF")
        case .docx: Phrase(zh: "下载 Word 文件", en: "Download as Word file")
        }
    }
}

extension Response {
    /// A letter set on paper.
    ///
    /// - Throws: `TypesettingProblem`, in words.
    package static func letter(_ sheet: LetterSheet, as format: TypesetFormat, in app: App) async throws -> Response {
        let bytes = try await app.typesetting.bytes(of: sheet.document, as: format, with: app.tools)
        return .file(bytes, type: format.mediaType, name: "\(sheet.number).\(format.rawValue)")
    }
}
