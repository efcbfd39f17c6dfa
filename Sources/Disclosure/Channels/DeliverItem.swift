import Civil
import Database

/// Takes a published item to the channels that the program itself serves, and writes the receipt; run twice, it writes once.
struct DeliverItem {
    var item: ID<Item>

    func perform(_ tx: any SQLConnection, in app: App) throws {
        guard let item = try tx.items.find(item), item.state == .published, let leafID = item.leafID else { return }
        guard let agency = try tx.agencies.find(item.agency), let publishedAt = item.publishedAt else { return }
        for channel in try tx.channels.all(of: item.agency) where channel.isAutomatic {
            let delivery = Delivery(
                id: app.newID(),
                item: item.id,
                channel: channel.id,
                stage: .delivered,
                deliveredOn: publishedAt.date,
                receipt: "/\(agency.code)/items/\(leafID)",
                recordedBy: nil,
                recordedAt: app.now()
            )
            try tx.channels.insert(delivery, idempotencyKey: "\(item.id)/\(channel.id)")
        }
    }
}
