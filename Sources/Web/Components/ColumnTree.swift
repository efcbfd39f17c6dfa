/// The columns of the public catalogue as a tree; only the branch that is open shows its children.

package import Html
package import Text

/// Navigation by column beside a list.
package struct ColumnTree: Component {
    /// A column with the columns inside it.
    package struct Node: Sendable {
        package var label: String
        package var url: String
        package var count: Int?
        package var isCurrent: Bool
        /// The children to show; leave empty for a closed branch.
        package var children: [Node]

        package init(
            label: String,
            url: String,
            count: Int? = nil,
            isCurrent: Bool = false,
            children: [Node] = []
        ) {
            self.label = label
            self.url = url
            self.count = count
            self.isCurrent = isCurrent
            self.children = children
        }

        func item(in language: Language) -> HTML {
            """
            <li><a href="\(url: url)"\(attribute: "aria-current", isCurrent ? "page" : nil)>\
            <span\(attribute: "lang", HTML.languageTag(of: label, in: language))>\(label)</span>\
            \(optional: count.map { "<span class=\"number\">\($0.grouped(in: language))</span>" })</a>\
            \(children.isEmpty ? .empty : "<ul>\(children.map { $0.item(in: language) })</ul>")</li>
            """
        }
    }

    package var title: Phrase
    package var nodes: [Node]

    package init(
        title: Phrase,
        nodes: [Node]
    ) {
        self.title = title
        self.nodes = nodes
    }

    package func html(in language: Language) -> HTML {
        """
        <nav class="tree" aria-label="\(title[language])"><h2 class="tree-title">\(title[language])</h2>\
        <ul>\(nodes.map { $0.item(in: language) })</ul></nav>
        """
    }
}
