/// The style guide's clocks: two that were really counted, and every other state in words.

import Civil
import Html
import Text

extension StyleGuide {
    func clocks(_ language: Language) -> HTML {
        let counted = [running, overdue].compactMap { $0 }
        let states: [Clock.State] = [
            .running(left: 2), .running(left: 0), .paused(since: day(2024, 3, 4)), .kept(on: day(2024, 3, 7)),
            .missed(on: day(2024, 3, 12), by: 2),
        ]
        let others = states.map { Clock(state: $0, due: day(2024, 3, 8), rule: rule, lines: []) }
        return (counted + others).html(in: language).joined(by: "\n") + (calendar?.html(in: language) ?? .empty)
    }

    /// A request whose clock was paused, extended, and crossed two holidays.
    private var calendar: DeadlineCalendar? {
        guard let limit = TimeLimit.named("reg2019.reply") else { return nil }
        let pause = LegalClock.Pause(
            sentOn: day(2024, 2, 20),
            answeredOn: day(2024, 2, 28),
            reason: Words(zh: "征求第三方意见", en: "third party consulted")
        )
        let clock = LegalClock(
            limit,
            event: limit.event,
            on: day(2024, 2, 5),
            pauses: [pause],
            extended: .init(count: 20, approver: "公开工作机构负责人", grantedOn: day(2024, 3, 6))
        )
        return (try? clock.deadline()).map(DeadlineCalendar.init)
    }

    private var rule: Phrase {
        Phrase(TimeLimit.named("reg2019.reply")?.rule.words ?? Words(zh: "", en: ""))
    }

    /// A request over the Spring Festival with a third party consulted in between.
    private var running: Clock? {
        clock(
            from: day(2024, 2, 5),
            on: day(2024, 3, 1),
            pauses: [
                .init(
                    sentOn: day(2024, 2, 20),
                    answeredOn: day(2024, 2, 22),
                    reason: Words(zh: "征求第三方意见", en: "third party consulted")
                )
            ]
        )
    }

    /// A request that was extended and is late all the same.
    private var overdue: Clock? {
        clock(
            from: day(2024, 5, 6),
            on: day(2024, 6, 14),
            extended: .init(count: 5, approver: "公开工作机构负责人", grantedOn: day(2024, 5, 30))
        )
    }

    private func clock(
        from start: CivilDate,
        on today: CivilDate,
        pauses: [LegalClock.Pause] = [],
        extended: LegalClock.Extension? = nil
    ) -> Clock? {
        guard let limit = TimeLimit.named("reg2019.reply") else { return nil }
        let event = Words(zh: "收到申请", en: "request received")
        let clock = LegalClock(limit, event: event, on: start, pauses: pauses, extended: extended)
        guard let deadline = try? clock.deadline(asOf: today) else { return nil }
        return try? Clock(deadline, on: today)
    }
}
