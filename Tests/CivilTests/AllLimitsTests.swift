/// What must be true of every named limit, whatever its unit, from every kind of day.
import Testing

@testable import Civil

@Suite struct AllLimitsTests {
    private static let counted = TimeLimit.all.filter { limit in
        switch limit.length {
        case .workingDays, .calendarDays, .months: true
        case .hours, .sameDay, .periodic, .quarterly: false
        }
    }

    /// Pauses, extension and restart by chance; the due day is always worked, and the order of pauses never matters.
    @Test(arguments: counted)
    func itNeverEndsOnADayOff(_ limit: TimeLimit) throws {
        var dice = Dice(state: limit.key.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        let first = try date("2008-01-01")
        for _ in 0..<60 {
            var clock = LegalClock(
                limit,
                event: limit.event,
                on: first.adding(days: .random(in: 0..<5000, using: &dice))
            )
            clock.pauses = (0..<Int.random(in: 0...3, using: &dice)).map { number in
                let sent = clock.start.date.adding(days: .random(in: -5...12, using: &dice))
                let reason = Words(zh: "\(number)", en: "\(number)")
                return .init(
                    sentOn: sent,
                    answeredOn: sent.adding(days: .random(in: 0...20, using: &dice)),
                    reason: reason
                )
            }
            if let longest = limit.longestExtension {
                clock.extended = .init(count: .random(in: 1...longest, using: &dice), approver: "甲")
            }
            if Bool.random(using: &dice) {
                let day = clock.start.date.adding(days: .random(in: 0...9, using: &dice))
                clock.restarts = [.init(on: day, reason: Words(zh: "补正", en: "corrected"))]
            }
            let deadline = try clock.deadline()
            #expect(try HolidayTable.stateCouncil.isWorkday(deadline.due), "\(limit.key) from \(clock.start.date)")
            #expect(deadline.due >= deadline.raw)
            var other = clock
            other.pauses.reverse()
            #expect(try other.deadline().due == deadline.due)
            #expect(deadline.months.flatMap(\.days).count { $0.isDue } == 1)
            #expect(deadline.months.flatMap(\.days).filter { $0.kind == .start }.map(\.date) == [deadline.start])
        }
    }

    /// One more holiday never brings the end nearer, whatever the unit.
    @Test(arguments: counted)
    func anotherHolidayNeverShortens(_ limit: TimeLimit) throws {
        var dice = Dice(state: 11)
        let first = try date("2018-01-01")
        for _ in 0..<12 {
            let start = first.adding(days: .random(in: 0..<700, using: &dice))
            let clock = LegalClock(limit, event: limit.event, on: start)
            let before = try clock.deadline()
            let day = before.due.adding(days: .random(in: -30...0, using: &dice))
            let name = Words(zh: "测试", en: "test")
            let notice = HolidayYear(year: day.year, notice: "测试", days: [.init(date: day, isOff: true, name: name)])
            #expect(try clock.deadline(in: HolidayTable.stateCouncil.adding(notice)).due >= before.due)
        }
    }

    @Test func theMonthsTellEachDay() throws {
        var clock = try clock("reg2019.reply", from: "2024-02-01")
        clock.restarts = [.init(on: try date("2024-02-05"), reason: Words(zh: "收到补正", en: "corrected"))]
        clock.pauses = [try pause("2024-02-20", "2024-02-28")]
        clock.extended = .init(count: 20, approver: "甲")
        let deadline = try clock.deadline()
        #expect(deadline.months.map(\.name.zh) == ["2024年2月", "2024年3月", "2024年4月"])
        #expect(deadline.months.map(\.name.en) == ["February 2024", "March 2024", "April 2024"])
        let days = deadline.months.flatMap(\.days)
        #expect(days.count == 90)
        let words = Dictionary(days.map { ($0.date.iso, $0.words.zh) }) { first, _ in first }
        #expect(words["2024-02-01"] == "2024年2月1日星期四，重新起算之前，作废，收到申请")
        #expect(words["2024-02-05"] == "2024年2月5日星期一，起算日，不计，收到补正")
        #expect(words["2024-02-10"] == "2024年2月10日星期六，节假日，不计，春节")
        #expect(words["2024-02-18"] == "2024年2月18日星期日，计入，第5日，春节调休上班")
        #expect(words["2024-02-24"] == "2024年2月24日星期六，周末，不计")
        #expect(words["2024-02-21"] == "2024年2月21日星期三，中止，不计，征求第三方意见")
        #expect(words["2024-04-16"] == "2024年4月16日星期二，延期内计入，第40日，到期日")
        #expect(days.filter(\.isMakeUp).map(\.date.iso) == ["2024-02-18", "2024-04-07"])
        #expect(days.count { $0.kind == .counted } == 20)
        #expect(days.count { $0.kind == .extended } == 20)
        #expect(days.count { $0.kind == .paused } == 6)
        #expect(days.count { $0.kind == .dropped } == 4)
    }

    @Test func aLimitInHoursHasItsDaysAndNothingCounted() throws {
        let limit = try #require(TimeLimit.named("openness2016.opinion"))
        let moment = try #require(Instant.read("2024-02-29T10:00"))
        let days = try LegalClock(limit, event: limit.event, start: moment).deadline().months.flatMap(\.days)
        #expect(days.filter { $0.kind == .start }.map(\.date.iso) == ["2024-02-29"])
        #expect(days.filter(\.isDue).map(\.date.iso) == ["2024-03-02"])
    }
}
