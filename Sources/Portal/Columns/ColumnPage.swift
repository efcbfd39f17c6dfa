import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// A column (栏目): what stands below it, its items newest first, and the ways to narrow the list.
enum ColumnPage {
    static let pageSize = 20

    /// What the page shows.
    struct Content: Sendable {
        var frame: AgencyFrame
        /// Nil for the list of everything.
        var column: Column?
        var rows: ItemRows
        var stretch: ItemStretch
        var count: Int
        var facets: ColumnFacets
    }

    /// Answers `/{agency}/columns/**`.
    static func show(_ visit: Visit) async throws -> Response {
        let path = visit.remainder
        let content = try await read(visit) { frame in
            guard let column = frame.columns.first(where: { $0.path == path }) else { throw Refusal.notFound }
            return column
        }
        return view(content, visit)
    }

    /// `/{agency}/columns?list=all`: every item of the agency.
    static func showAll(_ visit: Visit) async throws -> Response {
        view(try await read(visit) { _ in nil }, visit)
    }

    private static func read(
        _ visit: Visit,
        _ choose: @escaping @Sendable (AgencyFrame) throws -> Column?
    ) async throws -> Content {
        let code = try visit.parameter("agency")
        let before = visit.query["before"].flatMap { Int64($0) }
        return try await visit.app.database.read { tx in
            let frame = try AgencyFrame(code: code, tx)
            let column = try choose(frame)
            let agency = frame.agency.id
            var facets = ColumnFacets(
                query: FacetQuery(
                    visit.query,
                    known: ColumnFacets.known(in: visit.app.catalogue),
                    isWholeList: column == nil
                ),
                classes: try tx.agencies.classes(of: agency),
                catalogue: visit.app.catalogue
            )
            let base = column.map { [FacetStore.Choice(key: FacetStore.Common.column, value: $0.path)] } ?? []
            try facets.readCounts(of: agency, base: base, tx)
            let choices = base + facets.stored
            let stretch = try tx.facets.stretch(of: agency, having: choices, before: before, limit: pageSize)
            return Content(
                frame: frame,
                column: column,
                rows: try ItemRows(stretch.items, tx),
                stretch: stretch,
                count: try tx.facets.count(of: agency, having: choices),
                facets: facets
            )
        }
    }
}

extension ColumnPage {
    private static func view(_ content: Content, _ visit: Visit) -> Response {
        let language = visit.language
        let agency = content.frame.agency
        let column = content.column
        let title = column?.name[language] ?? everything[language]
        let url = column.map { visit.links.column(agency.code, $0.path) } ?? visit.links.to("/\(agency.code)/columns")
        var layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: title,
            entrance: .columns,
            breadcrumbs: breadcrumbs(content, visit)
        )
        layout.column = tags(content, visit)
        layout.feed = PageShell.Feed(
            title: "\(agency.name.zh) \(column?.name.zh ?? everything.zh)",
            url: feed(content, visit)
        )
        layout.isHiddenFromSearch = !content.facets.query.choices.isEmpty
        let facets = content.facets.facets(at: url, language)
        let hasFacets = !facets.groups.isEmpty
        layout.beside =
            content.frame.navigation(at: .columns(column?.path ?? ""), visit)
            + (hasFacets ? facets.html(in: language) : .empty)
        return layout.page("\(children(content, visit))\(list(content, at: url, hasFacets: hasFacets, visit))")
    }

    private static func list(_ content: Content, at url: String, hasFacets: Bool, _ visit: Visit) -> HTML {
        let language = visit.language
        let query = content.facets.query
        if content.count == 0, query.choices.isEmpty {
            return ColumnPromise(content.frame.duties(in: content.column, visit.app.catalogue)).empty.html(in: language)
        }
        let stretch = content.stretch
        let newer: String? =
            switch stretch.newer {
            case .none: nil
            case .start: url + query.before(nil)
            case .before(let index): url + query.before(index)
            }
        let pager = Pager(newer: newer, older: stretch.older.map { url + query.before($0) })
        return """
            <section class="list">\
            \(content.facets.chosen(at: url, count: content.count, hasFacets: hasFacets, language).html(in: language))\
            \(content.rows.list(of: content.frame.agency, visit).html(in: language))\(pager.html(in: language))</section>\
            <p class="small"><a class="reach" href="\(url: feed(content, visit))">\(subscribe[language])</a></p>
            """
    }

    private static func children(_ content: Content, _ visit: Visit) -> HTML {
        guard let column = content.column else { return .empty }
        let children = content.frame.children(of: column)
        guard !children.isEmpty else { return .empty }
        return """
            <nav aria-label="\(below[visit.language])">\
            \(ColumnRows(columns: children, frame: content.frame).html(visit))</nav>
            """
    }

    private static func breadcrumbs(_ content: Content, _ visit: Visit) -> Breadcrumbs {
        let language = visit.language
        let agency = content.frame.agency
        var steps = [
            Breadcrumbs.Step(label: agency.name[language], url: visit.links.agency(agency.code)),
            .init(label: ColumnTreePage.title[language], url: visit.links.to("/\(agency.code)/columns")),
        ]
        guard let column = content.column else { return Breadcrumbs(steps: steps, current: everything[language]) }
        steps += content.frame.way(to: column).dropLast().map {
            .init(label: $0.name[language], url: visit.links.column(agency.code, $0.path))
        }
        return Breadcrumbs(steps: steps, current: column.name[language])
    }

    private static func tags(_ content: Content, _ visit: Visit) -> PortalLayout.ColumnTags {
        let name = content.column?.name.zh ?? everything.zh
        let duties = content.frame.duties(in: content.column, visit.app.catalogue).prefix(8).map(\.name.zh)
        let what = duties.isEmpty ? "政府信息" : duties.joined(separator: "、")
        return PortalLayout.ColumnTags(
            name: name,
            description: "\(content.frame.agency.name.zh)“\(name)”栏目，公开\(what)",
            keywords: [name] + duties
        )
    }

    private static func feed(_ content: Content, _ visit: Visit) -> String {
        let feed = visit.links.feed(content.frame.agency.code)
        return content.column.map { "\(feed)?column=\(queryEncoded($0.path))" } ?? feed
    }

    private static let everything = Phrase(zh: "全部信息", en: "Everything")
    private static let below = Phrase(zh: "下级栏目", en: "Columns below")
    private static let subscribe = Phrase(zh: "订阅本栏目更新（Atom）", en: "Subscribe to this column (Atom)")
}
