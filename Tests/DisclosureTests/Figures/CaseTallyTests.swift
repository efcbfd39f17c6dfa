import Civil
import Database
import TestKit
import Testing

@testable import Disclosure

/// Numbers that share what they have in common are those that are counted one by one.
@Suite struct CaseTallyTests {
    @Test(arguments: Engine.available) func everyFigureOfCasesIsTheSame(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let made = GeneratedCase.all(2_000, procedures: test.app.procedures)
            let (agency, app) = (test.agency, test.app)
            try await app.database.write { try GeneratedCase.insert(made[...], of: agency.id, $0) }
            try await app.database.read { tx in
                let figures = app.figures.all(of: agency).filter { $0.group == .requests || $0.group == .petitions }
                #expect(figures.count > 40)
                let all = app.figures.all(of: agency)
                for period in [FigurePeriod.year(2025), .quarter(1, of: 2025), .year(2030)] {
                    let period = try #require(period)
                    let alone = FigureCount(all, of: agency.id, over: period, tx, in: app)
                    let shared = FigureCount(all, of: agency.id, over: period, sharing: CaseTallies(), tx, in: app)
                    for figure in figures {
                        for kind in [nil] + Applicant.Class.allCases.map(Optional.some) {
                            let asked = FigureAsked(figure.key, applicant: kind)
                            let (one, other) = (try alone.value(of: asked), try shared.value(of: asked))
                            #expect(one == other, "\(asked) in \(period)")
                        }
                        let total = FigureAsked(figure.key, .total)
                        let (one, other) = (try alone.value(of: total), try shared.value(of: total))
                        #expect(one == other, "\(total)")
                    }
                }
            }
        }
    }

    /// What no other row names is 其他, also where an outcome has gone from its procedure.
    @Test(arguments: Engine.available) func whatNoRowNamesIsTheSameToo(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let (agency, app) = (test.agency, test.app)
            try await app.database.write { tx in
                try GeneratedCase.insert(
                    GeneratedCase.all(60, procedures: app.procedures)[...],
                    of: agency.id,
                    tx
                )
                try tx.send("UPDATE case_file SET outcome = NULL WHERE id IN ('case1', 'case2', 'case3')")
                try tx.send("UPDATE case_file SET outcome = 'gone' WHERE id IN ('case4', 'case5')")
            }
            try await app.database.read { tx in
                let all = app.figures.all(of: agency)
                for year in 2024...2026 {
                    let period = try #require(FigurePeriod.year(year))
                    let alone = FigureCount(all, of: agency.id, over: period, tx, in: app)
                    let shared = FigureCount(all, of: agency.id, over: period, sharing: CaseTallies(), tx, in: app)
                    for cell in RequestTable.cells {
                        let (one, other) = (
                            try alone.value(of: "requests.\(cell)"), try shared.value(of: "requests.\(cell)")
                        )
                        #expect(one == other, "\(cell) in \(year)")
                    }
                }
            }
        }
    }
}
