package import Civil
import Database

/// What is public goes to the state archives and the public library in time (条例 art 25(3)).
///
/// What was published before this quarter and is on no list yet is the backlog. The law names no number of days; bureaus
/// hand over by quarter.
package enum HandOvers {
    /// The first day of the quarter.
    package static func quarter(of day: CivilDate) -> CivilDate {
        CivilDate(year: day.year, month: (day.month - 1) / 3 * 3 + 1, day: 1) ?? day
    }

    static func reminders(on night: CivilDate, in app: App) async throws -> JobWork {
        let quarter = Instant.start(of: quarter(of: night))
        let found = try await app.database.read { tx in
            var found: [Reminder] = []
            for row in try tx.rows("SELECT * FROM channel WHERE kind = \(ChannelKind.readingPoint.rawValue)") {
                let channel = try Channel(row)
                let backlog = try tx.channels.backlog(of: channel, before: quarter, after: -1, limit: mostCounted)
                guard let oldest = backlog.first, let since = oldest.publishedAt else { continue }
                found.append(
                    Reminder(
                        agency: channel.agency,
                        kind: .handOver,
                        subject: channel.id.text,
                        item: oldest.id,
                        since: since,
                        detail: String(backlog.count)
                    )
                )
            }
            return found
        }
        return { tx in try tx.reminders.replace(.handOver, with: found) }
    }

    /// A longer backlog is «1,000 and more».
    package static let mostCounted = 1_000
}

extension ChannelStore {
    /// Published items of an agency that are on no list of a channel, the oldest first.
    /// - Parameters:
    ///   - instant: published before that.
    ///   - after: leaf index of the last item of the page before, or -1.
    package func backlog(of channel: Channel, before instant: Instant, after: Int64, limit: Int) throws -> [Item] {
        try tx.rows(
            """
            SELECT i.* FROM item i WHERE i.agency = \(channel.agency) AND i.leaf_index > \(after)
            AND i.state = 'published' AND i.published_at < \(instant)
            AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.item = i.id AND d.channel = \(channel.id))
            ORDER BY i.leaf_index LIMIT \(limit)
            """
        ).map(Item.init)
    }

    /// What was handed over on a channel in a span of days, both ends included, with the items (移送明细表).
    package func handedOver(
        on channel: ID<Channel>,
        from: CivilDate,
        to: CivilDate,
        limit: Int
    ) throws -> [(delivery: Delivery, item: Item)] {
        let deliveries = try tx.rows(
            """
            SELECT * FROM delivery WHERE channel = \(channel) AND delivered_on BETWEEN \(from) AND \(to)
            ORDER BY delivered_on, recorded_at, id LIMIT \(limit)
            """
        ).map(Delivery.init)
        guard !deliveries.isEmpty else { return [] }
        let rows = try tx.rows("SELECT * FROM item WHERE id IN \(list: Set(deliveries.map(\.item.text)).sorted())")
        let items = Dictionary(try rows.map(Item.init).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return deliveries.compactMap { delivery in items[delivery.item].map { (delivery, $0) } }
    }
}
