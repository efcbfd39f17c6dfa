/// The head of every public page: whose site it is, a search that is always open, language, elder mode, and at most six
/// entrances by task (政府网站发展指引 §五; 国办公开办函〔2021〕28号 for the elder mode).

package import Html
package import Text

/// The public masthead.
package struct PortalMasthead: Component {
    /// A way in by task, such as 查企业.
    package struct Entrance: Sendable {
        package var label: Phrase
        package var url: String
        package var isCurrent: Bool

        package init(
            label: Phrase,
            url: String,
            isCurrent: Bool = false
        ) {
            self.label = label
            self.url = url
            self.isCurrent = isCurrent
        }
    }

    /// The most entrances a masthead shows; further ones are left out.
    package static let mostEntrances = 6

    package var agency: String
    package var home: String
    package var searchURL: String
    /// What was searched for, kept in the field.
    package var query: String
    package var otherLanguageURL: String
    package var elderURL: String
    package var isElder: Bool
    package var entrances: [Entrance]

    package init(
        agency: String,
        home: String,
        searchURL: String,
        query: String = "",
        otherLanguageURL: String,
        elderURL: String,
        isElder: Bool = false,
        entrances: [Entrance]
    ) {
        self.agency = agency
        self.home = home
        self.searchURL = searchURL
        self.query = query
        self.otherLanguageURL = otherLanguageURL
        self.elderURL = elderURL
        self.isElder = isElder
        self.entrances = entrances
    }

    package func html(in language: Language) -> HTML {
        """
        <header class="masthead">
        <div class="frame masthead-top">
        <a class="masthead-name" href="\(url: home)">\(HTML.record(agency, in: language))<small>\(site[language])</small></a>
        <div class="masthead-search">\(search.html(in: language))</div>
        \(tools(in: language))
        </div>
        \(entranceBar(in: language))
        </header>
        """
    }

    private var search: SearchForm {
        SearchForm(
            action: searchURL,
            label: Phrase(zh: "站内搜索", en: "Search this site"),
            query: query,
            id: "site-search"
        )
    }

    private func tools(in language: Language) -> HTML {
        let other: Language = language == .zh ? .en : .zh
        return """
            <ul class="masthead-tools">
            <li><a href="\(url: otherLanguageURL)" lang="\(other.tag)" hreflang="\(other.tag)">\(Icon.globe.html)\
            \(language == .zh ? "English" : "中文")</a></li>
            <li><a href="\(url: elderURL)">\(Icon.letters.html)\((isElder ? standard : elder)[language])</a></li>
            </ul>
            """
    }

    private func entranceBar(in language: Language) -> HTML {
        let links = entrances.prefix(Self.mostEntrances).map { entrance -> HTML in
            """
            <li><a href="\(url: entrance.url)"\(attribute: "aria-current", entrance.isCurrent ? "true" : nil)>\
            \(entrance.label[language])</a></li>
            """
        }
        return "<nav class=\"entrances\" aria-label=\"\(mainWays[language])\"><ul class=\"frame\">\(links)</ul></nav>"
    }

    private var site: Phrase { Phrase(zh: "政府信息公开", en: "Open government information") }
    private var elder: Phrase { Phrase(zh: "长者模式", en: "Large text") }
    private var standard: Phrase { Phrase(zh: "标准模式", en: "Standard text") }
    private var mainWays: Phrase { Phrase(zh: "主要入口", en: "Main entrances") }
}
