/// The text of a document at reading measure: at most 42 Chinese characters a line, 红头 titles in serif over a red rule.

package import Html
package import Text

/// A document's title and text.
package struct Prose: Component {
    /// A part of the text.
    package enum Block: Sendable {
        case heading(String)
        case subheading(String)
        case paragraph(String)
        case list([String])
        /// 落款: the agency and the date at the end, to the right.
        case signature([String])
        /// A line such as （此件公开发布）.
        case note(String)
        /// Markup that was cleaned when it was stored.
        case markup(HTML)
    }

    /// The title over the text; it is the page's `h1`.
    package enum Title: Sendable {
        /// 红头: serif, centred, over the red rule, with the document number.
        case redRule(String, number: String?)
        /// The page has its heading elsewhere.
        case none
    }

    package var title: Title
    package var blocks: [Block]
    /// The language the text is written in.
    package var written: Language

    package init(
        title: Title,
        blocks: [Block],
        written: Language = .zh
    ) {
        self.title = title
        self.blocks = blocks
        self.written = written
    }

    package func html(in language: Language) -> HTML {
        """
        <article class="prose"\(attribute: "lang", written == language ? nil : written.tag)>\(heading)\
        <div\(attribute: "lang", written.tag)>\(blocks.map(markup))</div></article>
        """
    }

    private var heading: HTML {
        switch title {
        case .redRule(let text, let number):
            """
            <header class="red-title"><h1 class="title">\(text)</h1>\
            \(optional: number.map { "<p class=\"quiet\">\($0)</p>" })</header>
            """
        case .none: .empty
        }
    }

    private func markup(of block: Block) -> HTML {
        switch block {
        case .heading(let text): "<h2>\(text)</h2>"
        case .subheading(let text): "<h3>\(text)</h3>"
        case .paragraph(let text): "<p>\(text)</p>"
        case .list(let lines): "<ul>\(lines.map { "<li>\($0)</li>" })</ul>"
        case .signature(let lines):
            "<p class=\"signature\">\(lines.map { HTML(text: $0) }.joined(by: "<br>"))</p>"
        case .note(let text): "<p class=\"note\">\(text)</p>"
        case .markup(let markup): markup
        }
    }
}
