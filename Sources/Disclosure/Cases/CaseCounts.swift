package import Civil
import Database
package import Text

/// The counters of a month: what came in, what was closed, and how much of it in time.
package struct CaseCounts: Sendable, Hashable {
    /// 受理: came in during the month.
    package var received = 0
    /// Of those that came in, how many are closed.
    package var finished = 0
    /// 办结: closed during the month, whenever they came.
    package var closed = 0
    /// Closed after their last day.
    package var closedLate = 0
    /// Still open at the end of the month, or now, with their last day over.
    package var overdueOpen = 0

    package init() {}

    /// A part of a whole.
    package struct Rate: Sendable, Hashable {
        package var part: Int
        package var whole: Int

        package init(part: Int, whole: Int) {
            self.part = part
            self.whole = whole
        }

        /// With fewer than this the numbers stand beside the rate.
        package static let fewest = 5

        /// «92.3%», and «80.0%（4/5）» where few are counted; nil where there is nothing to count.
        package var words: Phrase? {
            guard whole > 0 else { return nil }
            let tenths = (part * 2000 + whole) / (2 * whole)
            let text = "\(tenths / 10).\(tenths % 10)%"
            guard whole < Self.fewest else { return Phrase(zh: text, en: text) }
            return Phrase(zh: "\(text)（\(part)/\(whole)）", en: "\(text) (\(part)/\(whole))")
        }
    }

    /// 办结率: of what came in.
    package var finishedRate: Rate { Rate(part: finished, whole: received) }

    /// 按时办结率: in time, of what was closed and what should have been; open late cases cannot hide.
    package var onTimeRate: Rate { Rate(part: closed - closedLate, whole: closed + overdueOpen) }

    static func + (one: CaseCounts, other: CaseCounts) -> CaseCounts {
        var sum = one
        sum.received += other.received
        sum.finished += other.finished
        sum.closed += other.closed
        sum.closedLate += other.closedLate
        sum.overdueOpen += other.overdueOpen
        return sum
    }

    /// All kinds together.
    package static func total(_ counts: some Sequence<CaseCounts>) -> CaseCounts { counts.reduce(CaseCounts(), +) }
}

extension CaseStore {
    /// Counts the cases of an agency in the month of a day, by their kind; a case without a limit is never late.
    package func monthCounts(of agency: ID<Agency>, around day: CivilDate, in app: App) throws -> [String: CaseCounts] {
        let first = day.adding(days: 1 - day.day)
        let last = first.adding(days: CivilDate.days(inMonth: day.month, of: day.year) - 1)
        let end = min(last, app.now().date)
        let kinds = Set(app.procedures.all.map(\.kind)).sorted()
        var counts: [String: CaseCounts] = [:]
        let mine: SQL = "agency = \(agency) AND kind IN \(list: kinds)"
        let received = try tx.rows(
            """
            SELECT kind, count(*) AS number, count(closed_on) AS finished FROM case_file
            WHERE \(mine) AND received_on BETWEEN \(first) AND \(last) GROUP BY kind
            """
        )
        for row in received {
            counts[try row.text("kind"), default: CaseCounts()].received = try row.number("number")
            counts[try row.text("kind"), default: CaseCounts()].finished = try row.number("finished")
        }
        let closed = try tx.rows(
            """
            SELECT kind, count(*) AS number, count(CASE WHEN is_on_time = 0 THEN 1 END) AS late FROM case_file
            WHERE \(mine) AND closed_on BETWEEN \(first) AND \(last) GROUP BY kind
            """
        )
        for row in closed {
            counts[try row.text("kind"), default: CaseCounts()].closed = try row.number("number")
            counts[try row.text("kind"), default: CaseCounts()].closedLate = try row.number("late")
        }
        // Those still open, and those closed since the end of the month: neither grows with the years.
        for standing: SQL in ["is_open = 1", "closed_on > \(end)"] {
            let overdue = try tx.rows(
                "SELECT kind, count(*) AS number FROM case_file WHERE \(mine) AND \(standing) AND due_on < \(end) GROUP BY kind"
            )
            for row in overdue {
                counts[try row.text("kind"), default: CaseCounts()].overdueOpen += try row.number("number")
            }
        }
        return counts
    }
}
