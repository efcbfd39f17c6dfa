import Civil
import Database
import Foundation
import TestKit
import Testing
import Text

@testable import Disclosure

/// Every printed figure of the five bureaus comes out of records, readings and opening balances, or is explained.
@Suite struct PrintedFigureTests {
    /// What `gongkai report compare --figures docs/demonstration/printed-figures.csv` does.
    static func comparison() async throws -> FigureComparison {
        let app = try await DemoDatabase.app()
        let explained = try FigureExplanations.builtIn()
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../docs/demonstration/printed-figures.csv").standardized
        let rows = try PrintedRow.read([UInt8](Data(contentsOf: file)), file: "printed-figures.csv")
        return try await app.database.read {
            try FigureComparison(rows, file: "printed-figures.csv", explained: explained, $0, in: app)
        }
    }

    @Test func everyPrintedFigureIsReproducedOrExplained() async throws {
        let comparison = try await Self.comparison()
        #expect(comparison.lines.count == 174 && comparison.needless.isEmpty)
        let unexplained = comparison.lines.filter { if case .unexplained = $0.verdict { true } else { false } }
        let words = unexplained.map { "\($0.printed.id) \($0.printed.name): \($0.printed.printed), \($0.computed.zh)" }
        #expect(words == [])
        let explained = comparison.lines.filter { if case .explained = $0.verdict { true } else { false } }
        #expect(explained.map(\.printed.id) == ["jinjiang-05", "jinjiang-57"])
        #expect(explained.map(\.computed.zh) == ["32", "11.1%"])
        #expect((comparison.reproduced, comparison.unexplained) == (172, 0))
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
