import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// A number of a frozen report with the records that it counted, and what it would be now.
enum ReportNumberPage {
    static func show(_ visit: Visit) async throws -> Response {
        let page = try FigureReading.page(visit.query)
        let (reading, frozen) = try await visit.app.database.read { [app = visit.app] tx in
            let reading = try ReportReading(visit, tx)
            guard reading.sheet.frozenAt != nil, let version = reading.item?.currentVersion else {
                return (reading, nil as FrozenNumber?)
            }
            let text = try visit.parameter("number")
            return (reading, try FrozenNumber(text, of: reading.report, with: version, page: page, tx, in: app))
        }
        guard let frozen else {
            guard let number = ReportNumber(text: try visit.parameter("number")) else { throw Refusal.notFound }
            return .seeOther(visit.links.officeFigure(number, of: reading.report))
        }
        let language = visit.language
        let links = visit.links
        let view = FrozenNumberView(
            frozen,
            of: reading.sheet,
            shown: try FigurePages.shown(frozen.lines, visit),
            address: links.officeReport(reading.report.id, "/numbers/\(frozen.number)"),
            live: links.officeFigure(frozen.number, of: reading.report)
        )
        return OfficePage(
            reading.frame,
            .figures,
            title: reading.sheet.name(of: frozen.number)[language],
            steps: [
                .init(label: ReportListPage.name[language], url: links.office("/reports")),
                .init(
                    label: ReportListPage.period(reading.report)[language],
                    url: links.officeReport(reading.report.id)
                ),
            ]
        ).response(to: visit, view.html(in: language))
    }
}
