/// A running time limit: what set it off, what restarted, paused or extended it.
///
/// Everything that moves a deadline is a dated fact in here; ``deadline(in:asOf:)`` counts it.
package struct LegalClock: Sendable, Hashable {
    /// The limit, chosen by the rule set in force on the day of the triggering event.
    package let limit: TimeLimit
    /// What set the clock off, such as «收到申请».
    package let event: Words
    /// When it did.
    package let start: Instant
    /// What made the time begin anew, such as a corrected application or a paid fee; the latest one counts.
    package var restarts: [Restart]
    /// Spans that are not counted, in any order; where they overlap a day is left out once.
    package var pauses: [Pause]
    /// The extension, if one was granted.
    package var extended: Extension?

    package init(
        _ limit: TimeLimit,
        event: Words,
        start: Instant,
        restarts: [Restart] = [],
        pauses: [Pause] = [],
        extended: Extension? = nil
    ) {
        self.limit = limit
        self.event = event
        self.start = start
        self.restarts = restarts
        self.pauses = pauses
        self.extended = extended
    }

    /// The same for an event of which only the day is known.
    package init(
        _ limit: TimeLimit,
        event: Words,
        on date: CivilDate,
        restarts: [Restart] = [],
        pauses: [Pause] = [],
        extended: Extension? = nil
    ) {
        self.init(
            limit,
            event: event,
            start: .start(of: date),
            restarts: restarts,
            pauses: pauses,
            extended: extended
        )
    }

    /// The time begins anew; pauses before it no longer matter (《政府信息公开条例》 art 30, 信息处理费 measures).
    package struct Restart: Sendable, Hashable {
        package let on: CivilDate
        package let reason: Words

        package init(on: CivilDate, reason: Words) {
            self.on = on
            self.reason = reason
        }
    }

    /// Time that is not counted, from the day after something was sent to the day of the answer
    /// (《政府信息公开条例》 art 33: consultation of third parties and other organs).
    package struct Pause: Sendable, Hashable {
        package let sentOn: CivilDate
        /// `nil` while no answer has come.
        package let answeredOn: CivilDate?
        package let reason: Words

        package init(sentOn: CivilDate, answeredOn: CivilDate?, reason: Words) {
            self.sentOn = sentOn
            self.answeredOn = answeredOn
            self.reason = reason
        }
    }

    /// More time, granted by a named person under a rule.
    package struct Extension: Sendable, Hashable {
        /// In the unit of the limit: working days or calendar days.
        package let count: Int
        /// Who granted it, as shown to the applicant.
        package let approver: String
        /// When it was granted; an extension granted after the time had run out has no effect.
        package let grantedOn: CivilDate?
        /// Where the power to extend is written; the rule of the limit when `nil`.
        package let rule: RuleReference?

        package init(count: Int, approver: String, grantedOn: CivilDate? = nil, rule: RuleReference? = nil) {
            self.count = count
            self.approver = approver
            self.grantedOn = grantedOn
            self.rule = rule
        }
    }
}

/// Why no deadline could be counted.
package enum NoDeadline: Error, Sendable, Hashable {
    /// A holiday arrangement is missing.
    case outsideHolidayTable(OutsideHolidayTable)
    /// The rule allows no extension.
    case noExtensionAllowed(rule: RuleReference)
    /// More than the rule allows, or not at least one day.
    case extensionOutOfRange(asked: Int, longest: Int, rule: RuleReference)
    /// A limit in hours or with a fixed date cannot be paused, restarted or extended.
    case cannotBeMoved(rule: RuleReference)

    /// What is wrong and what to do.
    package var words: Words {
        switch self {
        case .outsideHolidayTable(let outside):
            outside.words
        case .noExtensionAllowed(let rule):
            Words(
                zh: "\(rule.text(chinese: true))没有规定可以延长期限，请删除延期。",
                en: "\(rule.text(chinese: false)) allows no extension; remove it."
            )
        case .extensionOutOfRange(let asked, let longest, let rule):
            Words(
                zh: "延长\(asked)日不符合\(rule.text(chinese: true))：只能延长1至\(longest)日。",
                en: "An extension of \(asked) is not allowed by \(rule.text(chinese: false)): 1 to \(longest) days."
            )
        case .cannotBeMoved(let rule):
            Words(
                zh: "\(rule.text(chinese: true))规定的期限不能中止、重新起算或者延长。",
                en: "The limit of \(rule.text(chinese: false)) cannot be paused, restarted or extended."
            )
        }
    }
}
