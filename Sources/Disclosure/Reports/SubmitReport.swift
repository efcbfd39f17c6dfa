package import Civil
import Crypto
package import Database
import Text

/// Freezes the figures of a report, with definitions and records, and puts it before the reviewers.
///
/// It becomes an item that goes the way of every item. Errors of its rules stop it; warnings want a sentence.
package struct SubmitReport: UseCase {
    package var report: ID<Report>
    /// The day it is dated; nil when what was typed is no day.
    package var formedOn: CivilDate?
    package var placement: Placement
    package var actor: Actor

    /// The duty that reports are published under (条例 arts 49, 50).
    package static let duty = "ANNUAL"

    package init(_ report: ID<Report>, formedOn: CivilDate?, placement: Placement = Placement(), actor: Actor) {
        self.report = report
        self.formedOn = formedOn
        self.placement = placement
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.draftItem)
        var report = try tx.reports.own(report, of: actor)
        try report.requireOpen(tx)
        guard let formedOn else {
            throw Refusal.invalid([
                FieldProblem("formed-on", zh: "请填写成文日期，例如 2019-01-10", en: "Enter the day, such as 2019-01-10")
            ])
        }
        let sheet = try tx.reports.live(report, in: app)
        try requireAnswered(sheet, tx, app)
        try requireDated(formedOn, report, tx)
        let counted = try counted(sheet, tx, app)
        let current = try report.item.flatMap { try tx.items.find($0) }
        let item = try SaveDraft(
            item: current?.id,
            base: current?.currentVersion,
            duty: Self.duty,
            typed: typed(sheet, formedOn, checksum: counted.checksum),
            placement: placement,
            actor: actor
        ).perform(tx, in: app)
        if try tx.reportFreezes.find(item.currentVersion) == nil {
            try freeze(sheet, counted, with: item.currentVersion, tx, app)
        }
        report.item = item.id
        report.changedAt = app.now()
        try tx.reports.update(report)
        try tx.audit.record("report.submit", of: "report", report.id.text, detail: item.id.text, by: actor, in: app)
        return try SubmitItem(id: item.id, actor: actor).perform(tx, in: app)
    }

    private func requireAnswered(_ sheet: ReportSheet, _ tx: any SQLConnection, _ app: App) throws {
        let findings = try tx.reports.findings(of: sheet, on: app.now().date)
        let answers = try tx.reports.answers(of: report)
        let open = findings.filter { $0.level == .error || (answers[$0.id] ?? "").isEmpty }
        guard !open.isEmpty else { return }
        throw Refusal.invalid(
            open.map { finding in
                let todo =
                    finding.level == .error
                    ? Phrase(zh: "请更正后再提交", en: "put it right first")
                    : Phrase(zh: "请用一句话说明", en: "explain it in a sentence")
                return FieldProblem(
                    "findings",
                    zh: "\(finding.rule.zh)：\(finding.says.zh)；\(todo.zh)",
                    en: "\(finding.rule.en): \(finding.says.en); \(todo.en)"
                )
            }
        )
    }

    /// A report is not dated before its period is over, unless somebody has said why.
    private func requireDated(_ day: CivilDate, _ report: Report, _ tx: any SQLConnection) throws {
        guard let last = report.period?.last, day <= last,
            try (tx.reports.answers(of: report.id)[Report.unfinished] ?? "").isEmpty
        else { return }
        throw Refusal.invalid([
            FieldProblem(
                "formed-on",
                zh: "统计期间到\(last.chinese)才结束，成文日期应在这之后",
                en: "The period ends on \(last.english); the report is dated after it"
            )
        ])
    }

    private func typed(_ sheet: ReportSheet, _ formedOn: CivilDate, checksum: String) -> [String: String] {
        let isPublic = !sheet.format.isQuarterly
        let mode = isPublic ? Duty.DisclosureMode.proactive : .onRequest
        var typed = [
            CommonFields.title: sheet.title.zh,
            CommonFields.formedOn: formedOn.iso,
            CommonFields.disclosure: mode.rawValue,
            CommonFields.origin: "own",
            CommonFields.text: sheet.markdown(),
            "year": String(sheet.report.year),
            "period-end": sheet.report.period?.last.iso ?? "",
            "figures": checksum,
        ]
        if !isPublic {
            typed[CommonFields.disclosureReason] = "季度统计报表报送上级主管部门，全年数据在年度报告中公开。"
        }
        if let published = sheet.value(of: FigureAsked("items")).exact { typed["published"] = String(published) }
        if let requests = sheet.value(of: FigureAsked("requests")).exact { typed["requests"] = String(requests) }
        return typed
    }

    /// Every number of the report with the records that it counts.
    private func counted(_ sheet: ReportSheet, _ tx: any SQLConnection, _ app: App) throws -> [CountedFigure] {
        let figures = try ReportFigures(sheet.report, of: try tx.agency(of: actor), tx, in: app)
        return try sheet.values.compactMap { number, value in
            guard let definition = sheet.definitions[number.asked.key] else { return nil }
            let records = try figures.records(of: number)
            let ids = try records.map { try $0.page(0, limit: $0.count, tx) } ?? []
            return CountedFigure(
                figure: FrozenFigure(
                    number: number,
                    value: value,
                    definition: definition,
                    kind: records?.kind,
                    count: ids.count,
                    opening: try figures.opening(of: number)
                ),
                records: ids
            )
        }
    }

    private func freeze(
        _ sheet: ReportSheet,
        _ counted: [CountedFigure],
        with version: ID<Version>,
        _ tx: any SQLConnection,
        _ app: App
    ) throws {
        guard let source = app.reports.source(of: sheet.report.format, of: try tx.agency(of: actor)) else {
            throw Refusal.notFound
        }
        let freeze = ReportFreeze(
            version: version,
            report: sheet.report.id,
            source: source,
            agencyName: sheet.agencyName,
            checksum: counted.checksum,
            at: app.now()
        )
        try tx.reportFreezes.insert(freeze, texts: sheet.texts, counted)
    }
}
