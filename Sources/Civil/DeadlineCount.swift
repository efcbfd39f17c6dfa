/// Counts a deadline as the law does: day 0 left out, days off skipped, pauses left out once, extension added.
extension LegalClock {
    /// Day 0: the day of the event or of the latest restart after it.
    package var dayZero: CivilDate { max(start.date, restarts.map(\.on).max() ?? start.date) }

    /// The deadline with everything that explains it.
    ///
    /// A pause without an answer is counted up to `today`; without `today` it leaves nothing out yet. A pause that
    /// began, or an extension that was granted, after the time had run out changes nothing and is explained as such.
    package func deadline(
        in table: HolidayTable = .stateCouncil,
        asOf today: CivilDate? = nil
    ) throws(NoDeadline) -> Deadline {
        let zero = dayZero
        switch limit.length {
        case .workingDays(let count):
            return try counted(.working(table), table, today) { extra throws(OutsideHolidayTable) in
                try WorkingDays.add(sum(count, extra), to: zero, in: table)
            }
        case .calendarDays(let count):
            return try counted(.calendar, table, today) { extra throws(OutsideHolidayTable) in
                zero.adding(days: sum(count, extra))
            }
        case .months(let count):
            return try counted(.calendar, table, today) { extra throws(OutsideHolidayTable) in
                zero.adding(months: count).adding(days: extra)
            }
        case .hours(let count):
            let moment = start.adding(milliseconds: Instant.hours(Int64(count)))
            return try fixed(on: moment.date, at: moment, table)
        case .sameDay:
            return try fixed(on: start.date, table)
        case .periodic(let month, let day):
            return try fixed(on: start.date.next(month: month, day: day), table)
        case .quarterly(let day):
            return try fixed(on: start.date.afterQuarter(day: day), table)
        }
    }

    /// A limit in days: `end` gives its last day with so many days of extension, before pauses and rolling.
    private func counted(
        _ unit: DayUnit,
        _ table: HolidayTable,
        _ today: CivilDate?,
        end: (Int) throws(OutsideHolidayTable) -> CivilDate
    ) throws(NoDeadline) -> Deadline {
        try checkExtension()
        do throws(OutsideHolidayTable) {
            let spans = try PauseSpan.united(pauses, after: dayZero, asOf: today, in: unit)
            guard let extended else {
                return Deadline(self, try Stretch(from: end(0), by: spans, unit, table), isExtended: false, in: table)
            }
            if let granted = extended.grantedOn {
                let plain = try Stretch(from: end(0), by: spans, unit, table)
                if granted > plain.due { return Deadline(self, plain, isExtended: false, in: table) }
            }
            let longer = try Stretch(from: end(extended.count), by: spans, unit, table)
            return Deadline(self, longer, isExtended: true, in: table)
        } catch {
            throw .outsideHolidayTable(error)
        }
    }

    private func fixed(
        on date: CivilDate,
        at moment: Instant? = nil,
        _ table: HolidayTable
    ) throws(NoDeadline) -> Deadline {
        guard restarts.isEmpty, pauses.isEmpty, extended == nil else { throw .cannotBeMoved(rule: limit.rule) }
        return Deadline(self, Stretch(fixed: date), at: moment, isExtended: false, in: table)
    }

    private func checkExtension() throws(NoDeadline) {
        guard let extended else { return }
        guard let longest = limit.longestExtension else { throw .noExtensionAllowed(rule: limit.rule) }
        guard extended.count >= 1, extended.count <= longest else {
            throw .extensionOutOfRange(asked: extended.count, longest: longest, rule: limit.rule)
        }
    }
}

/// A last day and how far the pauses moved it.
struct Stretch {
    /// The last day as counted.
    private(set) var raw: CivilDate
    /// The same after rolling over days off.
    private(set) var due: CivilDate
    private(set) var pauses: [PauseSpan] = []
    /// Pauses that began when the time had already run out.
    private(set) var latePauses: [PauseSpan] = []

    init(fixed date: CivilDate) {
        raw = date
        due = date
    }

    init(
        from end: CivilDate,
        by spans: [PauseSpan],
        _ unit: DayUnit,
        _ table: HolidayTable
    ) throws(OutsideHolidayTable) {
        raw = end
        due = try WorkingDays.first(onOrAfter: end, in: table)
        for span in spans {
            guard span.sentOn <= due else {
                latePauses.append(span)
                continue
            }
            pauses.append(span)
            // A pause may begin while the last day rolls over days off: its days then follow the day of sending.
            raw = try unit.add(span.days, to: max(raw, span.sentOn))
            due = try WorkingDays.first(onOrAfter: raw, in: table)
        }
    }
}

extension CivilDate {
    /// The next such day of the year, the day itself included; a month's last day where it has no such day.
    fileprivate func next(month: Int, day: Int) -> CivilDate {
        let thisYear = Self.bounded(year: year, month: month, day: day)
        return thisYear >= self ? thisYear : Self.bounded(year: year + 1, month: month, day: day)
    }

    /// Such a day of the first month after the quarter of this day.
    fileprivate func afterQuarter(day: Int) -> CivilDate {
        let nextMonth = (month - 1) / 3 * 3 + 4
        return nextMonth <= 12
            ? Self.bounded(year: year, month: nextMonth, day: day)
            : Self.bounded(year: year + 1, month: 1, day: day)
    }

    private static func bounded(year: Int, month: Int, day: Int) -> CivilDate {
        let month = min(max(month, 1), 12)
        return CivilDate(year: year, month: month, day: min(max(day, 1), days(inMonth: month, of: year))) ?? .last
    }
}

private func sum(_ count: Int, _ extra: Int) -> Int {
    let (sum, overflow) = count.addingReportingOverflow(extra)
    return overflow ? .max : sum
}
