import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// What a revision changed of what the public can read; gone with the item when it comes down.
enum ChangePage {
    static func show(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let leafID = try visit.parameter("leaf")
        guard let index = Int64(try visit.parameter("index")) else { throw Refusal.notFound }
        let (agency, item, change) = try await visit.app.database.read { tx in
            let agency = try tx.agency(code)
            guard let item = try tx.items.published(leafID: leafID, of: agency.id),
                let change = try tx.items.change(of: item.id, at: index)
            else { throw Refusal.notFound }
            return (agency, item, change)
        }
        guard let duty = visit.app.catalogue.duty(item.duty) else { throw Refusal.notFound }
        let language = visit.language
        var layout = PortalLayout(
            visit: visit,
            agency: agency,
            title: Phrase(zh: "修订前后对照", en: "What the revision changed")[language],
            entrance: .columns,
            breadcrumbs: Breadcrumbs(
                steps: [
                    .init(label: agency.name[language], url: visit.links.agency(code)),
                    .init(label: item.title, url: visit.links.item(code, leafID)),
                ],
                current: Phrase(zh: "修订", en: "Revision")[language]
            )
        )
        layout.isHiddenFromSearch = true
        return layout.page(
            """
            <p><a href="\(url: visit.links.item(code, leafID))">\(HTML.record(item.title, in: language))</a></p>\
            \(ContentDifference(old: change.old, new: change.new, duty: duty).html(in: language))
            """
        )
    }
}
