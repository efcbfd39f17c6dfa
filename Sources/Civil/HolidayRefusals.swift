/// Asked about a day of a year for which no holiday arrangement is known: the answer would be a guess.
package struct OutsideHolidayTable: Error, Sendable, Hashable {
    /// The day asked about, or the first day that the count would have needed.
    package let date: CivilDate
    /// The years that the table covers.
    package let years: ClosedRange<Int>

    package init(date: CivilDate, years: ClosedRange<Int>) {
        self.date = date
        self.years = years
    }

    /// The year that is missing.
    package var year: Int { date.year }

    /// What is missing and what to do.
    package var words: Words {
        let known = "\(years.lowerBound)–\(years.upperBound)"
        return Words(
            zh: "缺少\(year)年的放假安排，无法计算工作日（现有\(known)年）。请在国务院办公厅公布该年安排后导入\(year)年的节假日。",
            en: """
                The holiday arrangement of \(year) is missing, so working days cannot be counted (known: \(known)). \
                Import the holidays of \(year) once the General Office of the State Council has announced them.
                """
        )
    }
}

/// A holiday arrangement was added that would leave a year without one in between.
package struct MissingHolidayYear: Error, Sendable, Hashable {
    /// The year of the arrangement that was to be added.
    package let added: Int
    /// The year that has to come first.
    package let missing: Int

    /// What is missing and what to do.
    package var words: Words {
        guard added != missing else {
            return Words(
                zh: "不能先导入\(added)年的补充安排：请先导入国务院办公厅对该年的放假安排。",
                en: "This supplement to \(added) cannot be added yet: import the State Council's arrangement first."
            )
        }
        return Words(
            zh: "不能先导入\(added)年：缺少\(missing)年的放假安排。请先导入\(missing)年。",
            en: "\(added) cannot be added yet: the arrangement of \(missing) is missing. Import \(missing) first."
        )
    }
}
