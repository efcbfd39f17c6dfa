import Civil
import Database
import Disclosure
import Testing
import Text

/// What the five reports print and no record gives comes out of the ledger of readings, and what they print over all years
/// out of the opening balances and the records; what never happened comes from registers without entries.
@Suite struct ReadFigureTests {
    struct Line: Sendable, CustomTestStringConvertible {
        var id: String
        var asked: String
        var testDescription: String { "\(id) \(asked)" }

        init(_ id: String, _ asked: String) { (self.id, self.asked) = (id, asked) }
    }

    static let lines: [Line] = [
        Line("dongguan-05", "weibo.followers"), Line("dongguan-07", "wechat.followers"), Line("dongguan-14", "reviews"),
        Line("dongguan-15", "lawsuits"), Line("dongguan-19", "registry.subjects"),
        Line("dongguan-20", "registry.units"), Line("dongguan-21", "registry.key-units"),
        Line("dongguan-22", "wechat.rank"), Line("jinjiang-02", "items:total"),
        Line("jinjiang-14", "channel.site:total"),
        Line("jinjiang-16", "channel.gazette:total"), Line("jinjiang-19", "wechat.followers"),
        Line("jinjiang-26", "requests:total"), Line("jinjiang-35", "complaints"), Line("jinjiang-36", "reviews"),
        Line("jinjiang-37", "lawsuits"), Line("jinjiang-38", "requests.counter:total"),
        Line("jinjiang-41", "requests.closed:total"), Line("jinjiang-46", "complaints:total"),
        Line("jinjiang-47", "reviews:total"), Line("jinjiang-48", "lawsuits:total"),
        Line("jinjiang-59", "wechat.growth"), Line("jinjiang-60", "wechat.rank-average"),
        Line("jinjiang-61", "wechat.rank-best"), Line("jinjiang-62", "bus.plays"), Line("tongxiang-20", "reviews"),
        Line("tongxiang-21", "lawsuits"), Line("shaxian-02", "items:total"), Line("shaxian-04", "channel.site:total"),
        Line("shaxian-06", "channel.gazette:total"), Line("shaxian-20", "requests:total"),
        Line("shaxian-29", "complaints"), Line("shaxian-40", "complaints:total"), Line("shaxian-42", "lawsuits:total"),
    ]

    private static func value(_ asked: String, of bureau: String, yearsBefore: Int = 0) async throws -> FigureValue {
        let app = try await DemoDatabase.app()
        let plan = try #require(BureauPlan.all.first { $0.code == bureau })
        let period = try #require(FigurePeriod.year(plan.year - yearsBefore))
        let figure = try #require(FigureAsked(text: asked))
        return try await app.database.read { tx in
            let agency = try #require(try tx.agencies.find(code: bureau))
            return try FigureCount(of: agency, over: period, tx, in: app).value(of: figure)
        }
    }

    @Test(arguments: lines) func whatIsPrintedComesOut(line: Line) async throws {
        let printed = try #require(PrintedFigure.find(line.id))
        let number = try #require(printed.number)
        let value = try await Self.value(line.asked, of: printed.bureau)
        #expect(value == (printed.relation == .equal ? .number(number) : .bound(number, printed.relation)))
    }

    /// Growth by more than four times follows from the followers of both years, however «about» is read.
    @Test func theGrowthFollowsFromTheReadings() async throws {
        let before = try await Self.value("wechat.followers", of: "jinjiang", yearsBefore: 1)
        let now = try await Self.value("wechat.followers", of: "jinjiang")
        guard case .number(let old) = before, case .bound(let new, .about) = now else {
            Issue.record("\(before) \(now)")
            return
        }
        let least = new - new / 20
        #expect(least - old > 4 * old)
    }

    @Test(arguments: BureauPlan.all.map(\.code)) func everyLineIsMarkedAsInvented(bureau: String) async throws {
        let app = try await DemoDatabase.app()
        let plan = try #require(BureauPlan.all.first { $0.code == bureau })
        let (readings, remedies) = try await app.database.read { tx in
            let agency = try #require(try tx.agencies.find(code: bureau)).id
            return (try tx.readings.list(of: agency, limit: 999), try tx.remedies.list(of: agency, limit: 9))
        }
        #expect(readings.count == plan.readings.count && readings.count >= 8)
        #expect(remedies.isEmpty)
        let areMarked = readings.allSatisfy { $0.evidence.contains("演示数据") && $0.stands }
        #expect(areMarked)
        let areInTime = readings.allSatisfy { $0.readOn <= $0.recordedAt.date && $0.recordedAt.date.year == plan.year }
        #expect(areInTime)
        for key in ["staff", "meetings", "trainees", "reading-points", "budget"] {
            #expect(try await Self.value(key, of: bureau) != .missing, "\(bureau) \(key)")
        }
    }
}
