import Civil
import Database

/// The rows that a filter counts, as SQL that is the same for the number, its breakdown and the list of records.
struct FigureSource {
    let agency: ID<Agency>
    let period: FigurePeriod
    let procedures: Procedures

    /// The number of records.
    func count(_ filter: RecordFilter) -> SQL {
        switch filter.kind {
        case .receipts: "SELECT count(DISTINCT r.receipt) FROM \(rows(filter))"
        default: "SELECT count(*) FROM \(rows(filter))"
        }
    }

    /// Where the records are, called `r`, and the condition on them.
    func rows(_ filter: RecordFilter) -> SQL {
        switch filter.kind {
        case .items: "item r WHERE \(items(filter))"
        case .deliveries, .receipts: deliveries(filter)
        case .received, .closed, .overdue: "case_file r WHERE \(cases(filter))"
        case .columns: "portal_column r WHERE \(columns(filter))"
        }
    }

    /// Items that became public in the period and were not taken back since.
    func items(_ filter: RecordFilter) -> SQL {
        var sql: SQL = """
            r.agency = \(agency) AND r.published_at BETWEEN \(Instant.start(of: period.first))
                AND \(Instant.end(of: period.last)) AND r.state IN ('published', 'expired')\(those(filter))
            """
        guard !filter.channels.isEmpty else { return sql }
        sql += """
             AND EXISTS (SELECT 1 FROM delivery d JOIN channel c ON c.id = d.channel
                WHERE d.item = r.id AND c.code IN \(list: filter.channels) AND d.stage = \(filter.stage.rawValue)
                    AND d.delivered_on BETWEEN \(period.first) AND \(period.last))
            """
        return sql
    }

    /// Duty, class and facets of an item that is called `r`.
    private func those(_ filter: RecordFilter) -> SQL {
        var sql: SQL = ""
        if !filter.duties.isEmpty { sql += " AND r.duty IN \(list: filter.duties)" }
        if !filter.withoutDuties.isEmpty { sql += " AND r.duty NOT IN \(list: filter.withoutDuties)" }
        if let itemClass = filter.itemClass {
            sql += " AND r.class = (SELECT k.id FROM item_class k WHERE k.agency = \(agency) AND k.code = \(itemClass))"
        }
        for (key, values) in filter.facets.sorted(by: { $0.key < $1.key }) {
            sql += """
                 AND EXISTS (SELECT 1 FROM item_facet f
                    WHERE f.item = r.id AND f.key = \(key) AND f.value IN \(list: values))
                """
        }
        return sql
    }

    /// Deliveries of the period, called `r`, with what is asked of their items.
    func deliveries(_ filter: RecordFilter) -> SQL {
        var sql: SQL = """
            delivery r JOIN channel c ON c.id = r.channel
            WHERE c.agency = \(agency) AND r.stage = \(filter.stage.rawValue)
                AND r.delivered_on BETWEEN \(period.first) AND \(period.last)
            """
        if !filter.channels.isEmpty { sql += " AND c.code IN \(list: filter.channels)" }
        if !filter.duties.isEmpty {
            sql += " AND EXISTS (SELECT 1 FROM item i WHERE i.id = r.item AND i.duty IN \(list: filter.duties))"
        }
        return sql
    }

    /// Cases, called `r`, by the day of the filter's kind.
    func cases(_ filter: RecordFilter) -> SQL {
        let (first, last) = (period.first, period.last)
        var sql: SQL = "r.agency = \(agency)"
        if !filter.kinds.isEmpty { sql += " AND r.kind IN \(list: filter.kinds)" }
        switch filter.kind {
        case .closed: sql += " AND r.closed_on BETWEEN \(first) AND \(last)"
        case .overdue: sql += " AND r.due_on <= \(last) AND (r.is_open = 1 OR r.closed_on > \(last))"
        default: sql += " AND r.received_on BETWEEN \(first) AND \(last)"
        }
        if !filter.intake.isEmpty { sql += " AND r.channel IN \(list: filter.intake.map(\.rawValue))" }
        if filter.isOnTime { sql += " AND r.is_on_time = 1" }
        if !filter.cells.isEmpty { sql += " AND (\(outcomes(in: filter.cells)))" }
        return sql
    }

    /// The outcomes of every procedure that count in some cells; `3.3` stands for all below it.
    private func outcomes(in cells: [String]) -> SQL {
        var sql: SQL = "1 = 0"
        for procedure in procedures.all {
            let keys = procedure.outcomes.filter { outcome in
                cells.contains { outcome.cell == $0 || outcome.cell?.hasPrefix($0 + ".") == true }
            }.map(\.key)
            guard !keys.isEmpty else { continue }
            sql += " OR (r.procedure = \(procedure.key) AND r.outcome IN \(list: keys))"
        }
        return sql
    }

    private func columns(_ filter: RecordFilter) -> SQL {
        guard let level = filter.level else { return "r.agency = \(agency)" }
        return "r.agency = \(agency) AND r.level = \(Int64(level))"
    }
}
