/// The two ways in which laws count days: 工作日 and calendar days.
enum DayUnit {
    case working(HolidayTable)
    case calendar

    func add(_ count: Int, to date: CivilDate) throws(OutsideHolidayTable) -> CivilDate {
        switch self {
        case .working(let table): try WorkingDays.add(count, to: date, in: table)
        case .calendar: date.adding(days: count)
        }
    }

    func count(after start: CivilDate, through end: CivilDate) throws(OutsideHolidayTable) -> Int {
        switch self {
        case .working(let table): try WorkingDays.count(after: start, through: end, in: table)
        case .calendar: start.days(until: end)
        }
    }
}
