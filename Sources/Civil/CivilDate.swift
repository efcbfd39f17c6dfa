/// A day of the civil (Gregorian) calendar without time or zone: what laws, documents and deadlines speak of.
///
/// Years 1 to 9999. The arithmetic is that of the proleptic Gregorian calendar over day numbers; no machine
/// calendar, time zone or locale is asked.
package struct CivilDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// 1 … 9999.
    package let year: Int
    /// 1 … 12.
    package let month: Int
    /// 1 … 31, never more than the month has.
    package let day: Int

    /// `nil` for a day that the calendar does not have, such as 30 February, or a year outside 1 … 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
        self.init(known: (year, month, day))
    }

    /// Reads exactly `YYYY-MM-DD` (ISO 8601 / GB/T 7408), the form in which dates are stored and exchanged.
    ///
    /// `nil` for anything else; what people type is read by ``read(_:)``.
    package init?(_ iso: String) {
        var digits: [Int] = []
        var position = 0
        for byte in iso.utf8 {
            if position == 4 || position == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard let digit = decimalDigit(byte) else { return nil }
                digits.append(digit)
            }
            position += 1
        }
        guard position == 10 else { return nil }
        self.init(eight: digits)
    }

    /// The day so many days after 1970-01-01 (day 0); stops at the ends of the calendar, 0001-01-01 and 9999-12-31.
    package init(dayNumber: Int) {
        let bounded = min(max(dayNumber, Self.firstDayNumber), Self.lastDayNumber)
        // Days are counted from 0000-03-01, so that the leap day is the last of its year.
        let shifted = bounded + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init(known: (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1))
    }

    init?(eight digits: [Int]) {
        guard digits.count == 8 else { return nil }
        self.init(
            year: digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3],
            month: digits[4] * 10 + digits[5],
            day: digits[6] * 10 + digits[7]
        )
    }

    private init(known parts: (year: Int, month: Int, day: Int)) {
        year = parts.year
        month = parts.month
        day = parts.day
    }

    /// Days since 1970-01-01, negative before.
    package var dayNumber: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day of the week.
    package var weekday: Weekday { Weekday(dayNumber: dayNumber) }

    /// So many days later, or earlier when negative; stops at the ends of the calendar.
    package func adding(days: Int) -> CivilDate {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        guard !overflow else { return days > 0 ? .last : .first }
        return CivilDate(dayNumber: sum)
    }

    /// How many days from here to the other day: positive when it is later.
    package func days(until other: CivilDate) -> Int { other.dayNumber - dayNumber }

    /// The day of the same number so many months later; the last day of that month when it has no such day
    /// (民法典 art 202).
    package func adding(months: Int) -> CivilDate {
        let bounded = min(max(months, -120_000), 120_000)
        let count = year * 12 + (month - 1) + bounded
        guard count >= 12 else { return .first }
        guard count < 120_000 else { return .last }
        let newYear = count / 12
        let newMonth = count % 12 + 1
        return CivilDate(known: (newYear, newMonth, min(day, Self.days(inMonth: newMonth, of: newYear))))
    }

    /// 28, 29, 30 or 31; 0 for a month that does not exist.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 0
        }
    }

    /// 0001-01-01, the first day that can be written.
    package static let first = CivilDate(known: (1, 1, 1))
    /// 9999-12-31, the last day that can be written.
    package static let last = CivilDate(known: (9999, 12, 31))
    private static let firstDayNumber = -719_162
    private static let lastDayNumber = 2_932_896

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension Weekday {
    /// Day 0, 1970-01-01, was a Thursday.
    init(dayNumber: Int) {
        let fromMonday = ((dayNumber + 3) % 7 + 7) % 7
        self = Weekday(rawValue: fromMonday + 1) ?? .monday
    }
}

func decimalDigit(_ byte: UInt8) -> Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
}
