/// One day between day 0 and the due day, for the bar that shows how a deadline was counted.
package struct DayCell: Sendable, Hashable {
    /// What the day did to the count.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Counted within the limit.
        case worked
        /// Not counted, or only rolled over: weekend or holiday.
        case off
        /// Left out because the clock stood still.
        case paused
        /// Counted within the extension.
        case extended
    }

    package let date: CivilDate
    package let kind: Kind
    /// Which counted day it is, from 1; `nil` when it is not counted.
    package let number: Int?
    /// The holiday, make-up day or pause that explains the day, if there is one.
    package let note: Words?

    /// The day in words, for readers who do not see the bar.
    package var words: Words {
        let note = note.map { Words(zh: "，\($0.zh)", en: ", \($0.en)") } ?? Words(zh: "", en: "")
        let state =
            switch kind {
            case .worked: Words(zh: "计入", en: "counted")
            case .off: Words(zh: "不计", en: "not counted")
            case .paused: Words(zh: "中止", en: "paused")
            case .extended: Words(zh: "延期内计入", en: "counted in the extension")
            }
        let place = number.map { Words(zh: "第\($0)日", en: "day \($0)") }
        return Words(
            zh: "\(date.chinese)\(date.weekday.chinese)，\(state.zh)\(place.map { "，\($0.zh)" } ?? "")\(note.zh)",
            en: "\(date.weekday.english) \(date.english), \(state.en)\(place.map { ", \($0.en)" } ?? "")\(note.en)"
        )
    }
}

extension Deadline {
    /// Every day after day 0 up to and including the due day; empty for limits that are not counted in days.
    package var cells: [DayCell] {
        switch limit.length {
        case .workingDays(let count): return cells(of: count, skippingDaysOff: true)
        case .calendarDays(let count): return cells(of: count, skippingDaysOff: false)
        case .months: return cells(of: .max, skippingDaysOff: false)
        case .hours, .sameDay, .periodic, .quarterly: return []
        }
    }

    private func cells(of count: Int, skippingDaysOff: Bool) -> [DayCell] {
        guard due > start else { return [] }
        var counted = 0
        return (1...start.days(until: due)).map { offset in
            let date = start.adding(days: offset)
            let holiday = table.holiday(on: date)
            if (skippingDaysOff || date > raw) && table.isOff(date) {
                return DayCell(date: date, kind: .off, number: nil, note: holiday)
            }
            if let pause = pauses.first(where: { $0.contains(date) }) {
                return DayCell(date: date, kind: .paused, number: nil, note: pause.reason)
            }
            let note = table.makeUp(on: date).map { Words(zh: "\($0.zh)调休上班", en: "make-up working day for \($0.en)") }
            let total = count == .max ? count : count + (extended?.count ?? 0)
            guard date <= raw, counted < total else {
                return DayCell(date: date, kind: .worked, number: nil, note: note)
            }
            counted += 1
            return DayCell(
                date: date,
                kind: counted <= count ? .worked : .extended,
                number: counted,
                note: note ?? holiday
            )
        }
    }
}
