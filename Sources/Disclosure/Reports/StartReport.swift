import Civil
package import Database
import Text

/// Begins the report of a year or a quarter, in one of the formats that are for that year.
package struct StartReport: UseCase {
    package var year: Int
    /// 1 to 4; nil for the whole year.
    package var quarter: Int?
    /// The key of the format; nil for the first that is for the year.
    package var format: String?
    package var actor: Actor

    package init(year: Int, quarter: Int? = nil, format: String? = nil, actor: Actor) {
        self.year = year
        self.quarter = quarter
        self.format = format
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Report {
        try actor.require(.draftItem)
        let agency = try tx.agency(of: actor)
        if let there = try tx.reports.find(agency.id, year: year, quarter: quarter) { return there }
        guard let first = (quarter.map { FigurePeriod.quarter($0, of: year) } ?? .year(year))?.first,
            first <= app.now().date
        else {
            throw Refusal.invalid([
                FieldProblem("year", zh: "这个期间还没有开始", en: "This period has not begun yet")
            ])
        }
        let formats = app.reports.all(of: agency, year: year, isQuarterly: quarter != nil)
        let chosen = format.map { key in formats.first { $0.key == key } } ?? formats.first
        guard let chosen else {
            throw Refusal.invalid([
                FieldProblem("format", zh: "这一年没有这种格式，请另选", en: "There is no such format for this year; choose another")
            ])
        }
        let report = Report(year: year, quarter: quarter, format: chosen.key, of: agency, by: actor.person, in: app)
        try tx.reports.insert(report)
        try tx.audit.record("report.start", of: "report", report.id.text, detail: report.slug, by: actor, in: app)
        return report
    }
}

extension Report {
    init(year: Int, quarter: Int?, format: String, of agency: Agency, by person: ID<Person>?, in app: App) {
        self.init(
            id: app.newID(),
            agency: agency.id,
            year: year,
            quarter: quarter,
            format: format,
            item: nil,
            createdBy: person,
            createdAt: app.now(),
            changedAt: app.now()
        )
    }

    /// - Throws: why it cannot be changed now, and what to do.
    func requireOpen(_ tx: any SQLConnection) throws {
        guard let item, let published = try tx.items.find(item) else { return }
        guard published.stage != .draft else { return }
        throw Refusal.wrongState(
            published.state == .published
                ? Phrase(
                    zh: "这份年报已经公开，数字已冻结；要更正，请先对这条信息发起修订",
                    en:
                        "This report is published and its figures are frozen; to correct it, start a revision of the item"
                )
                : Phrase(
                    zh: "这份年报正在审查，数字已冻结；退回后才能修改",
                    en: "This report is under review and its figures are frozen; it can be changed once it is sent back"
                )
        )
    }

    /// Whether it can be changed now.
    package func isOpen(_ tx: any SQLConnection) throws -> Bool {
        do {
            try requireOpen(tx)
            return true
        } catch is Refusal {
            return false
        }
    }
}
