import Civil
import Database

/// Items by the day that each kind of filter goes by.
extension FigureSource {
    func items(_ filter: RecordFilter) -> FigureRows {
        var rows = FigureRows(from: "item r", condition: basis(filter), day: day(filter))
        rows.condition += narrowed(filter, item: "r") + delivered(filter)
        switch filter.kind {
        case .values:
            rows.from += " JOIN item_value v ON v.item = r.id AND v.key = \(filter.field ?? "")"
            rows.measure =
                filter.takes == .distinct
                ? "count(DISTINCT v.value)" : "CAST(COALESCE(sum(v.number), 0) AS BIGINT)"
        case .classes: rows.measure = "count(DISTINCT r.class)"
        case .day: rows.measure = "min(r.published_at)"
        default: break
        }
        return rows
    }

    private func day(_ filter: RecordFilter) -> FigureRows.Day {
        switch filter.kind {
        case .formed: .text("r.formed_on")
        case .ceased: .text("r.validity_on")
        case .inForce, .standing: .none
        default: .instant("r.published_at")
        }
    }

    private func basis(_ filter: RecordFilter) -> SQL {
        let (first, last) = (period.first, period.last)
        let made: SQL = "r.state IN ('published', 'expired', 'filed')"
        switch filter.kind {
        case .formed: return "r.agency = \(agency) AND r.formed_on BETWEEN \(first) AND \(last) AND \(made)"
        case .ceased:
            return """
                r.agency = \(agency) AND r.validity_on BETWEEN \(first) AND \(last) AND r.validity_on IS NOT NULL
                    AND r.validity IN ('repealed', 'lapsed') AND \(made)
                """
        case .inForce:
            return """
                r.agency = \(agency) AND r.formed_on <= \(last) AND \(made)
                    AND (r.validity IN ('in-force', 'amended') OR r.validity_on > \(last))
                """
        case .standing:
            return """
                r.agency = \(agency) AND r.published_at <= \(Instant.end(of: last))
                    AND (r.state = 'published'
                        OR r.state IN ('expired', 'withdrawn') AND r.ended_at > \(Instant.end(of: last)))
                """
        default:
            return """
                r.agency = \(agency) AND r.published_at BETWEEN \(Instant.start(of: first)) AND \(Instant.end(of: last))
                    AND r.state IN ('published', 'expired')
                """
        }
    }

    /// Duty, class and content of an item of that name.
    func narrowed(_ filter: RecordFilter, item own: SQL) -> SQL {
        var sql: SQL = ""
        if !filter.duties.isEmpty { sql += " AND \(own).duty IN \(list: filter.duties)" }
        if !filter.withoutDuties.isEmpty { sql += " AND \(own).duty NOT IN \(list: filter.withoutDuties)" }
        if let code = filter.itemClass {
            sql += " AND \(own).class = (SELECT k.id FROM item_class k WHERE k.agency = \(agency) AND k.code = \(code))"
        }
        for (key, values) in filter.facets.sorted(by: { $0.key < $1.key }) {
            let table: SQL = FacetStore.Common.all.contains(key) ? "item_facet" : "item_value"
            sql += """
                 AND EXISTS (SELECT 1 FROM \(table) f
                    WHERE f.item = \(own).id AND f.key = \(key) AND f.value IN \(list: values))
                """
        }
        for key in filter.filled {
            sql += " AND EXISTS (SELECT 1 FROM item_value f WHERE f.item = \(own).id AND f.key = \(key))"
        }
        return sql
    }

    /// On which channels they were delivered in the period, and on which they were not.
    private func delivered(_ filter: RecordFilter) -> SQL {
        var sql: SQL = ""
        if !filter.channels.isEmpty { sql += " AND EXISTS (\(deliveries(of: filter, on: filter.channels)))" }
        if !filter.withoutChannels.isEmpty {
            sql += " AND NOT EXISTS (\(deliveries(of: filter, on: filter.withoutChannels)))"
        }
        return sql
    }

    private func deliveries(of filter: RecordFilter, on channels: [String]) -> SQL {
        """
        SELECT 1 FROM delivery d JOIN channel c ON c.id = d.channel
        WHERE d.item = r.id AND c.code IN \(list: channels) AND d.stage = \(filter.stage.rawValue)
            AND d.delivered_on BETWEEN \(period.first) AND \(period.last)
        """
    }
}
