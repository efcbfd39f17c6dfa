import Civil
import Disclosure
import Html
import Text
import Web

/// The form with which a clerk enters a case: how it came, what is asked, who asks.
struct CaseIntakeForm: Sendable {
    /// Names of fields that do not belong to a procedure.
    enum Key {
        static let channel = "channel"
        static let received = "received-on"
        static let applicantKind = "applicant-kind"
    }

    var procedure: Procedure

    /// The site's own form is not the clerk's.
    static func channels(_ procedure: Procedure) -> [IntakeChannel] {
        procedure.intake.map(\.channel).filter { $0 != .portal }
    }

    var all: [FormField] { [channel, received] + asked + applicant }

    func html(_ filled: FilledForm, _ today: CivilDate) -> HTML {
        let hint =
            procedure.protects == .informant
            ? Phrase(
                zh: "举报人信息加密保存，只有本件的办件人员能看到；可以不填。",
                en: "Encrypted; only the officer of the case sees it. May stay empty."
            )
            : Phrase(zh: "加密保存，查看会留下记录。", en: "Encrypted; whoever looks at it is written down.")
        let lines = applicant.map { field in
            filled.field(field, otherwise: field.key == Key.applicantKind ? Applicant.Class.natural.rawValue : "")
        }
        return """
            \(filled.field(channel))\(filled.field(received, otherwise: today.iso))\
            \(asked.map { filled.field($0) }.joined())\
            \(Fieldset(
                legend: Phrase(zh: "申请人", en: "Applicant"), hint: hint, fields: lines.joined()
            ).html(in: filled.language))
            """
    }

    /// What was typed into fields that the procedure of the typed day does not have: it goes along, for the day may be wrong.
    func carried(_ typed: FormFields) -> [HiddenField] {
        let own = Set(all.map(\.key) + [TypedItem.Key.token, EndedForm.field])
        return typed.fields.filter { !own.contains($0.name) }.map { HiddenField(name: $0.name, value: $0.value) }
    }

    private var channel: FormField {
        FormField(
            key: Key.channel,
            label: Phrase(zh: "来件方式", en: "How it came"),
            isRequired: true,
            control: .select(Self.channels(procedure).map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
    }

    private var received: FormField {
        FormField(
            key: Key.received,
            label: Phrase(zh: "收到日期", en: "Received on"),
            hint: Phrase(
                zh: "当面为提交之日，挂号信和快递为签收之日；平信、传真和电话为收到之日，确认后从确认之日起算。",
                en: """
                    At the counter the day of submission, by registered mail that of the signature; by plain mail, fax or \
                    telephone the day it came: the clock then runs from the confirmation.
                    """
            ),
            isRequired: true,
            control: .date
        )
    }

    private var asked: [FormField] { procedure.fields.map { $0.formField(among: procedure.fields) } }

    private var applicant: [FormField] {
        func line(_ key: String, _ label: Phrase, _ kind: TextEntry.Kind = .plain, _ isRequired: Bool = false)
            -> FormField
        {
            FormField(
                key: key,
                label: label,
                isRequired: isRequired,
                control: .text(TextEntry(kind: kind, longest: 200))
            )
        }
        let kind = FormField(
            key: Key.applicantKind,
            label: Phrase(zh: "申请人类别", en: "Kind of applicant"),
            control: .select(Applicant.Class.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
        return [
            kind,
            line("name", Phrase(zh: "姓名或者单位名称", en: "Name"), .plain, procedure.applicant != .anonymous),
            line(
                "identity",
                Phrase(zh: "证件号码（单位填统一社会信用代码）", en: "Identity number or credit code"),
                .plain,
                procedure.applicant == .identified
            ),
            line("telephone", Phrase(zh: "联系电话", en: "Telephone"), .telephone),
            line("email", Phrase(zh: "电子邮箱", en: "E-mail"), .email),
            line("address", Phrase(zh: "通信地址", en: "Address")),
            line("agent", Phrase(zh: "经办人或者代理人", en: "Who acts for the applicant")),
        ]
    }
}
