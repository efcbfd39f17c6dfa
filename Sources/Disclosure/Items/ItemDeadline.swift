package import Civil
import Text

/// The time limits of an item, each explained: all are shown, the shortest wins and both are kept.
extension Duty {
    /// Every deadline that the content's dates set off, the soonest first.
    /// - Throws: `NoDeadline` when a count would leave the years whose holidays are known.
    package func deadlines(for content: ItemContent, holidays: HolidayTable) throws -> [Deadline] {
        let deadlines = try limits(for: content).compactMap { limit -> Deadline? in
            guard let start = limit.start(in: content) else { return nil }
            let field = field(limit.from)?.name
            let event = Words(zh: field?.zh ?? "成文日期", en: field?.en ?? "Date formed")
            let clock = LegalClock(limit.timeLimit, event: event, start: start)
            return try clock.deadline(in: holidays)
        }
        return deadlines.sorted { $0.dueInstant < $1.dueInstant }
    }

    /// The end of the shortest limit.
    func deadline(for content: ItemContent, holidays: HolidayTable) throws -> Instant? {
        do {
            return try deadlines(for: content, holidays: holidays).first?.dueInstant
        } catch let reason as NoDeadline {
            throw Refusal.invalid([FieldProblem(CommonFields.formedOn, zh: reason.words.zh, en: reason.words.en)])
        }
    }
}

extension DutyLimit {
    /// The instant from which the limit counts: of the named field, or of the day formed for periodic limits.
    func start(in content: ItemContent) -> Instant? {
        let value = content[from.isEmpty ? CommonFields.formedOn : from]
        guard let value else { return nil }
        return CivilDate(value).map(Instant.start(of:)) ?? Instant.read(value)
    }

    var timeLimit: TimeLimit {
        let length: TimeLimit.Length =
            switch length {
            case .workingDays(let count): .workingDays(count)
            case .calendarDays(let count): .calendarDays(count)
            case .hours(let count): .hours(count)
            case .sameDay: .sameDay
            case .yearly(let month, let day): .periodic(dueMonth: month, day: day)
            case .quarterly(let day): .quarterly(day: day)
            }
        return TimeLimit(
            key: "\(basis.version).publish",
            rule: RuleReference(
                law: Words(zh: basis.law.zh, en: basis.law.en),
                article: basis.article,
                version: basis.version
            ),
            duty: Words(zh: "公开", en: "publish"),
            length: length
        )
    }
}
