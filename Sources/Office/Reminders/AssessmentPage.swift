import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// A refusal looked at again (条例 art 18): what it says, what was found before, and the new assessment.
enum AssessmentPage {
    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func assess(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let outcome = RefusalReview.Outcome(rawValue: visit.form.text("outcome"))
        let assess = AssessRefusal(
            item: id,
            outcome: outcome,
            reason: visit.form.text("reason"),
            actor: try visit.actor()
        )
        do {
            let item = try await assess.run(in: visit.app)
            guard outcome == .open else {
                return .seeOther(visit.links.office("/items/\(id)/assessment", did: .assessed))
            }
            return .seeOther(visit.links.office("/items/new?duty=\(item.duty)&from=\(id)"))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let (reading, due, past, names) = try await visit.app.database.read { tx in
            let reading = try ItemReading(visit, id, tx)
            let past = try tx.refusals.assessments(of: id)
            let names = try tx.people.names(of: Set(past.map(\.person)))
            return (reading, try tx.refusals.reviewDate(of: id), past, names)
        }
        try await visit.writeDownReading(of: reading.version, under: reading.duty)
        let language = visit.language
        let history = past.map { one -> HTML in
            """
            <li>\(one.at.date.element(in: language)) <b>\(one.outcome.name[language])</b> \
            \(HTML.record(one.reason, in: language)) <span class="quiet">\(names[one.person] ?? "—")</span></li>
            """
        }
        let dates = due.map { day in
            Notice(
                kind: day <= visit.app.now().date ? .care : .note,
                title: Phrase(zh: "下次评估日期：\(day.chinese)", en: "To be assessed on \(day.english)")
            ).html(in: language)
        }
        return OfficePage(
            reading.frame,
            .items,
            title: Phrase(zh: "再次评估", en: "Assess again")[language],
            lead: Phrase(
                zh: "行政机关对不予公开的信息定期评估，情况变化的及时公开（条例第十八条）。",
                en:
                    "What is not open is assessed again from time to time, and opened when things have changed (条例 art 18)."
            ),
            steps: [.init(label: reading.item.title, url: visit.links.officeItem(id.text))],
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            """
            \(Done.notice(visit))\(filled.summary)\(optional: dates)\
            \(ContentView(content: reading.version.content, duty: reading.duty, standing: .filed).html(in: language))\
            \(PagePart(
                Phrase(zh: "以往评估", en: "Earlier assessments"),
                history.isEmpty ? .empty : "<ul class=\"ruled\">\(history)</ul>"
            ).html(in: language))\(fields(id, filled, visit))
            """,
            status: filled.status
        )
    }

    private static func fields(_ id: ID<Item>, _ filled: FilledForm, _ visit: Visit) -> HTML {
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
                zh: "仍不予公开的，一年后再次提醒；可以公开的，下一步据此起草主动公开的信息。",
                en: "Still closed, it comes up again in a year; to be opened, a proactive item is drafted from it next."
            ),
            isRequired: true,
            control: .longText(lines: 4, longest: 1_000)
        )
        return Form(
            action: visit.links.office("/items/\(id)/assessment"),
            hidden: [visit.formToken],
            fields: filled.field(outcome) + filled.field(reason),
            buttons: [Button(act: Phrase(zh: "记录评估", en: "Record the assessment"))]
        ).html(in: visit.language)
    }
}
