import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// One review, lawsuit or complaint: where it stands, how it ended, and every change of its entry.
enum RemedyPage {
    static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func close(_ visit: Visit) async throws -> Response {
        let close = CloseRemedy(
            ID(try visit.parameter("id")),
            edition: Int(visit.form.text("edition")) ?? 0,
            RemedyEnd(visit.form),
            actor: try visit.actor()
        )
        do {
            let remedy = try await close.run(in: visit.app)
            return .seeOther(visit.links.office("\(RemedyListPage.path)/\(remedy.id)", did: .ended))
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
    }

    private struct Reading: Sendable {
        var frame: OfficeFrame
        var remedy: RemedyEntry
        var changes: [RemedyChange]
        var numbers: [ID<CaseFile>: String]
        var names: [ID<Person>: String]
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let id = ID<RemedyEntry>(try visit.parameter("id"))
        let reading = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let remedy = try tx.remedies.require(id, of: frame.agency.id)
            let changes = try tx.remedies.changes(of: id)
            return Reading(
                frame: frame,
                remedy: remedy,
                changes: changes,
                numbers: try tx.cases.numbers(of: Set([remedy.caseFile].compactMap { $0 }), in: frame.agency.id),
                names: try tx.people.names(of: Set(changes.map(\.person)))
            )
        }
        let language = visit.language
        return OfficePage(
            reading.frame,
            .figures,
            title: "\(reading.remedy.kind.name[language]) \(reading.remedy.number)",
            crumb: reading.remedy.number,
            steps: [RemedyPages.step(visit)],
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            """
            \(Done.notice(visit))\(filled.summary)\(facts(reading, visit))\(acts(reading, filled, visit))\
            \(history(reading, language))
            """,
            status: filled.status
        )
    }

    private static func facts(_ reading: Reading, _ visit: Visit) -> HTML {
        let language = visit.language
        let remedy = reading.remedy
        let file = RemedyListPage.caseLink(remedy, reading.numbers, reading.frame.session.actor, visit)
        return SummaryList(rows: [
            .init(label: Phrase(zh: "种类", en: "Kind"), value: HTML(text: remedy.kind.name[language])),
            .init(label: Phrase(zh: "案号", en: "Number"), value: HTML.record(remedy.number, in: language)),
            .init(label: Phrase(zh: "事由", en: "About"), value: HTML.record(remedy.about, in: language)),
            .init(label: Phrase(zh: "办件", en: "Case"), value: file),
            .init(label: Phrase(zh: "提起日期", en: "Brought on"), value: remedy.filedOn.element(in: language)),
            .init(label: Phrase(zh: "结果", en: "Result"), value: RemedyListPage.result(remedy, language)),
        ]).html(in: language)
    }

    private static func acts(_ reading: Reading, _ filled: FilledForm, _ visit: Visit) -> HTML {
        guard reading.frame.session.actor.may(.recordRemedies) else { return .empty }
        let language = visit.language
        let address = "\(RemedyListPage.path)/\(reading.remedy.id)"
        let correct = Button(
            act: Phrase(zh: "更正登记", en: "Correct the entry"),
            weight: .second,
            does: .leads(to: visit.links.office(address + "/correction"))
        ).html(in: language)
        guard reading.remedy.isOpen else { return "<div class=\"buttons\">\(correct)</div>" }
        let form = Form(
            action: visit.links.office(address + "/end"),
            hidden: [visit.formToken, reading.remedy.seen],
            fields: RemedyFields(filled: filled).end(nil, isRequired: true),
            buttons: [Button(act: Phrase(zh: "登记结果", en: "Record its end"))]
        )
        let title = Phrase(zh: "登记结果", en: "Its end")
        return PagePart(title, form.html(in: language)).html(in: language) + "<div class=\"buttons\">\(correct)</div>"
    }

    private static func history(_ reading: Reading, _ language: Language) -> HTML {
        let title = Phrase(zh: "登记历史", en: "History")
        let table = DataTable(
            caption: title,
            columns: [
                .init(label: Phrase(zh: "时间", en: "When")), .init(label: Phrase(zh: "登记", en: "What was done")),
                .init(label: Phrase(zh: "案号", en: "Number")), .init(label: Phrase(zh: "种类", en: "Kind")),
                .init(label: Phrase(zh: "事由", en: "About")), .init(label: Phrase(zh: "结果", en: "Result")),
                .init(label: Phrase(zh: "原因", en: "Why")), .init(label: Phrase(zh: "人员", en: "Who")),
            ],
            rows: reading.changes.reversed().map { change in
                [
                    .markup(change.at.element(in: language)), .text(change.act.name[language]), .text(change.number),
                    .text(change.kind.name[language]), .text(change.about),
                    change.result.map { .text($0.name[language]) } ?? .blank,
                    change.reason.map { .text($0) } ?? .blank, .text(reading.names[change.person] ?? "—"),
                ]
            },
            id: "changes"
        )
        return PagePart(title, table.html(in: language)).html(in: language)
    }
}
