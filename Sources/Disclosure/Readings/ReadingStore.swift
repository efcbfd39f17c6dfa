package import Civil
package import Database

/// By what the ledger of readings is narrowed.
package struct ReadingFilter: Sendable, Hashable {
    package var key: String?
    package var year: Int?

    package init(key: String? = nil, year: Int? = nil) {
        self.key = key
        self.year = year
    }
}

/// The ledger of readings in the database; nothing in it can be changed or removed.
package struct ReadingStore {
    let tx: any SQLConnection

    /// Readings, called `r`, each with what stands in its place.
    private static let rows: SQL = """
        SELECT r.*, n.id AS replaced_by FROM reading r LEFT JOIN reading n ON n.replaces = r.id
        """
    /// Whether a reading that is called `r` counts: nothing stands in its place.
    static let stands: SQL = "NOT EXISTS (SELECT 1 FROM reading n WHERE n.replaces = r.id)"

    /// One of an agency, standing or replaced.
    /// - Throws: `Refusal.notFound` where the agency has none of this id.
    package func require(_ id: ID<Reading>, of agency: ID<Agency>) throws -> Reading {
        guard let row = try tx.first("\(Self.rows) WHERE r.id = \(id) AND r.agency = \(agency)") else {
            throw Refusal.notFound
        }
        return try Reading(row)
    }

    /// The newest reading of a figure that still counts, not later than a day.
    package func standing(of agency: ID<Agency>, key: String, until day: CivilDate = .last) throws -> Reading? {
        try tx.first(
            """
            SELECT r.*, NULL AS replaced_by FROM reading r WHERE r.agency = \(agency) AND r.key = \(key)
                AND r.kind = 'reading' AND r.read_on <= \(day) AND \(Self.stands)
            ORDER BY r.read_on DESC, r.id DESC LIMIT 1
            """
        ).map(Reading.init)
    }

    /// The readings of a figure in a period that still count, the earliest first.
    package func standing(of agency: ID<Agency>, key: String, during period: FigurePeriod) throws -> [Reading] {
        try tx.rows(
            """
            SELECT r.*, NULL AS replaced_by FROM reading r WHERE r.agency = \(agency) AND r.key = \(key)
                AND r.kind = 'reading' AND r.read_on BETWEEN \(period.first) AND \(period.last) AND \(Self.stands)
            ORDER BY r.read_on, r.id
            """
        ).map(Reading.init)
    }

    /// What was counted on paper; nil where nothing was written down.
    package func opening(of agency: ID<Agency>, key: String) throws -> Reading? {
        try tx.first(
            """
            SELECT r.*, NULL AS replaced_by FROM reading r WHERE r.agency = \(agency) AND r.key = \(key)
                AND r.kind = 'opening' AND \(Self.stands) ORDER BY r.id LIMIT 1
            """
        ).map(Reading.init)
    }

    /// What one number was, from the first that was written down to the one that stands.
    package func history(of reading: Reading) throws -> [Reading] {
        var chain = [reading]
        while let earlier = chain.first?.replaces { chain.insert(try require(earlier, of: reading.agency), at: 0) }
        while let later = chain.last?.replacedBy { chain.append(try require(later, of: reading.agency)) }
        return chain
    }

    /// The ledger page by page, the newest day first.
    package func list(
        of agency: ID<Agency>,
        _ filter: ReadingFilter = ReadingFilter(),
        _ direction: ListDirection = .first,
        limit: Int
    ) throws -> [Reading] {
        let isBackwards = if case .newerThan = direction { true } else { false }
        var sql: SQL = "\(Self.rows) WHERE r.agency = \(agency)"
        if let key = filter.key { sql += " AND r.key = \(key)" }
        if let year = filter.year {
            guard let period = FigurePeriod.year(year) else { return [] }
            sql += " AND r.read_on BETWEEN \(period.first) AND \(period.last)"
        }
        switch direction {
        case .first: break
        case .olderThan(let place):
            let day = place.at.date
            sql += " AND r.read_on <= \(day) AND (r.read_on < \(day) OR r.id < \(place.id))"
        case .newerThan(let place):
            let day = place.at.date
            sql += " AND r.read_on >= \(day) AND (r.read_on > \(day) OR r.id > \(place.id))"
        }
        let order: SQL = isBackwards ? "r.read_on, r.id" : "r.read_on DESC, r.id DESC"
        let found = try tx.rows("\(sql) ORDER BY \(order) LIMIT \(limit)").map(Reading.init)
        return isBackwards ? found.reversed() : found
    }

    /// The years of which something was read, the newest first.
    package func years(of agency: ID<Agency>) throws -> [Int] {
        let row = try tx.first(
            "SELECT min(read_on) AS first, max(read_on) AS last FROM reading WHERE agency = \(agency)"
        )
        guard let row, try row.optionalText("first") != nil else { return [] }
        return (try row.date("first").year...row.date("last").year).reversed()
    }

    /// Whether a reading of this kind, figure and day is there already and counts.
    func isThere(_ reading: Reading, besides old: ID<Reading>?) throws -> Bool {
        var sql: SQL = """
            SELECT 1 FROM reading r WHERE r.agency = \(reading.agency) AND r.key = \(reading.key)
                AND r.kind = \(reading.kind.rawValue) AND \(Self.stands)
            """
        if reading.kind == .reading { sql += " AND r.read_on = \(reading.readOn)" }
        if let old { sql += " AND r.id <> \(old)" }
        return try tx.exists(sql)
    }

    func insert(_ reading: Reading) throws {
        try tx.send(
            """
            INSERT INTO reading (id, agency, key, kind, read_on, relation, value, source, evidence, note, replaces, reason,
                recorded_by, recorded_at)
            VALUES (\(reading.id), \(reading.agency), \(reading.key), \(reading.kind.rawValue), \(reading.readOn),
                \(reading.relation.rawValue), \(Int64(reading.value)), \(reading.source), \(reading.evidence),
                \(reading.note), \(reading.replaces), \(reading.reason), \(reading.recordedBy), \(reading.recordedAt))
            """
        )
    }
}

extension SQLConnection {
    package var readings: ReadingStore { ReadingStore(tx: self) }
}

extension Reading {
    /// Its place in the ledger.
    package var place: ListPlace { ListPlace(at: Instant.start(of: readOn), id: id.text) }

    init(_ row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            agency: try row.id("agency"),
            key: try row.text("key"),
            kind: try row.choice("kind"),
            readOn: try row.date("read_on"),
            relation: try row.choice("relation"),
            value: try row.number("value"),
            source: try row.text("source"),
            evidence: try row.text("evidence"),
            note: try row.text("note"),
            replaces: try row.optionalID("replaces"),
            reason: try row.optionalText("reason"),
            recordedBy: try row.id("recorded_by"),
            recordedAt: try row.instant("recorded_at"),
            replacedBy: try row.optionalID("replaced_by")
        )
    }
}
