/// The frame of every public page: whose site it is, the ways in by task, the marks that 政府网站发展指引 asks for, and the
/// word «演示» on everything that is a demonstration.

package import Civil
package import Disclosure
package import HTTPTypes
package import Html
package import Hummingbird
import Text

/// A public page around its content.
package struct PortalLayout: Sendable {
    /// The ways into an agency's pages, by task; the order is that of the bar.
    package enum Entrance: Sendable, CaseIterable {
        case columns, catalogue, request, appeal, figures, guide
    }

    /// What a column page says of itself to search engines and inspectors (国办发〔2017〕47号).
    package struct ColumnTags: Sendable {
        package var name: String
        package var description: String
        package var keywords: [String]

        package init(name: String, description: String, keywords: [String]) {
            self.name = name
            self.description = description
            self.keywords = keywords
        }
    }

    /// What an article page says of itself.
    package struct ArticleTags: Sendable {
        package var title: String
        package var published: Instant
        package var source: String

        package init(title: String, published: Instant, source: String) {
            self.title = title
            self.published = published
            self.source = source
        }
    }

    package var visit: Visit
    /// Whose page it is; nil for the pages above all agencies.
    package var agency: Agency?
    /// Who runs the site, for the foot of pages above all agencies.
    package var host: Agency?
    package var title: String
    package var heading: PageShell.Heading
    package var entrance: Entrance?
    package var breadcrumbs: Breadcrumbs?
    package var column: ColumnTags?
    package var article: ArticleTags?
    package var feed: PageShell.Feed?
    /// What was searched for, kept in the field of the masthead.
    package var query = ""
    package var beside: HTML = .empty
    /// Keeps search engines away, as from lists of search results.
    package var isHiddenFromSearch = false
    /// Whether the page shows invented records only.
    package var isDemonstration: Bool

    package init(
        visit: Visit,
        agency: Agency?,
        title: String,
        heading: PageShell.Heading? = nil,
        entrance: Entrance? = nil,
        breadcrumbs: Breadcrumbs? = nil
    ) {
        self.visit = visit
        self.agency = agency
        self.title = title
        self.heading = heading ?? .plain(title)
        self.entrance = entrance
        self.breadcrumbs = breadcrumbs
        isDemonstration = agency?.isDemonstration ?? false
    }

    /// The whole page as an answer.
    package func page(_ content: HTML, status: HTTPResponse.Status = .ok) -> Response {
        let shell = PageShell(
            side: .portal,
            title: title,
            siteName: siteName,
            stylesheet: Stylesheet.url,
            heading: heading,
            isElder: visit.isElder,
            isHiddenFromSearch: isHiddenFromSearch || isDemonstration,
            metaTags: metaTags,
            feed: feed,
            otherLanguage: visit.otherLanguageURL,
            banner: isDemonstration ? DemoBanner().html(in: language) : .empty,
            masthead: masthead.html(in: language),
            breadcrumbs: breadcrumbs.map { $0.html(in: language) } ?? .empty,
            beside: beside,
            footer: footer,
            printedOrigin: visit.app.settings.publicURL + here
        )
        return Response.page(shell.html(in: language, content: content), status: status)
            .hiddenFromSearch(isHiddenFromSearch || isDemonstration)
    }

    private var language: Language { visit.language }
    private var links: Links { visit.links }
    private var siteName: String {
        guard let agency else { return ErrorPages.siteName[language] }
        return Phrase(zh: "\(agency.name.zh)政府信息公开", en: "\(agency.name.en), open information")[language]
    }

    /// This page's own address with its query.
    private var here: String {
        let query = visit.query.fields.map { "\(queryEncoded($0.name))=\(queryEncoded($0.value))" }
        return links.to(visit.path) + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private var masthead: PortalMasthead {
        PortalMasthead(
            agency: (agency?.name ?? ErrorPages.siteName)[language],
            home: agency.map { links.agency($0.code) } ?? links.to("/"),
            searchURL: agency.map { links.search($0.code) } ?? links.to("/search"),
            query: query,
            otherLanguageURL: visit.otherLanguageURL,
            elderURL: "/elder?on=\(visit.isElder ? "0" : "1")&back=\(queryEncoded(here))",
            isElder: visit.isElder,
            entrances: entrances
        )
    }

    private var entrances: [PortalMasthead.Entrance] {
        guard let agency else {
            return [
                .init(label: Phrase(zh: "各机关", en: "Agencies"), url: links.to("/"), isCurrent: visit.path == "/"),
                .init(
                    label: Phrase(zh: "搜全部", en: "Search all"),
                    url: links.to("/search"),
                    isCurrent: visit.path == "/search"
                ),
            ]
        }
        return Entrance.allCases.map { way in
            .init(
                label: way.label,
                url: links.to("/\(agency.code)\(way.path)"),
                isCurrent: way == entrance
            )
        }
    }
}

extension PortalLayout.Entrance {
    var label: Phrase {
        switch self {
        case .columns: Phrase(zh: "看公开", en: "Read")
        case .catalogue: Phrase(zh: "查目录", en: "What must be public")
        case .request: Phrase(zh: "要信息", en: "Ask for information")
        case .appeal: Phrase(zh: "提诉求", en: "Turn to the agency")
        case .figures: Phrase(zh: "看统计", en: "Figures")
        case .guide: Phrase(zh: "看指南", en: "Guide")
        }
    }

    var path: String {
        switch self {
        case .columns: "/columns"
        case .catalogue: "/catalogue"
        case .request: "/ask/request"
        case .appeal: "/ask"
        case .figures: "/figures"
        case .guide: "/guide"
        }
    }
}

extension PortalLayout {
    /// The tags of 政府网站发展指引: the site's on every page, a column's and an article's on theirs.
    private var metaTags: [PageShell.MetaTag] {
        var tags = [
            PageShell.MetaTag(name: "SiteName", value: siteName),
            PageShell.MetaTag(name: "SiteDomain", value: SiteDomain.of(visit.app.settings.publicURL)),
        ]
        if let code = (agency ?? host)?.siteIDCode, !code.isEmpty {
            tags.append(.init(name: "SiteIDCode", value: code))
        }
        if let column {
            tags.append(.init(name: "ColumnName", value: column.name))
            tags.append(.init(name: "ColumnDescription", value: column.description))
            tags.append(.init(name: "ColumnKeywords", value: column.keywords.joined(separator: ",")))
            tags.append(.init(name: "ColumnType", value: "信息公开"))
        }
        if let article {
            tags.append(.init(name: "ArticleTitle", value: article.title))
            tags.append(.init(name: "PubDate", value: article.published.minuteText))
            tags.append(.init(name: "ContentSource", value: article.source))
        }
        return tags
    }

    private var footer: HTML {
        guard let host = agency ?? host else { return .empty }
        let others = [
            PortalFooter.Link(label: Phrase(zh: "全部机关", en: "All agencies"), url: links.to("/")),
            PortalFooter.Link(label: Phrase(zh: "订阅更新", en: "Subscribe (Atom)"), url: links.feed(host.code)),
        ]
        return PortalFooter(
            host: host.name[language],
            siteCode: host.siteIDCode,
            telephone: host.disclosureOffice.telephone.isEmpty
                ? host.contact.telephone : host.disclosureOffice.telephone,
            email: host.disclosureOffice.email.isEmpty ? nil : host.disclosureOffice.email,
            siteMapURL: links.to("/\(host.code)/columns"),
            findErrorsURL: findErrorsURL(of: host),
            links: others
        ).html(in: language)
    }

    /// The national platform takes reports on registered sites; a demonstration is none, and asks at its own office.
    private func findErrorsURL(of host: Agency) -> String {
        guard !host.isDemonstration, !host.siteIDCode.isEmpty else { return links.to("/\(host.code)/guide#office") }
        let site = queryEncoded(visit.app.settings.publicURL + here)
        return "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=\(host.siteIDCode)&url=\(site)"
    }
}

/// The host name of a site's address.
package enum SiteDomain {
    /// `www.example.gov.cn` of `https://www.example.gov.cn:8443/x`.
    package static func of(_ url: String) -> String {
        var rest = url.utf8[...]
        if let scheme = rest.firstIndex(of: UInt8(ascii: ":")), rest[scheme...].starts(with: "://".utf8) {
            rest = rest[scheme...].dropFirst(3)
        }
        let authority = rest.prefix { !"/?#".utf8.contains($0) }
        if authority.first == UInt8(ascii: "[") {
            return String(Substring(authority.dropFirst().prefix { $0 != UInt8(ascii: "]") }))
        }
        return String(Substring(authority.prefix { $0 != UInt8(ascii: ":") }))
    }
}

extension Response {
    /// Tells search engines to leave the answer alone, whatever kind it is.
    package func hiddenFromSearch(_ isHidden: Bool) -> Response {
        guard isHidden, let name = HTTPField.Name("X-Robots-Tag") else { return self }
        var answer = self
        answer.headers[name] = "noindex, nofollow"
        return answer
    }
}
