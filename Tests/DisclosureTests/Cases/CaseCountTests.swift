import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// The counters of a month.
@Suite struct CaseCountTests {
    @Test(arguments: Engine.available)
    func openLateCasesDoNotHide(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var inTime = try await CaseWalk.request(test, on: "2024-03-04")
            var late = try await CaseWalk.request(test, on: "2024-03-04")
            _ = try await CaseWalk.request(test, on: "2024-03-04")
            let answer = ["outcome": "none-held", "answer": "没有。"]
            try await inTime.record("propose", on: "2024-03-29", answer)
            try await inTime.record("sign", on: "2024-04-01", as: .approver)
            #expect(inTime.due == "2024-04-01")
            try await late.record("propose", on: "2024-04-02", answer)
            try await late.record("sign", on: "2024-04-03", as: .approver)
            let march = try await counts(test, "2024-03-15")
            #expect(march.received == 3 && march.finished == 2 && march.closed == 0 && march.overdueOpen == 0)
            #expect(march.finishedRate.words == Phrase(zh: "66.7%（2/3）", en: "66.7% (2/3)"))
            #expect(march.onTimeRate.words == nil)
            let april = try await counts(test, "2024-04-15")
            #expect(april.received == 0 && april.closed == 2 && april.closedLate == 1 && april.overdueOpen == 1)
            #expect(april.onTimeRate.words?.zh == "33.3%（1/3）")
        }
    }

    @Test func ratesOfManyStandAlone() {
        #expect(CaseCounts.Rate(part: 12, whole: 13).words == Phrase(zh: "92.3%", en: "92.3%"))
        #expect(CaseCounts.Rate(part: 4, whole: 4).words?.zh == "100.0%（4/4）")
        #expect(CaseCounts.Rate(part: 5, whole: 5).words?.zh == "100.0%")
        #expect(CaseCounts.Rate(part: 0, whole: 0).words == nil)
    }

    /// Other holidays move the clocks of open cases, and the list with them.
    @Test(arguments: Engine.available)
    func holidaysMoveOpenCases(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let walk = try await CaseWalk.request(test, on: "2024-03-04")
            let known = try #require(HolidayTable.stateCouncil.arrangements.first { $0.year == 2024 })
            let lines = known.days.map { "\($0.date.iso),\($0.isOff ? 1 : 0),\($0.name.zh),2024" }
            let form = HolidayForm(
                year: "2024",
                notice: "测试第3号",
                text: (lines + ["2024-03-20,1,纪念日,2024"]).joined(separator: "\n")
            )
            let plan = try await ImportHolidays(form: form, actor: nil).run(in: test.app)
            let titles = plan.moves.map(\.clock.title)
            #expect(titles.contains { $0.hasPrefix("〔2024〕依申请1号") })
            let id = walk.file.id
            let file = try await test.app.database.read { try $0.cases.find(id) }
            #expect(walk.due == "2024-04-01")
            #expect(file?.dueOn?.iso == "2024-04-02")
        }
    }

    private func counts(_ test: TestApp, _ day: String) async throws -> CaseCounts {
        let date = try #require(CivilDate(day))
        let (agency, app) = (test.agency.id, test.app)
        let counts = try await app.database.read { try $0.cases.monthCounts(of: agency, around: date, in: app) }
        return .total(counts.values)
    }
}
