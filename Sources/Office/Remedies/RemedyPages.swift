import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The forms of the register: a new entry, and a correction.
enum RemedyPages {
    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func record(_ visit: Visit) async throws -> Response {
        do {
            let remedy = try await RecordRemedy(RemedyForm(visit.form), actor: visit.actor()).run(in: visit.app)
            return .seeOther(visit.links.office("\(RemedyListPage.path)/\(remedy.id)", did: .recorded))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let frame = try await visit.app.database.read { try OfficeFrame(visit, $0) }
        let language = visit.language
        let form = Form(
            action: visit.links.office(RemedyListPage.path),
            hidden: [visit.formToken],
            fields: RemedyFields(filled: filled).what(nil, caseNumber: visit.query.text("case")),
            buttons: [Button(act: Phrase(zh: "登记", en: "Record it"))]
        )
        return OfficePage(
            frame,
            .figures,
            title: Phrase(zh: "登记复议、诉讼或举报投诉", en: "Record a review, a lawsuit or a complaint")[language],
            steps: [step(visit)],
            hasErrors: filled.hasErrors
        ).response(to: visit, "\(filled.summary)\(form.html(in: language))", status: filled.status)
    }

    static func correctionForm(_ visit: Visit) async throws -> Response {
        try await correctionPage(visit, FilledForm(language: visit.language))
    }

    static func correct(_ visit: Visit) async throws -> Response {
        let correct = CorrectRemedy(
            ID(try visit.parameter("id")),
            edition: Int(visit.form.text("edition")) ?? 0,
            to: RemedyForm(visit.form),
            RemedyEnd(visit.form),
            reason: visit.form.text("reason"),
            actor: try visit.actor()
        )
        do {
            let remedy = try await correct.run(in: visit.app)
            return .seeOther(visit.links.office("\(RemedyListPage.path)/\(remedy.id)", did: .corrected))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            let filled = FilledForm(typed: visit.form, refused: refused, language: visit.language)
            return try await correctionPage(visit, filled)
        }
    }

    private static func correctionPage(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let id = ID<RemedyEntry>(try visit.parameter("id"))
        let (frame, remedy, number) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let remedy = try tx.remedies.require(id, of: frame.agency.id)
            return (frame, remedy, try remedy.caseFile.flatMap { try tx.cases.find($0)?.number })
        }
        let language = visit.language
        let fields = RemedyFields(filled: filled)
        let form = Form(
            action: visit.links.office("\(RemedyListPage.path)/\(id)/correction"),
            hidden: [visit.formToken, remedy.seen],
            fields: fields.what(remedy, caseNumber: number ?? "") + fields.end(remedy, isRequired: false) + fields.why,
            buttons: [Button(act: Phrase(zh: "登记更正", en: "Record the correction"))]
        )
        return OfficePage(
            frame,
            .figures,
            title: Phrase(zh: "更正登记", en: "Correct the entry")[language],
            steps: [step(visit), .init(label: remedy.number, url: visit.links.office("\(RemedyListPage.path)/\(id)"))],
            hasErrors: filled.hasErrors
        ).response(to: visit, "\(filled.summary)\(form.html(in: language))", status: filled.status)
    }

    static func step(_ visit: Visit) -> Breadcrumbs.Step {
        .init(label: RemedyListPage.name[visit.language], url: visit.links.office(RemedyListPage.path))
    }
}

extension RemedyForm {
    /// As it was typed.
    init(_ form: FormFields) {
        self.init(
            kind: form.text("kind"),
            number: form.text("number"),
            about: form.text("about"),
            caseNumber: form.text("case_number"),
            filedOn: form.text("filed_on")
        )
    }
}

extension RemedyEnd {
    /// As it was typed.
    init(_ form: FormFields) { self.init(result: form.text("result"), endedOn: form.text("ended_on")) }
}

extension RemedyEntry {
    /// Which edition the form was filled from.
    var seen: HiddenField { HiddenField(name: "edition", value: "\(edition)") }
}

/// The fields of the register.
struct RemedyFields {
    var filled: FilledForm

    static let kinds = RemedyEntry.Kind.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) }

    /// - Parameter remedy: what is corrected.
    func what(_ remedy: RemedyEntry?, caseNumber: String) -> HTML {
        let values = [
            "kind": remedy?.kind.rawValue, "number": remedy?.number, "about": remedy?.about, "case_number": caseNumber,
            "filed_on": remedy?.filedOn.iso,
        ]
        return Self.fields.map { filled.field($0, otherwise: values[$0.key].flatMap { $0 } ?? "") }.joined()
    }

    func end(_ remedy: RemedyEntry?, isRequired: Bool) -> HTML {
        let result = FormField(
            key: "result",
            label: Phrase(zh: "结果", en: "Result"),
            hint: isRequired ? nil : Phrase(zh: "尚未审结的不选", en: "Choose none where it goes on"),
            isRequired: isRequired,
            control: .select(RemedyEntry.Result.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
        let day = FormField(
            key: "ended_on",
            label: Phrase(zh: "审结日期", en: "Ended on"),
            isRequired: isRequired,
            control: .date
        )
        return filled.field(result, otherwise: remedy?.result?.rawValue ?? "")
            + filled.field(day, otherwise: remedy?.endedOn?.iso ?? "")
    }

    var why: HTML {
        filled.field(
            FormField(
                key: "reason",
                label: Phrase(zh: "更正的原因", en: "Why it is corrected"),
                isRequired: true,
                control: .longText(lines: 2, longest: ReadingForm.longest)
            )
        )
    }

    private static let fields: [FormField] = [
        FormField(key: "kind", label: Phrase(zh: "种类", en: "Kind"), isRequired: true, control: .radios(kinds)),
        FormField(
            key: "number",
            label: Phrase(zh: "案号", en: "Number"),
            hint: Phrase(
                zh: "复议机关或法院的案号；举报投诉填写收件登记号",
                en: "That of the organ or the court; of a complaint that of its receipt"
            ),
            isRequired: true,
            control: .text(TextEntry(longest: RemedyForm.longest))
        ),
        FormField(
            key: "about",
            label: Phrase(zh: "事由", en: "What it is about"),
            hint: Phrase(
                zh: "几个字即可；不要写当事人的姓名、电话等个人信息",
                en: "A few words; no names, telephone numbers or other personal data"
            ),
            isRequired: true,
            control: .text(TextEntry(longest: RemedyForm.longest))
        ),
        FormField(
            key: "case_number",
            label: Phrase(zh: "本机关办件编号", en: "Number of our case"),
            hint: Phrase(zh: "针对某件政府信息公开申请的填写，没有的留空", en: "Where it is about a request; empty where it is not"),
            control: .text(TextEntry(longest: RemedyForm.longest))
        ),
        FormField(
            key: "filed_on",
            label: Phrase(zh: "提起日期", en: "Brought on"),
            isRequired: true,
            control: .date
        ),
    ]
}
