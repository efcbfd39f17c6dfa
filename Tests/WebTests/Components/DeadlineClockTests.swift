import Civil
import Html
import Testing
import Text
import Web

@Suite struct DeadlineClockTests {
    private let received = Words(zh: "收到申请", en: "request received")

    private func date(_ month: Int, _ day: Int) -> CivilDate { CivilDate(year: 2024, month: month, day: day) ?? .first }

    private func deadline(pauses: [LegalClock.Pause] = [], asOf today: CivilDate) throws -> Deadline {
        let limit = try #require(TimeLimit.named("reg2019.reply"))
        return try LegalClock(limit, event: received, on: date(2, 5), pauses: pauses).deadline(asOf: today)
    }

    @Test func aRunningDeadlineShowsEveryDay() throws {
        let today = date(3, 1)
        let deadline = try deadline(asOf: today)
        let clock = try Clock(deadline, on: today)
        #expect(clock.days.first?.kind == .start)
        #expect(clock.days.filter { $0.kind == .worked || $0.kind == .ahead }.count == 20)
        #expect(clock.days.filter(\.isToday).map(\.date) == [today])
        #expect(clock.days.last?.isDue == true)
        #expect(clock.days.last?.date == deadline.due)
        let ahead = clock.days.filter { $0.kind == .ahead }.count
        #expect(clock.words.zh == "还剩 \(ahead) 个工作日，\(deadline.due.chinese)到期")
        #expect(clock.lines.map(\.text.zh) == deadline.explanation(chinese: true))
        #expect(clock.rule.zh.contains("第三十三条"))
    }

    @Test func aLateDeadlineShowsTheDaysAfter() throws {
        let deadline = try deadline(asOf: date(3, 15))
        let clock = try Clock(deadline, on: deadline.due.adding(days: 3))
        #expect(clock.days.last?.kind == .over)
        #expect(clock.urgency == .late)
        #expect(clock.words.zh.hasPrefix("已逾期 1 个工作日"))
        let weekend = try Clock(deadline, on: deadline.due.adding(days: 7))
        #expect(weekend.days.filter { $0.kind == .over }.count == 5)
        let old = try Clock(deadline, on: deadline.due.adding(days: 300))
        #expect(old.days.filter { $0.date > deadline.due }.count == 31)
    }

    @Test func aPauseWithoutAnswerStopsTheClock() throws {
        let pause = LegalClock.Pause(sentOn: date(2, 20), answeredOn: nil, reason: received)
        let clock = try Clock(deadline(pauses: [pause], asOf: date(2, 23)), on: date(2, 23))
        #expect(clock.words.zh.hasPrefix("计时中止，自 2024年2月20日起"))
        #expect(clock.days.contains { $0.kind == .paused })
    }

    @Test func whatWasDoneIsKeptOrMissed() throws {
        let deadline = try deadline(asOf: date(3, 1))
        #expect(try Clock(deadline, on: date(6, 3), doneOn: deadline.due).words.zh.hasPrefix("按期办结"))
        let missed = try Clock(deadline, on: date(6, 3), doneOn: deadline.due.adding(days: 1))
        #expect(missed.words.zh.hasPrefix("逾期 1 个工作日办结"))
    }

    @Test func aDayBeyondTheHolidayTableIsRefused() throws {
        let deadline = try deadline(asOf: date(3, 1))
        let beyond = try #require(CivilDate(year: 2090, month: 1, day: 1))
        #expect(throws: OutsideHolidayTable.self) { try Clock(deadline, on: beyond) }
    }

    @Test func theStyleGuideReallyCounts() {
        let page = StyleGuide(stylesheet: "/s.css").html(in: .zh).text
        #expect(page.contains("征求第三方意见"))
        #expect(page.contains("已逾期"))
    }
}
