/// Counting in working days (工作日): the first day is not counted, the N-th working day is the last (民法典 arts 200–203).
///
/// Every answer is two array look-ups, so a desk can count thousands of deadlines for one page.
package enum WorkingDays {
    /// The `count`-th working day after `start`; `start` itself is not counted and need not be a working day.
    ///
    /// A count of 0 or less gives `start`. Throws when the answer lies in a year without a holiday arrangement.
    package static func add(
        _ count: Int,
        to start: CivilDate,
        in table: HolidayTable = .stateCouncil
    ) throws(OutsideHolidayTable) -> CivilDate {
        guard count > 0 else { return start }
        let worked = try workdays(through: start, in: table)
        // A count near `Int.max` must not overflow the sum.
        guard count <= table.workdays.count, worked + count <= table.workdays.count else {
            throw table.beyondItsEnd
        }
        return CivilDate(dayNumber: table.firstDay + Int(table.workdays[worked + count - 1]))
    }

    /// How many working days lie after `start` up to and including `end`; negative when `end` is before `start`.
    package static func count(
        after start: CivilDate,
        through end: CivilDate,
        in table: HolidayTable = .stateCouncil
    ) throws(OutsideHolidayTable) -> Int {
        try workdays(through: end, in: table) - workdays(through: start, in: table)
    }

    /// The day itself when it is worked, else the next working day (民法典 art 203: a last day that is off rolls on).
    package static func first(
        onOrAfter date: CivilDate,
        in table: HolidayTable = .stateCouncil
    ) throws(OutsideHolidayTable) -> CivilDate {
        try add(1, to: date.adding(days: -1), in: table)
    }

    /// Working days of the table up to and including the day, which may be the day before its first.
    private static func workdays(
        through date: CivilDate,
        in table: HolidayTable
    ) throws(OutsideHolidayTable) -> Int {
        let days = date.dayNumber - table.firstDay + 1
        guard days >= 0, days < table.workdaysBefore.count else {
            throw OutsideHolidayTable(date: date, years: table.years)
        }
        return Int(table.workdaysBefore[days])
    }
}

extension HolidayTable {
    fileprivate var beyondItsEnd: OutsideHolidayTable {
        let end = CivilDate(dayNumber: firstDay + workdaysBefore.count - 1)
        return OutsideHolidayTable(date: end, years: years)
    }
}
