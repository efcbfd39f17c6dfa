/// The days off and make-up working days that one yearly notice of the State Council arranges.
///
/// Source: 全国年节及纪念日放假办法 and the General Office's yearly 关于部分节假日安排的通知. A notice may reach back into
/// December of the year before (1 January is often joined with the last days of the old year).
package struct HolidayYear: Sendable, Hashable {
    /// One day that the notice moves: off although it may be a weekday, or worked although it is a weekend day.
    package struct Day: Sendable, Hashable {
        package let date: CivilDate
        /// Off (放假) or a make-up working day (调休上班).
        package let isOff: Bool
        /// The holiday on whose account the day is moved, such as «春节».
        package let name: Words
    }

    /// The year that the notice arranges.
    package let year: Int
    /// Number of the notice, such as «国办发明电〔2025〕7号».
    package let notice: String
    /// In order of date, each date once.
    package let days: [Day]

    /// Days of a later entry replace those of an earlier one on the same date.
    init(year: Int, notice: String, days: [Day]) {
        var latest: [CivilDate: Day] = [:]
        for day in days { latest[day.date] = day }
        self.year = year
        self.notice = notice
        self.days = latest.values.sorted { $0.date < $1.date }
    }

    /// Holidays of every year that this arrangement gives no day off for; empty for the arrangement of a whole year.
    package var missingHolidays: [String] {
        let off = Set(days.filter(\.isOff).flatMap { $0.name.zh.split(separator: "、").map(String.init) })
        return HolidayNames.expected(in: year).filter { off.isDisjoint(with: $0) }.compactMap(\.first)
    }
}

extension HolidayYear {
    /// One holiday of a notice, in the compact form of the built-in tables: dates as `YYYY_MMDD`.
    struct Arrangement {
        let name: String
        let off: [ClosedRange<Int>]
        let work: [Int]

        init(_ name: String, off: [ClosedRange<Int>], work: [Int] = []) {
            self.name = name
            self.off = off
            self.work = work
        }

        var days: [Day] {
            let words = HolidayNames.words(for: name)
            let off = off.flatMap { range -> [CivilDate] in
                guard let first = date(range.lowerBound), let last = date(range.upperBound) else { return [] }
                return (0...first.days(until: last)).map(first.adding(days:))
            }
            return off.map { Day(date: $0, isOff: true, name: words) }
                + work.compactMap(date).map { Day(date: $0, isOff: false, name: words) }
        }

        private func date(_ compact: Int) -> CivilDate? {
            CivilDate(year: compact / 10_000, month: compact / 100 % 100, day: compact % 100)
        }
    }

    init(_ year: Int, by notice: String, _ arrangements: [Arrangement]) {
        self.init(year: year, notice: notice, days: arrangements.flatMap(\.days))
    }
}
