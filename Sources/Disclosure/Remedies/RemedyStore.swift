import Civil
package import Database

/// How many remedies of one kind a period has, as the annual report asks (国办公开办函〔2021〕30号, table 四): those that were
/// brought in it, and those that were still open when it began.
package struct RemedyCounts: Sendable, Hashable {
    /// Brought in the period.
    package var filed: Int
    package var upheld: Int
    package var corrected: Int
    package var other: Int
    /// 尚未审结 at the end of the period.
    package var open: Int

    package var ended: Int { upheld + corrected + other }
    package var total: Int { ended + open }

    package init(filed: Int = 0, upheld: Int = 0, corrected: Int = 0, other: Int = 0, open: Int = 0) {
        self.filed = filed
        self.upheld = upheld
        self.corrected = corrected
        self.other = other
        self.open = open
    }
}

/// The register of remedies in the database.
package struct RemedyStore {
    let tx: any SQLConnection

    /// - Throws: `Refusal.notFound` where the agency has none of this id.
    package func require(_ id: ID<RemedyEntry>, of agency: ID<Agency>) throws -> RemedyEntry {
        guard let row = try tx.first("SELECT * FROM remedy WHERE id = \(id) AND agency = \(agency)") else {
            throw Refusal.notFound
        }
        return try RemedyEntry(row)
    }

    /// The register page by page, the newest first.
    package func list(
        of agency: ID<Agency>,
        _ kind: RemedyEntry.Kind? = nil,
        _ direction: ListDirection = .first,
        limit: Int
    ) throws -> [RemedyEntry] {
        let isBackwards = if case .newerThan = direction { true } else { false }
        var sql: SQL = "SELECT * FROM remedy WHERE agency = \(agency)"
        if let kind { sql += " AND kind = \(kind.rawValue)" }
        switch direction {
        case .first: break
        case .olderThan(let place):
            let day = place.at.date
            sql += " AND filed_on <= \(day) AND (filed_on < \(day) OR id < \(place.id))"
        case .newerThan(let place):
            let day = place.at.date
            sql += " AND filed_on >= \(day) AND (filed_on > \(day) OR id > \(place.id))"
        }
        let order: SQL = isBackwards ? "filed_on, id" : "filed_on DESC, id DESC"
        let found = try tx.rows("\(sql) ORDER BY \(order) LIMIT \(limit)").map(RemedyEntry.init)
        return isBackwards ? found.reversed() : found
    }

    /// Those about one case, the earliest first.
    package func about(_ file: ID<CaseFile>) throws -> [RemedyEntry] {
        try tx.rows("SELECT * FROM remedy WHERE case_file = \(file) ORDER BY filed_on, id").map(RemedyEntry.init)
    }

    /// What one was after each act, the earliest first.
    package func changes(of remedy: ID<RemedyEntry>) throws -> [RemedyChange] {
        try tx.rows("SELECT * FROM remedy_change WHERE remedy = \(remedy) ORDER BY edition").map(RemedyChange.init)
    }

    /// The counts of every kind in a period; what ended after it is open at its end.
    package func counts(of agency: ID<Agency>, over period: FigurePeriod) throws -> [RemedyEntry.Kind: RemedyCounts] {
        var counts = Dictionary(uniqueKeysWithValues: RemedyEntry.Kind.allCases.map { ($0, RemedyCounts()) })
        let rows = try tx.rows(
            """
            SELECT kind, count(CASE WHEN filed_on >= \(period.first) THEN 1 END) AS filed,
                count(CASE WHEN result = 'upheld' AND ended_on <= \(period.last) THEN 1 END) AS upheld,
                count(CASE WHEN result = 'corrected' AND ended_on <= \(period.last) THEN 1 END) AS corrected,
                count(CASE WHEN result = 'other' AND ended_on <= \(period.last) THEN 1 END) AS other,
                count(CASE WHEN ended_on IS NULL OR ended_on > \(period.last) THEN 1 END) AS open
            FROM remedy WHERE agency = \(agency) AND filed_on <= \(period.last)
                AND (ended_on IS NULL OR ended_on >= \(period.first))
            GROUP BY kind
            """
        )
        for row in rows {
            counts[try row.choice("kind")] = RemedyCounts(
                filed: try row.number("filed"),
                upheld: try row.number("upheld"),
                corrected: try row.number("corrected"),
                other: try row.number("other"),
                open: try row.number("open")
            )
        }
        return counts
    }

    /// Whether the number is taken by another one of its kind.
    func isTaken(_ number: String, _ kind: RemedyEntry.Kind, in agency: ID<Agency>, besides own: ID<RemedyEntry>?)
        throws -> Bool
    {
        var sql: SQL = """
            SELECT 1 FROM remedy WHERE agency = \(agency) AND kind = \(kind.rawValue) AND number = \(number)
            """
        if let own { sql += " AND id <> \(own)" }
        return try tx.exists(sql)
    }

    func insert(_ remedy: RemedyEntry) throws {
        try tx.send(
            """
            INSERT INTO remedy (id, agency, kind, number, about, case_file, filed_on, result, ended_on, edition,
                recorded_by, recorded_at, changed_at)
            VALUES (\(remedy.id), \(remedy.agency), \(remedy.kind.rawValue), \(remedy.number), \(remedy.about),
                \(remedy.caseFile), \(remedy.filedOn), \(remedy.result?.rawValue), \(remedy.endedOn),
                \(Int64(remedy.edition)), \(remedy.recordedBy), \(remedy.recordedAt), \(remedy.changedAt))
            """
        )
        try note(remedy, .recorded, by: remedy.recordedBy)
    }

    /// Changes the next edition.
    func update(_ remedy: RemedyEntry, _ act: RemedyChange.Act, reason: String? = nil, by person: ID<Person>) throws {
        try tx.send(
            """
            UPDATE remedy SET kind = \(remedy.kind.rawValue), number = \(remedy.number), about = \(remedy.about),
                case_file = \(remedy.caseFile), filed_on = \(remedy.filedOn), result = \(remedy.result?.rawValue),
                ended_on = \(remedy.endedOn), edition = \(Int64(remedy.edition)), changed_at = \(remedy.changedAt)
            WHERE id = \(remedy.id)
            """
        )
        try note(remedy, act, reason: reason, by: person)
    }

    private func note(
        _ remedy: RemedyEntry,
        _ act: RemedyChange.Act,
        reason: String? = nil,
        by person: ID<Person>
    ) throws {
        try tx.send(
            """
            INSERT INTO remedy_change (remedy, edition, act, kind, number, about, case_file, filed_on, result, ended_on,
                reason, person, at)
            VALUES (\(remedy.id), \(Int64(remedy.edition)), \(act.rawValue), \(remedy.kind.rawValue), \(remedy.number),
                \(remedy.about), \(remedy.caseFile), \(remedy.filedOn), \(remedy.result?.rawValue), \(remedy.endedOn),
                \(reason), \(person), \(remedy.changedAt))
            """
        )
    }
}

