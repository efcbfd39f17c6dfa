import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// A draft begins with its duty: everything in the form follows from it.
enum DutyChoicePage {
    static func show(_ visit: Visit) async throws -> Response {
        let frame = try await visit.app.database.read { try OfficeFrame(visit, $0) }
        let catalogue = visit.app.catalogue
        let query = visit.query.text("q")
        let found = DutySearch.duties(of: catalogue, matching: query)
        let search = SearchForm(
            action: visit.links.office("/items/new"),
            label: Phrase(zh: "查找公开事项", en: "Find a duty"),
            query: query,
            id: "duty-search"
        )
        let groups = catalogue.matters.compactMap { matter -> HTML? in
            let duties = found.filter { $0.matter.code == matter.code }
            guard !duties.isEmpty else { return nil }
            return DutyTable(duties: duties, matter: matter) { visit.links.office("/items/new?duty=\($0.code)") }
                .html(in: visit.language)
        }
        let nothing = EmptyState(
            whatWouldBeHere: Phrase(zh: "没有找到这样的公开事项", en: "No duty fits"),
            howItGetsHere: Phrase(zh: "换一个词，或清空查找框看全部事项。", en: "Try another word, or clear the field to see all."),
            act: Button(
                act: Phrase(zh: "看全部事项", en: "Show all duties"),
                weight: .second,
                does: .leads(to: visit.links.office("/items/new"))
            )
        )
        return OfficePage(
            frame,
            .items,
            title: Phrase(zh: "起草信息", en: "Draft an item")[visit.language],
            lead: Phrase(
                zh: "先选公开事项，表单、时限和审查随之而定。",
                en: "Choose the duty first; form, time limit and reviewers follow."
            )
        ).response(
            to: visit,
            search.html(in: visit.language) + (groups.isEmpty ? nothing.html(in: visit.language) : groups.joined())
        )
    }
}
