import Civil
import Database
import TestKit
import Testing

@testable import Disclosure

/// The figures of table 3 are the table, cell by cell and class by class.
@Suite struct RequestFigureTests {
    @Test(arguments: Engine.available) func theFiguresAreTheTable(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let made = GeneratedCase.all(3_000, procedures: test.app.procedures)
            let (agency, app) = (test.agency, test.app)
            try await app.database.write { try GeneratedCase.insert(made[...], of: agency.id, $0) }
            try await app.database.read { tx in
                let table = try tx.cases.requestTable(of: agency.id, year: 2025, in: app)
                let count = FigureCount(of: agency, over: try #require(FigurePeriod.year(2025)), tx, in: app)
                for kind in Applicant.Class.allCases {
                    func number(_ key: String) throws -> Int? {
                        let value = try count.value(of: FigureAsked(key, applicant: kind))
                        return if case .number(let number) = value { number } else { nil }
                    }
                    #expect(try number("requests.new") == table.received[kind] ?? 0)
                    #expect(try number("requests.carried-over") == table.carriedOver[kind] ?? 0)
                    #expect(try number("requests.carried-on") == table.carriedOn[kind] ?? 0)
                    for cell in RequestTable.cells {
                        #expect(try number("requests.\(cell)") == table.results[cell]?[kind] ?? 0, "\(cell)")
                    }
                    #expect(try number("requests.3.7") == table.finished[kind] ?? 0)
                    let closed = try number("requests.closed")
                    #expect(closed == table.finished[kind] ?? 0)
                }
                let together = try count.value(of: "requests.new")
                #expect(together == .number(table.received.values.reduce(0, +)))
                let records = try count.records(of: FigureAsked("requests.carried-on"))
                #expect(records?.count == table.carriedOn.values.reduce(0, +))
            }
        }
    }

    /// Asked of SQLite, whose answer can be read: no statement of any figure walks through a whole table.
    @Test func everyFigureWalksAnIndex() async throws {
        try await TestApp.run(on: .sqlite) { test in
            let (agency, app) = (test.agency, test.app)
            let bureaus = BureauPlan.all.flatMap { app.figures.all(of: $0.code, isDemonstration: true) }
            try await app.database.read { tx in
                let period = try #require(FigurePeriod.year(2025))
                for figure in app.figures.all(of: agency) + bureaus {
                    guard case .records(let filter) = figure.counting else { continue }
                    let count = FigureCount(app.figures.all(of: agency), of: agency.id, over: period, tx, in: app)
                    let rows = count.source(FigureAsked(figure.key), over: period).rows(filter)
                    for statement in [rows.number, rows.ids] {
                        let plan = try tx.rows("EXPLAIN QUERY PLAN \(statement)").map { try $0.text("detail") }
                        let scans = plan.filter { $0.hasPrefix("SCAN") && !$0.hasPrefix("SCAN (") && $0 != "SCAN r" }
                        let isSub = filter.kind == .open || filter.kind == .overdue
                        #expect(scans.isEmpty && (isSub || !plan.contains("SCAN r")), "\(figure.key): \(plan)")
                    }
                }
            }
        }
    }
}
