import Disclosure
import Html
import Text
import Web

/// The form of a kind of case, made of its procedure: who asks, what is asked, consent, and the question against robots.
struct AskForm: Sendable {
    static let consent = "consent"
    static let notices = "notices"

    var visit: Visit
    var agency: Agency
    var procedure: Procedure
    var problems: [FieldProblem] = []
    /// Why it was not taken, whatever it says.
    var refused: Phrase?
    /// Public items that may answer it; nil before anybody looked.
    var similar: ItemRows?

    var html: HTML {
        let wrong = refused.map { Notice(kind: .wrong, title: $0, text: Self.kept).html(in: language) }
        let mistakes = ErrorSummary(mistakes: problems.map { .init(key: $0.key, message: $0.message) })
        let above: HTML = "\(optional: wrong)\(mistakes.html(in: language))\(protection)\(optional: similar.map(found))"
        guard let question = try? Challenge.fields(for: visit.form, problem: problem(Challenge.field), in: visit) else {
            return "\(above)\(outOfOrder.html(in: language))\(applicantPart)\(contentPart)"
        }
        return above
            + Form(
                action: visit.links.to("/\(agency.code)/ask/\(procedure.kind)"),
                fields: applicantPart + contentPart + consentField + question,
                buttons: buttons
            ).html(in: language)
    }

    private var language: Language { visit.language }
    private func problem(_ key: String) -> FieldProblem? { problems.first { $0.key == key } }

    static let kept = Phrase(zh: "您填写的内容都还在下面。", en: "Everything you typed is still below.")

    /// Without a key nothing can be stored safely; what was typed stays on the page.
    private var outOfOrder: Notice {
        Notice(
            kind: .wrong,
            title: Phrase(zh: "现在不能在网上提交", en: "Nothing can be filed online at the moment"),
            text: Phrase(
                zh: "请稍后再试，或者当面、邮寄提交；您填写的内容还在下面，可以复制保存。",
                en: "Try later, or bring or post it. What you typed is below and can be copied."
            )
        )
    }

    private var buttons: [Button] {
        let send = Button(act: Phrase(zh: "提交", en: "Send it"), does: .sends(name: "do", value: "send"))
        guard procedure.asksForInformation else { return [send] }
        return [
            send,
            Button(
                act: Phrase(zh: "先查一查是否已经公开", en: "See first whether it is public already"),
                weight: .second,
                does: .sends(name: "do", value: "look")
            ),
        ]
    }

    // MARK: Who may see it

    /// Informants are told before they type who will know of them (安全生产法 art 73).
    private var protection: HTML {
        guard procedure.protects == .informant else { return .empty }
        return Notice(
            kind: .care,
            title: Phrase(zh: "可以不留姓名和联系方式", en: "You need not give your name or contact"),
            text: Phrase(
                zh: "您留下的姓名和联系方式加密保存，只有承办这件举报的一名工作人员可以查看，每次查看都有记录；局领导、管理员和审计人员都看不到。不留联系方式的，凭查询码也可以查看进度。",
                en:
                    "What you give is kept encrypted. Only the one officer of this report can read it, and each reading is recorded; directors, administrators and auditors cannot. Without a contact you can follow the report with the code alone."
            )
        ).html(in: language)
    }

    // MARK: Fields

    private var applicantPart: HTML {
        let isOpen = procedure.applicant == .anonymous
        return Fieldset(
            legend: isOpen
                ? Phrase(zh: "您的信息（可以不填）", en: "About you (optional)") : Phrase(zh: "申请人", en: "Who asks"),
            fields: ApplicantFields(rule: procedure.applicant).all.map { field in
                field.html(
                    in: language,
                    value: .text(
                        visit.form[field.key] ?? (field.key == "kind" ? Applicant.Class.natural.rawValue : "")
                    ),
                    error: problem(field.key)?.message
                )
            }.joined() + noticesField
        ).html(in: language)
    }

    /// Notices are the applicant's own choice, apart from the consent that filing needs (个人信息保护法 art 14).
    private var noticesField: HTML {
        guard visit.app.settings.mail != nil, procedure.allowsNotices else { return .empty }
        return FormField(
            key: Self.notices,
            label: Phrase(zh: "邮件提醒（可以不选）", en: "Notices by e-mail (optional)"),
            control: .checkboxes([
                FieldChoice(
                    value: "yes",
                    label: Phrase(
                        zh: "办件有新进展时发邮件到上面的电子邮箱；邮件只有办件编号，没有姓名和内容，随时可以停止",
                        en:
                            "Write to the e-mail above when there is news. The message has the number of the case, no name and no content; it can be stopped at any time"
                    )
                )
            ])
        ).html(in: language, value: .choices(visit.form.all(Self.notices)))
    }

    private var contentPart: HTML {
        let typed = visit.form.joined
        return Fieldset(
            legend: procedure.name,
            fields: procedure.fields.map { field in
                field.formField(among: procedure.fields).html(
                    in: language,
                    value: field.formValue(of: typed, addsRow: false),
                    error: problem(field.key)?.message
                )
            }.joined()
        ).html(in: language)
    }