extension SQLConnection {
    package var remedies: RemedyStore { RemedyStore(tx: self) }
}

extension RemedyEntry {
    /// Its place in the register.
    package var place: ListPlace { ListPlace(at: Instant.start(of: filedOn), id: id.text) }

    init(_ row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            agency: try row.id("agency"),
            kind: try row.choice("kind"),
            number: try row.text("number"),
            about: try row.text("about"),
            caseFile: try row.optionalID("case_file"),
            filedOn: try row.date("filed_on"),
            result: try row.optionalChoice("result"),
            endedOn: try row.optionalDate("ended_on"),
            edition: try row.number("edition"),
            recordedBy: try row.id("recorded_by"),
            recordedAt: try row.instant("recorded_at"),
            changedAt: try row.instant("changed_at")
        )
    }
}

extension RemedyChange {
    init(_ row: SQLRow) throws {
        self.init(
            edition: try row.number("edition"),
            act: try row.choice("act"),
            kind: try row.choice("kind"),
            number: try row.text("number"),
            about: try row.text("about"),
            filedOn: try row.date("filed_on"),
            result: try row.optionalChoice("result"),
            endedOn: try row.optionalDate("ended_on"),
            reason: try row.optionalText("reason"),
            person: try row.id("person"),
            at: try row.instant("at")
        )
    }
}
