package import Civil
package import Database

/// One line of the append-only audit trail: every change, and every read of personal data.
package struct AuditEntry: Sendable, Hashable {
    package var at: Instant
    package var agency: ID<Agency>?
    /// Nil when the program itself acted.
    package var person: ID<Person>?
    /// In whose place, where the right to act was lent.
    package var forPerson: ID<Person>?
    /// What was done, such as `item.publish`.
    package var act: String
    package var subjectKind: String
    package var subject: String
    /// More about it, never personal data.
    package var detail: String
}

/// The audit trail in the database; nothing in it can be changed or removed.
package struct AuditStore {
    let tx: any SQLConnection

    /// Writes down that somebody did something to something.
    package func record(
        _ act: String,
        of kind: String,
        _ subject: String,
        detail: String = "",
        by actor: Actor,
        in app: App
    ) throws {
        try insert(
            act,
            of: kind,
            subject,
            detail: detail,
            by: actor.person,
            for: AuditedActs.permission(act, detail: detail).flatMap(actor.standsIn),
            agency: actor.agency,
            in: app
        )
    }

    package func record(
        _ act: String,
        of kind: String,
        _ subject: String,
        detail: String = "",
        by person: ID<Person>?,
        agency: ID<Agency>?,
        in app: App
    ) throws {
        try insert(act, of: kind, subject, detail: detail, by: person, for: nil, agency: agency, in: app)
    }

    private func insert(
        _ act: String,
        of kind: String,
        _ subject: String,
        detail: String,
        by person: ID<Person>?,
        for giver: ID<Person>?,
        agency: ID<Agency>?,
        in app: App
    ) throws {
        let id = app.newID(AuditEntry.self)
        try tx.send(
            """
            INSERT INTO audit (id, at, agency, person, for_person, act, subject_kind, subject, detail)
            VALUES (\(id), \(app.now()), \(agency), \(person), \(giver), \(act), \(kind), \(subject), \(detail))
            """
        )
    }

    /// The newest entries of an agency before an instant.
    package func latest(of agency: ID<Agency>, before: Instant, limit: Int) throws -> [AuditEntry] {
        try tx.rows(
            "SELECT * FROM audit WHERE agency = \(agency) AND at < \(before) ORDER BY at DESC, id DESC LIMIT \(limit)"
        ).map(AuditEntry.init)
    }

    /// Everything that was done to one thing, oldest first.
    package func about(_ subject: String) throws -> [AuditEntry] {
        try tx.rows("SELECT * FROM audit WHERE subject = \(subject) ORDER BY at, id").map(AuditEntry.init)
    }
}

extension SQLConnection {
    package var audit: AuditStore { AuditStore(tx: self) }
}

extension AuditEntry {
    init(_ row: SQLRow) throws {
        self.init(
            at: try row.instant("at"),
            agency: try row.optionalID("agency"),
            person: try row.optionalID("person"),
            forPerson: try row.optionalID("for_person"),
            act: try row.text("act"),
            subjectKind: try row.text("subject_kind"),
            subject: try row.text("subject"),
            detail: try row.text("detail")
        )
    }
}
