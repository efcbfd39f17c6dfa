import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The way in for everything that the public can ask of an agency: one card for each kind of case, and the query.
enum AskPage {
    /// Answers `/{agency}/ask`.
    static func show(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let today = visit.app.now().date
        let procedures = visit.app.procedures.onPortal(on: today)
        let (frame, satisfaction) = try await visit.app.database.read { tx in
            let frame = try AgencyFrame(code: code, tx)
            let rated = try tx.cases.satisfaction(
                of: frame.agency.id,
                with: procedures.map(\.kind),
                from: today.adding(months: -12),
                through: today
            )
            return (frame, rated)
        }
        let agency = frame.agency
        let language = visit.language
        let title = Phrase(zh: "要信息、提诉求", en: "Ask and tell")[language]
        let lead = Phrase(
            zh: "不需要注册。提交后您会得到编号和查询码，凭查询码和您留的联系方式随时查看办理进度。",
            en:
                "You need no account. You get a number and a code; with the code and your contact you can follow what happens."
        )
        var layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: title,
            heading: .withLead(title, lead[language]),
            entrance: .appeal,
            breadcrumbs: Breadcrumbs(
                steps: [.init(label: agency.name[language], url: visit.links.agency(agency.code))],
                current: title
            )
        )
        layout.beside = frame.navigation(at: .ask, visit)
        let cards = procedures.map { card($0, satisfaction[$0.kind], agency, visit) }
        return layout.page(
            """
            <section><h2 class="unseen">\(Phrase(zh: "可以在网上办理的事项", en: "What can be filed here")[language])</h2>\
            <div class="figures">\(cards)</div></section>\(follow(agency, visit))\(others(agency, visit))
            """
        )
    }

    private static func card(
        _ procedure: Procedure,
        _ satisfaction: Satisfaction?,
        _ agency: Agency,
        _ visit: Visit
    ) -> HTML {
        let language = visit.language
        let limit = procedure.clocks.first(where: \.isMain).map { clock -> HTML in
            let words = Phrase(
                zh: "\(clock.limit.duty.zh)：\(clock.limit.length.words.zh)",
                en: "\(clock.limit.length.words.en) to \(clock.limit.duty.en)"
            )
            return "<p class=\"small\">\(words[language])</p>"
        }
        let rated = satisfaction.map { marks -> HTML in
            let words = Phrase(
                zh: "近一年 \(marks.rated) 人评价，\(marks.satisfied) 人满意（4分以上）",
                en: "In the last year \(marks.rated) rated it, \(marks.satisfied) were satisfied (4 of 5 or more)"
            )
            return "<p class=\"small\">\(words[language])</p>"
        }
        return """
            <section class="figure"><h3 class="figure-name">\
            <a href="\(url: visit.links.to("/\(agency.code)/ask/\(procedure.kind)"))">\(procedure.name[language])</a></h3>\
            <p class="small quiet">\(procedure.purpose[language])</p>\(optional: limit)\(optional: rated)\
            <p class="small">\(FlowPages.link(to: procedure, agency, visit))</p></section>
            """
    }

    /// How the cases are handled that come in other ways than this site.
    private static func others(_ agency: Agency, _ visit: Visit) -> HTML {
        let language = visit.language
        let kinds = visit.app.procedures.kinds(on: visit.app.now().date).filter { !$0.isOnPortal }
        guard !kinds.isEmpty else { return .empty }
        let rows = kinds.map { kind -> HTML in
            "<li>\(kind.name[language]): \(FlowPages.link(to: kind, agency, visit))</li>"
        }
        let title = Phrase(zh: "以其他方式来的办件怎样办理", en: "How cases are handled that come in other ways")
        return "<section><h2>\(title[language])</h2><ul>\(rows)</ul></section>"
    }

    private static func follow(_ agency: Agency, _ visit: Visit) -> HTML {
        let language = visit.language
        let query = visit.links.to("/\(agency.code)/cases")
        let duties = Set(visit.app.procedures.all.compactMap(\.publicity?.duty)).sorted()
        let answers =
            visit.links.to("/\(agency.code)/columns") + "?list=all"
            + duties.prefix(1).map { "&facet.duty=\(queryEncoded($0))" }.joined()
        return """
            <section><h2>\(Phrase(zh: "已经提交过", en: "Already filed")[language])</h2>\
            <p><a href="\(url: query)">\(CaseQueryPage.title[language])</a></p></section>\
            <section><h2>\(Phrase(zh: "别人问过什么", en: "What others asked")[language])</h2>\
            <p><a href="\(url: answers)">\(Phrase(zh: "公开的咨询、来信和答复", en: "Published questions and answers")[language])</a></p></section>
            """
    }
}

extension Procedures {
    /// Those that can be filed on the portal.
    func onPortal(on day: CivilDate) -> [Procedure] { kinds(on: day).filter(\.isOnPortal) }
}

extension Procedure {
    var isOnPortal: Bool { intake.contains { $0.channel == .portal } }
}
