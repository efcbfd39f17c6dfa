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
        // A draft from a case stays one, whatever its duty.
        let origin = visit.query["case"].map { [HiddenField(name: "case", value: $0)] } ?? []
        let file = origin.map { "&case=\(queryEncoded($0.value))" }.joined()
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
            DutyFinder(visit: visit, url: visit.links.office("/items/new"), kept: origin, nothing: nothing) {
                visit.links.office("/items/new?duty=\($0.code)\(file)")
            }.html()
        )
    }
}
