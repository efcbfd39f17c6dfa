import Civil
import Database
import Disclosure
import HTTPTypes
import Html
import Hummingbird
import Text
import Web

/// One act on several items: choose, preview what happens to each, confirm, read what was done; without scripts.
enum BulkPages {
    static let pageSize = 50

    /// The acts as the pages name them.
    enum Kind: String, Sendable, CaseIterable {
        case submit, opinion, move, deliver

        var name: Phrase {
            switch self {
            case .submit: Phrase(zh: "提交审查", en: "Send to review")
            case .opinion: Phrase(zh: "出具同样的意见", en: "Give the same opinion")
            case .move: Phrase(zh: "移动栏目或科室", en: "Move to a column or section")
            case .deliver: Phrase(zh: "登记发布记录", en: "Record a delivery")
            }
        }

        /// Where items must stand for it.
        var state: Item.State {
            switch self {
            case .submit, .move: .draft
            case .opinion: .review
            case .deliver: .published
            }
        }

        func isOpen(to actor: Actor) -> Bool {
            switch self {
            case .submit, .move: actor.may(.draftItem)
            case .deliver: actor.may(.recordDelivery)
            case .opinion: !BulkFields.opinions(of: actor).isEmpty
            }
        }
    }

    static func choose(_ visit: Visit) async throws -> Response {
        try await BulkChoice(visit, FilledForm(language: visit.language)).page()
    }

    static func preview(_ visit: Visit) async throws -> Response {
        let typed = try BulkTyped(visit)
        guard let act = typed.act, typed.problems.isEmpty else {
            let refused = try Refused(.invalid(typed.problems))
            return try await BulkChoice(
                visit,
                FilledForm(typed: visit.form, refused: refused, language: visit.language)
            ).page()
        }
        let actor = try visit.actor()
        let choices = try await visit.app.database.read { tx in
            try typed.items.compactMap { id -> BulkRun.Choice? in
                guard let item = try tx.items.find(id), item.agency == actor.agency else { return nil }
                return BulkRun.Choice(item: id, version: item.currentVersion)
            }
        }
        let run = BulkRun(id: visit.app.newID(), act: act, choices: choices, actor: actor)
        let lines = try await run.preview(in: visit.app)
        return try await BulkPreview(run: run, lines: lines, typed: typed).page(visit)
    }

    static func run(_ visit: Visit) async throws -> Response {
        let typed = try BulkTyped(visit)
        guard let act = typed.act, typed.problems.isEmpty else { throw Refusal.invalid(typed.problems) }
        let choices = visit.form.all("chosen").compactMap { text -> BulkRun.Choice? in
            let parts = text.split(separator: ".")
            guard parts.count == 2 else { return nil }
            return BulkRun.Choice(item: ID(String(parts[0])), version: ID(String(parts[1])))
        }
        let run = BulkRun(id: ID(visit.form.text("bulk")), act: act, choices: choices, actor: try visit.actor())
        try await run.run(in: visit.app)
        return .seeOther(visit.links.office("/bulk/\(run.id)"))
    }

    static func results(_ visit: Visit) async throws -> Response {
        let id = ID<BulkRun>(try visit.parameter("id"))
        let actor = try visit.actor()
        let (frame, lines, titles) = try await visit.app.database.read { tx in
            guard let lines = try tx.bulk.results(of: id, by: actor) else { throw Refusal.notFound }
            let titles = try tx.items.titles(of: Set(lines.map(\.item)), in: actor.agency)
            return (try OfficeFrame(visit, tx), lines, titles)
        }
        let done = lines.count(where: \.isDone)
        let left = lines.count - done
        return OfficePage(
            frame,
            .items,
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
            ).html(in: visit.language))\(BulkLines(lines: lines, titles: titles, visit: visit).html())
            """
        )
    }
}

/// What a bulk form says.
struct BulkTyped: Sendable {
    var kind: BulkPages.Kind?
    var act: BulkAct?
    var items: [ID<Item>]
    var problems: [FieldProblem] = []

    init(_ visit: Visit) throws {
        let form = visit.form
        kind = BulkPages.Kind(rawValue: form.text("act"))
        items = form.all("item").map { ID($0) }
        if kind == nil {
            problems.append(FieldProblem("act", zh: "请选择要办理的事", en: "Choose what is to be done"))
        }
        if items.isEmpty, form.all("chosen").isEmpty {
            problems.append(FieldProblem("item", zh: "请勾选信息", en: "Choose items"))
        }
        switch kind {
        case .submit: act = .submit
        case .opinion:
            act = OpinionKind(rawValue: form.text("opinion")).map { .opinion($0, reason: form.text("reason")) }
            if act == nil {
                problems.append(FieldProblem("opinion", zh: "请选择审查意见", en: "Choose the opinion"))
            }
        case .move:
            let column = form.text("column")
            let section = form.text("section")
            if column.isEmpty, section.isEmpty {
                problems.append(FieldProblem("column", zh: "请选择栏目或科室", en: "Choose a column or a section"))
            }
            act = .move(
                column: column.isEmpty ? nil : ID(column),
                section: section.isEmpty ? nil : ID(section)
            )
        case .deliver:
            act = .deliver(
                channel: form.text("channel").isEmpty ? nil : ID(form.text("channel")),
                stage: Delivery.Stage(rawValue: form.text("stage")) ?? .delivered,
                on: CivilDate.read(form.text("delivered-on")),
                receipt: form.text("receipt")
            )
        case nil: act = nil
        }
        if let act { try visit.actor().require(act.required) }
    }
}

/// Lines of a preview or of a result.
struct BulkLines: Sendable {
    var lines: [BulkRun.Line]
    var titles: [ID<Item>: String]
    var isPreview = false
    var visit: Visit

    func html() -> HTML {
        let language = visit.language
        let yes =
            isPreview ? Phrase(zh: "将办理", en: "will be done") : Phrase(zh: "已办理", en: "done")
        let no = isPreview ? Phrase(zh: "不能办理", en: "cannot be done") : Phrase(zh: "未办理", en: "not done")
        return DataTable(
            caption: Phrase(zh: "共 \(lines.count) 条", en: "\(lines.count) items"),
            columns: [
                .init(label: Phrase(zh: "信息", en: "Item")), .init(label: Phrase(zh: "结果", en: "Result")),
                .init(label: Phrase(zh: "说明", en: "What exactly")),
            ],
            rows: lines.map { line in
                [
                    .link(titles[line.item] ?? line.item.text, url: visit.links.officeItem(line.item.text)),
                    .markup(Tag(kind: line.isDone ? .onTime : .late, word: line.isDone ? yes : no).html(in: language)),
                    .text(line.words[language]),
                ]
            },
            id: "bulk"
        ).html(in: language)
    }
}
