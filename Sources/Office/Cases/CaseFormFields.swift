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
        case "events": return try app.procedure(of: file).event(steps.last ?? "").map(event) ?? []
        case "assignment":
            let officers = try tx.people.caseOfficers(of: frame.agency.id)
            return assignment(officers, try tx.agencies.sections(of: frame.agency.id))
        default: return [message, note]
        }
    }
}
