import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// A refused request looked at again (条例 art 18): how it ended, what was found before, and the new assessment.
enum CaseAssessmentPage {
    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func assess(_ visit: Visit) async throws -> Response {
        let id = ID<CaseFile>(try visit.parameter("id"))
        let outcome = RefusalReview.Outcome(rawValue: visit.form.text("outcome"))
        let assess = AssessCase(id, outcome: outcome, reason: visit.form.text("reason"), actor: try visit.actor())
        do {
            _ = try await assess.run(in: visit.app)
            // What may be opened now is written up as an item of its own.
            return .seeOther(
                outcome == .open
                    ? visit.links.office("/duties")
                    : visit.links.office("/cases/\(id)/assessment", did: .assessed)
            )
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    private struct Reading: Sendable {
        var frame: OfficeFrame
        var file: CaseFile
        var outcome: Phrase?
        var due: CivilDate?
        var past: [RefusalReview.Assessment]
        var names: [ID<Person>: String]
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let id = ID<CaseFile>(try visit.parameter("id"))
        let reading = try await visit.app.database.read { [app = visit.app] tx in
            let frame = try OfficeFrame(visit, tx)
            let file = try tx.cases.require(id, of: frame.agency.id)
            let past = try tx.caseReviews.assessments(of: id)
            return Reading(
                frame: frame,
                file: file,
                outcome: try file.outcome.flatMap { try app.procedure(of: file).outcome($0)?.name },
                due: try tx.caseReviews.date(of: id),
                past: past,
                names: try tx.people.names(of: Set(past.map(\.person)))
            )
        }
        let language = visit.language
        return OfficePage(
            reading.frame,
            .cases,
            title: Phrase(zh: "再次评估", en: "Assess again")[language],
            lead: Phrase(
                zh: "行政机关对不予公开的信息定期评估，情况变化的及时公开（条例第十八条）。",
                en:
                    "What is not open is assessed again from time to time, and opened when things have changed (条例 art 18)."
            ),
            steps: [.init(label: reading.file.number, url: visit.links.office("/cases/\(id)"))],
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            """
            \(Done.notice(visit))\(filled.summary)\(facts(reading, language))\(history(reading, language))\
            \(reading.due == nil ? .empty : fields(id, filled, visit))
            """,
            status: filled.status
        )
    }

    private static func facts(_ reading: Reading, _ language: Language) -> HTML {
        var rows: [SummaryList.Row] = []
        if let outcome = reading.outcome {
            rows.append(.init(label: Phrase(zh: "办理结果", en: "Outcome"), value: HTML(text: outcome[language])))
        }
        if let closed = reading.file.closedOn {
            rows.append(.init(label: Phrase(zh: "办结日期", en: "Closed"), value: closed.element(in: language)))
        }
        let due =
            reading.due.map {
                Phrase(zh: "下次评估日期：\($0.chinese)", en: "To be assessed on \($0.english)")
            } ?? Phrase(zh: "这件办件不需要再次评估", en: "This case is not to be assessed again")
        return Notice(title: due).html(in: language) + SummaryList(rows: rows).html(in: language)
    }

    private static func history(_ reading: Reading, _ language: Language) -> HTML {
        guard !reading.past.isEmpty else { return .empty }
        let lines = reading.past.map { one -> HTML in
            """
            <li>\(one.at.date.element(in: language)) <b>\(one.outcome.name[language])</b> \
            \(HTML.record(one.reason, in: language)) <span class="quiet">\(reading.names[one.person] ?? "—")</span></li>
            """
        }
        return PagePart(Phrase(zh: "以往评估", en: "Earlier assessments"), "<ul class=\"ruled\">\(lines)</ul>").html(
            in: language
        )
    }

    private static func fields(_ id: ID<CaseFile>, _ filled: FilledForm, _ visit: Visit) -> HTML {
        let outcome = FormField(
            key: "outcome",
            label: Phrase(zh: "评估结果", en: "Outcome"),
            isRequired: true,
            control: .radios(RefusalReview.Outcome.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
        )
        let reason = FormField(
            key: "reason",
            label: Phrase(zh: "理由", en: "Reason"),
            hint: Phrase(
                zh: "仍不予公开的，一年后再次提醒；可以公开的，下一步选择公开事项起草信息。请不要写申请人的信息。",
                en:
                    "Still closed, it comes up again in a year; to be opened, an item is drafted next. Write nothing of who asked."
            ),
            isRequired: true,
            control: .longText(lines: 4, longest: 1_000)
        )
        return Form(
            action: visit.links.office("/cases/\(id)/assessment"),
            hidden: [visit.formToken],
            fields: filled.field(outcome) + filled.field(reason),
            buttons: [Button(act: Phrase(zh: "记录评估", en: "Record the assessment"))]
        ).html(in: visit.language)
    }
}
