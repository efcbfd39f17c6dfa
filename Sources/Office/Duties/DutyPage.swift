import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// One duty (公开事项) explained: everything that the form, the clock, the reviewers and the public page are derived from.
enum DutyPage {
    static func show(_ visit: Visit) async throws -> Response {
        guard let duty = visit.app.catalogue.duty(try visit.parameter("code")) else { throw Refusal.notFound }
        let frame = try await visit.app.database.read { try OfficeFrame(visit, $0) }
        let draft = Button(
            act: Phrase(zh: "起草一条", en: "Draft an item"),
            does: .leads(to: visit.links.office("/items/new?duty=\(duty.code)"))
        )
        let mayDraft = frame.session.actor.may(.draftItem)
        return OfficePage(frame, .duties, title: duty.name[visit.language], lead: duty.content).response(
            to: visit,
            """
            \(mayDraft ? "<p>\(draft.html(in: visit.language))</p>" : .empty)\
            \(unverified(duty, visit.language))\
            \(summary(of: duty, visit.app.catalogue, visit.language).html(in: visit.language))\
            \(fields(of: duty, visit.language).html(in: visit.language))
            """
        )
    }

    private static func unverified(_ duty: Duty, _ language: Language) -> HTML {
        guard duty.isStandard, !duty.isVerified else { return .empty }
        return Notice(
            kind: .care,
            title: Phrase(zh: "这一行尚未与标准目录的公开文本核对", en: "This row has not been checked against a published copy"),
            text: Phrase(zh: "引用前请对照原文。", en: "Compare it with the original before you cite it.")
        ).html(in: language)
    }

    private static func summary(of duty: Duty, _ catalogue: Catalogue, _ language: Language) -> SummaryList {
        let list = { (names: [Phrase]) in names.map { $0[language] }.joined(separator: language == .zh ? "、" : ", ") }
        let note = duty.limitNote.map { [HTML(text: $0[language])] } ?? []
        return SummaryList(
            rows: [
                row(zh: "代码", en: "Code", HTML(text: duty.code)),
                row(zh: "类别", en: "Matter", HTML(text: duty.matter.name[language])),
                row(zh: "公开依据", en: "Legal basis", lines(duty.basis.map { HTML(text: $0.numbered[language]) })),
                row(zh: "公开时限", en: "Time limits", lines(duty.limits.map { limit($0, duty, language) } + note)),
                row(zh: "责任科室", en: "Section", HTML(text: duty.section[language])),
                row(zh: "公开渠道", en: "Channels", HTML(text: list(duty.channels.map(\.name)))),
                row(zh: "公开对象", en: "For whom", HTML(text: duty.audience.name[language])),
                row(zh: "公开方式", en: "Mode", HTML(text: duty.mode.name[language])),
                row(zh: "公开层级", en: "Levels", HTML(text: list(duty.levels.map(\.name)))),
                row(zh: "五公开", en: "Stage", HTML(text: duty.stage.name[language])),
                row(zh: "审查意见", en: "Opinions", HTML(text: list(opinions(duty)))),
                row(zh: "公开期限", en: "Shown", HTML(text: duty.display.words(in: duty)[language])),
                row(zh: "栏目", en: "Column", HTML(text: catalogue.column(duty.column)?.name[language] ?? duty.column)),
                row(zh: "主题分类", en: "Subject", HTML.record(duty.topic, in: language)),
                row(zh: "年报表格", en: "Cell of the report", HTML(text: duty.reportCell ?? "—")),
                row(zh: "政策文件", en: "Policy document", HTML(text: policy(duty)[language])),
            ] + (bound(duty, catalogue, language).map { [$0] } ?? [])
        )
    }

    private static func bound(_ duty: Duty, _ catalogue: Catalogue, _ language: Language) -> SummaryList.Row? {
        guard let other = duty.boundTo.flatMap(catalogue.duty) else { return nil }
        let words = Phrase(
            zh: "与「\(other.name.zh)」同组织、同审签、同部署",
            en: "Prepared, signed and published with «\(other.name.en)»"
        )
        return row(zh: "同步公开", en: "Bound to", HTML(text: words[language]))
    }

    private static func row(zh: String, en: String, _ value: HTML) -> SummaryList.Row {
        SummaryList.Row(label: Phrase(zh: zh, en: en), value: value)
    }

    private static func limit(_ limit: DutyLimit, _ duty: Duty, _ language: Language) -> HTML {
        let condition = limit.condition?.words(in: duty)
        let only = condition.map { Phrase(zh: "（仅当\($0.zh)）", en: " (only when \($0.en))")[language] } ?? ""
        return """
            \(limit.words(in: duty)[language])\(only)<br><span class="quiet small">\(limit.basis.numbered[language])</span>
            """
    }

    private static func opinions(_ duty: Duty) -> [Phrase] {
        let asked = duty.opinions.map { needed -> Phrase in
            let name = needed.kind.name
            guard let condition = needed.condition?.words(in: duty) else { return name }
            return Phrase(zh: "\(name.zh)（\(condition.zh)时）", en: "\(name.en) (when \(condition.en))")
        }
        return [OpinionKind.secrecy.name] + asked + [OpinionKind.signOff.name]
    }

    private static func policy(_ duty: Duty) -> Phrase {
        guard duty.policyDocument else { return Phrase(zh: "否", en: "No") }
        let words = Phrase(zh: "是：拟不公开的先送公开机构审核", en: "Yes: not open only after the disclosure office")
        guard duty.needsInterpretation else { return words }
        return Phrase(zh: words.zh + "；须与解读一起公开", en: words.en + "; published with an interpretation")
    }

    private static func lines(_ lines: [HTML]) -> HTML { lines.joined(by: "<br>") }

    private static func fields(of duty: Duty, _ language: Language) -> DataTable {
        DataTable(
            caption: Phrase(zh: "内容要素", en: "Content elements"),
            columns: [
                .init(label: Phrase(zh: "名称", en: "Name")),
                .init(label: Phrase(zh: "类型", en: "Type")),
                .init(label: Phrase(zh: "必填", en: "Required")),
                .init(label: Phrase(zh: "公开", en: "Published")),
            ],
            rows: duty.allFields.map { field in
                [
                    .text(field.name[language]), .text(field.type.words[language]), required(field, duty, language),
                    .text((field.showing.words ?? Phrase(zh: "公开", en: "yes"))[language]),
                ]
            },
            id: "fields"
        )
    }

    private static func required(_ field: Field, _ duty: Duty, _ language: Language) -> DataTable.Cell {
        switch field.required {
        case .never: .blank
        case .always: .text(Phrase(zh: "必填", en: "yes")[language])
        case .when(let condition):
            .text(
                Phrase(zh: condition.words(in: duty).zh + "时", en: "when " + condition.words(in: duty).en)[language]
            )
        }
    }
}
