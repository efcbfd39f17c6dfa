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
        let kinds = visit.app.procedures.kinds(on: visit.app.now().date).filter { !CaseIntakeForm.channels($0).isEmpty }
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

    private typealias Key = CaseIntakeForm.Key

    private static let title = Phrase(zh: "登记办件", en: "Enter a case")

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let today = visit.app.now().date
        let kind = try visit.parameter("kind")
        let day = CivilDate.read(filled.typed.text(Key.received)).map { min($0, today) } ?? today
        let procedures = visit.app.procedures
        // A day before any procedure is a mistake, which is said on the form of today.
        let found = procedures.inForce(kind, on: day) ?? procedures.inForce(kind, on: today)
        guard let procedure = found, !CaseIntakeForm.channels(procedure).isEmpty else { throw Refusal.notFound }
        let frame = try await visit.app.database.read { try OfficeFrame(visit, $0) }
        let language = visit.language
        let drawn = CaseIntakeForm(procedure: procedure)
        let form = Form(
            action: visit.links.office("/cases/new/\(kind)"),
            hidden: [visit.formToken] + drawn.carried(filled.typed),
            fields: drawn.html(filled, today),
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
