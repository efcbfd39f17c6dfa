/// A time that a law sets: how long, counted how, for what, and where it is written.
package struct TimeLimit: Sendable, Hashable {
    /// How a limit is counted.
    package enum Length: Sendable, Hashable {
        /// 工作日: the day of the event is not counted, the N-th working day is the last.
        case workingDays(Int)
        /// 日: calendar days; a last day that is off rolls forward to the next working day.
        case calendarDays(Int)
        /// 月: the same day so many months later (a year is 12); a last day that is off rolls forward.
        case months(Int)
        /// 小时: from the very moment; nights, weekends and holidays count.
        case hours(Int)
        /// The day of the event itself.
        case sameDay
        /// Every year on or before a fixed day; not rolled, because the law names the date.
        case periodic(dueMonth: Int, day: Int)
        /// On or before a day of the first month after the quarter of the event; not rolled.
        case quarterly(day: Int)
    }

    /// Rule set and step, such as `reg2019.reply`.
    package let key: String
    /// Where it is written.
    package let rule: RuleReference
    /// What must be done in it.
    package let duty: Words
    package let length: Length
    /// The longest extension that the rule allows, in the unit of ``length``; `nil` when it allows none.
    package let longestExtension: Int?

    package init(key: String, rule: RuleReference, duty: Words, length: Length, longestExtension: Int? = nil) {
        self.key = key
        self.rule = rule
        self.duty = duty
        self.length = length
        self.longestExtension = longestExtension
    }

    /// The same limit as an agency set it for itself, such as the service levels of its hotline.
    ///
    /// The rule is then the agency's own.
    package func set(to length: Length, upTo longestExtension: Int? = nil, by rule: RuleReference) -> TimeLimit {
        TimeLimit(key: key, rule: rule, duty: duty, length: length, longestExtension: longestExtension)
    }

    /// The limit of a key such as `reg2019.reply`.
    package static func named(_ key: String) -> TimeLimit? { byKey[key] }

    /// The limit for a step (`reply`) of a family under the rule set in force on the day of the triggering event.
    ///
    /// `nil` when no rule set was in force or it set no limit (`reg2007` sets none for clarification).
    package static func inForce(_ step: String, _ family: RuleSet.Family, on date: CivilDate) -> TimeLimit? {
        RuleSet.inForce(family, on: date).flatMap { named("\($0.key).\(step)") }
    }

    private static let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }
}

extension TimeLimit.Length {
    /// «20个工作日», "20 working days"; as said in a sentence.
    package var words: Words {
        switch self {
        case .workingDays(let count):
            Words(zh: "\(count)个工作日", en: counted(count, "working day"))
        case .calendarDays(let count):
            Words(zh: "\(count)日", en: counted(count, "calendar day"))
        case .months(let count) where count % 12 == 0 && count > 0:
            Words(zh: "\(count / 12)年", en: counted(count / 12, "year"))
        case .months(let count):
            Words(zh: "\(count)个月", en: counted(count, "month"))
        case .hours(let count):
            Words(zh: "\(count)小时", en: counted(count, "hour"))
        case .sameDay:
            Words(zh: "当日", en: "the same day")
        case .periodic(let month, let day):
            Words(
                zh: "每年\(month)月\(day)日前",
                en: "every year by \(CivilDate(year: 2000, month: month, day: day)?.shortEnglish ?? "")"
            )
        case .quarterly(let day):
            Words(zh: "下一季度首月\(day)日前", en: "by day \(day) of the month after the quarter")
        }
    }
}

/// "1 day", "2 days".
func counted(_ count: Int, _ unit: String) -> String { count == 1 ? "1 \(unit)" : "\(count) \(unit)s" }
