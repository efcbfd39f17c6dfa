import Civil
import Database
import Text

/// The running clocks of open cases, which other holidays move.
struct RunningCaseClocks: OpenClockSource {
    let name = Phrase(zh: "办件", en: "Cases")

    /// So many cases are read together.
    private static let batch = 500

    func openClocks(_ tx: any SQLConnection, in app: App) throws -> [OpenClock] {
        let files = try tx.rows("SELECT * FROM case_file WHERE is_open = 1 ORDER BY id").map(CaseFile.init)
        return try stride(from: 0, to: files.count, by: Self.batch).flatMap { start in
            try openClocks(of: Array(files[start..<min(start + Self.batch, files.count)]), tx, in: app)
        }
    }

    private func openClocks(of files: [CaseFile], _ tx: any SQLConnection, in app: App) throws -> [OpenClock] {
        let today = app.now().date
        let events = try tx.cases.events(of: files.map(\.id))
        let stored = try tx.cases.storedClocks(of: files.map(\.id))
        return try files.flatMap { file in
            let clocks = CaseClocks(try app.procedure(of: file), events[file.id] ?? [])
            return clocks.all.filter { $0.stoppedOn == nil }.map { running in
                let id = Self.id(of: running.key, of: file.id)
                return OpenClock(
                    id: id,
                    agency: file.agency,
                    title: "\(file.number) \(running.clock.limit.duty.zh)",
                    path: "/cases/\(file.id)",
                    due: stored[id].map(Instant.end(of:)),
                    count: { running.dueOn(in: $0, asOf: today).map(Instant.end(of:)) }
                )
            }
        }
    }

    fileprivate static func id(of clock: String, of file: ID<CaseFile>) -> String { "\(file)/\(clock)" }

    func move(_ clock: OpenClock, to due: Instant?, _ tx: any SQLConnection, in app: App) throws {
        let parts = clock.id.split(separator: "/").map(String.init)
        guard parts.count == 2, let file = try tx.cases.find(ID(parts[0])) else { return }
        let day = due?.date
        try tx.send(
            "UPDATE case_clock SET due_on = \(day) WHERE case_file = \(file.id) AND clock = \(parts[1])"
        )
        guard try CaseHistory(file, tx, in: app).mainClock()?.key == parts[1] else { return }
        try tx.send("UPDATE case_file SET due_on = \(day) WHERE id = \(file.id)")
    }
}

extension CaseStore {
    /// The last days as they are stored, by the ids of their clocks.
    fileprivate func storedClocks(of files: [ID<CaseFile>]) throws -> [String: CivilDate] {
        var clocks: [String: CivilDate] = [:]
        let rows = try tx.rows(
            "SELECT case_file, clock, due_on FROM case_clock WHERE case_file IN \(list: files.map(\.text))"
        )
        for row in rows {
            clocks[RunningCaseClocks.id(of: try row.text("clock"), of: try row.id("case_file"))] =
                try row.optionalDate("due_on")
        }
        return clocks
    }
}
