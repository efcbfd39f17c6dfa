import Civil
package import Database

/// A signed-in browser.
///
/// It survives a restart, ends twelve hours after its last use, and is known by the hash of its token.
package struct Session: Sendable, Hashable {
    package static let idleTime: Int64 = 12 * 3_600_000
    /// So long may somebody whose password was right look for the code of the second factor.
    package static let codeTime: Int64 = 10 * 60_000
    /// A session's last use is written down at most this often.
    static let touchInterval: Int64 = 60_000
    /// So long a session that ended is remembered, to keep what was typed in it.
    static let memory: Int64 = 7 * 86_400_000

    /// How far somebody has come on the way in.
    package enum Stage: Sendable, Hashable {
        /// All the way.
        case whole
        /// The password was right; the code of the second factor is still to come.
        case code
        /// A role of the person demands a second factor, and there is none yet.
        case enrolment
    }

    package var token: SecretToken
    package var person: Person
    package var stage: Stage
    /// Roles of others that this person holds today, and whose they are.
    package var lent: [Role: ID<Person>]

    package var actor: Actor {
        var actor = person.actor
        actor.lent = lent
        return actor
    }
}

/// Sessions and one-time links in the database.
package struct SessionStore {
    let tx: any SQLConnection

    func insert(_ token: SecretToken, of person: ID<Person>, awaitsCode: Bool = false, at now: Instant) throws {
        try tx.execute(
            """
            INSERT INTO session (token_hash, person, created_at, seen_at, form_hash, awaits_code)
            VALUES (\(token.hash), \(person), \(now), \(now), \(token.formHash), \(awaitsCode))
            """
        )
    }

    /// The person of a living session, when it was last used, and whether the code is still to come.
    func find(_ token: SecretToken, at now: Instant) throws -> (person: ID<Person>, seenAt: Instant, awaitsCode: Bool)?
    {
        let earliest = now.adding(milliseconds: -Session.idleTime)
        let row = try tx.first(
            """
            SELECT person, created_at, seen_at, awaits_code FROM session
            WHERE token_hash = \(token.hash) AND seen_at > \(earliest)
            """
        )
        guard let row else { return nil }
        let awaitsCode = try row.bool("awaits_code")
        let isTooLate = now.milliseconds - (try row.instant("created_at")).milliseconds >= Session.codeTime
        if awaitsCode, isTooLate { return nil }
        return (try row.id("person"), try row.instant("seen_at"), awaitsCode)
    }

    func touch(_ token: SecretToken, at now: Instant) throws {
        try tx.execute("UPDATE session SET seen_at = \(now) WHERE token_hash = \(token.hash)")
    }

    func end(_ token: SecretToken, at now: Instant) throws {
        try remember("token_hash = \(token.hash)", at: now)
        try tx.execute("DELETE FROM session WHERE token_hash = \(token.hash)")
    }

    /// - Returns: how many sessions ended.
    func endAll(of person: ID<Person>, at now: Instant) throws -> Int {
        try remember("person = \(person)", at: now)
        return try tx.execute("DELETE FROM session WHERE person = \(person)")
    }

    /// Ends what nobody used for twelve hours, and forgets what ended a week ago and forms that nobody came back for.
    func endStale(at now: Instant) throws {
        let earliest = now.adding(milliseconds: -Session.idleTime)
        try remember("seen_at <= \(earliest)", at: now)
        try tx.execute("DELETE FROM session WHERE seen_at <= \(earliest)")
        try tx.execute(
            "DELETE FROM ended_session WHERE ended_at <= \(now.adding(milliseconds: -Session.memory))"
        )
        try tx.keptForms.removeExpired(at: now)
    }

    /// Keeps of sessions about to end whose they were; what somebody is typing in them is not lost.
    private func remember(_ condition: SQL, at now: Instant) throws {
        try tx.execute(
            """
            INSERT INTO ended_session (token_hash, form_hash, person, ended_at)
            SELECT token_hash, form_hash, person, \(now) FROM session
            WHERE \(condition) AND form_hash IS NOT NULL AND awaits_code = 0
            ON CONFLICT (token_hash) DO NOTHING
            """
        )
    }

    /// Whose session a form came from, be it over or not; nil for a form of nobody's.
    package func person(ofForm formToken: String) throws -> ID<Person>? {
        let hash = SecretToken.formHash(formToken)
        return try tx.first(
            """
            SELECT person FROM ended_session WHERE form_hash = \(hash)
            UNION SELECT person FROM session WHERE form_hash = \(hash) AND awaits_code = 0
            """
        ).map { try $0.id("person") }
    }

    /// How many browsers a person is signed in at.
    package func count(of person: ID<Person>) throws -> Int {
        try tx.first("SELECT count(*) AS n FROM session WHERE person = \(person) AND awaits_code = 0")?.number("n") ?? 0
    }

    func insertLink(_ token: SecretToken, of person: ID<Person>, at now: Instant, expires: Instant) throws {
        try tx.execute("DELETE FROM one_time_link WHERE person = \(person)")
        try tx.execute(
            """
            INSERT INTO one_time_link (token_hash, person, created_at, expires_at)
            VALUES (\(token.hash), \(person), \(now), \(expires))
            """
        )
    }

    func linkedPerson(_ token: SecretToken, at now: Instant) throws -> ID<Person>? {
        try tx.first("SELECT person FROM one_time_link WHERE token_hash = \(token.hash) AND expires_at > \(now)")
            .map { try $0.id("person") }
    }

    func removeLinks(of person: ID<Person>) throws {
        try tx.execute("DELETE FROM one_time_link WHERE person = \(person)")
    }
}

extension SQLConnection {
    package var sessions: SessionStore { SessionStore(tx: self) }
}
