/// A due date that can explain itself: the rule, day 0, every day skipped, paused, added or rolled.
///
/// Made by ``LegalClock/deadline(in:asOf:)``; the explanation and the day cells are worked out when asked for.
package struct Deadline: Sendable, Hashable {
    /// The clock that was counted.
    package let clock: LegalClock
    /// The day on or before which it must be done, after rolling over days off.
    package let due: CivilDate
    /// The last moment in time: the end of the due day (24:00), or the exact moment for a limit in hours.
    package let dueInstant: Instant
    /// The last day as counted, before it rolled over days off; the same as ``due`` for working days.
    package let raw: CivilDate
    /// The pauses that were left out of the count, overlapping ones united.
    package let pauses: [PauseSpan]
    /// Pauses that began when the time had already run out, and therefore changed nothing.
    package let latePauses: [PauseSpan]
    /// The extension that was counted.
    package let extended: LegalClock.Extension?
    /// An extension that was granted when the time had already run out, and therefore changed nothing.
    package let lateExtension: LegalClock.Extension?
    /// The working days it was counted with.
    let table: HolidayTable

    init(_ clock: LegalClock, _ stretch: Stretch, at moment: Instant? = nil, isExtended: Bool, in table: HolidayTable) {
        self.clock = clock
        due = stretch.due
        dueInstant = moment ?? .end(of: stretch.due)
        raw = stretch.raw
        pauses = stretch.pauses
        latePauses = stretch.latePauses
        extended = isExtended ? clock.extended : nil
        lateExtension = isExtended ? nil : clock.extended
        self.table = table
    }

    /// The limit that was counted.
    package var limit: TimeLimit { clock.limit }
    /// Where the limit is written.
    package var rule: RuleReference { clock.limit.rule }
    /// What set the clock off.
    package var startEvent: Words { clock.event }
    /// Day 0, which is not counted: the day of the event, or of the latest restart.
    package var start: CivilDate { clock.dayZero }
    /// A pause has not ended, so the due date moves on with every day until the answer comes.
    package var isPaused: Bool { pauses.contains(where: \.isRunning) }

    /// Whether the day is past the due day.
    package func isLate(on today: CivilDate) -> Bool { today > due }

    /// Whether the moment is past the last moment in time.
    package func isLate(at moment: Instant) -> Bool { moment > dueInstant }

    /// Working days left: 0 on the due day (and over days off right before it), negative when late.
    ///
    /// A day off after the due day is already one day late. Throws when today lies outside the holiday table.
    package func remaining(from today: CivilDate) throws(OutsideHolidayTable) -> Int {
        let left = try WorkingDays.count(after: today, through: due, in: table)
        return isLate(on: today) ? min(left, -1) : left
    }

    /// Calendar days left: 0 on the due day, negative when late.
    package func remainingDays(from today: CivilDate) -> Int { today.days(until: due) }

    /// «还剩6个工作日，3月8日到期», as a list or a clock shows it first.
    package func summary(on today: CivilDate) throws(OutsideHolidayTable) -> Words {
        let left = try remaining(from: today)
        let sameYear = today.year == due.year
        let day = Words(
            zh: sameYear ? due.shortChinese : due.chinese,
            en: sameYear ? due.shortEnglish : due.english
        )
        if today == due { return Words(zh: "今天到期", en: "Due today") }
        if left < 0 {
            return Words(
                zh: "已逾期\(-left)个工作日，\(day.zh)到期",
                en: "\(counted(-left, "working day")) late, was due on \(day.en)"
            )
        }
        return Words(
            zh: "还剩\(left)个工作日，\(day.zh)到期",
            en: "\(counted(left, "working day")) left, due on \(day.en)"
        )
    }
}
