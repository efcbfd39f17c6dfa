/// A day on a clock: every kind has a shape, a word for screen readers and a line in the key.

package import Civil
import Html
package import Text

/// One cell in the bar of a clock.
package struct ClockDay: Sendable {
    /// What the day did to the count.
    package enum Kind: Sendable, CaseIterable {
        /// 起算日: day zero, the day of the event, not counted.
        case start
        /// Counted and past.
        case worked
        /// Counted and still to come.
        case ahead
        /// Weekend or holiday, not counted.
        case off
        /// 中止: the clock stood still.
        case paused
        /// 延期: a day that an extension added.
        case extended
        /// A day after the due date.
        case over

        var cssClass: String {
            switch self {
            case .start: "day-start"
            case .worked: "day-worked"
            case .ahead: "day-ahead"
            case .off: "day-off"
            case .paused: "day-paused"
            case .extended: "day-extended"
            case .over: "day-over"
            }
        }

        func words(in unit: Clock.Unit) -> Phrase {
            switch self {
            case .start: Phrase(zh: "起算日", en: "day zero")
            case .worked:
                unit == .workingDays
                    ? Phrase(zh: "已过工作日", en: "working day, past") : Phrase(zh: "已过", en: "day, past")
            case .ahead:
                unit == .workingDays
                    ? Phrase(zh: "剩余工作日", en: "working day, to come") : Phrase(zh: "剩余", en: "day, to come")
            case .off: Phrase(zh: "休息日", en: "day off")
            case .paused: Phrase(zh: "中止", en: "paused")
            case .extended: Phrase(zh: "延期", en: "extended")
            case .over: Phrase(zh: "逾期", en: "late")
            }
        }
    }

    package var date: CivilDate
    package var kind: Kind
    package var isToday: Bool
    package var isDue: Bool
    /// Why the day is what it is, such as the holiday's name.
    package var note: Phrase?

    package init(
        date: CivilDate,
        kind: Kind,
        isToday: Bool = false,
        isDue: Bool = false,
        note: Phrase? = nil
    ) {
        self.date = date
        self.kind = kind
        self.isToday = isToday
        self.isDue = isDue
        self.note = note
    }

    func cell(in language: Language, unit: Clock.Unit) -> HTML {
        var said = [date.words(in: language), kind.words(in: unit)[language]]
        if isToday { said.append(Phrase(zh: "今天", en: "today")[language]) }
        if isDue { said.append(Phrase(zh: "到期日", en: "due date")[language]) }
        if let note { said.append(note[language]) }
        let shown = date.day == 1 ? "\(date.month)/1" : "\(date.day)"
        return """
            <li class="day \(kind.cssClass)\(isToday ? " day-today" : "")\(isDue ? " day-due" : "")">\
            <span aria-hidden="true">\(shown)</span>\
            <span class="unseen">\(said.joined(separator: language == .zh ? "，" : ", "))</span></li>
            """
    }
}
