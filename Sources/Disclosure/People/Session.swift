import Civil
package import Database

/// A signed-in browser.
///
/// It survives a restart, ends twelve hours after its last use, and is known by the hash of its token.
package struct Session: Sendable, Hashable {
    package static let idleTime: Int64 = 12 * 3_600_000
    /// A session's last use is written down at most this often.
    static let touchInterval: Int64 = 60_000

    package var token: SecretToken
    package var person: Person
    package var actor: Actor { person.actor }
}

/// Sessions and one-time links in the database.
package struct SessionStore {
    let tx: any SQLConnection

    func insert(_ token: SecretToken, of person: ID<Person>, at now: Instant) throws {
        try tx.execute(
            """
            INSERT INTO session (token_hash, person, created_at, seen_at)
            VALUES (\(token.hash), \(person), \(now), \(now))
            """
        )
    }

    /// The person of a living session, and when it was last used.
    func find(_ token: SecretToken, at now: Instant) throws -> (person: ID<Person>, seenAt: Instant)? {
        let earliest = now.adding(milliseconds: -Session.idleTime)
        return try tx.first(
            "SELECT person, seen_at FROM session WHERE token_hash = \(token.hash) AND seen_at > \(earliest)"
        ).map { (try $0.id("person"), try $0.instant("seen_at")) }
    }

    func touch(_ token: SecretToken, at now: Instant) throws {
        try tx.execute("UPDATE session SET seen_at = \(now) WHERE token_hash = \(token.hash)")
    }

    func end(_ token: SecretToken) throws {
        try tx.execute("DELETE FROM session WHERE token_hash = \(token.hash)")
    }

    /// - Returns: how many sessions ended.
    func endAll(of person: ID<Person>) throws -> Int {
        try tx.execute("DELETE FROM session WHERE person = \(person)")
    }

    func endStale(at now: Instant) throws {
        try tx.execute("DELETE FROM session WHERE seen_at <= \(now.adding(milliseconds: -Session.idleTime))")
    }

    package func count(of person: ID<Person>) throws -> Int {
        try tx.first("SELECT count(*) AS n FROM session WHERE person = \(person)")?.number("n") ?? 0
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
