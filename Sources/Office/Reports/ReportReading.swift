import Civil
import Database
import Disclosure
import Web

/// Everything that the pages of one report show, read at once.
struct ReportReading: Sendable {
    var frame: OfficeFrame
    var report: Report
    /// As it is counted now, or, once it was put before the reviewers, as it was frozen.
    var sheet: ReportSheet
    /// Whether it can be changed now.
    var isOpen: Bool
    var item: Item?
    var findings: [ReportFinding]
    var answers: [String: String]
    /// What moved since somebody last looked.
    var moved: [(number: ReportNumber, before: FigureValue)]
    /// Nobody has looked yet.
    var isNew: Bool
    var classes: [ItemClass]

    /// - Throws: `Refusal.notFound` for a report of another agency.
    init(_ visit: Visit, _ tx: any SQLConnection) throws {
        frame = try OfficeFrame(visit, tx)
        let actor = frame.session.actor
        let report = try tx.reports.own(ID(try visit.parameter("id")), of: actor)
        self.report = report
        let item = try report.item.flatMap { try tx.items.find($0) }
        self.item = item
        isOpen = try report.isOpen(tx)
        classes = try tx.agencies.classes(of: frame.agency.id)
        let frozen = try isOpen ? nil : item.flatMap { try tx.reports.frozen(report, with: $0.currentVersion) }
        if let frozen {
            sheet = frozen
            (findings, moved, isNew) = ([], [], false)
        } else {
            sheet = try tx.reports.live(report, in: visit.app)
            findings = try tx.reports.findings(of: sheet, on: visit.app.now().date)
            let look = try tx.reports.look(of: report.id)
            moved = sheet.moved(since: look)
            isNew = look.isEmpty
        }
        answers = try tx.reports.answers(of: report.id)
    }

    /// Where the page of a number is: what was frozen, or what is counted now.
    func address(_ visit: Visit) -> @Sendable (ReportNumber) -> String {
        let (links, report) = (visit.links, report)
        if sheet.frozenAt != nil {
            return { links.officeReport(report.id, "/numbers/\($0)") }
        }
        return { links.officeFigure($0, of: report) }
    }

    /// Errors, and warnings that nobody has answered.
    var open: [ReportFinding] {
        findings.filter { $0.level == .error || (answers[$0.id] ?? "").isEmpty }
    }
}
