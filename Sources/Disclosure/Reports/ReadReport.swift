package import Civil
import Database
import Text

extension ReportStore {
    /// The report as it stands now: every number counted at this moment.
    package func live(_ report: Report, in app: App) throws -> ReportSheet {
        var sheet = try frame(report, in: app)
        guard let agency = try tx.agencies.find(report.agency) else { throw Refusal.notFound }
        let wanted = sheet.format.numbers(in: sheet.texts)
        sheet.values = try ReportFigures(report, of: agency, tx, in: app).values(of: wanted)
        return sheet
    }

    /// The report without its numbers: format, texts, and the definitions of every figure that there is.
    func frame(_ report: Report, in app: App) throws -> ReportSheet {
        guard let agency = try tx.agencies.find(report.agency) else { throw Refusal.notFound }
        guard let format = app.reports.format(report.format, of: agency) else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "年报格式「\(report.format)」已不存在，请把它的文件放回格式目录",
                    en: "The format «\(report.format)» is gone; put its file back into the folder of formats"
                )
            )
        }
        let definitions = app.figures.all(of: agency).map { ($0.key, ReportSheet.Definition($0)) }
        return ReportSheet(
            report: report,
            format: format,
            agencyName: agency.name,
            texts: try texts(of: report.id),
            values: [:],
            definitions: Dictionary(definitions) { first, _ in first },
            frozenAt: nil
        )
    }

    /// The report as it was frozen with a version; nil where nothing was.
    package func frozen(_ report: Report, with version: ID<Version>) throws -> ReportSheet? {
        guard let freeze = try tx.reportFreezes.find(version), freeze.report == report.id,
            let format = ReportFormats.frozen(freeze.source)
        else { return nil }
        let figures = try tx.reportFreezes.figures(of: version)
        return ReportSheet(
            report: report,
            format: format,
            agencyName: freeze.agencyName,
            texts: try tx.reportFreezes.texts(of: version),
            values: Dictionary(figures.map { ($0.number, $0.value) }) { first, _ in first },
            definitions: Dictionary(figures.map { ($0.number.asked.key, $0.definition) }) { first, _ in first },
            frozenAt: freeze.at
        )
    }

    /// What the public has of a report: frozen with the version that is published.
    package func published(_ report: Report) throws -> (sheet: ReportSheet, item: Item)? {
        guard let id = report.item, let item = try tx.items.find(id), item.state == .published,
            let version = item.publicVersion, let sheet = try frozen(report, with: version)
        else { return nil }
        return (sheet, item)
    }

    /// The reports of an agency that are public, the newest first.
    package func published(of agency: ID<Agency>) throws -> [(Report, Item)] {
        let reports = try all(of: agency)
        let items = try items(of: reports)
        return reports.compactMap { report in
            guard let item = report.item.flatMap({ items[$0] }), item.state == .published else { return nil }
            return (report, item)
        }
    }

    /// The numbers of the report of the period before, as they were frozen.
    func before(_ report: Report) throws -> [ReportNumber: FigureValue]? {
        guard report.quarter == nil, let earlier = try find(report.agency, year: report.year - 1, quarter: nil) else {
            return nil
        }
        return try published(earlier)?.sheet.values
    }

    /// What breaks the rules of its format, and that its period is not over.
    package func findings(of sheet: ReportSheet, on today: CivilDate) throws -> [ReportFinding] {
        let rules = ReportFindings(sheet, before: try before(sheet.report)).all
        return [sheet.report.unfinished(on: today)].compactMap { $0 } + rules
    }
}

extension Report {
    /// A report that is written before the last day of its period leaves out what is still to come.
    func unfinished(on today: CivilDate) -> ReportFinding? {
        guard let last = period?.last, today <= last else { return nil }
        return ReportFinding(
            id: Self.unfinished,
            level: .warning,
            rule: Phrase(zh: "统计期间已经结束", en: "The period is over"),
            says: Phrase(
                zh: "期间到\(last.chinese)为止，之后的记录不会计入",
                en: "It ends on \(last.english); what comes after today is not counted"
            ),
            numbers: [],
            section: nil
        )
    }

    static let unfinished = "period:open"
}

extension ReportSheet.Definition {
    init(_ figure: Figure) { self.init(name: figure.name, unit: figure.unit, how: figure.how) }
}

extension ReportSheet {
    /// The numbers that are not what they were, with what they were.
    package func moved(since look: [String: FigureValue]) -> [(number: ReportNumber, before: FigureValue)] {
        values.compactMap { number, value in
            guard let before = look[number.description], before != value else { return nil }
            return (number, before)
        }.sorted { $0.number.description < $1.number.description }
    }
}
