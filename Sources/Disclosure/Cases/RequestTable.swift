import Civil
import Database

/// Table 3 of the annual report (nb2021, 三、收到和处理政府信息公开申请情况), counted from the cases.
package struct RequestTable: Sendable, Hashable {
    /// One row: a number for each class of applicants.
    package typealias Row = [Applicant.Class: Int]

    /// 一、本年新收.
    package var received: Row
    /// 二、上年结转.
    package var carriedOver: Row
    /// 三、本年度办理结果, by the cell of the outcome (`3.3.4`).
    package var results: [String: Row]
    /// 四、结转下年度继续办理.
    package var carriedOn: Row

    /// A table as counted; nothing, where nothing is said.
    package init(received: Row = [:], carriedOver: Row = [:], results: [String: Row] = [:], carriedOn: Row = [:]) {
        self.received = received
        self.carriedOver = carriedOver
        self.results = results
        self.carriedOn = carriedOn
    }

    /// The rows of 三 in the order of the table.
    package static let cells = [
        "3.1", "3.2", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.5", "3.3.6", "3.3.7", "3.3.8", "3.4.1", "3.4.2", "3.4.3",
        "3.5.1", "3.5.2", "3.5.3", "3.5.4", "3.5.5", "3.6.1", "3.6.2", "3.6.3",
    ]

    /// （七）总计: every result, each in exactly one cell.
    package var finished: Row {
        var sum: Row = [:]
        for row in results.values { for (kind, count) in row { sum[kind, default: 0] += count } }
        return sum
    }

    /// First row plus second is third plus fourth, in each column (the note in the head of the table).
    package var isBalanced: Bool {
        Applicant.Class.allCases.allSatisfy { kind in
            (received[kind] ?? 0) + (carriedOver[kind] ?? 0) == (finished[kind] ?? 0) + (carriedOn[kind] ?? 0)
        }
    }
}

extension CaseStore {
    /// Counts the disclosure requests of an agency in a year.
    package func requestTable(of agency: ID<Agency>, year: Int, in app: App) throws -> RequestTable {
        guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31)
        else { throw Refusal.notFound }
        let mine: SQL = "agency = \(agency) AND kind = 'request'"
        let closed = try tx.rows(
            """
            SELECT applicant_class, procedure, outcome, count(*) AS number FROM case_file
            WHERE \(mine) AND closed_on BETWEEN \(first) AND \(last)
            GROUP BY procedure, outcome, applicant_class
            """
        )
        var results: [String: RequestTable.Row] = [:]
        for row in closed {
            let outcome = try row.optionalText("outcome") ?? ""
            let cell = app.procedures.named(try row.text("procedure"))?.outcome(outcome)?.cell ?? RequestTable.other
            results[cell, default: [:]][try row.choice("applicant_class"), default: 0] += try row.number("number")
        }
        return RequestTable(
            received: try count("\(mine) AND received_on BETWEEN \(first) AND \(last)"),
            carriedOver: try waiting(mine, at: first),
            results: results,
            carriedOn: try waiting(mine, at: last.adding(days: 1))
        )
    }

    /// What had arrived before a day and was not closed before it.
    private func waiting(_ mine: SQL, at day: CivilDate) throws -> RequestTable.Row {
        let open = try count("\(mine) AND closed_on IS NULL AND received_on < \(day)")
        let later = try count("\(mine) AND closed_on >= \(day) AND received_on < \(day)")
        return open.merging(later, uniquingKeysWith: +)
    }

    private func count(_ condition: SQL) throws -> RequestTable.Row {
        let rows = try tx.rows(
            "SELECT applicant_class, count(*) AS number FROM case_file WHERE \(condition) GROUP BY applicant_class"
        )
        var row: RequestTable.Row = [:]
        for one in rows { row[try one.choice("applicant_class")] = try one.number("number") }
        return row
    }
}

extension RequestTable {
    /// 其他: the row of what no other row names.
    static let other = "3.6.3"
}
