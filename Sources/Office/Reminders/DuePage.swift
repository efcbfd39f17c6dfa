import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// «到期提醒»: everything that the nights found and this person can see to, kind by kind.
enum DuePage {
    /// Of each kind on the page of all kinds, and on the page of one.
    private static let few = 10
    private static let many = 50

    static func show(_ visit: Visit) async throws -> Response {
        let actor = try visit.actor()
        let kinds = actor.reminderKinds
        let chosen = Reminder.Kind(rawValue: visit.query.text("kind")).flatMap { kinds.contains($0) ? $0 : nil }
        let page = max(0, Int(visit.query.text("page")) ?? 0)
        let app = visit.app
        let (frame, counts, parts) = try await app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let counts = try tx.reminders.counts(of: frame.agency.id, for: actor, kinds: kinds, in: app)
            var parts: [(kind: Reminder.Kind, lines: ReminderLines)] = []
            for kind in chosen.map({ [$0] }) ?? kinds where counts[kind, default: 0] > 0 {
                let reminders = try tx.reminders.list(
                    of: frame.agency.id,
                    for: actor,
                    kinds: [kind],
                    in: app,
                    after: chosen == nil ? 0 : page * many,
                    limit: chosen == nil ? few : many
                )
                parts.append((kind, try ReminderLines(reminders, visit, tx)))
            }
            return (frame, counts, parts)
        }
        let language = visit.language
        let content = parts.map { part in
            let count = counts[part.kind, default: 0]
            let all = chosen == nil && count > few ? seeAll(part.kind, count, visit) : .empty
            return PagePart(
                Phrase(zh: "\(part.kind.name.zh)（\(count)）", en: "\(part.kind.name.en) (\(count))"),
                id: part.kind.rawValue,
                part.lines.html() + all
            ).html(in: language)
        }
        let pager = chosen.map { self.pager($0, page, counts[$0, default: 0], visit).html(in: language) }
        return OfficePage(
            frame,
            .desk,
            title: Phrase(zh: "到期提醒", en: "What is due")[language],
            lead: Phrase(
                zh: "每天凌晨检查一次；原因消失，提醒随之消失。",
                en: "Looked for every night; a reminder goes when its cause does."
            )
        ).response(
            to: visit,
            parts.isEmpty ? empty.html(in: language) : "<div class=\"desk\">\(content)</div>\(optional: pager)"
        )
    }

    private static func seeAll(_ kind: Reminder.Kind, _ count: Int, _ visit: Visit) -> HTML {
        let words = Phrase(zh: "看全部 \(count) 条", en: "See all \(count)")
        return """
            <p><a href="\(url: visit.links.office("/due?kind=\(kind.rawValue)"))">\(words[visit.language])</a></p>
            """
    }

    private static func pager(_ kind: Reminder.Kind, _ page: Int, _ count: Int, _ visit: Visit) -> Pager {
        func address(_ page: Int) -> String { visit.links.office("/due?kind=\(kind.rawValue)&page=\(page)") }
        return Pager(
            newer: page > 0 ? address(page - 1) : nil,
            older: (page + 1) * many < count ? address(page + 1) : nil
        )
    }

    private static let empty = EmptyState(
        whatWouldBeHere: Phrase(zh: "没有到期事项", en: "Nothing is due"),
        howItGetsHere: Phrase(
            zh: "逾期未公开的信息、应再次评估的不予公开信息、打不开的公布地址等会列在这里。",
            en: "Late items, refusals to be assessed again, addresses that do not open and the like appear here."
        )
    )
}

/// The reminders on a person's desk: the oldest, and the way to all of them.
struct DeskReminders: Sendable {
    private static let few = 5

    private var lines: ReminderLines
    private var count: Int
    private var visit: Visit

    init(_ visit: Visit, _ tx: any SQLConnection) throws {
        let actor = try visit.actor()
        let kinds = actor.reminderKinds
        let found = try tx.reminders.list(
            of: actor.agency,
            for: actor,
            kinds: kinds,
            in: visit.app,
            limit: Self.few
        )
        lines = try ReminderLines(found, visit, tx)
        count =
            found.count < Self.few
            ? found.count
            : try tx.reminders.counts(of: actor.agency, for: actor, kinds: kinds, in: visit.app).values.reduce(0, +)
        self.visit = visit
    }

    func html() -> HTML {
        guard !lines.isEmpty else { return .empty }
        let language = visit.language
        let title = Phrase(zh: "到期提醒", en: "What is due")[language]
        let all = Phrase(zh: "看全部提醒", en: "See all of them")[language]
        return """
            <div class="desk"><section><h2>\(title)<span class="count">\(count.grouped(in: language))</span></h2>\
            \(lines.html())<p><a href="\(url: visit.links.office("/due"))">\(all)</a></p></section></div>
            """
    }
}
