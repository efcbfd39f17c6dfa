import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Publishing before an opinion is written that was given by word (紧急公开); who agreed, and how, is kept.
enum UrgentPages {
    private static func page(_ approvers: [FieldChoice]) -> LifeForm {
        LifeForm(
            act: Phrase(zh: "紧急公开", en: "Publish urgently"),
            consequence: Phrase(
                zh: "立即公开。只有合法性审核和签发可以事后补办，保密审查必须已经通过；欠办的意见会一直标红，直到补齐。",
                en:
                    "It becomes public at once. Only the legal review and the sign-off may follow, never the secrecy review; what is owed stays red on the desk until it is settled."
            ),
            path: "urgent-publication",
            weight: .grave,
            fields: { filled, reading in
                let owed = Debt.kinds.filter {
                    reading.review.needed.contains($0) && reading.review.opinion($0) == nil
                }
                return filled.field(
                    FormField(
                        key: "deferred",
                        label: Phrase(zh: "事后补办的意见", en: "Opinions that follow in writing"),
                        isRequired: true,
                        control: .checkboxes(owed.map { FieldChoice(value: $0.rawValue, label: $0.name) })
                    ),
                    otherwise: owed.map(\.rawValue).joined(separator: ",")
                )
                    + filled.field(
                        FormField(
                            key: "agreed-by",
                            label: Phrase(zh: "同意公开的签发领导", en: "Approver who agreed"),
                            isRequired: true,
                            control: .select(approvers)
                        )
                    )
                    + filled.field(
                        FormField(
                            key: "means",
                            label: Phrase(zh: "同意的方式", en: "How it was agreed"),
                            isRequired: true,
                            control: .radios(
                                Debt.Means.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) }
                            )
                        )
                    )
                    + filled.reason(
                        Phrase(zh: "写明为何不能等待书面意见。", en: "Say why the written opinion cannot be waited for.")
                    )
            },
            closed: { reading in
                guard reading.item.stage == .review else {
                    return Phrase(zh: "先提交审查，并通过保密审查。", en: "Send it to review first; the secrecy review must pass.")
                }
                guard reading.duty.mayBeUrgent(for: reading.version.content) else {
                    return Phrase(
                        zh: "只有限时以小时计或者当日公开的事项才能紧急公开。",
                        en: "Only what must be out within hours or on the same day can be published urgently."
                    )
                }
                return nil
            }
        )
    }

    static func form(_ visit: Visit) async throws -> Response {
        try await page(approvers(visit)).page(visit)
    }

    static func publish(_ visit: Visit) async throws -> Response {
        let form = visit.form
        return try await page(approvers(visit)).answer(
            visit,
            PublishUrgently(
                id: ID(try visit.parameter("id")),
                version: ID(form.text("version")),
                deferred: Set(form.all("deferred").compactMap(OpinionKind.init(rawValue:))),
                agreedBy: form.text("agreed-by").isEmpty ? nil : ID(form.text("agreed-by")),
                means: Debt.Means(rawValue: form.text("means")),
                reason: form.text("reason"),
                actor: try visit.actor()
            ),
            did: { $0.state == .published ? .published : .filed }
        )
    }

    private static func approvers(_ visit: Visit) async throws -> [FieldChoice] {
        let actor = try visit.actor()
        return try await visit.app.database.read { try $0.people.all(of: actor.agency) }
            .filter { $0.isActive && $0.roles.contains(.approver) }
            .map { FieldChoice(value: $0.id.text, label: Phrase(zh: $0.name, en: $0.name)) }
    }
}
