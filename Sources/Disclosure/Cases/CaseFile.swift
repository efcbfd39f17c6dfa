package import Civil
import Database

/// One case (办件): what stands in the open about it; names and words are in ``CaseWords``.
package struct CaseFile: Sendable, Hashable {
    package var id: ID<CaseFile>
    package var agency: ID<Agency>
    package var kind: String
    /// Key of the procedure: it stays with the case when the law changes.
    package var procedure: String
    /// Such as 〔2024〕依申请3号.
    package var number: String
    package var channel: IntakeChannel
    /// Where it was imported from, unique in the agency.
    package var source: String?
    package var state: String
    package var isOpen: Bool
    /// How many events it has; a form that was filled when there were fewer is answered with a conflict.
    package var events: Int
    package var section: ID<Section>?
    package var officer: ID<Person>?
    package var applicantClass: Applicant.Class
    /// The same for all cases of one applicant; tells nobody who that is.
    package var applicantMark: String?
    /// The key that made the mark; nil for the oldest.
    var markKey: String?
    package var filedAt: Instant
    /// The day that the clock starts from; until a confirmation the day of filing.
    package var receivedOn: CivilDate
    package var isConfirmed: Bool
    /// Of the main clock; nil while others are waited for, and where the holidays are not known yet.
    package var dueOn: CivilDate?
    package var outcome: String?
    package var closedOn: CivilDate?
    /// Whether it was closed in time; nil while it is open or has no clock.
    package var isOnTime: Bool?
    /// When names and words are erased.
    package var eraseOn: CivilDate?
    /// What the applicant said of the answer (满意度).
    package var rating: String?

    /// Whether it is open and its last day is over.
    package func isLate(on today: CivilDate) -> Bool { isOpen && dueOn.map { $0 < today } ?? false }
}

/// One thing that happened to a case; never changed.
package struct CaseEvent: Sendable, Hashable {
    /// From 1.
    package var place: Int
    /// Key of the procedure's event, or one of ``CaseEvent/Common``.
    package var event: String
    /// Where the case stood afterwards.
    package var state: String
    /// The day that it happened, which counts for the clocks; it may be written down later.
    package var on: CivilDate
    /// The event that it answers.
    package var answers: Int?
    /// Outcome or result.
    package var choice: String?
    package var days: Int?
    /// An amount of money.
    package var fen: Int64?
    package var performer: Performer
    package var person: ID<Person>?
    package var at: Instant

    /// What happens to cases of every procedure.
    package enum Common: String, Sendable, CaseIterable {
        /// It arrived.
        case filed
        /// It was given to somebody.
        case assigned
        /// The applicant wrote something more, or the office wrote to the applicant.
        case message
        /// A note that only the office sees.
        case note
        /// It is handled together with another, or another with it.
        case merged
        /// They are handled apart again.
        case parted
        /// Other matters were taken out of it, or it was taken out of another.
        case split
        /// An item for everybody was drafted from it.
        case drafted
    }
}

extension CaseFile {
    init(_ row: SQLRow) throws {
        id = try row.id("id")
        agency = try row.id("agency")
        kind = try row.text("kind")
        procedure = try row.text("procedure")
        number = try row.text("number")
        channel = try row.choice("channel")
        source = try row.optionalText("source")
        state = try row.text("state")
        isOpen = try row.int("is_open") == 1
        events = try row.number("events")
        section = try row.optionalID("section")
        officer = try row.optionalID("officer")
        applicantClass = try row.choice("applicant_class")
        applicantMark = try row.optionalText("applicant_mark")
        markKey = try row.optionalText("mark_key")
        filedAt = try row.instant("filed_at")
        receivedOn = try row.date("received_on")
        isConfirmed = try row.int("is_confirmed") == 1
        dueOn = try row.optionalDate("due_on")
        outcome = try row.optionalText("outcome")
        closedOn = try row.optionalDate("closed_on")
        isOnTime = try row.optionalInt("is_on_time").map { $0 == 1 }
        eraseOn = try row.optionalDate("erase_on")
        rating = try row.optionalText("rating")
    }
}

extension CaseEvent {
    init(_ row: SQLRow) throws {
        place = try row.number("place")
        event = try row.text("event")
        state = try row.text("state")
        on = try row.date("on_date")
        answers = try row.optionalInt("answers").map(Int.init)
        choice = try row.optionalText("choice")
        days = try row.optionalInt("days").map(Int.init)
        fen = try row.optionalInt("fen")
        performer = try row.choice("performer")
        person = try row.optionalID("person")
        at = try row.instant("at")
    }
}
