import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// 政府信息公开指南: written from the agency's own records, so that it is never out of date (条例 art 12 and 53).
enum GuidePage {
    struct Content: Sendable {
        var frame: AgencyFrame
        var classes: [ItemClass]
        var channels: [Channel]
    }

    /// Answers `/{agency}/guide`.
    static func show(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let content = try await visit.app.database.read { tx in
            let frame = try AgencyFrame(code: code, tx)
            return Content(
                frame: frame,
                classes: try tx.agencies.classes(of: frame.agency.id),
                channels: try tx.channels.all(of: frame.agency.id)
            )
        }
        let language = visit.language
        let agency = content.frame.agency
        let title = Phrase(zh: "政府信息公开指南", en: "Disclosure guide")[language]
        let lead = Phrase(
            zh: "\(agency.name.zh)公开哪些信息、在哪里看，没有公开的怎样申请、多久答复、向谁投诉。",
            en:
                "What the agency publishes and where, how to ask for what is not published, how long it takes, and where to complain."
        )
        var layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: title,
            heading: .withLead(title, lead[language]),
            entrance: .guide,
            breadcrumbs: Breadcrumbs(
                steps: [.init(label: agency.name[language], url: visit.links.agency(agency.code))],
                current: title
            )
        )
        layout.column = PortalLayout.ColumnTags(
            name: "政府信息公开指南",
            description: "\(agency.name.zh)政府信息公开指南",
            keywords: ["政府信息公开指南", "依申请公开", "政府信息公开工作机构"]
        )
        layout.beside = content.frame.navigation(at: .guide, visit)
        return layout.page("\(GuideParts(content: content, language: language).all.map { $0.html(in: language) })")
    }
}

/// One of the five parts of the guide.
struct GuidePart: Component {
    /// Where links point to.
    var id: String
    var title: Phrase
    /// Texts in the reader's language, and markup.
    var blocks: [Prose.Block]

    func html(in language: Language) -> HTML {
        """
        <section id="\(id)"><h2>\(title[language])</h2>\
        \(Prose(title: .none, blocks: blocks, written: language).html(in: language))</section>
        """
    }
}
