package import Civil
package import Database
import Text

/// The wish to take a published item down (撤回申请), on a ground, with the verdicts of those who decide.
package struct Withdrawal: Sendable, Hashable {
    package enum State: String, Sendable, CaseIterable { case open, done, refused }

    /// What one approver said.
    package struct Verdict: Sendable, Hashable {
        package var person: ID<Person>
        package var verdict: Opinion.Verdict
        package var reason: String
        package var at: Instant
    }

    package var id: ID<Withdrawal>
    package var item: ID<Item>
    package var ground: EndingGround
    package var reason: String
    /// The document that proves the ground.
    package var evidence: String
    /// The day from which its time limit runs, where its ground sets one.
    package var eventOn: CivilDate?
    package var approvalsNeeded: Int
    package var askedBy: ID<Person>
    package var askedAt: Instant
    package internal(set) var state: State
    package internal(set) var closedAt: Instant?

    package var isOpen: Bool { state == .open }
}

/// Withdrawals in the database.
package struct WithdrawalStore {
    let tx: any SQLConnection

    func insert(_ withdrawal: Withdrawal) throws {
        try tx.send(
            """
            INSERT INTO withdrawal (id, item, ground, reason, evidence, event_on, approvals_needed, asked_by, asked_at, state)
            VALUES (\(withdrawal.id), \(withdrawal.item), \(withdrawal.ground.rawValue), \(withdrawal.reason),
                \(withdrawal.evidence), \(withdrawal.eventOn), \(withdrawal.approvalsNeeded), \(withdrawal.askedBy), \(withdrawal.askedAt),
                \(withdrawal.state.rawValue))
            """
        )
    }

    func close(_ withdrawal: Withdrawal) throws {
        try tx.send(
            """
            UPDATE withdrawal SET state = \(withdrawal.state.rawValue), closed_at = \(withdrawal.closedAt)
            WHERE id = \(withdrawal.id)
            """
        )
    }

    func insert(_ verdict: Withdrawal.Verdict, on withdrawal: ID<Withdrawal>) throws {
        try tx.send(
            """
            INSERT INTO withdrawal_verdict (withdrawal, person, verdict, reason, at)
            VALUES (\(withdrawal), \(verdict.person), \(verdict.verdict.rawValue), \(verdict.reason), \(verdict.at))
            """
        )
    }

    package func find(_ id: ID<Withdrawal>) throws -> Withdrawal? {
        try tx.first("SELECT * FROM withdrawal WHERE id = \(id)").map(Withdrawal.init)
    }

    /// The one that is being decided for an item.
    package func open(for item: ID<Item>) throws -> Withdrawal? {
        try tx.first("SELECT * FROM withdrawal WHERE item = \(item) AND state = 'open'").map(Withdrawal.init)
    }

    /// What waits for a decision in an agency, the oldest first.
    package func open(in agency: ID<Agency>, limit: Int) throws -> [Withdrawal] {
        try tx.rows(
            """
            SELECT w.* FROM withdrawal w JOIN item i ON i.id = w.item
            WHERE w.state = 'open' AND i.agency = \(agency) ORDER BY w.asked_at, w.id LIMIT \(limit)
            """
        ).map(Withdrawal.init)
    }

    /// All of an item, the newest first.
    package func all(of item: ID<Item>) throws -> [Withdrawal] {
        try tx.rows("SELECT * FROM withdrawal WHERE item = \(item) ORDER BY asked_at DESC, id DESC").map(
            Withdrawal.init
        )
    }

    package func verdicts(on withdrawal: ID<Withdrawal>) throws -> [Withdrawal.Verdict] {
        try tx.rows("SELECT * FROM withdrawal_verdict WHERE withdrawal = \(withdrawal) ORDER BY at, person").map {
            Withdrawal.Verdict(
                person: try $0.id("person"),
                verdict: try $0.choice("verdict"),
                reason: try $0.text("reason"),
                at: try $0.instant("at")
            )
        }
    }
}

extension SQLConnection {
    package var withdrawals: WithdrawalStore { WithdrawalStore(tx: self) }
}

extension Withdrawal {
    init(_ row: SQLRow) throws {
        id = try row.id("id")
        item = try row.id("item")
        ground = try row.choice("ground")
        reason = try row.text("reason")
        evidence = try row.text("evidence")
        eventOn = try row.optionalDate("event_on")
        approvalsNeeded = try row.number("approvals_needed")
        askedBy = try row.id("asked_by")
        askedAt = try row.instant("asked_at")
        state = try row.choice("state")
        closedAt = try row.optionalInstant("closed_at")
    }
}
