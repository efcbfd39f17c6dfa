import Civil
import Database
import Disclosure
import HTTPTypes
import Hummingbird
import NIOCore
import Text
import Web

/// The ledger of readings as a file for spreadsheets, narrowed like the list, sent page by page in bounded memory.
enum ReadingExport {
    /// Readings that are read at once.
    static let pageSize = 500
    static let heads = [
        "日期", "指标", "指标代码", "种类", "关系", "数值", "单位", "来源", "凭证", "备注", "状态", "更正原因", "登记人", "登记时间", "记录号",
    ]

    static func send(_ visit: Visit) async throws -> Response {
        let (actor, app) = (try visit.actor(), visit.app)
        let filter = ReadingFilter(visit.query)
        guard let agency = try await app.database.read({ try $0.agencies.find(actor.agency) }) else {
            throw Refusal.notFound
        }
        let figures = app.figures.all(of: agency)
        let name = "readings-\(agency.code)-\(app.now().date.iso).csv"
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8; header=present",
                .contentDisposition: "attachment; filename=\"\(name)\"",
                .cacheControl: "no-store",
            ],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(bytes: CSVLine.byteOrderMark + CSVLine.bytes(heads)))
                var direction = ListDirection.first
                var isDone = false
                while !isDone {
                    let place = direction
                    let (found, names) = try await app.database.read { tx in
                        let found = try tx.readings.list(of: agency.id, filter, place, limit: pageSize)
                        return (found, try tx.people.names(of: Set(found.map(\.recordedBy))))
                    }
                    let lines = found.flatMap { CSVLine.bytes(cells($0, figures, names)) }
                    try await writer.write(ByteBuffer(bytes: lines))
                    isDone = found.count < pageSize
                    if let last = found.last { direction = .olderThan(last.place) }
                }
                try await writer.finish(nil)
            }
        )
    }

    private static func cells(_ reading: Reading, _ figures: [Figure], _ names: [ID<Person>: String]) -> [String] {
        let figure = figures.written(under: reading.key, reading.kind)
        let relation =
            switch reading.relation {
            case .equal: "等于"
            case .above: "超过"
            case .about: "约"
            case .atMost: "不超过"
            }
        let isMoney = figure?.isMoney == true
        return [
            reading.readOn.iso, figure?.name.zh ?? "", reading.key, reading.kind.name.zh, relation,
            isMoney ? FigureValue.money(reading.value).text(in: .zh) : String(reading.value), figure?.unit.zh ?? "",
            reading.source, reading.evidence, reading.note, reading.stands ? "有效" : "已更正",
            reading.replacedReason ?? "", names[reading.recordedBy] ?? "", reading.recordedAt.iso8601, reading.id.text,
        ]
    }
}
