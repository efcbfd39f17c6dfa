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
        let frame = try await visit.app.database.read { try AgencyFrame(code: code, $0) }
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
        let cards = visit.app.procedures.onPortal(on: visit.app.now().date).map { card($0, agency, visit) }
        return layout.page(
            """
            <section><h2 class="unseen">\(Phrase(zh: "可以在网上办理的事项", en: "What can be filed here")[language])</h2>\
            <div class="figures">\(cards)</div></section>\(follow(agency, visit))
            """
        )
    }

    private static func card(_ procedure: Procedure, _ agency: Agency, _ visit: Visit) -> HTML {
        let language = visit.language
        let limit = procedure.clocks.first(where: \.isMain).map { clock -> HTML in
            let words = Phrase(
                zh: "\(clock.limit.duty.zh)：\(clock.limit.length.words.zh)",
                en: "\(clock.limit.length.words.en) to \(clock.limit.duty.en)"
            )
            return "<p class=\"small\">\(words[language])</p>"
        }
        return """
            <section class="figure"><h3 class="figure-name">\
            <a href="\(url: visit.links.to("/\(agency.code)/ask/\(procedure.kind)"))">\(procedure.name[language])</a></h3>\
            <p class="small quiet">\(procedure.purpose[language])</p>\(optional: limit)</section>
            """
    }

    private static func follow(_ agency: Agency, _ visit: Visit) -> HTML {
        let language = visit.language
        let query = visit.links.to("/\(agency.code)/cases")
        return """
            <section><h2>\(Phrase(zh: "已经提交过", en: "Already filed")[language])</h2>\
            <p><a href="\(url: query)">\(CaseQueryPage.title[language])</a></p></section>
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
