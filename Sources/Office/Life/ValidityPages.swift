import Civil
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Marking whether an item still holds (有效性), with a link both ways to what changed it.
enum ValidityPages {
    private static let page = LifeForm(
        act: Phrase(zh: "标注有效性", en: "Mark its validity"),
        consequence: Phrase(
            zh: "网页上会标明有效性，并与修改、废止它的信息互相链接。",
            en: "The page says whether it is in force, and links both ways to what amended or repealed it."
        ),
        path: "validity",
        fields: { filled, reading in
            filled.field(
                FormField(
                    key: "change",
                    label: Phrase(zh: "有效性", en: "Validity"),
                    isRequired: true,
                    control: .radios([
                        FieldChoice(value: "amends", label: Phrase(zh: "已修改", en: "Amended")),
                        FieldChoice(value: "repeals", label: Phrase(zh: "已废止", en: "Repealed")),
                        FieldChoice(value: "supersedes", label: Phrase(zh: "已被代替", en: "Superseded")),
                        FieldChoice(value: "lapses", label: Phrase(zh: "失效（到期）", en: "Lapsed")),
                        FieldChoice(value: "holds", label: Phrase(zh: "有效", en: "In force")),
                    ])
                )
            )
                + filled.field(
                    FormField(
                        key: "source",
                        label: Phrase(zh: "由哪条信息修改、废止、代替", en: "By which item"),
                        hint: Phrase(
                            zh: "本机关已公开信息的索引号或日志编号；失效、恢复有效时不填。",
                            en:
                                "Index number or log number of a published item of this agency; empty when it lapses or holds again."
                        ),
                        control: .text(TextEntry())
                    )
                )
                + filled.field(
                    FormField(
                        key: "since",
                        label: Phrase(zh: "自何日起", en: "Since"),
                        isRequired: true,
                        control: .date
                    )
                )
        },
        closed: { reading in
            reading.item.state == .published
                ? nil : Phrase(zh: "只有正在公开的信息才标注有效性。", en: "Only what is public is marked.")
        }
    )

    static func form(_ visit: Visit) async throws -> Response { try await page.page(visit) }

    static func change(_ visit: Visit) async throws -> Response {
        let form = visit.form
        let source = form.text("source")
        let change: ChangeValidity.Change? =
            switch form.text("change") {
            case "lapses": .lapses
            case "holds": .holdsAgain
            case let kind: ItemRelation.Kind(rawValue: kind).map { .by($0, source: source) }
            }
        return try await page.answer(
            visit,
            ChangeValidity(
                id: ID(try visit.parameter("id")),
                change: change,
                since: CivilDate.read(form.text("since")),
                actor: try visit.actor()
            ),
            did: { _ in .changed }
        )
    }
}
