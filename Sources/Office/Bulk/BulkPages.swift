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
        try await BulkChoicePage(visit, FilledForm(language: visit.language)).page()
    }

    static func preview(_ visit: Visit) async throws -> Response {
        let typed = try BulkTyped(visit)
        guard let act = typed.act, typed.problems.isEmpty else {
            let refused = try Refused(.invalid(typed.problems))
            return try await BulkChoicePage(
                visit,
                FilledForm(typed: visit.form, refused: refused, language: visit.language)
            ).page()
        }
        let actor = try visit.actor()
        let choices = try await visit.app.database.read { tx in
            try typed.items.compactMap { id -> BulkChoice? in
                guard let item = try tx.items.find(id), item.agency == actor.agency else { return nil }
                return BulkChoice(subject: id.text, seen: item.currentVersion.text)
            }
        }
        let run = BulkRun(id: visit.app.newID(), act: act, choices: choices, actor: actor)
        let lines = try await run.preview(in: visit.app)
        return try await BulkPreview(run: run, lines: lines, typed: typed).page(visit)
    }

    static func run(_ visit: Visit) async throws -> Response {
        let typed = try BulkTyped(visit)
        guard let act = typed.act, typed.problems.isEmpty else { throw Refusal.invalid(typed.problems) }
        let run = BulkRun(
            id: ID(visit.form.text("bulk")),
            act: act,
            choices: .chosen(visit.form),
            actor: try visit.actor()
        )
        try await run.run(in: visit.app)
        return .seeOther(visit.links.office("/bulk/\(run.id)"))
    }

    static func results(_ visit: Visit) async throws -> Response {
        try await BulkResults.page(visit, .items) { lines, agency, tx in
            try lines.titles(in: agency, tx, visit)
        }
    }
}

/// What a bulk form says.
struct BulkTyped: Sendable {
    var kind: BulkPages.Kind?
    var act: ItemBulkAct?
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
