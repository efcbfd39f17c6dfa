import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The catalogue of duties (公开事项目录) as the office sees it: everything that must be public, by matter.
enum DutyCataloguePage {
    static func show(_ visit: Visit) async throws -> Response {
        let frame = try await visit.app.database.read { try OfficeFrame(visit, $0) }
        let nothing = EmptyState(
            whatWouldBeHere: Phrase(zh: "没有找到这样的公开事项", en: "No duty fits"),
            howItGetsHere: Phrase(
                zh: "可按名称、代码或公开内容中的词查找；目录由系统内置，省、市可加自己的目录。",
                en: "Search by name, code or a word of its content; the catalogue is built in and may be overlaid."
            )
        )
        return OfficePage(
            frame,
            .duties,
            title: OfficeArea.duties.name[visit.language],
            lead: Phrase(
                zh: "法律要求公开什么、凭什么、多长时间内、在哪里公开。",
                en: "What the law wants public, on which ground, how soon and where."
            ),
            isAreaHome: true
        ).response(
            to: visit,
            DutyFinder(visit: visit, url: visit.links.office("/duties"), nothing: nothing) {
                visit.links.office("/duties/\($0.code)")
            }.html()
        )
    }
}
