import Civil
package import Database

/// Counts the numbers of a report, each year that it names by itself.
package struct ReportFigures {
    private let tx: any SQLConnection
    private let report: Report
    private let agency: Agency
    private let app: App
    private let definitions: [String: Figure]
    private let firstDay: CivilDate?

    package init(_ report: Report, of agency: Agency, _ tx: any SQLConnection, in app: App) throws {
        self.tx = tx
        self.report = report
        self.agency = agency
        self.app = app
        definitions = Dictionary(app.figures.all(of: agency).map { ($0.key, $0) }) { first, _ in first }
        firstDay = try Self.firstDay(of: agency.id, tx)
    }

    /// The definition of a figure of the agency.
    package func definition(of number: ReportNumber) -> Figure? { definitions[number.asked.key] }

    /// What the numbers come to; those whose figure the agency does not have are left out.
    package func values(of numbers: Set<ReportNumber>) throws -> [ReportNumber: FigureValue] {
        var values: [ReportNumber: FigureValue] = [:]
        for (back, wanted) in Dictionary(grouping: numbers, by: \.yearsBack) {
            guard let count = try count(yearsBack: back) else {
                for number in wanted where definition(of: number) != nil { values[number] = .missing }
                continue
            }
            for number in wanted where definition(of: number) != nil {
                values[number] = try count.value(of: number.asked)
            }
        }
        return values
    }

    /// The records behind one number; nil for what counts none.
    package func records(of number: ReportNumber) throws -> FigureRecords? {
        guard definition(of: number) != nil else { return nil }
        return try count(yearsBack: number.yearsBack)?.records(of: number.asked)
    }

    /// The reading that a number over all years begins with.
    func opening(of number: ReportNumber) throws -> ID<Reading>? {
        guard definition(of: number) != nil else { return nil }
        return try count(yearsBack: number.yearsBack)?.openingReading(of: number.asked).map { ID($0) }
    }

    /// Nil for a year before there were any records here: its numbers are gaps, not zeros.
    private func count(yearsBack: Int) throws -> FigureCount? {
        guard let period = Report.period(of: report, yearsBack: yearsBack) else { return nil }
        if yearsBack > 0 {
            guard let firstDay, firstDay <= period.last else { return nil }
        }
        return FigureCount(
            Array(definitions.values),
            of: agency.id,
            over: period,
            sharing: CaseTallies(),
            tx,
            in: app
        )
    }

    /// The day of the first record, along indexes.
    private static func firstDay(of agency: ID<Agency>, _ tx: any SQLConnection) throws -> CivilDate? {
        let item = try tx.first("SELECT min(published_at) AS at FROM item WHERE agency = \(agency)")
            .flatMap { try $0.optionalInstant("at") }
        return item?.date
    }
}

extension Report {
    static func period(of report: Report, yearsBack: Int) -> FigurePeriod? {
        var earlier = report
        earlier.year -= yearsBack
        return earlier.period
    }
}
