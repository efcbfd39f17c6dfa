package import Civil
package import Database

/// The address of another organ that an item leads to (公开主体为其他机关), and what the last check found.
package struct LinkCheck: Sendable, Hashable {
    package var item: ID<Item>
    package var address: String
    package var outcome: LinkOutcome
    /// Nil before the first check.
    package var checkedOn: CivilDate?
    /// In a row, one a night.
    package var failures: Int
    package var failingSince: Instant?

    /// What the record says after a night's check.
    ///
    /// A second check in one night changes nothing, so that a job may run twice; a check that says nothing leaves the
    /// failures as they are.
    func checked(_ outcome: LinkOutcome, on night: CivilDate, at now: Instant) -> LinkCheck {
        if let checkedOn, checkedOn >= night { return self }
        var after = self
        after.outcome = outcome
        after.checkedOn = night
        switch outcome.isFailure {
        case true?:
            after.failures += 1
            after.failingSince = failingSince ?? now
        case false?:
            after.failures = 0
            after.failingSince = nil
        case nil: break
        }
        return after
    }
}

/// Checked addresses in the database.
package struct LinkStore {
    let tx: any SQLConnection

    package func find(_ item: ID<Item>) throws -> LinkCheck? {
        try tx.first("SELECT * FROM link_check WHERE item = \(item)").map(LinkCheck.init)
    }

    /// Notes at publication where an item leads; another address begins anew.
    func note(_ item: ID<Item>, _ content: ItemContent) throws {
        guard let address = content[CommonFields.publisherLink] else {
            try tx.send("DELETE FROM link_check WHERE item = \(item)")
            return
        }
        try tx.execute(
            """
            INSERT INTO link_check (item, address, outcome, failures)
            VALUES (\(item), \(address), \(LinkOutcome.notChecked.text), 0)
            ON CONFLICT (item) DO UPDATE SET address = excluded.address, outcome = excluded.outcome, checked_on = NULL,
                failures = 0, failing_since = NULL
            WHERE link_check.address <> excluded.address
            """
        )
    }

    /// Addresses of published items that were not checked that night, in the order of their items.
    func unchecked(on night: CivilDate, limit: Int) throws -> [LinkCheck] {
        try tx.rows(
            """
            SELECT l.* FROM link_check l JOIN item i ON i.id = l.item
            WHERE i.state = 'published' AND (l.checked_on IS NULL OR l.checked_on < \(night))
            ORDER BY l.item LIMIT \(limit)
            """
        ).map(LinkCheck.init)
    }

    func save(_ check: LinkCheck) throws {
        try tx.execute(
            """
            UPDATE link_check SET outcome = \(check.outcome.text), checked_on = \(check.checkedOn),
                failures = \(check.failures), failing_since = \(check.failingSince)
            WHERE item = \(check.item) AND address = \(check.address)
            """
        )
    }

    /// Published items whose address failed too often in a row.
    func dead() throws -> [Reminder] {
        try tx.rows(
            """
            SELECT i.agency, l.item, l.outcome, l.failing_since FROM link_check l JOIN item i ON i.id = l.item
            WHERE i.state = 'published' AND l.failures >= \(DeadLinks.tolerated) AND l.failing_since IS NOT NULL
            """
        ).map { row in
            Reminder(
                agency: try row.id("agency"),
                kind: .deadLink,
                subject: try row.text("item"),
                item: try row.id("item"),
                since: try row.instant("failing_since"),
                detail: try row.text("outcome")
            )
        }
    }
}

extension SQLConnection {
    package var links: LinkStore { LinkStore(tx: self) }
}

extension LinkCheck {
    init(_ row: SQLRow) throws {
        self.init(
            item: try row.id("item"),
            address: try row.text("address"),
            outcome: LinkOutcome(text: try row.text("outcome")),
            checkedOn: try row.optionalDate("checked_on"),
            failures: try row.number("failures"),
            failingSince: try row.optionalInstant("failing_since")
        )
    }
}
