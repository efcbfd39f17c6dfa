/// The fast count against the plain one over all twenty years, and the properties that must always hold.
import Testing

@testable import Civil

@Suite struct WorkingDaysTests {
    let table = HolidayTable.stateCouncil

    @Test(arguments: [1, 2, 3, 5, 7, 10, 15, 20, 35, 40, 60, 120])
    func everyStartOfTwentyYearsAgreesWithThePlainCount(_ count: Int) throws {
        let oracle = Oracle(table)
        let end = try date("2026-12-31")
        var start = try date("2006-12-31")
        var refused = 0
        while start <= end {
            let expected = oracle.addWorkdays(start, count)
            if expected <= end {
                let due = try WorkingDays.add(count, to: start)
                guard due == expected, try table.isWorkday(due) else {
                    Issue.record("\(start) + \(count): \(due) instead of \(expected)")
                    return
                }
                #expect(try WorkingDays.count(after: start, through: due) == count)
            } else {
                #expect(throws: OutsideHolidayTable.self) { try WorkingDays.add(count, to: start) }
                refused += 1
            }
            start = start.adding(days: 1)
        }
        #expect(refused >= count)
    }

    @Test func countsAgreeWithThePlainCountAndAreAdditive() throws {
        let oracle = Oracle(table)
        var dice = Dice(state: 1)
        let first = try date("2006-12-31")
        for _ in 0..<500 {
            let places = (0..<3).map { _ in Int.random(in: 0...7305, using: &dice) }.sorted()
            let days = places.map(first.adding(days:))
            let whole = try WorkingDays.count(after: days[0], through: days[2])
            #expect(whole == oracle.workdays(after: days[0], through: days[2]))
            let parts =
                try WorkingDays.count(after: days[0], through: days[1])
                + WorkingDays.count(after: days[1], through: days[2])
            #expect(whole == parts)
            #expect(try WorkingDays.count(after: days[2], through: days[0]) == -whole)
        }
    }

    @Test func anotherHolidayNeverShortens() throws {
        var dice = Dice(state: 2)
        let first = try date("2024-01-01")
        let name = Words(zh: "测试", en: "test")
        for _ in 0..<60 {
            let extra = (0..<Int.random(in: 1...5, using: &dice)).map { _ in
                HolidayYear.Day(
                    date: first.adding(days: Int.random(in: 0..<730, using: &dice)),
                    isOff: true,
                    name: name
                )
            }
            let more = try table.adding(HolidayYear(year: 2024, notice: "测试", days: extra))
            for _ in 0..<50 {
                let start = first.adding(days: Int.random(in: 0..<600, using: &dice))
                let count = Int.random(in: 1...60, using: &dice)
                let before = try WorkingDays.add(count, to: start)
                let after = try WorkingDays.add(count, to: start, in: more)
                #expect(after >= before)
                #expect(try more.isWorkday(after))
            }
        }
    }

    @Test func longerIsNeverEarlierAndLaterStartIsNeverEarlier() throws {
        var dice = Dice(state: 3)
        let first = try date("2007-01-01")
        for _ in 0..<2000 {
            let start = first.adding(days: Int.random(in: 0..<6800, using: &dice))
            let count = Int.random(in: 1...60, using: &dice)
            let due = try WorkingDays.add(count, to: start)
            #expect(try WorkingDays.add(count + 1, to: start) > due)
            #expect(try WorkingDays.add(count, to: start.adding(days: 1)) >= due)
        }
    }

    @Test func edges() throws {
        let saturday = try date("2024-03-02")
        #expect(try WorkingDays.add(0, to: saturday) == saturday)
        #expect(try WorkingDays.add(-3, to: saturday) == saturday)
        #expect(try WorkingDays.first(onOrAfter: saturday).iso == "2024-03-04")
        #expect(try WorkingDays.first(onOrAfter: date("2024-03-01")).iso == "2024-03-01")
        #expect(try WorkingDays.first(onOrAfter: date("2007-01-01")).iso == "2007-01-04")
        let refusal = #expect(throws: OutsideHolidayTable.self) { try WorkingDays.add(.max, to: saturday) }
        #expect(refusal?.year == 2027)
        #expect(throws: OutsideHolidayTable.self) { try WorkingDays.add(1, to: date("2006-12-30")) }
        #expect(throws: OutsideHolidayTable.self) { try WorkingDays.add(1, to: date("2026-12-31")) }
        #expect(throws: OutsideHolidayTable.self) { try WorkingDays.count(after: saturday, through: .last) }
    }
}
