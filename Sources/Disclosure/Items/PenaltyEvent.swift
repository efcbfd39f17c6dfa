package import Civil
import Database
import Text

/// A published penalty that was lawfully changed, revoked, or held illegal or void comes down within three working days,
/// with the reason (行政处罚法 art 48(2); its days up to seven are working days, art 85).
package enum PenaltyEvent {
    private static let limit = TimeLimit(
        key: "penalty2021.withdraw",
        rule: RuleReference(
            law: Words(zh: "中华人民共和国行政处罚法", en: "Law on Administrative Penalties"),
            article: "48",
            version: "penalty2021"
        ),
        duty: Words(zh: "撤回处罚信息并公开说明理由", en: "take the penalty down and publish the reason"),
        length: .workingDays(3)
    )

    /// By when what is public has to be down or put right, counted from the day of the event.
    /// - Throws: `NoDeadline` when the holidays of those days are not known.
    package static func deadline(since day: CivilDate, in holidays: HolidayTable) throws(NoDeadline) -> Deadline {
        let event = Words(zh: "处罚决定被变更、撤销、确认违法或者无效", en: "The penalty was changed, revoked, or held illegal or void")
        return try LegalClock(limit, event: event, on: day).deadline(in: holidays)
    }

    /// What is wrong with the day that was typed; nothing where the ground needs none.
    static func problems(_ day: CivilDate?, isNeeded: Bool, today: CivilDate) -> [FieldProblem] {
        guard isNeeded else { return [] }
        guard let day else {
            return [
                FieldProblem(
                    "event-on",
                    zh: "请填写处罚决定被变更、撤销等的日期，例如 2024-03-08；三个工作日从这一天算起",
                    en:
                        "Enter the day of the decision that changed or voided it, such as 2024-03-08; three working days run from it"
                )
            ]
        }
        guard day <= today else {
            return [FieldProblem("event-on", zh: "日期不能晚于今天", en: "The day cannot be after today")]
        }
        return []
    }
}

extension EndingGround {
    /// Whether the day of the event must be named, for a time limit runs from it.
    package var needsEvent: Bool { self == .penaltyVoid }
}

extension RevisionGround {
    /// Whether the day of the event must be named, for a time limit runs from it.
    package var needsEvent: Bool { self == .penaltyChanged }
}

extension ItemStore {
    /// The published items of an agency whose penalty no longer holds, with the day since when, the oldest first.
    func overturned(in agency: ID<Agency>, limit: Int) throws -> [(item: Item, since: CivilDate)] {
        try tx.rows(
            """
            SELECT i.*, w.event_on AS event_on FROM withdrawal w JOIN item i ON i.id = w.item
            WHERE w.state = 'open' AND w.event_on IS NOT NULL AND i.agency = \(agency)
            UNION ALL
            SELECT i.*, i.revision_event_on AS event_on FROM item i
            WHERE i.agency = \(agency) AND i.revision IS NOT NULL AND i.revision_event_on IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.item = i.id AND w.state = 'open' AND w.event_on IS NOT NULL)
            ORDER BY event_on, id LIMIT \(limit)
            """
        ).map { (try Item($0), try $0.date("event_on")) }
    }
}
