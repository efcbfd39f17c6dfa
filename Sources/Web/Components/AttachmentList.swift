/// Attachments are a list of links that say type and size before anybody opens them.

package import Html
package import Text

/// The files of a document; nothing when there are none.
package struct AttachmentList: Component {
    /// A file to read or to download.
    package struct Attachment: Sendable {
        package var name: String
        package var url: String
        /// The type in the words of a reader: PDF, Word, Excel.
        package var type: String
        /// The size in bytes.
        package var size: Int
        /// Of its bytes, so that whoever has the file can compare; nil where it is not known.
        package var sha256: String?

        package init(
            name: String,
            url: String,
            type: String,
            size: Int,
            sha256: String? = nil
        ) {
            self.name = name
            self.url = url
            self.type = type
            self.size = size
            self.sha256 = sha256
        }
    }

    package var attachments: [Attachment]

    package init(
        attachments: [Attachment]
    ) {
        self.attachments = attachments
    }

    package func html(in language: Language) -> HTML {
        guard !attachments.isEmpty else { return .empty }
        let files = attachments.map { file -> HTML in
            """
            <li><a href="\(url: file.url)">\(Icon.document.html)<span>\(HTML.record(file.name, in: language))\
            <span class="small quiet nowrap"> \(file.type) · \(file.size.fileSize)</span></span></a>\(optional: file.sha256.map(Self.digest))</li>
            """
        }
        return "<section class=\"block\"><h2>\(heading[language])</h2><ul class=\"files ruled\">\(files)</ul></section>"
    }

    private static func digest(_ sha256: String) -> HTML {
        "<p class=\"small quiet\">SHA-256 <code class=\"hash\">\(sha256)</code></p>"
    }

    private var heading: Phrase { Phrase(zh: "附件", en: "Attachments") }
}
