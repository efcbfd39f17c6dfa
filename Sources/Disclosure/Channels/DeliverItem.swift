import Database

/// Takes a published item to the channels that the program itself serves, and writes the receipt; run twice, it writes once.
struct DeliverItem {
    var item: ID<Item>

    func perform(_ tx: any SQLConnection, in app: App) throws {
        guard let item = try tx.items.find(item), item.state == .published else { return }
        guard let agency = try tx.agencies.find(item.agency) else { return }
        try IssuingAgency(agency, tx).deliver(item, tx, in: app)
    }
}
