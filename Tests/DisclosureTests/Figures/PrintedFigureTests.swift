import Civil
import Database
import Disclosure
import Testing
import Text

/// Every printed figure of the five bureaus that is counted from records comes out of the bureau's own definitions.
@Suite struct PrintedFigureTests {
    /// 晋江 prints 33 beside 32.3 %, which is 32 of 99; and 11 % where one place gives 11.1.
    static let explained: [String: String] = ["jinjiang-05": "32", "jinjiang-57": "11.1%"]

    /// Readings from outside, money, days, applied law and totals over all years are not counted from records alone.
    static let notCounted: Set<String> = [
        "nanhai-05", "dongguan-05", "dongguan-07", "dongguan-13", "dongguan-14", "dongguan-15", "dongguan-19",
        "dongguan-20", "dongguan-21", "dongguan-22", "jinjiang-03", "jinjiang-19", "jinjiang-35", "jinjiang-36",
        "jinjiang-37", "jinjiang-58", "jinjiang-59", "jinjiang-60", "jinjiang-61", "jinjiang-62", "jinjiang-63",
        "jinjiang-64", "tongxiang-18", "tongxiang-19", "tongxiang-20", "tongxiang-21", "shaxian-11", "shaxian-17",
        "shaxian-18", "shaxian-29", "shaxian-30", "shaxian-31", "shaxian-52", "shaxian-53",
    ]

    static let counted = PrintedFigure.all.filter { $0.scope != .cumulative && !notCounted.contains($0.id) }

    @Test(arguments: counted) func aPrintedFigureIsCountedFromRecords(_ printed: PrintedFigure) async throws {
        let app = try await DemoDatabase.app()
        let figures = try Figures.builtIn().all(of: printed.bureau, isDemonstration: true)
        let named = figures.filter { $0.name.zh == printed.name && ($0.unit.zh == "%") == (printed.unit == "%") }
        let figure = try #require(named.first, "\(printed.id) \(printed.name) has no definition")
        #expect(named.count == 1)
        let plan = try #require(BureauPlan.all.first { $0.code == printed.bureau })
        let period = try #require(FigurePeriod.year(plan.year))
        let value = try await app.database.read { tx in
            let agency = try #require(try tx.agencies.find(code: printed.bureau)).id
            return try FigureCount(figures, of: agency, over: period, tx, in: app).value(of: figure.key)
        }
        if let computed = Self.explained[printed.id] {
            #expect(value.text(in: .zh) == computed, "\(printed.id) is explained")
            return
        }
        switch value {
        case .number(let number): #expect(printed.agrees(with: number), "\(number) against \(printed.value)")
        case .share:
            let printedTenths = printed.value.contains(".") ? printed.value : printed.value + ".0"
            #expect(value.text(in: .zh) == printedTenths + "%")
        case .notApplicable: #expect(printed.value == "not applicable")
        case .bound, .money, .day, .missing: Issue.record("\(printed.id) is not counted from records")
        }
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

    @Test func theExplainedOnesAreAmongThePrinted() {
        #expect(Self.counted.count + Self.notCounted.count + PrintedFigure.all.count { $0.scope == .cumulative } == 174)
        #expect(Self.explained.keys.allSatisfy { id in Self.counted.contains { $0.id == id } })
    }
}
