/// The style guide shows every component once with its states, in the reader's language; it is how the look is checked.

package import Html
package import Text

/// The page that shows all components.
package struct StyleGuide: Sendable {
    /// A part of the guide: a heading and the components under it.
    struct Specimen {
        var title: Phrase
        var markup: HTML
    }

    /// The address of the stylesheet, with its hash.
    package var stylesheet: String
    /// Shows the guide in 长者模式.
    package var isElder: Bool

    package init(stylesheet: String, isElder: Bool = false) {
        self.stylesheet = stylesheet
        self.isElder = isElder
    }

    /// The whole page.
    package func html(in language: Language) -> HTML {
        shell(in: language).html(in: language, content: content(in: language))
    }

    private func content(in language: Language) -> HTML {
        let specimens: [[Specimen]] = [
            navigation(language), documents(language), lists(language), charts(language), forms(language),
            office(language),
        ]
        let sections = specimens.joined().map { specimen -> HTML in
            "<section><h2>\(specimen.title[language])</h2>\(specimen.markup)</section>\n"
        }
        return "<div class=\"guide\">\(sections)</div>"
    }

    private func shell(in language: Language) -> PageShell {
        let title = Phrase(zh: "样式指南", en: "Style guide")
        let lead = Phrase(
            zh: "平台的每一个部件都在这里各出现一次，连同它的各种状态。",
            en: "Every component of the platform, once, with its states."
        )
        return PageShell(
            side: .portal,
            title: title[language],
            siteName: Self.agency,
            stylesheet: stylesheet,
            heading: .withLead(title[language], lead[language]),
            isElder: isElder,
            isHiddenFromSearch: true,
            metaTags: [.init(name: "SiteName", value: Self.agency), .init(name: "SiteIDCode", value: "9999990001")],
            otherLanguage: language == .zh ? "/en/office/style-guide" : "/office/style-guide",
            banner: DemoBanner().html(in: language),
            masthead: masthead.html(in: language),
            breadcrumbs: Breadcrumbs(
                steps: [.init(label: Phrase(zh: "首页", en: "Home")[language], url: "/")],
                current: title[language]
            ).html(in: language),
            beside: columns.html(in: language) + facets.html(in: language),
            footer: footer.html(in: language),
            printedOrigin: "https://www.example.gov.cn/style-guide"
        )
    }

    static let agency = "示范县应急管理局"

    private var masthead: PortalMasthead {
        PortalMasthead(
            agency: Self.agency,
            home: "/",
            searchURL: "/search",
            otherLanguageURL: "/en/",
            elderURL: "/elder",
            isElder: isElder,
            entrances: [
                .init(label: Phrase(zh: "看公开", en: "Read"), url: "/items", isCurrent: true),
                .init(label: Phrase(zh: "查企业", en: "Enterprises"), url: "/subjects"),
                .init(label: Phrase(zh: "要信息", en: "Request"), url: "/requests/new"),
                .init(label: Phrase(zh: "提诉求", en: "Complain"), url: "/petitions/new"),
                .init(label: Phrase(zh: "看抽查", en: "Inspections"), url: "/draws"),
                .init(label: Phrase(zh: "看统计", en: "Figures"), url: "/figures"),
            ]
        )
    }

    private var columns: ColumnTree {
        ColumnTree(
            title: Phrase(zh: "公开目录", en: "Catalogue"),
            nodes: [
                .init(label: "政府信息公开指南", url: "/guide"),
                .init(label: "政府信息公开制度", url: "/rules"),
                .init(
                    label: "法定主动公开内容",
                    url: "/items",
                    count: 1_259,
                    children: [
                        .init(label: "政策文件", url: "/items/policy", count: 86, isCurrent: true),
                        .init(label: "行政处罚", url: "/items/penalties", count: 259),
                        .init(label: "事故调查报告", url: "/items/accidents", count: 12),
                    ]
                ),
                .init(label: "政府信息公开年报", url: "/reports"),
            ]
        )
    }

    private var facets: Facets {
        Facets(groups: [
            .init(
                title: Phrase(zh: "年份", en: "Year"),
                values: [
                    .init(label: "2024", url: "?year=2024", count: 31, isChosen: true),
                    .init(label: "2023", url: "?year=2023", count: 55),
                ]
            ),
            .init(
                title: Phrase(zh: "有效性", en: "In force"),
                values: [
                    .init(label: "有效", url: "?valid=1", count: 80),
                    .init(label: "已废止", url: "?valid=0", count: 6),
                ]
            ),
        ])
    }

    private var footer: PortalFooter {
        PortalFooter(
            host: Self.agency,
            siteCode: "9999990001",
            icpNumber: "示ICP备00000000号",
            policeNumber: "示公网安备 00000000000000号",
            telephone: "000-0000 0000",
            email: "gongkai@example.gov.cn",
            siteMapURL: "/map",
            findErrorsURL: "https://example.gov.cn/zhaocuo",
            links: [.init(label: Phrase(zh: "无障碍声明", en: "Accessibility"), url: "/accessibility")]
        )
    }
}
