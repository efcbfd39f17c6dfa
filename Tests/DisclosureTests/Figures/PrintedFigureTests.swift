import Civil
import Database
import TestKit
import Testing
import Text

@testable import Disclosure

/// Every printed figure of the five bureaus comes out of records, readings and opening balances, or is explained.
@Suite struct PrintedFigureTests {
    static func comparison() async throws -> FigureComparison {
        let app = try await DemoDatabase.app()
        let explained = try FigureExplanations.builtIn()
        let years = Dictionary(uniqueKeysWithValues: BureauPlan.all.map { ($0.code, $0.year) })
        let rows = PrintedFigure.all.enumerated().map { place, printed in
            PrintedRow(
                line: place + 2,
                id: printed.id,
                bureau: printed.bureau,
                year: years[printed.bureau] ?? 0,
                name: printed.name,
                scope: printed.scope == .cumulative ? .total : .period,
                relation: printed.relation,
                value: printed.value,
                unit: printed.unit,
                channel: printed.channel
            )
        }
        return try await app.database.read {
            try FigureComparison(rows, file: "printed", explained: explained, $0, in: app)
        }
    }

    @Test func everyPrintedFigureIsReproducedOrExplained() async throws {
        let comparison = try await Self.comparison()
        #expect(comparison.lines.count == 174 && comparison.needless.isEmpty)
        let typed = try await Self.typed()
        for line in comparison.lines {
            guard case .unexplained(let what) = line.verdict else { continue }
            if !typed.areThere, line.printed.scope == .total || typed.keys.contains(line.key) { continue }
            Issue.record(
                "\(line.printed.id) \(line.printed.name): \(line.printed.printed), \(line.computed.zh): \(what.en)"
            )
        }
        let explained = comparison.lines.filter { if case .explained = $0.verdict { true } else { false } }
        #expect(explained.map(\.printed.id) == ["jinjiang-05", "jinjiang-57"])
        #expect(explained.map(\.computed.zh) == ["32", "11.1%"])
    }

    /// Keys of figures that people write down, and whether the demonstration has any reading.
    private static func typed() async throws -> (keys: Set<String>, areThere: Bool) {
        let app = try await DemoDatabase.app()
        let figures = BureauPlan.all.flatMap { app.figures.all(of: $0.code, isDemonstration: true) }
        let count = try await app.database.read { try $0.integer("SELECT count(*) FROM reading") }
        return (Set(figures.filter(\.isRead).map(\.key)), count > 0)
    }

    @Test func theNineClassesSumToTheirTotal() async throws {
        let app = try await DemoDatabase.app()
        let figures = try Figures.builtIn().all(of: "jinjiang", isDemonstration: true)
        let period = try #require(FigurePeriod.year(2018))
        let counts = try await app.database.read { tx in
            let agency = try #require(try tx.agencies.find(code: "jinjiang")).id
            let count = FigureCount(figures, of: agency, over: period, tx, in: app)
            return try figures.filter { $0.group == .classes && $0.unit.zh == "条" }.map { try count.value(of: $0.key) }
        }
        #expect(counts == [5, 32, 15, 7, 17, 2, 7, 3, 11].map { FigureValue.number($0) })
    }

    @Test func everyContradictionIsWrittenDown() throws {
        let explained = try FigureExplanations.builtIn()
        let counts = Dictionary(grouping: explained.contradictions, by: \.bureau).mapValues(\.count)
        #expect(counts == ["jinjiang": 4, "nanhai": 1, "tongxiang": 2, "shaxian": 6, "dongguan": 1])
        let unknown = explained.contradictions.flatMap(\.about) + explained.sentences.keys
        #expect(unknown.filter { PrintedFigure.find($0) == nil } == [])
    }
}