    /// What is done with personal data, for how long, and who sees it (个人信息保护法 arts 13, 17).
    private var consentField: HTML {
        let readers =
            procedure.protects == .informant
            ? Phrase(zh: "只有这件举报的承办人", en: "only the officer of this report")
            : Phrase(zh: "只有办理人员", en: "only those who handle it")
        return FormField(
            key: Self.consent,
            label: Phrase(zh: "个人信息处理", en: "Your personal data"),
            isRequired: true,
            control: .checkboxes([
                FieldChoice(
                    value: "yes",
                    label: Phrase(
                        zh:
                            "我同意\(agency.name.zh)为办理这件事项处理我填写的内容；内容加密保存，\(readers.zh)可以查看我的身份和联系方式，办结\(procedure.keepsYears)年后删除",
                        en:
                            "I agree that \(agency.name.en) uses what I write to handle this matter. It is kept encrypted, \(readers.en) may see who I am, and it is erased \(procedure.keepsYears) years after the end"
                    )
                )
            ])
        ).html(
            in: language,
            value: .choices(visit.form.all(Self.consent)),
            error: problem(Self.consent)?.message
        )
    }

    // MARK: Already public

    private func found(_ rows: ItemRows) -> HTML {
        guard !rows.items.isEmpty else {
            return Notice(
                title: Phrase(zh: "没有找到已经公开的相近信息", en: "Nothing similar is public yet"),
                text: Phrase(zh: "请继续填写并提交申请。", en: "Please go on with your request.")
            ).html(in: language)
        }
        let heading = Phrase(zh: "这些已经公开，可能就是您要的", en: "These are public already; one may be what you want")
        let on = Phrase(zh: "如果都不是，请继续填写并提交。", en: "If none is, please go on and send your request.")
        return """
            <section class="block"><h2>\(heading[language])</h2>\(rows.list(of: agency, visit).html(in: language))\
            <p>\(on[language])</p></section>
            """
    }
}

extension Procedure {
    /// Whether what is asked for may be public already.
    var asksForInformation: Bool { kind == "request" }
}

/// The part of a form that says who asks, no more of it than the procedure needs (个人信息保护法 art 6).
struct ApplicantFields: Sendable {
    var rule: Procedure.ApplicantRule

    var all: [FormField] {
        switch rule {
        case .identified: [kind, name, identity] + contacts + [agent]
        case .named: [kind, name] + contacts + [agent]
        case .anonymous: [name] + contacts.dropLast()
        }
    }

    /// What was typed.
    static func applicant(in form: FormFields) -> Applicant {
        Applicant(
            kind: Applicant.Class(rawValue: form.text("kind")) ?? .natural,
            name: form.text("name"),
            identity: form.text("identity"),
            telephone: form.text("telephone"),
            email: form.text("email"),
            address: form.text("address"),
            agent: form.text("agent")
        )
    }

    private var isNeeded: Bool { rule != .anonymous }

    private var kind: FormField {
        FormField(
            key: "kind",
            label: Phrase(zh: "申请人类别", en: "You ask as"),
            isRequired: true,
            control: .select(Applicant.Class.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
    }

    private var name: FormField {
        FormField(
            key: "name",
            label: Phrase(zh: "姓名或者单位名称", en: "Name of the person or organisation"),
            isRequired: isNeeded,
            control: .text(TextEntry(autocomplete: "name", longest: 200))
        )
    }

    private var identity: FormField {
        FormField(
            key: "identity",
            label: Phrase(zh: "证件号码", en: "Proof of identity"),
            hint: Phrase(
                zh: "个人填身份证号，单位填统一社会信用代码（《政府信息公开条例》第二十九条）。",
                en: "The identity number of a person, the credit code of an organisation (Regulations, art 29)."
            ),
            isRequired: true,
            control: .text(TextEntry(longest: 200))
        )
    }

    private var contacts: [FormField] {
        [
            FormField(
                key: "telephone",
                label: Phrase(zh: "联系电话", en: "Telephone"),
                hint: isNeeded
                    ? Phrase(
                        zh: "电话、电子邮箱、通信地址至少填一种。查询进度时要核对电话或者邮箱。",
                        en:
                            "Give at least one of telephone, e-mail and address. To follow the case you name telephone or e-mail."
                    ) : Phrase(zh: "填了的，查询进度时要核对。", en: "If you give it, you name it to follow the case."),
                control: .text(TextEntry(kind: .telephone, autocomplete: "tel", longest: 200))
            ),
            FormField(
                key: "email",
                label: Phrase(zh: "电子邮箱", en: "E-mail"),
                control: .text(TextEntry(kind: .email, autocomplete: "email", longest: 200))
            ),
            FormField(
                key: "address",
                label: Phrase(zh: "通信地址", en: "Postal address"),
                control: .text(TextEntry(autocomplete: "street-address", longest: 200))
            ),
        ]
    }

    private var agent: FormField {
        FormField(
            key: "agent",
            label: Phrase(zh: "代理人或者联系人", en: "Agent or contact person"),
            hint: Phrase(
                zh: "单位申请的填联系人；由他人代为申请的填代理人姓名。",
                en: "The contact of an organisation, or who asks in your place."
            ),
            control: .text(TextEntry(longest: 200))
        )
    }
}
