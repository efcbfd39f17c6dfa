/// Newer and older pages by cursor: a page never shifts while somebody reads it, so there are no page numbers.

package import Html
package import Text

/// Links to the neighbouring pages of a list; empty when there are none.
package struct Pager: Component {
    package var newer: String?
    package var older: String?
    /// Whether the list goes from new to old; another order has pages before and behind.
    package var isByTime: Bool

    package init(
        newer: String? = nil,
        older: String? = nil,
        isByTime: Bool = true
    ) {
        self.newer = newer
        self.older = older
        self.isByTime = isByTime
    }

    package func html(in language: Language) -> HTML {
        guard newer != nil || older != nil else { return .empty }
        let newerLink = newer.map { address -> HTML in
            "<a rel=\"prev\" href=\"\(url: address)\">\(Icon.newer.html)\(newerWord[language])</a>"
        }
        let olderLink = older.map { address -> HTML in
            "<a rel=\"next\" href=\"\(url: address)\">\(olderWord[language])\(Icon.older.html)</a>"
        }
        return """
            <nav class="pager" aria-label="\(label[language])">\(optional: newerLink)\(optional: olderLink)</nav>
            """
    }

    private var label: Phrase { Phrase(zh: "翻页", en: "Pages") }
    private var newerWord: Phrase {
        isByTime ? Phrase(zh: "较新的", en: "Newer") : Phrase(zh: "上一页", en: "Page before")
    }
    private var olderWord: Phrase {
        isByTime ? Phrase(zh: "较早的", en: "Older") : Phrase(zh: "下一页", en: "Next page")
    }
}
