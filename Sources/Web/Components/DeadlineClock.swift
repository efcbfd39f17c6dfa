/// The clock of a counted deadline: what `Civil` worked out, as applicant and clerk alike see it.

package import Civil
package import Text

extension Clock {
    /// The clock of a deadline as it stands today, or as it ended when the act was done.
    ///
    /// The holidays are those that the deadline was counted with; they tell the days off after the due day.
    /// Throws when today, or the day of the act, lies outside the table of holidays.
    package init(
        _ deadline: Deadline,
        on today: CivilDate,
        doneOn done: CivilDate? = nil,
        holidays: HolidayTable = .stateCouncil
    ) throws(OutsideHolidayTable) {
        let unit: Unit = if case .workingDays = deadline.limit.length { .workingDays } else { .calendarDays }
        self.init(
            state: try Self.state(of: deadline, unit, on: today, doneOn: done),
            due: deadline.due,
            unit: unit,
            days: try Self.days(of: deadline, unit, until: done ?? today, holidays),
            rule: Phrase(deadline.rule.words),
            lines: deadline.lines.map { Line(text: Phrase($0.words)) }
        )
    }

    private static func state(
        of deadline: Deadline,
        _ unit: Unit,
        on today: CivilDate,
        doneOn done: CivilDate?
    ) throws(OutsideHolidayTable) -> State {
        let day = done ?? today
        let left = unit == .workingDays ? try deadline.remaining(from: day) : deadline.remainingDays(from: day)
        if let done { return left < 0 ? .missed(on: done, by: -left) : .kept(on: done) }
        if let pause = deadline.pauses.last(where: \.isRunning) { return .paused(since: pause.sentOn) }
        return left < 0 ? .overdue(by: -left) : .running(left: left)
    }

    /// Day zero, the counted days, and at most a month of the days after the due day.
    private static func days(
        of deadline: Deadline,
        _ unit: Unit,
        until day: CivilDate,
        _ holidays: HolidayTable
    ) throws(OutsideHolidayTable) -> [ClockDay] {
        let cells = deadline.cells
        guard !cells.isEmpty else { return [] }
        let zero = ClockDay(
            date: deadline.start,
            kind: .start,
            isToday: deadline.start == day,
            note: Phrase(deadline.startEvent)
        )
        let counted = cells.map { cell in
            ClockDay(
                date: cell.date,
                kind: kind(of: cell, on: day),
                isToday: cell.date == day,
                isDue: cell.date == deadline.due,
                note: cell.note.map(Phrase.init)
            )
        }
        let late = min(max(deadline.due.days(until: day), 0), 31)
        var after: [ClockDay] = []
        for offset in 0..<late {
            let date = deadline.due.adding(days: offset + 1)
            let isWorkday = try holidays.isWorkday(date)
            let counts = isWorkday || unit == .calendarDays
            after.append(ClockDay(date: date, kind: counts ? .over : .off, isToday: date == day))
        }
        return [zero] + counted + after
    }

    private static func kind(of cell: DayCell, on day: CivilDate) -> ClockDay.Kind {
        switch cell.kind {
        case .worked: cell.date > day ? .ahead : .worked
        case .off: .off
        case .paused: .paused
        case .extended: .extended
        }
    }
}

extension Phrase {
    /// What `Civil` says, for the reader's language.
    package init(_ words: Words) {
        self.init(zh: words.zh, en: words.en)
    }
}
