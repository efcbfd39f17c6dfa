import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// One act on several cases: choose, preview what happens to each, confirm, read what was done; without scripts.
enum CaseBulkPages {
    static let path = "/cases/bulk"
    static let name = Phrase(zh: "批量办理", en: "Several at once")

    static func choose(_ visit: Visit) async throws -> Response {
        try await CaseBulkChoicePage(visit, FilledForm(language: visit.language)).page()
    }

    static func preview(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        let (act, files) = (CaseBulkKind(visit.form, visit.app), visit.form.all("case"))
        let (doing, problems) = act.act(visit.form)
        let missing = files.isEmpty ? [FieldProblem("case", zh: "请勾选办件", en: "Choose cases")] : []
        guard let doing, problems.isEmpty, missing.isEmpty else {
            let refused = try Refused(.invalid(missing + problems))
            let filled = FilledForm(typed: visit.form, refused: refused, language: visit.language)
            return try await CaseBulkChoicePage(visit, filled).page()
        }
        let choices = try await visit.app.database.read { tx in
            try files.prefix(doing.most).compactMap { id -> BulkChoice? in
                guard let file = try tx.cases.find(ID(id)), file.agency == actor.agency else { return nil }
                return BulkChoice(subject: id, seen: String(file.events))
            }
        }
        let run = BulkRun(id: visit.app.newID(), act: doing, choices: choices, actor: actor)
        let lines = try await run.preview(in: visit.app)
        let (frame, subjects) = try await visit.app.database.read { tx in
            (try OfficeFrame(visit, tx), try lines.numbers(in: actor.agency, tx, visit))
        }
        let confirmation = BulkConfirmation(
            run: run,
            open: lines.filter(\.isDone),
            kept: [CaseBulkKind.key, "officer", "section", "reason"],
            path: path,
            visit: visit
        )
        return OfficePage(
            frame,
            .cases,
            title: Phrase(zh: "预览：\(act.name.zh)", en: "Preview: \(act.name.en)")[visit.language],
            lead: Phrase(zh: "还没有办理。请核对每一件，再确认。", en: "Nothing has been done yet. Look at each, then confirm.")
        ).response(
            to: visit,
            """
            \(BulkLines(lines: lines, subjects: subjects, isPreview: true, visit: visit).html())\
            \(confirmation.html(back: act.address(visit)))
            """
        )
    }

    static func run(_ visit: Visit) async throws -> Response {
        let (doing, problems) = CaseBulkKind(visit.form, visit.app).act(visit.form)
        guard let doing, problems.isEmpty else { throw Refusal.invalid(problems) }
        let run = BulkRun(
            id: ID(visit.form.text("bulk")),
            act: doing,
            choices: .chosen(visit.form),
            actor: try visit.actor()
        )
        try await run.run(in: visit.app)
        return .seeOther(visit.links.office("\(path)/\(run.id)"))
    }

    static func results(_ visit: Visit) async throws -> Response {
        try await BulkResults.page(visit, .cases) { lines, agency, tx in
            try lines.numbers(in: agency, tx, visit)
        }
    }
}

extension [BulkLine] {
    /// Cases by their numbers.
    fileprivate func numbers(in agency: ID<Agency>, _ tx: any SQLConnection, _ visit: Visit) throws
        -> [String: BulkSubject]
    {
        let numbers = try tx.cases.numbers(of: Set(map { ID($0.subject) }), in: agency)
        return Dictionary(
            numbers.map { ($0.key.text, BulkSubject(name: $0.value, address: visit.links.office("/cases/\($0.key)"))) }
        ) { first, _ in first }
    }
}

/// What is done to several cases: they are assigned, or an event that asks nothing is recorded on each.
enum CaseBulkKind: Sendable, Hashable {
    /// The field that says it: `assign`, or a kind and an event such as `request.confirm`.
    static let key = "act"

    case assign
    case event(kind: Procedure, Procedure.Event)

    init(_ form: FormFields, _ app: App) {
        let parts = form.text(Self.key).split(separator: ".").map(String.init)
        guard parts.count == 2,
            let procedure = app.procedures.kinds(on: app.now().date).first(where: { $0.kind == parts[0] }),
            let event = Self.events(of: procedure).first(where: { $0.key == parts[1] })
        else {
            self = .assign
            return
        }
        self = .event(kind: procedure, event)
    }

    /// Every one that there is today.
    static func all(_ app: App) -> [CaseBulkKind] {
        [.assign]
            + app.procedures.kinds(on: app.now().date).flatMap { procedure in
                events(of: procedure).map { .event(kind: procedure, $0) }
            }
    }

    /// What an officer may record on several at once.
    ///
    /// Cases of informants are opened one by one, by their officer.
    private static func events(of procedure: Procedure) -> [Procedure.Event] {
        procedure.protects == .informant
            ? [] : procedure.events.filter { $0.by.contains(.officer) && $0.asksNothing && $0.after == nil }
    }

    var code: String {
        switch self {
        case .assign: "assign"
        case .event(let procedure, let event): "\(procedure.kind).\(event.key)"
        }
    }

    var name: Phrase {
        switch self {
        case .assign: Phrase(zh: "分办", en: "Assign")
        case .event(let procedure, let event):
            Phrase(zh: "\(procedure.name.zh)：\(event.name.zh)", en: "\(procedure.name.en): \(event.name.en)")
        }
    }

    func address(_ visit: Visit) -> String {
        visit.links.office(CaseBulkPages.path) + "?\(Self.key)=\(queryEncoded(code))"
    }

    /// The act as the form says it, and what is missing.
    func act(_ form: FormFields) -> (CaseBulkAct?, [FieldProblem]) {
        switch self {
        case .event(_, let event): return (.record(event: event.key), [])
        case .assign:
            let (section, officer) = (form.text("section"), form.text("officer"))
            guard !section.isEmpty || !officer.isEmpty else {
                return (nil, [FieldProblem("officer", zh: "请选择办件人员或者科室", en: "Choose an officer or a section")])
            }
            return (
                .assign(
                    section: section.isEmpty ? nil : ID(section),
                    officer: officer.isEmpty ? nil : ID(officer),
                    reason: form.text("reason")
                ), []
            )
        }
    }
}
