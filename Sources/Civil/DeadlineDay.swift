/// A deadline as months of a calendar: what each day did to the count, from the event to the due day.
package struct DeadlineDay: Sendable, Hashable {
    /// What the day did to the count.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Before the event or after the due day, or a day of a limit that is not counted in days.
        case outside
        /// Day 0: the event, or the latest restart.
        case start
        /// Before a restart: no longer matters.
        case dropped
        /// Counted within the limit.
        case counted
        /// Counted within the extension.
        case extended
        /// A weekend day that was skipped, or rolled over.
        case weekend
        /// A named holiday that was skipped, or rolled over.
        case holiday
        /// Left out because the clock stood still.
        case paused
    }

    package let date: CivilDate
    package let kind: Kind
    /// A weekend day that is worked (调休上班).
    package let isMakeUp: Bool
    /// The day on or before which it must be done.
    package let isDue: Bool
    /// Which counted day it is, from 1; `nil` when it is not counted.
    package let number: Int?
    /// The event, holiday, make-up day or pause that explains the day, if there is one.
    package let note: Words?

    /// The day in words, as one reads it on pointing at it.
    package var words: Words {
        let parts = [kind.words, number.map { Words(zh: "第\($0)日", en: "day \($0)") }, note]
        let due = isDue ? [Words(zh: "到期日", en: "due day")] : []
        let said = parts.compactMap(\.self) + due
        return Words(
            zh: (["\(date.chinese)\(date.weekday.chinese)"] + said.map(\.zh)).joined(separator: "，"),
            en: (["\(date.weekday.english) \(date.english)"] + said.map(\.en)).joined(separator: ", ")
        )
    }
}

extension DeadlineDay.Kind {
    /// The word of a key, and of each day; `nil` for days that have nothing to do with the count.
    package var words: Words? {
        switch self {
        case .outside: nil
        case .start: Words(zh: "起算日，不计", en: "day zero, not counted")
        case .dropped: Words(zh: "重新起算之前，作废", en: "before the restart, dropped")
        case .counted: Words(zh: "计入", en: "counted")
        case .extended: Words(zh: "延期内计入", en: "counted in the extension")
        case .weekend: Words(zh: "周末，不计", en: "weekend, not counted")
        case .holiday: Words(zh: "节假日，不计", en: "holiday, not counted")
        case .paused: Words(zh: "中止，不计", en: "paused, not counted")
        }
    }
}

/// One month of a deadline, every day of it in order.
package struct DeadlineMonth: Sendable, Hashable {
    package let year: Int
    /// 1 … 12.
    package let month: Int
    package let days: [DeadlineDay]

    /// «2024年2月», "February 2024".
    package var name: Words {
        let english = days.first.map { $0.date.english.split(separator: " ").dropFirst().joined(separator: " ") }
        return Words(zh: "\(year)年\(month)月", en: english ?? "")
    }
}

extension Deadline {
    /// The months from that of the event to that of the due day.
    package var months: [DeadlineMonth] {
        let cells = Dictionary(cells.map { ($0.date, $0) }) { first, _ in first }
        let event = clock.start.date
        var months: [DeadlineMonth] = []
        var (year, month) = (event.year, event.month)
        while (year, month) <= (due.year, due.month) {
            let days = (1...CivilDate.days(inMonth: month, of: year)).compactMap { day in
                CivilDate(year: year, month: month, day: day).map { self.day($0, cells[$0], event) }
            }
            months.append(DeadlineMonth(year: year, month: month, days: days))
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return months
    }

    private func day(_ date: CivilDate, _ cell: DayCell?, _ event: CivilDate) -> DeadlineDay {
        let kind: DeadlineDay.Kind
        var note = cell?.note
        switch cell?.kind {
        case _ where date == start:
            kind = .start
            note = start > event ? restartReason : startEvent
        case .worked: kind = .counted
        case .extended: kind = .extended
        case .paused: kind = .paused
        case .off: kind = cell?.note == nil ? .weekend : .holiday
        case nil:
            kind = date >= event && date < start ? .dropped : .outside
            note = date == event && date < start ? startEvent : nil
        }
        return DeadlineDay(
            date: date,
            kind: kind,
            isMakeUp: kind != .outside && kind != .dropped && table.makeUp(on: date) != nil,
            isDue: date == due,
            number: cell?.number,
            note: note
        )
    }
}
