/// The frame of every page: language, meta tags, landmarks, one heading, and what prints with it (政府网站发展指引 §五).

package import Html
package import Text

/// Everything around the content of a page.
package struct PageShell: Sendable {
    /// Which of the two sides the page belongs to; the office is set a little smaller.
    package enum Side: Sendable {
        case portal, office
    }

    /// How the page gets its one `h1`.
    package enum Heading: Sendable {
        /// A heading above the content.
        case plain(String)
        /// A heading with a sentence below it.
        case withLead(String, String)
        /// The content brings its own, as a document with a red-rule title does.
        case inContent
    }

    /// A government meta tag such as `ArticleTitle` (国办发〔2017〕47号).
    package struct MetaTag: Sendable {
        package var name: String
        package var value: String

        package init(
            name: String,
            value: String
        ) {
            self.name = name
            self.value = value
        }
    }

    /// A news feed of what the page lists.
    package struct Feed: Sendable {
        package var title: String
        package var url: String

        package init(
            title: String,
            url: String
        ) {
            self.title = title
            self.url = url
        }
    }

    package var side: Side
    /// What the page is about; the browser's title adds the site's name.
    package var title: String
    package var siteName: String
    /// The address of the stylesheet, with its hash.
    package var stylesheet: String
    package var heading: Heading
    package var isElder: Bool
    /// Keeps search engines away, for drafts and everything in the office.
    package var isHiddenFromSearch: Bool
    /// Says in the title that the form has errors.
    package var hasErrors: Bool
    package var metaTags: [MetaTag]
    package var feed: Feed?
    /// The address of the same page in the other language.
    package var otherLanguage: String?
    package var banner: HTML
    package var masthead: HTML
    package var breadcrumbs: HTML
    /// Navigation beside the content; after it in the source and on phones.
    package var beside: HTML
    package var footer: HTML
    /// What a printed page says of its origin: the address and the checkpoint.
    package var printedOrigin: String?

    package init(
        side: Side,
        title: String,
        siteName: String,
        stylesheet: String,
        heading: Heading,
        isElder: Bool = false,
        isHiddenFromSearch: Bool = false,
        hasErrors: Bool = false,
        metaTags: [MetaTag] = [],
        feed: Feed? = nil,
        otherLanguage: String? = nil,
        banner: HTML = .empty,
        masthead: HTML = .empty,
        breadcrumbs: HTML = .empty,
        beside: HTML = .empty,
        footer: HTML = .empty,
        printedOrigin: String? = nil
    ) {
        self.side = side
        self.title = title
        self.siteName = siteName
        self.stylesheet = stylesheet
        self.heading = heading
        self.isElder = isElder
        self.isHiddenFromSearch = isHiddenFromSearch
        self.hasErrors = hasErrors
        self.metaTags = metaTags
        self.feed = feed
        self.otherLanguage = otherLanguage
        self.banner = banner
        self.masthead = masthead
        self.breadcrumbs = breadcrumbs
        self.beside = beside
        self.footer = footer
        self.printedOrigin = printedOrigin
    }

    /// The whole document.
    package func html(in language: Language, content: HTML) -> HTML {
        """
        <!doctype html>
        <html lang="\(language.tag)" class="\(isElder ? "elder" : "std")">
        \(head(in: language))
        <body class="\(side == .portal ? "portal" : "office")">
        <a class="skip" href="#main">\(skip[language])</a>
        \(printed)\(banner)
        \(masthead)
        \(breadcrumbs.isEmpty ? .empty : "<div class=\"frame\">\(breadcrumbs)</div>")
        <div class="frame page\(beside.isEmpty ? "" : " with-side")">
        <main id="main" tabindex="-1">
        \(headingMarkup(in: language))
        \(content)
        </main>
        \(beside.isEmpty ? .empty : "<div class=\"side\">\(beside)</div>")
        </div>
        \(footer)
        </body>
        </html>

        """
    }

    private func head(in language: Language) -> HTML {
        """
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(hasErrors ? errors[language] : "")\(title) – \(siteName)</title>
        \(isHiddenFromSearch ? "<meta name=\"robots\" content=\"noindex\">\n" : .empty)\
        \(metaTags.map { "<meta name=\"\($0.name)\" content=\"\($0.value)\">\n" })\
        <link rel="stylesheet" href="\(url: stylesheet)">
        \(optional: feed.map {
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"\($0.title)\" href=\"\(url: $0.url)\">\n"
        })\
        \(optional: otherLanguage.map { "<link rel=\"alternate\" hreflang=\"\(other(language).tag)\" href=\"\(url: $0)\">\n" })\
        <link rel="icon" href="data:,">
        </head>
        """
    }

    private var printed: HTML {
        guard let printedOrigin else { return .empty }
        return "<p class=\"print-only\">\(siteName) · \(printedOrigin)</p>\n"
    }

    private func headingMarkup(in language: Language) -> HTML {
        switch heading {
        case .plain(let text): "<h1\(attribute: "lang", HTML.languageTag(of: text, in: language))>\(text)</h1>"
        case .withLead(let text, let lead): "<h1>\(text)</h1>\n<p class=\"lead\">\(lead)</p>"
        case .inContent: .empty
        }
    }

    private func other(_ language: Language) -> Language { language == .zh ? .en : .zh }
    private var skip: Phrase { Phrase(zh: "跳到正文", en: "Skip to the content") }
    private var errors: Phrase { Phrase(zh: "有错误：", en: "Error: ") }
}
