/// A moment, in milliseconds since 1970-01-01T00:00:00Z, and its reading on the official clock of China (+08:00).
///
/// The zone is a constant: 北京时间 has had no summer time since 1991, and the machine's own zone is never asked.
package struct Instant: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z, negative before.
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// 00:00:00 of the day, +08:00.
    package static func start(of date: CivilDate) -> Instant {
        Instant(milliseconds: Int64(date.dayNumber) * Self.day - Self.zone)
    }

    /// 23:59:59.999 of the day, +08:00: the last millisecond in which something due that day is in time
    /// (民法典 art 203: a day ends at 24:00).
    package static func end(of date: CivilDate) -> Instant {
        Instant(milliseconds: Int64(date.dayNumber + 1) * Self.day - Self.zone - 1)
    }

    /// The day of this moment in +08:00; stops at the ends of the calendar (years 1 … 9999).
    package var date: CivilDate {
        CivilDate(dayNumber: Int(floorDivision(milliseconds.addingWithoutOverflow(Self.zone), Self.day).quotient))
    }

    /// The time of day in +08:00, whole seconds, 0:00:00 … 23:59:59.
    package var clock: (hour: Int, minute: Int, second: Int) {
        let ofDay = Int(floorDivision(milliseconds.addingWithoutOverflow(Self.zone), Self.day).remainder / 1000)
        return (ofDay / 3600, ofDay / 60 % 60, ofDay % 60)
    }

    /// That much later, or earlier when negative; stops at the ends of `Int64`.
    package func adding(milliseconds more: Int64) -> Instant {
        Instant(milliseconds: milliseconds.addingWithoutOverflow(more))
    }

    /// Milliseconds from here to the other moment: positive when it is later; stops at the ends of `Int64`.
    package func milliseconds(until other: Instant) -> Int64 {
        let (difference, overflow) = other.milliseconds.subtractingReportingOverflow(milliseconds)
        guard overflow else { return difference }
        return other > self ? .max : .min
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// So many seconds in milliseconds; stops at the ends of `Int64`.
    package static func seconds(_ count: Int64) -> Int64 { count.timesWithoutOverflow(1000) }
    /// So many minutes in milliseconds; stops at the ends of `Int64`.
    package static func minutes(_ count: Int64) -> Int64 { count.timesWithoutOverflow(60_000) }
    /// So many hours in milliseconds; stops at the ends of `Int64`.
    package static func hours(_ count: Int64) -> Int64 { count.timesWithoutOverflow(3_600_000) }
    /// So many days of 24 hours in milliseconds; stops at the ends of `Int64`.
    package static func days(_ count: Int64) -> Int64 { count.timesWithoutOverflow(day) }

    static let day: Int64 = 86_400_000
    /// +08:00 in milliseconds.
    static let zone: Int64 = 28_800_000
}

extension Int64 {
    fileprivate func addingWithoutOverflow(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return sum }
        return other > 0 ? .max : .min
    }

    fileprivate func timesWithoutOverflow(_ positive: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: positive)
        guard overflow else { return product }
        return self > 0 ? .max : .min
    }
}

private func floorDivision(_ value: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}
