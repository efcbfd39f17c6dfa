import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Taking a signed version back before its moment of publication.
enum SchedulePages {
    private static let page = LifeForm(
        act: Phrase(zh: "取消定时公开", en: "Take back before publication"),
        consequence: Phrase(
            zh: "这个版本不再按时公开，回到草稿；修改后须重新审查、签发。",
            en:
                "This version is not published at its moment and becomes a draft again; changed, it is reviewed and signed anew."
        ),
        path: "schedule",
        weight: .grave,
        fields: { filled, _ in filled.reason() },
        closed: { reading in
            reading.item.stage == .scheduled
                ? nil : Phrase(zh: "这条信息没有排定公开时间。", en: "No moment of publication is set for this item.")
        }
    )

    static func form(_ visit: Visit) async throws -> Response { try await page.page(visit) }

    static func takeBack(_ visit: Visit) async throws -> Response {
        try await page.answer(
            visit,
            UnscheduleItem(
                id: ID(try visit.parameter("id")),
                reason: visit.form.text("reason"),
                actor: try visit.actor()
            ),
            did: { _ in .sentBack }
        )
    }
}
