/// Tabs are links to pages, each with the count of what waits behind it.

package import Html
package import Text

/// A row of tabs.
package struct Tabs: Component {
    /// One page of the row.
    package struct Tab: Sendable {
        package var label: Phrase
        package var url: String
        package var count: Int?
        package var isCurrent: Bool

        package init(
            label: Phrase,
            url: String,
            count: Int? = nil,
            isCurrent: Bool = false
        ) {
            self.label = label
            self.url = url
            self.count = count
            self.isCurrent = isCurrent
        }

        func item(in language: Language) -> HTML {
            """
            <li><a href="\(url: url)"\(attribute: "aria-current", isCurrent ? "page" : nil)>\(label[language])\
            \(optional: count.map { "<span class=\"count\">\($0.grouped(in: language))</span>" })</a></li>
            """
        }
    }

    /// What the tabs divide, for screen readers.
    package var label: Phrase
    package var tabs: [Tab]

    package init(
        label: Phrase,
        tabs: [Tab]
    ) {
        self.label = label
        self.tabs = tabs
    }

    package func html(in language: Language) -> HTML {
        "<nav class=\"tabs\" aria-label=\"\(label[language])\"><ul>\(tabs.map { $0.item(in: language) })</ul></nav>"
    }
}
