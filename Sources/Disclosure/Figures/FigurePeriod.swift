package import Civil

/// The days that a figure is counted over, first and last included.
package struct FigurePeriod: Sendable, Hashable {
    package var first: CivilDate
    package var last: CivilDate

    package init(first: CivilDate, last: CivilDate) {
        self.first = first
        self.last = last
    }

    /// - Returns: nil for a year that the calendar does not have.
    package static func year(_ year: Int) -> FigurePeriod? {
        guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31)
        else { return nil }
        return FigurePeriod(first: first, last: last)
    }

    /// - Parameter quarter: from 1 to 4.
    package static func quarter(_ quarter: Int, of year: Int) -> FigurePeriod? {
        guard (1...4).contains(quarter) else { return nil }
        return months(3, from: quarter * 3 - 2, of: year)
    }

    package static func month(_ month: Int, of year: Int) -> FigurePeriod? { months(1, from: month, of: year) }

    private static func months(_ count: Int, from month: Int, of year: Int) -> FigurePeriod? {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        return FigurePeriod(first: first, last: first.adding(months: count).adding(days: -1))
    }
}
