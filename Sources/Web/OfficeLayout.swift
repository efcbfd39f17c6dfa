/// The frame of every page of the office: who is signed in, the areas open to this person, and one heading.

package import Database
package import Disclosure
package import HTTPTypes
package import Html
package import Hummingbird
package import Text

/// An area of the office, with its tab.
package enum OfficeArea: Sendable, CaseIterable {
    case desk, items, cases, figures, duties, people, settings, audit, account

    /// What a person must be allowed to do to see the area.
    package var act: Act {
        switch self {
        case .desk, .items, .figures, .duties, .account: .readOffice
        case .cases: .readCases
        case .people: .managePeople
        case .settings: .manageAgency
        case .audit: .readAudit
        }
    }

    /// The area's address below `/office`.
    package var path: String {
        switch self {
        case .desk: ""
        case .items: "/items"
        case .cases: "/cases"
        case .figures: "/figures"
        case .duties: "/duties"
        case .people: "/people"
        case .settings: "/settings"
        case .audit: "/audit"
        case .account: "/account"
        }
    }

    /// What the tab says.
    package var name: Phrase {
        switch self {
        case .desk: Phrase(zh: "工作台", en: "Desk")
        case .items: Phrase(zh: "信息", en: "Items")
        case .cases: Phrase(zh: "办件", en: "Cases")
        case .figures: Phrase(zh: "统计", en: "Figures")
        case .duties: Phrase(zh: "公开事项", en: "Duties")
        case .people: Phrase(zh: "人员", en: "People")
        case .settings: Phrase(zh: "机关设置", en: "Settings")
        case .audit: Phrase(zh: "审计记录", en: "Audit trail")
        case .account: Phrase(zh: "我的账号", en: "My account")
        }
    }
}

/// What every office page says of agency and person; read in the page's own transaction.
package struct OfficeFrame: Sendable {
    package var agency: Agency
    package var session: Session
    /// The section that the person works in.
    package var section: Section?

    /// - Throws: `Refusal.notFound` when nobody is signed in or the agency is gone.
    package init(_ visit: Visit, _ tx: any SQLConnection) throws {
        guard let session = visit.session, let agency = try tx.agencies.find(session.actor.agency) else {
            throw Refusal.notFound
        }
        self.agency = agency
        self.session = session
        section = try session.person.section.flatMap { id in
            try tx.agencies.sections(of: agency.id).first { $0.id == id }
        }
    }
}

/// One page of the office around its content.
package struct OfficePage: Sendable {
    package var frame: OfficeFrame
    package var area: OfficeArea
    package var title: String
    /// What the trail of pages calls the page; its title without one.
    package var crumb: String?
    /// A sentence under the heading.
    package var lead: Phrase?
    /// Pages between the area's own page and this one.
    package var steps: [Breadcrumbs.Step]
    /// Whether this is the area's own page, which has no trail of pages above it.
    package var isAreaHome: Bool
    /// Shown with the area's tab.
    package var count: Int?
    /// Says in the browser's title that the form has errors.
    package var hasErrors: Bool
    package var beside: HTML

    package init(
        _ frame: OfficeFrame,
        _ area: OfficeArea,
        title: String,
        crumb: String? = nil,
        lead: Phrase? = nil,
        steps: [Breadcrumbs.Step] = [],
        isAreaHome: Bool = false,
        count: Int? = nil,
        hasErrors: Bool = false,
        beside: HTML = .empty
    ) {
        self.frame = frame
        self.area = area
        self.title = title
        self.crumb = crumb
        self.lead = lead
        self.steps = steps
        self.isAreaHome = isAreaHome
        self.count = count
        self.hasErrors = hasErrors
        self.beside = beside
    }

    /// The answer with the whole page.
    package func response(
        to visit: Visit,
        _ content: HTML,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let language = visit.language
        let shell = PageShell(
            side: .office,
            title: count.map { $0 > 0 ? "(\($0)) \(title)" : title } ?? title,
            siteName: frame.agency.name[language],
            stylesheet: Stylesheet.url,
            heading: lead.map { .withLead(title, $0[language]) } ?? .plain(title),
            isElder: visit.isElder,
            isHiddenFromSearch: true,
            hasErrors: hasErrors,
            otherLanguage: visit.otherLanguageURL,
            banner: frame.agency.isDemonstration ? DemoBanner().html(in: language) : .empty,
            masthead: masthead(visit).html(in: language),
            breadcrumbs: breadcrumbs(visit),
            beside: beside
        )
        return .page(shell.html(in: language, content: content), status: status)
    }

    private func masthead(_ visit: Visit) -> OfficeMasthead {
        let language = visit.language
        let person = frame.session.person
        let section = frame.section.map { language == .zh ? "（\($0.name.zh)）" : " (\($0.name.en))" } ?? ""
        return OfficeMasthead(
            agency: frame.agency.name[language],
            home: visit.links.office(),
            person: person.name + section,
            tabs: OfficeArea.allCases.filter { frame.session.actor.may($0.act) }.map { area in
                Tabs.Tab(
                    label: area.name,
                    url: visit.links.office(area.path),
                    count: area == self.area ? count : nil,
                    isCurrent: area == self.area
                )
            },
            signOut: signOut(visit),
            otherLanguageURL: visit.otherLanguageURL
        )
    }

    private func signOut(_ visit: Visit) -> HTML {
        """
        <form action="\(url: visit.links.office("/sign-out"))" method="post">\(visit.formToken.html(in: visit.language))\
        <button class="button button-plain">\(Phrase(zh: "退出登录", en: "Sign out")[visit.language])</button></form>
        """
    }

    private func breadcrumbs(_ visit: Visit) -> HTML {
        guard !isAreaHome else { return .empty }
        let home = Breadcrumbs.Step(label: area.name[visit.language], url: visit.links.office(area.path))
        return Breadcrumbs(steps: [home] + steps, current: crumb ?? title).html(in: visit.language)
    }
}

/// A page of the office for somebody who is not signed in: the sign-in page and the one-time link.
package struct OfficeDoorPage: Sendable {
    package var title: Phrase
    package var hasErrors: Bool

    package init(title: Phrase, hasErrors: Bool = false) {
        self.title = title
        self.hasErrors = hasErrors
    }

    /// The answer with the whole page.
    package func response(
        to visit: Visit,
        _ content: HTML,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let language = visit.language
        let shell = PageShell(
            side: .office,
            title: title[language],
            siteName: Self.siteName[language],
            stylesheet: Stylesheet.url,
            heading: .plain(title[language]),
            isElder: visit.isElder,
            isHiddenFromSearch: true,
            hasErrors: hasErrors,
            otherLanguage: visit.otherLanguageURL,
            masthead: masthead(visit)
        )
        return .page(shell.html(in: language, content: content), status: status)
    }

    private func masthead(_ visit: Visit) -> HTML {
        let other: Language = visit.language == .zh ? .en : .zh
        return """
            <header class="masthead masthead-office"><div class="frame masthead-top">
            <a class="masthead-name" href="\(url: visit.links.office())">\(Self.siteName[visit.language])</a>
            <div class="masthead-person"><a href="\(url: visit.otherLanguageURL)" lang="\(other.tag)" \
            hreflang="\(other.tag)">\(other == .en ? "English" : "中文")</a></div>
            </div></header>
            """
    }

    private static let siteName = Phrase(zh: "政务公开工作台", en: "Disclosure office")
}
