/// Facets narrow a list: beside it on a desk, behind a disclosure on a phone; the chosen ones are chips above the list.

package import Html
package import Text

/// The ways to narrow a list.
package struct Facets: Component {
    /// One value with the list that it leads to.
    package struct Value: Sendable {
        package var label: String
        package var url: String
        package var count: Int
        package var isChosen: Bool

        package init(
            label: String,
            url: String,
            count: Int,
            isChosen: Bool = false
        ) {
            self.label = label
            self.url = url
            self.count = count
            self.isChosen = isChosen
        }
    }

    /// Values of one kind, such as the years.
    package struct Group: Sendable {
        package var title: Phrase
        package var values: [Value]

        package init(
            title: Phrase,
            values: [Value]
        ) {
            self.title = title
            self.values = values
        }
    }

    package var groups: [Group]

    package init(
        groups: [Group]
    ) {
        self.groups = groups
    }

    package func html(in language: Language) -> HTML {
        """
        <nav class="facets" id="facets" aria-label="\(narrow[language])"><details class="facets-switch"><summary>\(narrow[language])</summary>\
        </details><div class="facets-body">\(groups.map { markup(of: $0, in: language) })</div></nav>
        """
    }

    private func markup(of group: Group, in language: Language) -> HTML {
        let values = group.values.map { value -> HTML in
            """
            <li><a href="\(url: value.url)"\(attribute: "aria-current", value.isChosen ? "true" : nil)>\
            \(HTML.record(value.label, in: language))<span class="number">\(value.count.grouped(in: language))</span></a></li>
            """
        }
        return """
            <div class="facets-group"><h2 class="facet-title">\(group.title[language])</h2><ul>\(values)</ul></div>
            """
    }

    private var narrow: Phrase { Phrase(zh: "筛选", en: "Narrow the list") }
}

/// How many were found, in words, and what was chosen, each with the way to take it away.
package struct ChosenFacets: Component {
    /// A choice with the list that does without it.
    package struct Choice: Sendable {
        package var label: String
        package var removeURL: String

        package init(
            label: String,
            removeURL: String
        ) {
            self.label = label
            self.removeURL = removeURL
        }
    }

    /// How many rows the list has, or the cap at which counting stopped.
    package var count: Int
    /// Whether counting stopped at the cap.
    package var isMore: Bool
    package var choices: [Choice]
    package var clearURL: String?
    /// Whether the page has facets, which stand below the list on a phone: shows the way down to them there.
    package var hasFacets: Bool

    package init(
        count: Int,
        isMore: Bool = false,
        choices: [Choice] = [],
        clearURL: String? = nil,
        hasFacets: Bool = false
    ) {
        self.count = count
        self.isMore = isMore
        self.choices = choices
        self.clearURL = clearURL
        self.hasFacets = hasFacets
    }

    package func html(in language: Language) -> HTML {
        let chips = choices.map { choice -> HTML in
            """
            <li><a class="chip" href="\(url: choice.removeURL)">\(HTML.record(choice.label, in: language))\(Icon.close.html)\
            <span class="unseen">\(remove[language])</span></a></li>
            """
        }
        let clear = clearURL.flatMap { address -> HTML? in
            choices.isEmpty ? nil : "<li><a href=\"\(url: address)\">\(clearAll[language])</a></li>"
        }
        return """
            <p class="found" role="status">\(words[language])</p>\
            \(hasFacets ? "<a class=\"facets-jump reach\" href=\"#facets\">\(narrow[language])</a>" : .empty)\
            \(choices.isEmpty ? .empty : "<ul class=\"chips\" aria-label=\"\(chosen[language])\">\(chips)\(optional: clear)</ul>")
            """
    }

    private var words: Phrase {
        if count == 0 { return Phrase(zh: "没有符合条件的信息", en: "Nothing fits") }
        let zh = count.grouped(in: .zh)
        let en = count.grouped(in: .en)
        if isMore { return Phrase(zh: "找到 \(zh) 条以上", en: "More than \(en) found") }
        return Phrase(zh: "共 \(zh) 条", en: count == 1 ? "1 found" : "\(en) found")
    }
    private var narrow: Phrase { Phrase(zh: "筛选", en: "Narrow the list") }
    private var remove: Phrase { Phrase(zh: "（取消这个条件）", en: "(remove)") }
    private var clearAll: Phrase { Phrase(zh: "全部取消", en: "Clear all") }
    private var chosen: Phrase { Phrase(zh: "已选条件", en: "Chosen") }
}
