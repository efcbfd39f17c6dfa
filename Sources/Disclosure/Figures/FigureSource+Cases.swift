import Civil
import Database

/// Cases by the day that each kind of filter goes by.
extension FigureSource {
    func cases(_ filter: RecordFilter) -> FigureRows {
        let kinds = filter.kinds.isEmpty ? Set(procedures.all.map(\.kind)).sorted() : filter.kinds
        let mine: SQL = "agency = \(agency) AND kind IN \(list: kinds)"
        let (first, last) = (period.first, period.last)
        var rows = FigureRows(
            from: "case_file r",
            condition: "r.agency = \(agency) AND r.kind IN \(list: kinds)",
            day: .text("r.received_on")
        )
        switch filter.kind {
        case .closed:
            rows.condition += " AND r.closed_on BETWEEN \(first) AND \(last)"
            rows.day = .text("r.closed_on")
        case .overdue:
            // What is open, and what was closed since: each walks an index of its own.
            rows = either(
                "\(mine) AND is_open = 1 AND due_on <= \(last)",
                "\(mine) AND closed_on > \(last) AND due_on <= \(last)"
            )
        case .open:
            let day = filter.moment == .start ? first : last.adding(days: 1)
            rows = either(
                "\(mine) AND closed_on IS NULL AND received_on < \(day)",
                "\(mine) AND closed_on >= \(day) AND received_on < \(day)"
            )
        default: rows.condition += " AND r.received_on BETWEEN \(first) AND \(last)"
        }
        rows.condition += asked(filter)
        return rows
    }

    private func either(_ one: SQL, _ other: SQL) -> FigureRows {
        FigureRows(
            from: "(SELECT * FROM case_file WHERE \(one) UNION ALL SELECT * FROM case_file WHERE \(other)) r",
            condition: "1 = 1",
            day: .none
        )
    }

    private func asked(_ filter: RecordFilter) -> SQL {
        var sql: SQL = ""
        if let applicant { sql += " AND r.applicant_class = \(applicant.rawValue)" }
        if !filter.intake.isEmpty { sql += " AND r.channel IN \(list: filter.intake.map(\.rawValue))" }
        if filter.isOnTime { sql += " AND r.is_on_time = 1" }
        if !filter.cells.isEmpty { sql += " AND (\(CaseCells(filter.cells, of: procedures).condition))" }
        if !filter.outcomes.isEmpty { sql += " AND r.outcome IN \(list: filter.outcomes)" }
        if !filter.events.isEmpty { sql += " AND EXISTS (\(events(filter.events)))" }
        if !filter.withoutEvents.isEmpty { sql += " AND NOT EXISTS (\(events(filter.withoutEvents)))" }
        return sql
    }

    private func events(_ keys: [String]) -> SQL {
        "SELECT 1 FROM case_event e WHERE e.case_file = r.id AND e.event IN \(list: keys)"
    }

    /// Fees by the day on which they were paid or waived; the amount stands in the notice that was answered.
    func fees(_ filter: RecordFilter) -> FigureRows {
        let events = filter.events.isEmpty ? ["paid"] : filter.events
        var condition: SQL = """
            e.event IN \(list: events) AND e.answers IS NOT NULL
                AND e.on_date BETWEEN \(period.first) AND \(period.last) AND r.agency = \(agency)
            """
        if !filter.kinds.isEmpty { condition += " AND r.kind IN \(list: filter.kinds)" }
        if let applicant { condition += " AND r.applicant_class = \(applicant.rawValue)" }
        return FigureRows(
            from: """
                case_event e JOIN case_event n ON n.case_file = e.case_file AND n.place = e.answers
                    JOIN case_file r ON r.id = e.case_file
                """,
            condition: condition,
            measure: "CAST(COALESCE(sum(n.fen), 0) AS BIGINT)",
            day: .text("e.on_date")
        )
    }
}
