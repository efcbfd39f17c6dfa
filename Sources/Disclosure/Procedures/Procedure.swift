package import Civil
package import Text

/// The rules of one kind of case (办件): its states and events, who may do what, clocks, letters and outcomes.
///
/// A procedure is a YAML file; one kind has several where the law changed, and the day of receipt chooses.
package struct Procedure: Sendable, Hashable {
    /// Unique, such as `request-2019`.
    package var key: String
    /// What several versions have in common, such as `request`; the address of its form.
    package var kind: String
    package var name: Phrase
    /// One sentence for who wonders whether this is the right form.
    package var purpose: Phrase
    /// Days of receipt that it is for.
    package var from: CivilDate
    package var through: CivilDate?
    /// The law that articles of its events and outcomes refer to.
    package var basis: RuleReference
    /// The word in the number of a case, such as 依申请.
    package var word: String
    package var protects: Protection
    package var applicant: ApplicantRule
    /// How it may come, in the order of the form.
    package var intake: [Intake]
    package var fields: [Field]
    package var states: [State]
    package var clocks: [Clock]
    package var events: [Event]
    package var outcomes: [Outcome]
    /// Years after its end for which words and names are kept; then they are erased and the counts stay.
    package var keepsYears: Int
    /// What of a closed case may become an item for everybody; nil for nothing.
    package var publicity: Publicity?

    /// When something of a case may become public.
    package struct Publicity: Sendable, Hashable {
        /// What whoever agrees answers to the field ``consent``.
        static let agreed = "agreed"
        /// The duty under which it is published; nil where that depends on the information.
        package var duty: String?
        /// The field in which who asks agrees.
        package var consent: String?
        /// Only cases that ended so; empty for all.
        package var outcomes: [String]
    }

    /// Who may know who asked.
    package enum Protection: String, Sendable, CaseIterable {
        /// Those who handle cases; not auditor and administrator.
        case applicant
        /// The officer of the case alone (安全生产法 art 73).
        case informant
    }

    /// What must be known of who asks.
    package enum ApplicantRule: String, Sendable, CaseIterable {
        /// Name, proof of identity and a way of contact (条例 art 29).
        case identified
        /// A name and a way of contact.
        case named
        /// Nothing.
        case anonymous
    }

    /// A way in which a case comes.
    package struct Intake: Sendable, Hashable {
        package var channel: IntakeChannel
        /// The case begins on the day that both sides confirm and not when it arrives (条例 art 31).
        package var needsConfirmation: Bool
    }

    /// Where a case stands.
    package struct State: Sendable, Hashable {
        package var key: String
        package var name: Phrase
        package var waits: Waiting
    }

    /// For whom a case waits.
    package enum Waiting: String, Sendable, CaseIterable {
        case office, approver, applicant, others
        /// For nobody: it is closed.
        case nobody
    }

    /// A clock that events start, restart, pause, extend and stop.
    package struct Clock: Sendable, Hashable {
        package var key: String
        package var limit: TimeLimit
        /// It sets the day by which the case has to be closed.
        package var isMain: Bool
    }

    /// Something that happens to a case.
    package struct Event: Sendable, Hashable {
        package var key: String
        package var name: Phrase
        /// States in which it may happen.
        package var from: [String]
        /// Where it leads; nil leaves the case where it is.
        package var to: String?
        package var by: [Performer]
        /// What is asked of who records it.
        package var questions: [Field]
        package var starts: [String]
        package var restarts: [String]
        package var pauses: [String]
        package var extends: [String]
        package var stops: [String]
        /// Events that this one answers: it closes the oldest of them that is still open.
        package var answers: [String]
        /// The clock that must have run out before.
        package var after: String?
        /// At most one time in a case.
        package var isOnce: Bool
        /// A clock whose time so far the one that is started takes over.
        package var replaces: String?
        /// With it the case begins: the receipt, or the confirmation of one.
        package var begins: Bool
        /// Of several with which it may begin, the one for such content.
        package var condition: Field.Condition?
        /// The outcome that it brings, where there is nothing to choose.
        package var outcome: String?
        /// It takes the outcome of the event that it answers.
        package var decides: Bool
        /// The letter that goes out with it.
        package var letter: String?
        /// Article of the procedure's law.
        package var article: String?

        package var asksOutcome: Bool { questions.contains { $0.key == EventQuestion.outcome.rawValue } }
        var asksRating: Bool { questions.contains { $0.key == EventQuestion.rating.rawValue } }
    }

    /// How a case can end.
    package struct Outcome: Sendable, Hashable {
        /// Unique in the procedure, such as `open-given`.
        package var key: String
        package var name: Phrase
        package var article: String?
        /// The row of the annual report that it counts in.
        package var cell: String?
        package var remedy: Remedy
        /// A refusal whose reason may pass: it gets a date to be assessed again (条例 art 18).
        package var isReassessed: Bool
        /// May be the ground of a passage that a partial release leaves out.
        package var isGround: Bool
        /// Takes its remedy from the grounds of its passages.
        package var isPartial: Bool
    }
}

/// Who makes an event happen.
package enum Performer: String, Sendable, CaseIterable {
    case officer, approver, applicant
    /// A nightly task.
    case program

    /// The right that a member of staff needs; nil for who is none.
    package var act: Act? {
        switch self {
        case .officer: .handleCases
        case .approver: .decideCases
        case .applicant, .program: nil
        }
    }
}

/// How a case reaches the agency.
package enum IntakeChannel: String, Sendable, CaseIterable {
    case portal, counter, post
    case plainMail = "plain-mail"
    case fax, phone, hotline
    case readingPoint = "reading-point"
    case transfer, radio

    package var name: Phrase {
        switch self {
        case .portal: Phrase(zh: "网络", en: "Online")
        case .counter: Phrase(zh: "当面", en: "At the counter")
        case .post: Phrase(zh: "挂号信、快递", en: "Registered mail")
        case .plainMail: Phrase(zh: "平信", en: "Plain mail")
        case .fax: Phrase(zh: "传真", en: "Fax")
        case .phone: Phrase(zh: "电话", en: "Telephone")
        case .hotline: Phrase(zh: "热线转办", en: "Hotline")
        case .readingPoint: Phrase(zh: "公开查阅点", en: "Reading point")
        case .transfer: Phrase(zh: "上级或其他机关转来", en: "Passed on by another organ")
        case .radio: Phrase(zh: "广播电台热线", en: "Radio hotline")
        }
    }
}

extension Procedure {
    package func state(_ key: String) -> State? { states.first { $0.key == key } }
    package func event(_ key: String) -> Event? { events.first { $0.key == key } }
    package func clock(_ key: String) -> Clock? { clocks.first { $0.key == key } }
    package func outcome(_ key: String) -> Outcome? { outcomes.first { $0.key == key } }

    /// Where a case stands that has only arrived.
    package var arrival: State { states[0] }
    /// The event with which a case of such content begins.
    package func beginning(for content: ItemContent) -> Event? {
        events.first { $0.begins && $0.condition?.holds(for: content) ?? true } ?? events.first(where: \.begins)
    }

    package func isInForce(on date: CivilDate) -> Bool { date >= from && through.map { date <= $0 } ?? true }

    /// Whether nothing is to be done in the state.
    package func isClosed(_ state: String) -> Bool { self.state(state)?.waits == .nobody }
}
