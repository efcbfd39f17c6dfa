import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Lines of a preview or of a result.
struct BulkLines: Sendable {
    var lines: [BulkLine]
    var subjects: [String: BulkSubject]
    var isPreview = false
    var visit: Visit

    func html() -> HTML {
        let language = visit.language
        let yes =
            isPreview ? Phrase(zh: "将办理", en: "will be done") : Phrase(zh: "已办理", en: "done")
        let no = isPreview ? Phrase(zh: "不能办理", en: "cannot be done") : Phrase(zh: "未办理", en: "not done")
        return DataTable(
            caption: Phrase(zh: "共 \(lines.count) 条", en: "\(lines.count) of them"),
            columns: [
                .init(label: Phrase(zh: "哪一条", en: "Which")), .init(label: Phrase(zh: "结果", en: "Result")),
                .init(label: Phrase(zh: "说明", en: "What exactly")),
            ],
            rows: lines.map { line in
                [
                    subjects[line.subject].map { .link($0.name, url: $0.address) } ?? .text(line.subject),
                    .markup(Tag(kind: line.isDone ? .onTime : .late, word: line.isDone ? yes : no).html(in: language)),
                    .text(line.words[language]),
                ]
            },
            id: "bulk"
        ).html(in: language)
    }
}

extension [BulkChoice] {
    /// What a confirmed preview chose: id and what was seen, with a dot between them.
    static func chosen(_ form: FormFields) -> [BulkChoice] {
        form.all("chosen").compactMap { text in
            let parts = text.split(separator: ".")
            return parts.count == 2 ? BulkChoice(subject: String(parts[0]), seen: String(parts[1])) : nil
        }
    }
}

/// What an act on several things is called on its pages, and where each of them is.
struct BulkSubject: Sendable {
    var name: String
    var address: String
}

extension [BulkLine] {
    /// Items by their titles.
    func titles(in agency: ID<Agency>, _ tx: any SQLConnection, _ visit: Visit) throws -> [String: BulkSubject] {
        let titles = try tx.items.titles(of: Set(map { ID($0.subject) }), in: agency)
        return Dictionary(
            titles.map { ($0.key.text, BulkSubject(name: $0.value, address: visit.links.officeItem($0.key.text))) }
        ) { first, _ in first }
    }
}

/// What was done, for whoever did it.
enum BulkResults {
    static func page(
        _ visit: Visit,
        _ area: OfficeArea,
        subjects: @Sendable @escaping ([BulkLine], ID<Agency>, any SQLConnection) throws -> [String: BulkSubject]
    ) async throws -> Response {
        let id = ID<Bulk>(try visit.parameter("id"))
        let actor = try visit.actor()
        let (frame, lines, subjects) = try await visit.app.database.read { tx in
            guard let lines = try tx.bulk.results(of: id, by: actor) else { throw Refusal.notFound }
            return (try OfficeFrame(visit, tx), lines, try subjects(lines, actor.agency, tx))
        }
        let done = lines.count(where: \.isDone)
        let left = lines.count - done
        return OfficePage(
            frame,
            area,
            title: Phrase(zh: "批量办理结果", en: "What was done")[visit.language]
        ).response(
            to: visit,
            """
            \(Notice(
                kind: left == 0 ? .done : .care,
                title: Phrase(
                    zh: "已办理 \(done) 条" + (left == 0 ? "" : "，未办理 \(left) 条"),
                    en: "\(done) done" + (left == 0 ? "" : ", \(left) not done")
                )
            ).html(in: visit.language))\(BulkLines(lines: lines, subjects: subjects, visit: visit).html())
            """
        )
    }
}

/// The form under a preview: it sends what was previewed and can be done.
struct BulkConfirmation<Doing: BulkAct>: Sendable {
    var run: BulkRun<Doing>
    var open: [BulkLine]
    /// Names of the fields that say what is done.
    var kept: [String]
    var path: String
    var visit: Visit

    func html(back: String) -> HTML {
        let back = Button(act: Phrase(zh: "返回", en: "Back"), weight: .second, does: .leads(to: back))
        guard !open.isEmpty else { return "<div class=\"buttons\">\(back.html(in: visit.language))</div>" }
        let kept = kept.compactMap { name in visit.form[name].map { HiddenField(name: name, value: $0) } }
        let doable = Set(open.map(\.subject))
        let chosen = run.choices.filter { doable.contains($0.subject) }.map { choice in
            HiddenField(name: "chosen", value: "\(choice.subject).\(choice.seen)")
        }
        let confirm = Button(act: Phrase(zh: "确认办理这 \(open.count) 条", en: "Confirm for these \(open.count)"))
        return Form(
            action: visit.links.office("\(path)/run"),
            hidden: [visit.formToken, HiddenField(name: "bulk", value: run.id.text)] + kept + chosen,
            fields: .empty,
            buttons: [confirm, back]
        ).html(in: visit.language)
    }
}
