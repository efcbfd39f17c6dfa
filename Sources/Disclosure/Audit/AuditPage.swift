import Civil
import Database

/// A line of the audit trail with its place in the order.
package struct PlacedAuditEntry: Sendable, Hashable {
    package var place: ListPlace
    package var entry: AuditEntry
}

extension AuditStore {
    /// The audit trail of an agency page by page, newest first, whatever the direction asked for; no line is passed over,
    /// however many were written in one millisecond.
    package func page(of agency: ID<Agency>, _ direction: ListDirection, limit: Int) throws -> [PlacedAuditEntry] {
        let isBackwards = if case .newerThan = direction { true } else { false }
        let order: SQL = isBackwards ? "at, id" : "at DESC, id DESC"
        let condition: SQL =
            switch direction {
            case .first: ""
            case .olderThan(let place): " AND at <= \(place.at) AND (at < \(place.at) OR id < \(place.id))"
            case .newerThan(let place): " AND at >= \(place.at) AND (at > \(place.at) OR id > \(place.id))"
            }
        let entries = try tx.rows(
            "SELECT * FROM audit WHERE agency = \(agency)\(condition) ORDER BY \(order) LIMIT \(limit)"
        ).map { row in
            PlacedAuditEntry(
                place: ListPlace(at: try row.instant("at"), id: try row.text("id")),
                entry: try AuditEntry(row)
            )
        }
        return isBackwards ? entries.reversed() : entries
    }
}
