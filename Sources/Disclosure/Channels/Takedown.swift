package import Civil
package import Database

/// The task to take an item down from a channel that the program does not serve itself, and the proof that it was done.
package struct Takedown: Sendable, Hashable {
    package var item: ID<Item>
    package var channel: ID<Channel>
    package var askedAt: Instant
    package var doneOn: CivilDate?
    package var evidence: String?
    package var recordedBy: ID<Person>?
}

/// Takedowns in the database.
package struct TakedownStore {
    let tx: any SQLConnection

    /// One task for each channel to which a person took the item.
    func ask(for item: Item, at now: Instant) throws {
        try tx.send(
            """
            INSERT INTO takedown (item, channel, asked_at)
            SELECT DISTINCT d.item, d.channel, CAST(\(now) AS \(SQL.int64)) FROM delivery d
            JOIN channel c ON c.id = d.channel WHERE d.item = \(item.id) AND c.is_automatic = 0
            ON CONFLICT (item, channel) DO UPDATE SET asked_at = excluded.asked_at, done_on = NULL, evidence = NULL,
                recorded_by = NULL
            """
        )
    }

    package func all(of item: ID<Item>) throws -> [Takedown] {
        try tx.rows("SELECT * FROM takedown WHERE item = \(item) ORDER BY asked_at, channel").map(Takedown.init)
    }

    /// What is still to be taken down in an agency, the oldest first.
    package func open(in agency: ID<Agency>, limit: Int) throws -> [Takedown] {
        try tx.rows(
            """
            SELECT t.* FROM takedown t JOIN item i ON i.id = t.item
            WHERE t.done_on IS NULL AND i.agency = \(agency) ORDER BY t.asked_at, t.item LIMIT \(limit)
            """
        ).map(Takedown.init)
    }

    func save(_ takedown: Takedown) throws {
        try tx.send(
            """
            UPDATE takedown SET done_on = \(takedown.doneOn), evidence = \(takedown.evidence),
                recorded_by = \(takedown.recordedBy)
            WHERE item = \(takedown.item) AND channel = \(takedown.channel)
            """
        )
    }
}

extension SQLConnection {
    package var takedowns: TakedownStore { TakedownStore(tx: self) }
}

extension Takedown {
    init(_ row: SQLRow) throws {
        item = try row.id("item")
        channel = try row.id("channel")
        askedAt = try row.instant("asked_at")
        doneOn = try row.optionalDate("done_on")
        evidence = try row.optionalText("evidence")
        recordedBy = try row.optionalID("recorded_by")
    }
}
