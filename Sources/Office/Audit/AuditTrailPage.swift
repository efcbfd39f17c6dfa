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
        let app = visit.app
        let (frame, search, found, names, people) = try await app.database.read { tx in
            let frame = try OfficeFrame(visit, tx)
            let search = try AuditSearch(visit.query, frame.agency.id, tx)
            let found =
                search.isHopeless
                ? [] : try tx.audit.page(of: frame.agency.id, search.filter, direction, limit: pageSize + 1)
            let names = try AuditNames(of: found.map(\.entry), frame.agency.id, tx)
            return (frame, search, found, names, try tx.people.all(of: frame.agency.id))
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
        let form = AuditSearchForm(visit: visit, search: search, people: people)
        return OfficePage(
            frame,
            .audit,
            title: OfficeArea.audit.name[language],
            lead: Phrase(
                zh: "每一次改动都记在这里，只能增加，不能修改或删除；与数据库同在，远长于网络安全法要求的六个月。",
                en:
                    "Every change is recorded here; nothing can be altered or removed. It is kept as long as the database, well beyond the six months of the law."
            ),
            isAreaHome: true
        ).response(
            to: visit,
            """
            \(form.html(in: language))\(found.isEmpty ? form.nothing(in: language) : table.html(in: language))\
            \(page.pager(visit).html(in: language))
            """
        )
    }

    private static func row(of entry: AuditEntry, _ names: AuditNames, _ visit: Visit) -> [DataTable.Cell] {
        let language = visit.language
        let detail = AuditWords.detail(entry)[language]
        return [
            .markup(entry.at.element(in: language)),
            .text(names.doer(of: entry)[language]),
            .text(AuditWords.act(entry)[language]),
            subject(of: entry, names, visit),
            detail.isEmpty ? .blank : .text(detail),
        ]
    }

    private static func subject(of entry: AuditEntry, _ names: AuditNames, _ visit: Visit) -> DataTable.Cell {
        switch entry.subjectKind {
        case "item":
            .link(names.items[ID(entry.subject)] ?? entry.subject, url: visit.links.officeItem(entry.subject))
        case "case":
            .link(
                names.cases[ID(entry.subject)] ?? entry.subject,
                url: visit.links.office("/cases/\(entry.subject)")
            )
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
    var cases: [ID<CaseFile>: String]

    init(of entries: [AuditEntry], _ agency: ID<Agency>, _ tx: any SQLConnection) throws {
        let doers = entries.compactMap(\.person) + entries.compactMap(\.forPerson)
        let subjects: [ID<Person>] = entries.filter { $0.subjectKind == "person" }.map { ID($0.subject) }
        people = try tx.people.names(of: Set(doers + subjects))
        items = try tx.items.titles(
            of: Set(entries.filter { $0.subjectKind == "item" }.map { ID($0.subject) }),
            in: agency
        )
        cases = try tx.cases.numbers(
            of: Set(entries.filter { $0.subjectKind == "case" }.map { ID($0.subject) }),
            in: agency
        )
    }

    /// Who did it, and in whose place.
    func doer(of entry: AuditEntry) -> Phrase {
        guard let person = entry.person else { return Phrase(zh: "系统", en: "The program") }
        let name = people[person] ?? person.text
        guard let giver = entry.forPerson.map({ people[$0] ?? $0.text }) else { return Phrase(zh: name, en: name) }
        return Phrase(zh: "\(name)（代\(giver)）", en: "\(name) (for \(giver))")
    }
}
