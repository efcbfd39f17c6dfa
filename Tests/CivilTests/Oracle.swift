/// The rules of counting written day by day, as plainly as the law says them, to hold the fast count against.
import Testing

@testable import Civil

func date(_ iso: String, _ location: SourceLocation = #_sourceLocation) throws -> CivilDate {
    try #require(CivilDate(iso), "\(iso) is no date", sourceLocation: location)
}

/// Knows the calendar only as lists of dates, without bitmap or sums.
struct Oracle {
    let off: Set<CivilDate>
    let work: Set<CivilDate>

    init(_ table: HolidayTable) {
        var off: Set<CivilDate> = []
        var work: Set<CivilDate> = []
        for day in table.arrangements.flatMap(\.days) {
            if day.isOff {
                off.insert(day.date)
                work.remove(day.date)
            } else {
                work.insert(day.date)
                off.remove(day.date)
            }
        }
        self.off = off
        self.work = work
    }

    func isWorkday(_ date: CivilDate) -> Bool {
        work.contains(date) || (!off.contains(date) && date.weekday.rawValue <= 5)
    }

    func addWorkdays(_ start: CivilDate, _ count: Int) -> CivilDate {
        var date = start
        var left = count
        while left > 0 {
            date = date.adding(days: 1)
            if isWorkday(date) { left -= 1 }
        }
        return date
    }

    func workdays(after start: CivilDate, through end: CivilDate) -> Int {
        var count = 0
        var date = start
        while date < end {
            date = date.adding(days: 1)
            if isWorkday(date) { count += 1 }
        }
        return count
    }

    /// The formula for replies: the limit first, then as many working days as the union of the pauses holds.
    func replyDue(_ base: CivilDate, _ count: Int, pauses: [(sent: CivilDate, answered: CivilDate)]) -> CivilDate {
        var union: Set<CivilDate> = []
        for pause in pauses {
            var date = max(pause.sent, base)
            while date < pause.answered {
                date = date.adding(days: 1)
                union.insert(date)
            }
        }
        return addWorkdays(addWorkdays(base, count), union.filter(isWorkday).count)
    }
}

/// Reproducible numbers for property tests (a 64-bit linear congruential generator, upper bits).
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        var result: UInt64 = 0
        for _ in 0..<2 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            result = result << 32 | state >> 32
        }
        return result
    }
}
