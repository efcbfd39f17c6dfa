import Civil
package import Database

/// Begins the report of the year that is over for every agency on 1 January, and reminds everyone until it is published:
/// before 31 January (条例 art 49), of the years before 2019 before 31 March (条例 2007 art 31).
///
/// Statistics of a quarter go on by themselves where an agency has begun one before.
package struct BeginReports {
    func work(on night: CivilDate, in app: App) async throws -> JobWork {
        let agencies = try await app.database.read { try $0.agencies.all() }
        return { tx in
            for agency in agencies {
                if try Self.hasRecords(agency, before: night, tx) {
                    try Self.begin(year: night.year - 1, quarter: nil, of: agency, tx, in: app)
                }
                if try tx.reports.hasQuarters(agency.id) {
                    let (year, quarter) = Self.quarter(before: night)
                    try Self.begin(year: year, quarter: quarter, of: agency, tx, in: app)
                }
            }
            try tx.reminders.replace(.report, with: try Self.reminders(tx, in: app))
        }
    }

    /// The quarter that is over.
    private static func quarter(before day: CivilDate) -> (year: Int, quarter: Int) {
        let quarter = (day.month - 1) / 3
        return quarter == 0 ? (day.year - 1, 4) : (day.year, quarter)
    }

    /// The report of a period, begun now if there is none.
    ///
    /// - Returns: nil where no format is for that year.
    @discardableResult
    package static func begin(
        year: Int,
        quarter: Int?,
        of agency: Agency,
        format: String? = nil,
        _ tx: any SQLConnection,
        in app: App
    ) throws -> Report? {
        if let there = try tx.reports.find(agency.id, year: year, quarter: quarter) { return there }
        let formats = app.reports.all(of: agency, year: year, isQuarterly: quarter != nil)
        guard let chosen = format.map({ key in formats.first { $0.key == key } }) ?? formats.first else { return nil }
        let report = Report(year: year, quarter: quarter, format: chosen.key, of: agency, by: nil, in: app)
        try tx.reports.insert(report)
        try tx.audit.record(
            "report.start",
            of: "report",
            report.id.text,
            detail: report.slug,
            by: nil,
            agency: agency.id,
            in: app
        )
        return report
    }

    /// Something was published in the years before that of a day.
    private static func hasRecords(_ agency: Agency, before day: CivilDate, _ tx: any SQLConnection) throws -> Bool {
        let start = Instant.start(of: CivilDate(year: day.year, month: 1, day: 1) ?? day)
        return try tx.exists("SELECT 1 FROM item WHERE agency = \(agency.id) AND published_at < \(start)")
    }

    /// Of every report that is neither published nor filed, with the moment at which it is due.
    private static func reminders(_ tx: any SQLConnection, in app: App) throws -> [Reminder] {
        let agencies = Dictionary(try tx.agencies.all().map { ($0.id, $0) }) { first, _ in first }
        return try tx.reports.open().compactMap { report in
            guard let agency = agencies[report.agency], let period = report.period,
                let format = app.reports.format(report.format, of: agency), period.last < app.now().date
            else { return nil }
            return Reminder(
                agency: report.agency,
                kind: .report,
                subject: report.id.text,
                since: Instant.end(of: format.due.day(after: period)),
                detail: report.slug
            )
        }
    }
}

extension ReportStore {
    /// Those that are neither published nor filed.
    func open() throws -> [Report] {
        try tx.rows(
            """
            SELECT r.* FROM report r LEFT JOIN item i ON i.id = r.item
            WHERE i.id IS NULL OR i.state NOT IN ('published', 'filed') ORDER BY r.id
            """
        ).map(Report.init)
    }

    /// Whether the agency reports by quarters.
    func hasQuarters(_ agency: ID<Agency>) throws -> Bool {
        try tx.exists("SELECT 1 FROM report WHERE agency = \(agency) AND quarter > 0")
    }
}
