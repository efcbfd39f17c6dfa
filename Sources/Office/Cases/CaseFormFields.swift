import Civil
import Database
import Disclosure
import Text
import Web

/// The fields of the forms of a case page: for the forms, and for a page that names what was typed into one.
enum CaseFormFields {
    /// What an event asks, and its day.
    static func event(_ rule: Procedure.Event) -> [FormField] {
        let prefix = CaseEventForms.prefix(rule.key)
        let day = FormField(
            key: prefix + CaseEventForms.day,
            label: Phrase(zh: "发生日期", en: "It happened on"),
            hint: Phrase(zh: "时限按这一天计算。", en: "The clocks count by it."),
            isRequired: true,
            control: .date
        )
        return rule.questions.map { $0.formField(among: rule.questions, prefix: prefix) } + [day]
    }

    /// Whether the cases that go with this one are meant too.
    static func merged(_ rule: Procedure.Event, _ others: [CaseFile]) -> FormField {
        let numbers = others.map(\.number).joined(separator: "、")
        return FormField(
            key: CaseEventForms.prefix(rule.key) + CaseEventForms.forMerged,
            label: Phrase(zh: "并案", en: "Handled together"),
            control: .checkboxes([
                FieldChoice(
                    value: CaseEventForms.forMerged,
                    label: Phrase(zh: "并案的办件一并登记：\(numbers)", en: "Record it on the cases that go with it: \(numbers)")
                )
            ])
        )
    }

    static func assignment(_ officers: [Person], _ sections: [Section]) -> [FormField] {
        [
            FormField(
                key: "officer",
                label: Phrase(zh: "办件人员", en: "Officer"),
                control: .select(
                    officers.map { FieldChoice(value: $0.id.text, label: Phrase(zh: $0.name, en: $0.name)) }
                )
            ),
            FormField(
                key: "section",
                label: Phrase(zh: "科室", en: "Section"),
                control: .select(sections.map { FieldChoice(value: $0.id.text, label: $0.name) })
            ),
            FormField(
                key: "assign_reason",
                label: Phrase(zh: "理由", en: "Reason"),
                hint: Phrase(zh: "改派时请写明。", en: "Say why where it changes hands."),
                control: .longText(lines: 2, longest: 500)
            ),
        ]
    }

    static let merge = [
        FormField(
            key: "lead",
            label: Phrase(zh: "并入哪一件（编号）", en: "With which case (number)"),
            hint: Phrase(
                zh: "同一种类的在办件，例如〔2024〕依申请3号。并案后各件仍单独编号、单独计时、单独统计。",
                en: "An open case of the same kind, such as 〔2024〕依申请3号. Each keeps its number, clock and count."
            ),
            isRequired: true,
            control: .text(TextEntry(longest: 60, isShort: true))
        ),
        FormField(
            key: "merge_reason",
            label: Phrase(zh: "理由", en: "Reason"),
            isRequired: true,
            control: .longText(lines: 2, longest: 500)
        ),
    ]

    static let split = [
        FormField(
            key: "kept",
            label: Phrase(zh: "本件继续办理的事项", en: "The matter of this case"),
            isRequired: true,
            control: .longText(lines: 2, longest: 500)
        ),
        FormField(
            key: "matters",
            label: Phrase(zh: "另立的事项，每行一个", en: "The other matters, one to a line"),
            hint: Phrase(
                zh: "每行成为同一申请人的一件新办件，收到日期不变，单独编号、计时和统计；申请人在本件的页面上能看到它们。",
                en:
                    "Each line becomes a case of the same applicant, received on the same day, with its own number, clock and count; the applicant finds them on the page of this one."
            ),
            isRequired: true,
            control: .longText(lines: 4, longest: 3_000)
        ),
    ]

    static let message = FormField(
        key: "message",
        label: Phrase(zh: "给申请人的话", en: "To the applicant"),
        hint: Phrase(zh: "申请人用查询码可以看到；不影响时限。", en: "The applicant sees it with the query code; it moves no clock."),
        isRequired: true,
        control: .longText(lines: 3, longest: SendMessage.longest)
    )

    static let note = FormField(
        key: "note_text",
        label: Phrase(zh: "内部备注", en: "Note for the office"),
        hint: Phrase(zh: "只有本机关工作人员能看到。", en: "Only the office sees it."),
        isRequired: true,
        control: .longText(lines: 3, longest: SendMessage.longest)
    )

    /// The fields of the form that goes to an address under `/office/cases`; none where it is another.
    static func all(
        at path: String,
        _ typed: FormFields,
        _ frame: OfficeFrame,
        _ app: App,
        _ tx: any SQLConnection
    ) throws -> [FormField] {
        let steps = path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        guard steps.count > 3, steps[1] == "cases" else { return [] }
        let today = app.now().date
        if steps[2] == "new" {
            let day = CivilDate.read(typed.text(CaseIntakeForm.Key.received)).map { min($0, today) } ?? today
            let procedure = app.procedures.inForce(steps[3], on: day) ?? app.procedures.inForce(steps[3], on: today)
            return procedure.map { CaseIntakeForm(procedure: $0).all } ?? []
        }
        guard let file = try tx.cases.find(ID(steps[2])), file.agency == frame.agency.id else { return [] }
        switch steps[3] {
        case "events":
            guard let rule = try app.procedure(of: file).event(steps.last ?? "") else { return [] }
            return event(rule) + [merged(rule, try tx.cases.related(to: file.id).merged.filter(\.isOpen))]
        case "assignment":
            let officers = try tx.people.caseOfficers(of: frame.agency.id)
            return assignment(officers, try tx.agencies.sections(of: frame.agency.id))
        case CaseForms.merge: return merge
        case CaseForms.split: return split
        default: return [message, note]
        }
    }
}
