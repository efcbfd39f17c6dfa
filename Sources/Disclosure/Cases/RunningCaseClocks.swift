import Civil
import Database
import Text

/// The running clocks of open cases, which other holidays move.
struct RunningCaseClocks: OpenClockSource {
    let name = Phrase(zh: "办件", en: "Cases")

    func openClocks(_ tx: any SQLConnection, in app: App) throws -> [OpenClock] {
        let today = app.now().date
        var clocks: [OpenClock] = []
        for row in try tx.rows("SELECT * FROM case_file WHERE is_open = 1 ORDER BY id") {
            let file = try CaseFile(row)
            let history = try CaseHistory(file, tx, in: app)
            let stored = try tx.cases.storedClocks(of: file.id)
            for running in history.clocks().all where running.stoppedOn == nil {
                clocks.append(
                    OpenClock(
                        id: "\(file.id)/\(running.key)",
                        agency: file.agency,
                        title: "\(file.number) \(running.clock.limit.duty.zh)",
                        path: "/cases/\(file.id)",
                        due: stored[running.key].map(Instant.end(of:)),
                        count: { running.dueOn(in: $0, asOf: today).map(Instant.end(of:)) }
                    )
                )
            }
        }
        return clocks
    }

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
    fileprivate func storedClocks(of file: ID<CaseFile>) throws -> [String: CivilDate] {
        var clocks: [String: CivilDate] = [:]
        for row in try tx.rows("SELECT clock, due_on FROM case_clock WHERE case_file = \(file)") {
            clocks[try row.text("clock")] = try row.optionalDate("due_on")
        }
        return clocks
    }
}
