/// A span that is left out of the count: overlapping pauses united, so that a day is left out once.
package struct PauseSpan: Sendable, Hashable {
    /// The last day that still counts: the day of sending, or day 0 when that is later.
    package let sentOn: CivilDate
    /// The last day left out: the day of the answer, or the day asked about while no answer has come.
    package private(set) var through: CivilDate
    /// Why, one for each pause that was united, in the order of sending.
    package private(set) var reasons: [Words]
    /// No answer has come yet, so the due date still moves.
    package private(set) var isRunning: Bool
    /// How many days are left out, in the unit of the limit.
    package private(set) var days: Int

    /// Whether the day lies in the span.
    package func contains(_ date: CivilDate) -> Bool { date > sentOn && date <= through }

    /// The reasons in one text.
    package var reason: Words {
        Words(
            zh: reasons.map(\.zh).joined(separator: "、"),
            en: reasons.map(\.en).joined(separator: ", ")
        )
    }

    /// Unites what overlaps and leaves out what ended on or before day 0.
    static func united(
        _ pauses: [LegalClock.Pause],
        after dayZero: CivilDate,
        asOf today: CivilDate?,
        in unit: DayUnit
    ) throws(OutsideHolidayTable) -> [PauseSpan] {
        guard !pauses.isEmpty else { return [] }
        var spans: [PauseSpan] = []
        spans.reserveCapacity(pauses.count)
        for pause in pauses.count == 1 ? pauses : inOrder(pauses) {
            let isRunning = pause.answeredOn == nil
            let sentOn = max(pause.sentOn, dayZero)
            let through = pause.answeredOn ?? max(today ?? sentOn, sentOn)
            guard through > sentOn || (isRunning && through == sentOn) else { continue }
            if let last = spans.last, sentOn < last.through {
                spans[spans.count - 1].unite(through, pause.reason, isRunning)
            } else {
                spans.append(
                    PauseSpan(sentOn: sentOn, through: through, reasons: [pause.reason], isRunning: isRunning, days: 0)
                )
            }
        }
        for place in spans.indices {
            spans[place].days = try unit.count(after: spans[place].sentOn, through: spans[place].through)
        }
        return spans
    }

    private mutating func unite(_ end: CivilDate, _ reason: Words, _ runs: Bool) {
        through = max(through, end)
        if !reasons.contains(reason) { reasons.append(reason) }
        isRunning = isRunning || runs
    }

    /// An order that depends on nothing but the pauses themselves, so that the order of entry never matters.
    private static func inOrder(_ pauses: [LegalClock.Pause]) -> [LegalClock.Pause] {
        pauses.sorted {
            let left = ($0.sentOn, $0.answeredOn ?? .last, $0.reason.zh)
            let right = ($1.sentOn, $1.answeredOn ?? .last, $1.reason.zh)
            return left < right
        }
    }
}
