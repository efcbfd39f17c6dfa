/// Which days are working days: the weekend as moved by the State Council's yearly notices.
///
/// The table covers whole years without a gap and refuses to guess beyond them. It is a value: adding a year gives
/// a new table, from which every open deadline is counted again.
package struct HolidayTable: Sendable, Hashable {
    /// The notices behind the table, weakest first: where two move the same day, the later one in the list holds.
    package let arrangements: [HolidayYear]
    /// The years that the table knows completely.
    package let years: ClosedRange<Int>

    /// Number of the first day, 1 January of the first year.
    let firstDay: Int
    /// At `k`: how many of the first `k` days are working days.
    let workdaysBefore: [Int32]
    /// At `k`: which day of the table is the `k`-th working day, counted from 0.
    let workdays: [Int32]
    private let moved: [CivilDate: HolidayYear.Day]

    /// 2007 to 2026, as arranged by the notices of the General Office of the State Council.
    package static let stateCouncil = HolidayTable(holidays2007To2016 + holidays2017To2026, years: 2007...2026)

    init(_ arrangements: [HolidayYear], years: ClosedRange<Int>) {
        var moved: [CivilDate: HolidayYear.Day] = [:]
        for day in arrangements.flatMap(\.days) { moved[day.date] = day }
        let first = Self.dayNumber(ofNewYear: years.lowerBound)
        let end = Self.dayNumber(ofNewYear: years.upperBound + 1)
        var before: [Int32] = [0]
        var workdays: [Int32] = []
        before.reserveCapacity(end - first + 1)
        for number in first..<end {
            let date = CivilDate(dayNumber: number)
            let isOff = moved[date]?.isOff ?? date.weekday.isWeekend
            if !isOff { workdays.append(Int32(number - first)) }
            before.append(Int32(workdays.count))
        }
        self.arrangements = arrangements
        self.years = years
        self.moved = moved
        firstDay = first
        workdaysBefore = before
        self.workdays = workdays
    }

    /// A day that is worked: Monday to Friday unless moved off, or a weekend day that a notice makes a working day.
    ///
    /// Throws for a day of a year that the table does not cover.
    package func isWorkday(_ date: CivilDate) throws(OutsideHolidayTable) -> Bool {
        guard years.contains(date.year) else { throw OutsideHolidayTable(date: date, years: years) }
        return !isOff(date)
    }

    /// The holiday on whose account this day is off, if a notice names it; plain weekend days have none.
    package func holiday(on date: CivilDate) -> Words? {
        moved(date).flatMap { $0.isOff ? $0.name : nil }
    }

    /// The holiday on whose account this weekend day is worked, if it is a make-up working day (调休上班).
    package func makeUp(on date: CivilDate) -> Words? {
        moved(date).flatMap { $0.isOff ? nil : $0.name }
    }

    /// The table with one more notice.
    ///
    /// A notice of the same year and number replaces the one before (a correction); another one lies over what is
    /// there (a later change, a region's own holidays). Throws when a year would be missing: the one in between, or the
    /// very year of a supplement.
    package func adding(_ arrangement: HolidayYear) throws(MissingHolidayYear) -> HolidayTable {
        guard (years.lowerBound - 1...years.upperBound + 1).contains(arrangement.year) else {
            let missing = arrangement.year > years.upperBound ? years.upperBound + 1 : years.lowerBound - 1
            throw MissingHolidayYear(added: arrangement.year, missing: missing)
        }
        guard years.contains(arrangement.year) || arrangement.missingHolidays.isEmpty else {
            throw MissingHolidayYear(added: arrangement.year, missing: arrangement.year)
        }
        let kept = arrangements.filter { $0.year != arrangement.year || $0.notice != arrangement.notice }
        let lower = min(years.lowerBound, arrangement.year)
        let upper = max(years.upperBound, arrangement.year)
        return HolidayTable(kept + [arrangement], years: lower...upper)
    }

    /// The table in which this arrangement stands for every notice of its year: a year that is imported, or put right.
    package func replacing(_ arrangement: HolidayYear) throws(MissingHolidayYear) -> HolidayTable {
        guard years.contains(arrangement.year) else { return try adding(arrangement) }
        guard arrangement.missingHolidays.isEmpty else {
            throw MissingHolidayYear(added: arrangement.year, missing: arrangement.year)
        }
        return HolidayTable(arrangements.filter { $0.year != arrangement.year } + [arrangement], years: years)
    }

    /// The days that another table makes free or worked, in order; days that only one of both knows count from the
    /// plain weekend.
    package func changes(to other: HolidayTable) -> [(date: CivilDate, isOff: Bool)] {
        let days = Set((arrangements + other.arrangements).flatMap { $0.days.map(\.date) })
        return days.filter { isOff($0) != other.isOff($0) }.sorted().map { ($0, other.isOff($0)) }
    }

    /// Off by notice or weekend; outside ``years`` by weekend alone.
    func isOff(_ date: CivilDate) -> Bool {
        let place = date.dayNumber - firstDay
        guard place >= 0, place + 1 < workdaysBefore.count else { return date.weekday.isWeekend }
        return workdaysBefore[place] == workdaysBefore[place + 1]
    }

    private func moved(_ date: CivilDate) -> HolidayYear.Day? {
        years.contains(date.year) ? moved[date] : nil
    }

    private static func dayNumber(ofNewYear year: Int) -> Int {
        CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? CivilDate.last.dayNumber
    }

    package static func == (left: HolidayTable, right: HolidayTable) -> Bool {
        left.years == right.years && left.arrangements == right.arrangements
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(years)
        hasher.combine(arrangements.count)
    }
}
