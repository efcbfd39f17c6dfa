import Civil
package import Database

/// Reports in the database, with what was written in them and what was last looked at.
package struct ReportStore {
    let tx: any SQLConnection

    package func find(_ id: ID<Report>) throws -> Report? {
        try tx.first("SELECT * FROM report WHERE id = \(id)").map(Report.init)
    }

    /// One of the person's own agency.
    ///
    /// - Throws: `Refusal.notFound`.
    package func own(_ id: ID<Report>, of actor: Actor) throws -> Report {
        guard let report = try find(id), report.agency == actor.agency else { throw Refusal.notFound }
        return report
    }

    package func find(_ agency: ID<Agency>, year: Int, quarter: Int?) throws -> Report? {
        try tx.first(
            "SELECT * FROM report WHERE agency = \(agency) AND year = \(year) AND quarter = \(quarter ?? 0)"
        ).map(Report.init)
    }

    /// The report that an item is the publication of.
    package func find(publishedAs item: ID<Item>) throws -> Report? {
        try tx.first("SELECT * FROM report WHERE item = \(item)").map(Report.init)
    }

    /// All of an agency, the newest period first.
    package func all(of agency: ID<Agency>, limit: Int = 200) throws -> [Report] {
        try tx.rows(
            "SELECT * FROM report WHERE agency = \(agency) ORDER BY year DESC, quarter DESC LIMIT \(limit)"
        ).map(Report.init)
    }

    /// The items that reports are published as.
    package func items(of reports: [Report]) throws -> [ID<Item>: Item] {
        try tx.items.find(reports.compactMap(\.item))
    }

    func insert(_ report: Report) throws {
        try tx.execute(
            """
            INSERT INTO report (id, agency, year, quarter, format, item, created_by, created_at, changed_at)
            VALUES (\(report.id), \(report.agency), \(report.year), \(report.quarter ?? 0), \(report.format),
                \(report.item), \(report.createdBy), \(report.createdAt), \(report.changedAt))
            """
        )
    }

    func update(_ report: Report) throws {
        try tx.execute(
            "UPDATE report SET item = \(report.item), changed_at = \(report.changedAt) WHERE id = \(report.id)"
        )
    }

    /// What the office wrote, by section; sections that nobody changed are not among them.
    package func texts(of report: ID<Report>) throws -> [String: String] {
        try pairs("SELECT section AS name, text AS value FROM report_text WHERE report = \(report)")
    }

    func save(_ text: String, in section: String, of report: ID<Report>, by actor: Actor, at now: Instant) throws {
        try tx.execute(
            """
            INSERT INTO report_text (report, section, text, changed_by, changed_at)
            VALUES (\(report), \(section), \(text), \(actor.person), \(now))
            ON CONFLICT (report, section) DO UPDATE
            SET text = excluded.text, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """
        )
    }

    /// The sentences that warnings were answered with, by the finding.
    package func answers(of report: ID<Report>) throws -> [String: String] {
        try pairs("SELECT finding AS name, sentence AS value FROM report_answer WHERE report = \(report)")
    }

    func save(_ sentence: String, to finding: String, of report: ID<Report>, by actor: Actor, at now: Instant) throws {
        try tx.execute(
            """
            INSERT INTO report_answer (report, finding, sentence, person, at)
            VALUES (\(report), \(finding), \(sentence), \(actor.person), \(now))
            ON CONFLICT (report, finding) DO UPDATE
            SET sentence = excluded.sentence, person = excluded.person, at = excluded.at
            """
        )
    }

    /// The values when somebody last said that they were looked at.
    package func look(of report: ID<Report>) throws -> [String: FigureValue] {
        try pairs("SELECT number AS name, value FROM report_look WHERE report = \(report)")
            .compactMapValues(FigureValue.init(stored:))
    }

    func save(look values: [ReportNumber: FigureValue], of report: ID<Report>, at now: Instant) throws {
        let rows = values.map { number, value -> SQL in
            "(\(report), \(number.description), \(value.stored), \(now))"
        }
        for start in stride(from: 0, to: rows.count, by: 200) {
            try tx.send(
                """
                INSERT INTO report_look (report, number, value, at)
                VALUES \(SQL.joined(Array(rows[start..<min(start + 200, rows.count)]), separator: ", "))
                ON CONFLICT (report, number) DO UPDATE SET value = excluded.value, at = excluded.at
                """
            )
        }
    }

    private func pairs(_ sql: SQL) throws -> [String: String] {
        Dictionary(try tx.rows(sql).map { (try $0.text("name"), try $0.text("value")) }) { first, _ in first }
    }
}

extension SQLConnection {
    package var reports: ReportStore { ReportStore(tx: self) }
}

extension FigureValue {
    /// As it is kept in the database: read back it is the same.
    var stored: String {
        switch self {
        case .number(let number): "n \(number)"
        case .bound(let number, let relation): "r \(relation.rawValue) \(number)"
        case .money(let fen): "m \(fen)"
        case .share(let part, let whole): "s \(part) \(whole)"
        case .day(let day): "d \(day.iso)"
        case .month(let day): "o \(day.iso)"
        case .notApplicable: "-"
        case .missing: "?"
        }
    }

    init?(stored: String) {
        let parts = stored.split(separator: " ").map(String.init)
        switch (parts.first, parts.count) {
        case ("n", 2):
            guard let number = Int(parts[1]) else { return nil }
            self = .number(number)
        case ("r", 3):
            guard let relation = FigureRelation(rawValue: parts[1]), let number = Int(parts[2]) else { return nil }
            self = .bound(number, relation)
        case ("m", 2):
            guard let fen = Int(parts[1]) else { return nil }
            self = .money(fen)
        case ("s", 3):
            guard let part = Int(parts[1]), let whole = Int(parts[2]) else { return nil }
            self = .share(part, of: whole)
        case ("d", 2):
            guard let day = CivilDate(parts[1]) else { return nil }
            self = .day(day)
        case ("o", 2):
            guard let day = CivilDate(parts[1]) else { return nil }
            self = .month(day)
        case ("-", 1): self = .notApplicable
        case ("?", 1): self = .missing
        default: return nil
        }
    }
}
