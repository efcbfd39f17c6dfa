import Civil
import Disclosure
import Html
import Text
import Web

/// What each act on several items asks for.
enum BulkFields {
    /// The opinions that a person may give.
    static func opinions(of actor: Actor) -> [OpinionKind] {
        OpinionKind.allCases.filter { actor.may(.giveOpinion($0)) }
    }

    static func opinion(_ filled: FilledForm, of actor: Actor) -> HTML {
        let kind = FormField(
            key: "opinion",
            label: Phrase(zh: "审查意见（同意）", en: "Opinion (passed)"),
            hint: Phrase(
                zh: "预览页列出每条的全文，读过再确认；退回须逐条办理。每次最多 20 条。",
                en:
                    "The preview shows each in full; read before you confirm. Sending back is done one by one. At most 20."
            ),
            isRequired: true,
            control: .radios(opinions(of: actor).map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
        let reason = FormField(
            key: "reason",
            label: Phrase(zh: "说明（可不填）", en: "Remark (optional)"),
            control: .longText(lines: 2, longest: 2_000)
        )
        return filled.field(kind) + filled.field(reason)
    }

    static func move(_ filled: FilledForm, _ choices: PlacementChoices) -> HTML {
        let column = FormField(
            key: "column",
            label: Phrase(zh: "移到栏目", en: "To the column"),
            hint: Phrase(zh: "不选则不变。", en: "Left empty it stays."),
            control: .select(choices.columns.map { FieldChoice(value: $0.id.text, label: $0.name) })
        )
        let section = FormField(
            key: "section",
            label: Phrase(zh: "移到科室", en: "To the section"),
            hint: Phrase(zh: "不选则不变。", en: "Left empty it stays."),
            control: .select(choices.sections.map { FieldChoice(value: $0.id.text, label: $0.name) })
        )
        return filled.field(column) + filled.field(section)
    }

    /// - Parameter channels: nil where the page has chosen the channel already.
    static func delivery(_ filled: FilledForm, channels: [Channel]?, today: CivilDate) -> HTML {
        let channel = FormField(
            key: "channel",
            label: Phrase(zh: "渠道", en: "Channel"),
            isRequired: true,
            control: .select((channels ?? []).map { FieldChoice(value: $0.id.text, label: $0.name) })
        )
        let day = FormField(
            key: "delivered-on",
            label: Phrase(zh: "日期", en: "Day"),
            isRequired: true,
            control: .date
        )
        let receipt = FormField(
            key: "receipt",
            label: Phrase(zh: "凭证", en: "Proof"),
            hint: Phrase(
                zh: "期号、清单编号、接收人及签收情况等，记在每一条上。",
                en: "An issue, a list, who received it and signed; kept with every item."
            ),
            isRequired: true,
            control: .text(TextEntry(longest: 500))
        )
        return (channels == nil ? .empty : filled.field(channel)) + filled.field(day, otherwise: today.iso)
            + filled.field(receipt)
    }
}
