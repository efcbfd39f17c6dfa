import Civil
import Database

/// The condition of each kind of filter, written once.
struct FigureSource {
    let agency: ID<Agency>
    let period: FigurePeriod
    let procedures: Procedures
    /// Cases of this class of applicants alone.
    var applicant: Applicant.Class?

    func rows(_ filter: RecordFilter) -> FigureRows {
        switch filter.kind {
        case .items, .formed, .ceased, .inForce, .standing, .values, .classes, .day: items(filter)
        case .deliveries, .receipts: deliveries(filter)
        case .leaves: leaves(filter)
        case .received, .closed, .open, .overdue: cases(filter)
        case .fees: fees(filter)
        case .columns: columns(filter)
        case .readings: readings(filter)
        case .remedies: remedies(filter)
        }
    }

    /// What somebody wrote down in the period and did not replace.
    private func readings(_ filter: RecordFilter) -> FigureRows {
        FigureRows(
            from: "reading r",
            condition: """
                r.agency = \(agency) AND r.key = \(filter.reading) AND r.kind = 'reading'
                    AND \(ReadingStore.stands) AND r.read_on BETWEEN \(period.first) AND \(period.last)
                """,
            measure: "CAST(COALESCE(sum(r.value), 0) AS BIGINT)",
            day: .text("r.read_on")
        )
    }

    /// Those that began in the period; with results, those that ended in it with one of them; at the end, those that are
    /// not decided then.
    private func remedies(_ filter: RecordFilter) -> FigureRows {
        let (first, last) = (period.first, period.last)
        var rows = FigureRows(from: "remedy r", condition: "r.agency = \(agency)", day: .text("r.filed_on"))
        if !filter.kinds.isEmpty { rows.condition += " AND r.kind IN \(list: filter.kinds)" }
        if filter.moment != nil {
            rows.condition += " AND r.filed_on <= \(last) AND (r.ended_on IS NULL OR r.ended_on > \(last))"
        } else if !filter.outcomes.isEmpty {
            rows.condition += " AND r.ended_on BETWEEN \(first) AND \(last) AND r.result IN \(list: filter.outcomes)"
            rows.day = .text("r.ended_on")
        } else {
            rows.condition += " AND r.filed_on BETWEEN \(first) AND \(last)"
        }
        return rows
    }

    /// Each act on a leaf has one line in the audit trail, in the transaction of the leaf.
    private func leaves(_ filter: RecordFilter) -> FigureRows {
        let acts = filter.events.isEmpty ? ["publish", "revise", "restore", "withdraw"] : filter.events
        return FigureRows(
            from: "audit r",
            condition: """
                r.agency = \(agency) AND r.act IN \(list: acts.map { "item.\($0)" })
                    AND r.at BETWEEN \(Instant.start(of: period.first)) AND \(Instant.end(of: period.last))
                """,
            // The number alone walks the index of the trail and looks at no item.
            id: "(SELECT bl.leaf_id FROM item bl WHERE bl.id = r.subject)",
            day: .instant("r.at")
        )
    }

    private func columns(_ filter: RecordFilter) -> FigureRows {
        var condition: SQL = "r.agency = \(agency)"
        if let level = filter.level { condition += " AND r.level = \(Int64(level))" }
        return FigureRows(from: "portal_column r", condition: condition, day: .none)
    }

    /// Deliveries of the period with what is asked of their items.
    private func deliveries(_ filter: RecordFilter) -> FigureRows {
        var condition: SQL = """
            c.agency = \(agency) AND r.stage = \(filter.stage.rawValue)
                AND r.delivered_on BETWEEN \(period.first) AND \(period.last)
            """
        if !filter.channels.isEmpty { condition += " AND c.code IN \(list: filter.channels)" }
        if !filter.withoutChannels.isEmpty { condition += " AND c.code NOT IN \(list: filter.withoutChannels)" }
        let narrowed = narrowed(filter, item: "i")
        if !narrowed.isEmpty {
            condition += " AND EXISTS (SELECT 1 FROM item i WHERE i.id = r.item\(narrowed))"
        }
        return FigureRows(
            from: "channel c JOIN delivery r ON r.channel = c.id",
            condition: condition,
            measure: filter.kind == .receipts ? "count(DISTINCT r.receipt)" : "count(*)",
            day: .text("r.delivered_on")
        )
    }
}
