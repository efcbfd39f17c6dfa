/// Search is a form that is always open and works by address, so that a search can be kept and sent.

package import Html
package import Text

/// A search field with its button.
package struct SearchForm: Component {
    package var action: String
    package var label: Phrase
    package var query: String
    /// A page with several search forms gives each its own id.
    package var id: String
    /// What else goes along, such as the chosen facets.
    package var kept: [HiddenField]

    package init(
        action: String,
        label: Phrase,
        query: String = "",
        id: String,
        kept: [HiddenField] = []
    ) {
        self.action = action
        self.label = label
        self.query = query
        self.id = id
        self.kept = kept
    }

    package func html(in language: Language) -> HTML {
        """
        <form class="search" role="search" aria-label="\(label[language])" action="\(url: action)" method="get">\
        \(kept.html(in: language))<label class="unseen" for="\(id)">\(label[language])</label>\
        <input class="input" type="search" name="q" id="\(id)" value="\(query)" placeholder="\(label[language])" \
        maxlength="100" autocomplete="off" enterkeyhint="search"><button class="button">\(Icon.search.html)\
        \(search[language])</button></form>
        """
    }

    private var search: Phrase { Phrase(zh: "搜索", en: "Search") }
}
