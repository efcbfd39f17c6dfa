import Disclosure
import Web

extension Links {
    /// The page of a report in the office.
    func officeReport(_ report: ID<Report>, _ path: String = "") -> String { office("/reports/\(report)\(path)") }

    /// The page of a number as it is counted now.
    func officeFigure(_ number: ReportNumber, of report: Report) -> String {
        let quarter = report.quarter.map { "&quarter=\($0)" } ?? ""
        return office("/figures/\(number.asked)?year=\(report.year - number.yearsBack)\(quarter)")
    }
}
