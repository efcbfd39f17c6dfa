import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The front page of an agency: what it publishes, what is new, how much there is of what, and whom to ask.
enum AgencyHomePage {
    private static let newestShown = 8
    private static let noticesShown = 5

    struct Content: Sendable {
        var frame: AgencyFrame
        var total: Int
        var newest: ItemRows
        /// 通知公告, where the agency keeps a column for it.
        var notices: (column: Column, rows: ItemRows)?
        var years: [(value: String, count: Int)]
        var classCounts: [(value: String, count: Int)]
        var classes: [ItemClass]
        /// How the agency counts what it publishes, and to what it came this year and last.
        var figure: Figure?
        var published: [Int: FigureValue]
    }

    /// Answers `/{agency}`.
    static func show(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let content = try await visit.app.database.read { [app = visit.app] in try read($0, code: code, in: app) }
        let language = visit.language
        let agency = content.frame.agency
        let title = Phrase(zh: "政府信息公开", en: "Open information")[language]
        var layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: title,
            heading: .withLead(title, lead(content)[language])
        )
        layout.feed = PageShell.Feed(title: agency.name.zh, url: visit.links.feed(agency.code))
        layout.beside = content.frame.navigation(at: .home, visit)
        return layout.page(
            """
            \(newest(content, visit))
            \(notices(content, visit))
            \(columns(content, visit))
            \(HomeStatistics(content: content).html(visit))
            \(OfficeContacts(agency: agency).html(visit))
            """
        )
    }

    private static func read(_ tx: any SQLConnection, code: String, in app: App) throws -> Content {
        let frame = try AgencyFrame(code: code, tx)
        let agency = frame.agency.id
        typealias Common = FacetStore.Common
        let newest = try tx.facets.stretch(of: agency, having: [], before: nil, limit: newestShown)
        let column =
            frame.columns.first { $0.catalogueColumn == "news/notices" }
            ?? frame.columns.first { $0.name.zh.contains("通知公告") }
        let notices = try column.map { column in
            let choice = FacetStore.Choice(key: Common.column, value: column.path)
            let stretch = try tx.facets.stretch(of: agency, having: [choice], before: nil, limit: noticesShown)
            return (column, try ItemRows(stretch.items, tx))
        }
        let figure = app.figures.all(of: frame.agency).first { $0.key == "items" }
        let year = app.now().date.year
        var published: [Int: FigureValue] = [:]
        for year in [year, year - 1] {
            guard let period = FigurePeriod.year(year), let figure else { continue }
            published[year] = try FigureCount(of: frame.agency, over: period, tx, in: app).value(of: figure.key)
        }
        return Content(
            frame: frame,
            total: try tx.facets.counts(of: agency, key: Common.agency).first?.count ?? 0,
            newest: try ItemRows(newest.items, tx),
            notices: notices,
            years: try tx.facets.counts(of: agency, key: Common.year).sorted { $0.value > $1.value },
            classCounts: try tx.facets.counts(of: agency, key: Common.itemClass),
            classes: try tx.agencies.classes(of: agency),
            figure: figure,
            published: published
        )
    }

    private static func lead(_ content: Content) -> Phrase {
        guard let newest = content.newest.items.first?.publishedAt?.date else {
            return Phrase(zh: "本机关依法主动公开的信息将在这里发布。", en: "What the agency publishes by law will appear here.")
        }
        return Phrase(
            zh: "依法主动公开的信息共 \(content.total.grouped(in: .zh)) 条，最近一条公开于 \(newest.chinese)。",
            en: "\(content.total.grouped(in: .en)) items published by law, the last on \(newest.english)."
        )
    }

    private static func newest(_ content: Content, _ visit: Visit) -> HTML {
        let agency = content.frame.agency
        guard !content.newest.items.isEmpty else {
            return EmptyState(
                whatWouldBeHere: Phrase(zh: "这里会列出最新公开的信息", en: "The newest information would be here"),
                howItGetsHere: Phrase(
                    zh: "信息经保密审查和签发后，立即在这里公开。",
                    en: "It appears as soon as it has passed secrecy review and is signed."
                ),
                act: Button(
                    act: Phrase(zh: "看应当公开什么", en: "See what must be public"),
                    weight: .second,
                    does: .leads(to: visit.links.to("/\(agency.code)/catalogue"))
                )
            ).html(in: visit.language)
        }
        return """
            <section><h2>\(Phrase(zh: "最新公开", en: "Newest")[visit.language])</h2>\
            \(content.newest.list(of: agency, visit).html(in: visit.language))\
            <p class="proof-links"><a href="\(url: visit.links.to("/\(agency.code)/columns?list=all"))">\
            \(Phrase(zh: "看全部 \(content.total.grouped(in: .zh)) 条", en: "See all \(content.total.grouped(in: .en))")[visit.language])</a>\
            <a href="\(url: visit.links.feed(agency.code))">\(Phrase(zh: "订阅更新（Atom）", en: "Subscribe (Atom)")[visit.language])</a></p>\
            </section>
            """
    }

    /// The columns as ways in, each with what is below it and how much is in it.
    private static func columns(_ content: Content, _ visit: Visit) -> HTML {
        let language = visit.language
        let frame = content.frame
        let cards = frame.children(of: nil).map { column -> HTML in
            let below = frame.children(of: column).map { $0.name[language] }
            return """
                <section class="figure"><h3 class="figure-name">\
                <a href="\(url: visit.links.column(frame.agency.code, column.path))">\
                \(HTML.record(column.name[language], in: language))</a></h3>\
                <p class="small quiet">\(HTML.record(below.joined(separator: language == .zh ? "、" : ", "), in: language))</p>\
                <p class="small number">\(ColumnCount.words(frame.count(column))[language])</p></section>
                """
        }
        guard !cards.isEmpty else { return .empty }
        return """
            <section><h2><a href="\(url: visit.links.to("/\(frame.agency.code)/columns"))">\
            \(ColumnTreePage.title[language])</a></h2><div class="figures">\(cards)</div></section>
            """
    }

    private static func notices(_ content: Content, _ visit: Visit) -> HTML {
        guard let (column, rows) = content.notices, !rows.items.isEmpty else { return .empty }
        let agency = content.frame.agency
        return """
            <section><h2><a href="\(url: visit.links.column(agency.code, column.path))">\
            \(HTML.record(column.name[visit.language], in: visit.language))</a></h2>\
            \(rows.list(of: agency, visit).html(in: visit.language))</section>
            """
    }
}
