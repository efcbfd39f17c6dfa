package import Civil
package import Database

/// A line of the audit trail with its place in the order.
package struct PlacedAuditEntry: Sendable, Hashable {
    package var place: ListPlace
    package var entry: AuditEntry
}

/// By what the audit trail is searched.
package struct AuditFilter: Sendable, Hashable {
    /// What this person did, and what others did in this person's place.
    package var person: ID<Person>?
    /// The thing that it was done to: the id of an item, a person, an agency.
    package var subject: String?
    /// What was done, such as `item.publish`.
    package var act: String?
    package var from: Instant?
    /// Not later than this.
    package var to: Instant?

    package init(
        person: ID<Person>? = nil,
        subject: String? = nil,
        act: String? = nil,
        from: Instant? = nil,
        to: Instant? = nil
    ) {
        self.person = person
        self.subject = subject
        self.act = act
        self.from = from
        self.to = to
    }

    /// Whether it leaves anything out.
    package var isEmpty: Bool { self == AuditFilter() }
}

extension AuditStore {
    /// The audit trail of an agency page by page, newest first, whatever the direction asked for; no line is passed over,
    /// however many were written in one millisecond.
    ///
    /// Each search walks along an index and no further than the limit.
    package func page(
        of agency: ID<Agency>,
        _ filter: AuditFilter = AuditFilter(),
        _ direction: ListDirection,
        limit: Int
    ) throws -> [PlacedAuditEntry] {
        let isBackwards = if case .newerThan = direction { true } else { false }
        let entries = try tx.rows(search(agency, filter, direction, isBackwards: isBackwards, limit: limit)).map {
            row in
            PlacedAuditEntry(
                place: ListPlace(at: try row.instant("at"), id: try row.text("id")),
                entry: try AuditEntry(row)
            )
        }
        return isBackwards ? entries.reversed() : entries
    }

    /// The statement of a search; apart, so that a test can ask the engine how it walks.
    package func search(
        _ agency: ID<Agency>,
        _ filter: AuditFilter,
        _ direction: ListDirection,
        isBackwards: Bool,
        limit: Int
    ) -> SQL {
        let order: SQL = isBackwards ? "at, id" : "at DESC, id DESC"
        let rest: SQL = "\(conditions(filter))\(place(direction)) ORDER BY \(order) LIMIT \(limit)"
        guard let person = filter.person else {
            return "SELECT * FROM audit WHERE agency = \(agency)\(rest)"
        }
        // Two walks, each along its own index; nobody acts in their own place, so no line comes twice.
        return """
            SELECT * FROM (
                SELECT * FROM (SELECT * FROM audit WHERE agency = \(agency) AND person = \(person)\(rest)) AS done
                UNION ALL
                SELECT * FROM (SELECT * FROM audit WHERE agency = \(agency) AND for_person = \(person)\(rest)) AS lent
            ) AS found ORDER BY \(order) LIMIT \(limit)
            """
    }

    private func conditions(_ filter: AuditFilter) -> SQL {
        var sql = SQL()
        if let subject = filter.subject { sql += " AND subject = \(subject)" }
        if let act = filter.act { sql += " AND act = \(act)" }
        if let from = filter.from { sql += " AND at >= \(from)" }
        if let to = filter.to { sql += " AND at <= \(to)" }
        return sql
    }

    private func place(_ direction: ListDirection) -> SQL {
        switch direction {
        case .first: ""
        case .olderThan(let place): " AND at <= \(place.at) AND (at < \(place.at) OR id < \(place.id))"
        case .newerThan(let place): " AND at >= \(place.at) AND (at > \(place.at) OR id > \(place.id))"
        }
    }
}

/// Writes down that somebody took a part of the audit trail away, and which.
package struct NoteAuditExport: UseCase {
    package var filter: AuditFilter
    package var actor: Actor

    package init(filter: AuditFilter, actor: Actor) {
        self.filter = filter
        self.actor = actor
    }

    /// - Returns: the instant up to which the export goes, so that it is one unchanging part of the trail.
    package func perform(_ tx: any SQLConnection, in app: App) throws -> Instant {
        try actor.require(.readAudit)
        let now = app.now()
        let parts: [String?] = [
            filter.person.map { "person=\($0)" }, filter.subject.map { "subject=\($0)" },
            filter.act.map { "act=\($0)" },
            filter.from.map { "from=\($0.iso8601)" }, filter.to.map { "to=\($0.iso8601)" },
        ]
        try tx.audit.record(
            "audit.export",
            of: "agency",
            actor.agency.text,
            detail: parts.compactMap { $0 }.joined(separator: " "),
            by: actor,
            in: app
        )
        return now
    }
}
