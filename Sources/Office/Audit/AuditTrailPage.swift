import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// The audit trail of the agency: who did what to what, and when; nothing in it can be changed or removed.
enum AuditTrailPage {
    static let pageSize = 50

    static func show(_ visit: Visit) async throws -> Response {
        let direction = ListDirection(visit.query)
        let (frame, found, names) = try await visit.app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let found = try tx.audit.page(of: frame.agency.id, direction, limit: pageSize + 1)
            let entries = found.map(\.entry)
            let people =
                entries.compactMap(\.person) + entries.filter { $0.subjectKind == "person" }.map { ID($0.subject) }
            let items: [ID<Item>] = entries.filter { $0.subjectKind == "item" }.map { ID($0.subject) }
            let names = AuditNames(
                people: try tx.people.names(of: Set(people)),
                items: try tx.items.titles(of: Set(items), in: frame.agency.id)
            )
            return (frame, found, names)
        }
        let page = ListPage(found, size: pageSize, direction) { $0.place }
        let language = visit.language
        let table = DataTable(
            caption: Phrase(zh: "记录", en: "Records"),
            columns: [
                .init(label: Phrase(zh: "时间", en: "When")), .init(label: Phrase(zh: "人员", en: "Who")),
                .init(label: Phrase(zh: "行为", en: "What")), .init(label: Phrase(zh: "对象", en: "To what")),
                .init(label: Phrase(zh: "说明", en: "More")),
            ],
            rows: page.rows.map { row(of: $0.entry, names, visit) },
            id: "audit"
        )
        return OfficePage(
            frame,
            .audit,
            title: OfficeArea.audit.name[language],
            lead: Phrase(
                zh: "每一次改动都记在这里，只能增加，不能修改或删除。",
                en: "Every change is recorded here; nothing can be altered or removed."
            ),
            isAreaHome: true
        ).response(to: visit, table.html(in: language) + page.pager(visit).html(in: language))
    }

    private static func row(of entry: AuditEntry, _ names: AuditNames, _ visit: Visit) -> [DataTable.Cell] {
        let language = visit.language
        let detail = AuditWords.detail(entry)[language]
        return [
            .markup(entry.at.element(in: language)),
            .text(entry.person.map { names.people[$0] ?? $0.text } ?? Phrase(zh: "系统", en: "The program")[language]),
            .text(AuditWords.act(entry)[language]),
            subject(of: entry, names, visit),
            detail.isEmpty ? .blank : .text(detail),
        ]
    }

    private static func subject(of entry: AuditEntry, _ names: AuditNames, _ visit: Visit) -> DataTable.Cell {
        switch entry.subjectKind {
        case "item":
            .link(names.items[ID(entry.subject)] ?? entry.subject, url: visit.links.officeItem(entry.subject))
        case "person": .text(names.people[ID(entry.subject)] ?? entry.subject)
        case "agency": .text(Phrase(zh: "本机关", en: "This agency")[visit.language])
        default: .text(entry.subject)
        }
    }
}

/// Names for the ids in a stretch of the audit trail.
struct AuditNames: Sendable {
    var people: [ID<Person>: String]
    var items: [ID<Item>: String]
}
