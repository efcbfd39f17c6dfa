import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// A clerk enters a case that came by letter, fax or telephone, at the counter or a reading point.
enum CaseIntake {
    /// Which kind of case it is.
    static func choose(_ visit: Visit) async throws -> Response {
        let frame = try await visit.app.database.read { try OfficeFrame(visit, $0) }
        let language = visit.language
        let kinds = visit.app.procedures.kinds(on: visit.app.now().date).filter { !channels($0).isEmpty }
        let rows = kinds.map { procedure in
            SummaryList.Row(
                label: procedure.name,
                value: """
                    <a href="\(url: visit.links.office("/cases/new/\(procedure.kind)"))">\
                    \(Phrase(zh: "登记", en: "Enter one")[language])</a><br>\(procedure.purpose[language])
                    """
            )
        }
        return OfficePage(frame, .cases, title: title[language]).response(
            to: visit,
            SummaryList(rows: rows).html(in: language)
        )
    }

    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func file(_ visit: Visit) async throws -> Response {
        let typed = visit.form
        let actor = try visit.actor()
        do {
            var problems: [FieldProblem] = []
            let channel = IntakeChannel(rawValue: typed.text(Key.channel))
            if channel == nil {
                problems.append(FieldProblem(Key.channel, zh: "请选择来件方式", en: "Choose how it came"))
            }
            let day = CivilDate.read(typed.text(Key.received))
            if day == nil {
                problems.append(
                    FieldProblem(Key.received, zh: "请填写收到日期，例如 2024-03-08", en: "Enter the day, such as 2024-03-08")
                )
            }
            guard let channel, let day else { throw Refusal.invalid(problems) }
            let filed = try await FileCase(
                agency: actor.agency,
                kind: try visit.parameter("kind"),
                channel: channel,
                applicant: Applicant(typed: typed),
                typed: typed.joined,
                receivedOn: day,
                actor: actor
            ).run(in: visit.app)
            return try await done(visit, filed)
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: typed, refused: refused, language: visit.language))
        }
    }

    /// Names of fields that do not belong to a procedure.
    private enum Key {
        static let channel = "channel"
        static let received = "received-on"
        static let applicantKind = "applicant-kind"
    }

    private static let title = Phrase(zh: "登记办件", en: "Enter a case")

    /// The site's own form is not the clerk's.
    private static func channels(_ procedure: Procedure) -> [IntakeChannel] {
        procedure.intake.map(\.channel).filter { $0 != .portal }
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let today = visit.app.now().date
        let kind = try visit.parameter("kind")
        let day = CivilDate.read(filled.typed.text(Key.received)).map { min($0, today) } ?? today
        guard let procedure = visit.app.procedures.inForce(kind, on: day), !channels(procedure).isEmpty else {
            throw Refusal.notFound
        }
        let frame = try await visit.app.database.read { try OfficeFrame(visit, $0) }
        let language = visit.language
        let form = Form(
            action: visit.links.office("/cases/new/\(kind)"),
            hidden: [visit.formToken],
            fields: arrival(procedure, filled, today) + asked(procedure, filled) + applicant(procedure, filled),
            buttons: [Button(act: title)]
        )
        return OfficePage(
            frame,
            .cases,
            title: "\(title[language])\(language == .zh ? "：" : ": ")\(procedure.name[language])",
            crumb: procedure.name[language],
            lead: procedure.purpose,
            steps: [.init(label: title[language], url: visit.links.office("/cases/new"))],
            hasErrors: filled.hasErrors
        ).response(to: visit, "\(filled.summary)\(form.html(in: language))", status: filled.status)
    }

    private static func arrival(_ procedure: Procedure, _ filled: FilledForm, _ today: CivilDate) -> HTML {
        let channel = FormField(
            key: Key.channel,
            label: Phrase(zh: "来件方式", en: "How it came"),
            isRequired: true,
            control: .select(channels(procedure).map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
        let received = FormField(
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
        return filled.field(channel) + filled.field(received, otherwise: today.iso)
    }

    private static func asked(_ procedure: Procedure, _ filled: FilledForm) -> HTML {
        procedure.fields.map { filled.field($0.formField(among: procedure.fields)) }.joined()
    }

    private static func applicant(_ procedure: Procedure, _ filled: FilledForm) -> HTML {
        let needsName = procedure.applicant != .anonymous
        func line(_ key: String, _ label: Phrase, _ kind: TextEntry.Kind = .plain, _ isRequired: Bool = false) -> HTML {
            filled.field(
                FormField(
                    key: key,
                    label: label,
                    isRequired: isRequired,
                    control: .text(TextEntry(kind: kind, longest: 200))
                )
            )
        }
        let kind = FormField(
            key: Key.applicantKind,
            label: Phrase(zh: "申请人类别", en: "Kind of applicant"),
            control: .select(Applicant.Class.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
        let hint =
            procedure.protects == .informant
            ? Phrase(
                zh: "举报人信息加密保存，只有本件的办件人员能看到；可以不填。",
                en: "Encrypted; only the officer of the case sees it. May stay empty."
            )
            : Phrase(zh: "加密保存，查看会留下记录。", en: "Encrypted; whoever looks at it is written down.")
        let lines =
            filled.field(kind, otherwise: Applicant.Class.natural.rawValue)
            + line("name", Phrase(zh: "姓名或者单位名称", en: "Name"), .plain, needsName)
            + line(
                "identity",
                Phrase(zh: "证件号码（单位填统一社会信用代码）", en: "Identity number or credit code"),
                .plain,
                procedure.applicant == .identified
            ) + line("telephone", Phrase(zh: "联系电话", en: "Telephone"), .telephone)
            + line("email", Phrase(zh: "电子邮箱", en: "E-mail"), .email)
            + line("address", Phrase(zh: "通信地址", en: "Address"))
            + line("agent", Phrase(zh: "经办人或者代理人", en: "Who acts for the applicant"))
        return Fieldset(legend: Phrase(zh: "申请人", en: "Applicant"), hint: hint, fields: lines).html(in: filled.language)
    }

    /// Number and code, once: only the hash of the code is kept.
    private static func done(_ visit: Visit, _ filed: FileCase.Filed) async throws -> Response {
        let reading = try await visit.app.database.read { try CaseReading(visit, filed.file.id, $0) }
        let language = visit.language
        let notice = Notice(
            kind: .done,
            title: Phrase(zh: "已登记：\(filed.file.number)", en: "Entered as \(filed.file.number)"),
            text: Phrase(
                zh: "请现在把编号和查询码交给申请人，离开本页后查询码不再显示。",
                en: "Hand number and code to the applicant now: the code is not shown again."
            )
        )
        let rows: [SummaryList.Row] = [
            .init(label: Phrase(zh: "编号", en: "Number"), value: HTML(text: filed.file.number)),
            .init(label: Phrase(zh: "查询码", en: "Query code"), value: "<code>\(filed.code)</code>"),
            .init(
                label: Phrase(zh: "办理期限", en: "Due"),
                value: filed.file.dueOn.map { $0.element(in: language) } ?? "—"
            ),
        ]
        let open = Button(
            act: Phrase(zh: "打开办件", en: "Open the case"),
            does: .leads(to: visit.links.office("/cases/\(filed.file.id)"))
        )
        let next = Button(
            act: Phrase(zh: "再登记一件", en: "Enter another"),
            weight: .second,
            does: .leads(to: visit.links.office("/cases/new/\(filed.file.kind)"))
        )
        return OfficePage(reading.frame, .cases, title: title[language], crumb: filed.file.number).response(
            to: visit,
            """
            \(notice.html(in: language))\(SummaryList(rows: rows).html(in: language))\
            \(LikeCasesView(reading: reading, visit: visit).html(in: language))\
            <div class="buttons">\(open.html(in: language))\(next.html(in: language))</div>
            """
        )
    }
}

extension Applicant {
    /// What came from a clerk's form.
    init(typed form: FormFields) {
        self.init(
            kind: Class(rawValue: form.text("applicant-kind")) ?? .natural,
            name: form.text("name"),
            identity: form.text("identity"),
            telephone: form.text("telephone"),
            email: form.text("email"),
            address: form.text("address"),
            agent: form.text("agent")
        )
    }
}
