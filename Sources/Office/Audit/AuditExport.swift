import Civil
import Database
import Disclosure
import HTTPTypes
import Hummingbird
import NIOCore
import Text
import Web

/// The audit trail as a file for the inspector: sent page by page in bounded memory, and itself written down.
enum AuditExport {
    /// Lines that are read at once.
    static let pageSize = 500

    static func send(_ visit: Visit) async throws -> Response {
        let (actor, app) = (try visit.actor(), visit.app)
        let (agency, search) = try await app.database.read { tx in
            (try tx.agencies.find(actor.agency), try AuditSearch(visit.form, actor.agency, tx))
        }
        guard let agency else { throw Refusal.notFound }
        var filter = search.filter
        let end = try await NoteAuditExport(filter: filter, actor: actor).run(in: app)
        // Up to the export's own line and no further: the trail grows meanwhile.
        filter.to = min(filter.to ?? end, end)
        let walk = AuditWalk(app: app, agency: agency.id, filter: filter, isHopeless: search.isHopeless)
        let name = "audit-\(agency.code)-\(end.date.iso).csv"
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8; header=present",
                .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: "no-store",
            ],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(bytes: CSVLine.byteOrderMark + CSVLine.bytes(AuditWalk.heads)))
                var place: ListPlace?
                repeat {
                    let (lines, next) = try await walk.lines(after: place)
                    try await writer.write(ByteBuffer(bytes: lines))
                    place = next
                } while place != nil
                try await writer.finish(nil)
            }
        )
    }
}

/// One walk through a search of the trail, the newest line first.
private struct AuditWalk: Sendable {
    var app: App
    var agency: ID<Agency>
    var filter: AuditFilter
    var isHopeless: Bool

    static let heads = ["时间", "人员", "登录名", "代何人", "行为", "行为代码", "对象类别", "对象", "对象名称", "说明", "记录号"]

    /// - Returns: the lines of one page, and where the next one begins; nil after the last.
    func lines(after place: ListPlace?) async throws -> (bytes: [UInt8], next: ListPlace?) {
        if isHopeless { return ([], nil) }
        let (agency, filter) = (agency, filter)
        let direction = place.map(ListDirection.olderThan) ?? .first
        return try await app.database.read { tx in
            let found = try tx.audit.page(of: agency, filter, direction, limit: AuditExport.pageSize)
            let entries = found.map(\.entry)
            let names = try AuditNames(of: entries, agency, tx)
            let logins = try tx.people.logins(of: Set(entries.compactMap(\.person)))
            let bytes = found.flatMap { CSVLine.bytes(cells($0, names, logins)) }
            return (bytes, found.count < AuditExport.pageSize ? nil : found.last?.place)
        }
    }

    private func cells(_ placed: PlacedAuditEntry, _ names: AuditNames, _ logins: [ID<Person>: String]) -> [String] {
        let entry = placed.entry
        let subject =
            switch entry.subjectKind {
            case "person": names.people[ID(entry.subject)] ?? ""
            case "item": names.items[ID(entry.subject)] ?? ""
            case "case": names.cases[ID(entry.subject)] ?? ""
            default: ""
            }
        return [
            entry.at.iso8601, entry.person.map { names.people[$0] ?? "" } ?? "系统",
            entry.person.flatMap { logins[$0] } ?? "", entry.forPerson.flatMap { names.people[$0] } ?? "",
            AuditWords.act(entry).zh, entry.act, entry.subjectKind, entry.subject, subject, entry.detail,
            placed.place.id,
        ]
    }
}
