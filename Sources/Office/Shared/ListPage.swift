import Disclosure
import Web

/// One page of a list that is walked by cursor: a page never shifts while somebody reads it.
struct ListPage<Row: Sendable>: Sendable {
    var rows: [Row]
    private var newer: ListPlace?
    private var older: ListPlace?

    /// - Parameter found: at most one row more than the page shows, which tells whether there is a further page.
    init(_ found: [Row], size: Int, _ direction: ListDirection, place: (Row) -> ListPlace) {
        let hasMore = found.count > size
        switch direction {
        case .newerThan:
            rows = Array(found.suffix(size))
            newer = hasMore ? rows.first.map(place) : nil
            older = rows.last.map(place)
        case .first, .olderThan:
            rows = Array(found.prefix(size))
            older = hasMore ? rows.last.map(place) : nil
            newer = direction == .first ? nil : rows.first.map(place)
        }
    }

    /// Links to the neighbours that keep everything else of the address.
    func pager(_ visit: Visit, isByTime: Bool = true) -> Pager {
        Pager(
            newer: newer.map { address(visit, "newer", $0) },
            older: older.map { address(visit, "older", $0) },
            isByTime: isByTime
        )
    }

    private func address(_ visit: Visit, _ name: String, _ place: ListPlace) -> String {
        let kept = visit.query.fields.filter { !["newer", "older", "did"].contains($0.name) && !$0.value.isEmpty }
        let query = (kept + [(name, place.text)]).map { "\(queryEncoded($0.0))=\(queryEncoded($0.1))" }
        return "\(visit.links.to(visit.path))?\(query.joined(separator: "&"))"
    }
}

extension ListDirection {
    /// What a pager's link asks for.
    init(_ query: FormFields) {
        if let place = query["older"].flatMap(ListPlace.init) {
            self = .olderThan(place)
        } else if let place = query["newer"].flatMap(ListPlace.init) {
            self = .newerThan(place)
        } else {
            self = .first
        }
    }
}
