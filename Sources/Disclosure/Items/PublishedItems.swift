import Database

/// What the portal reads of items: only what is published, and many at a time.
extension ItemStore {
    /// The published item of an agency under that leaf id.
    package func published(leafID: String, of agency: ID<Agency>) throws -> Item? {
        guard let item = try find(leafID: leafID) else { return nil }
        return item.agency == agency && item.state == .published ? item : nil
    }

    /// The item that was public under that leaf id and came down: nothing of it but what its tombstone may say.
    package func ended(leafID: String, of agency: ID<Agency>) throws -> Item? {
        guard let item = try find(leafID: leafID), item.agency == agency, item.ended != nil,
            item.state != .published
        else { return nil }
        return item
    }

    /// Published items by id.
    package func published(_ ids: [ID<Item>]) throws -> [Item] {
        guard !ids.isEmpty else { return [] }
        return try tx.rows(
            "SELECT * FROM item WHERE id IN \(list: ids.map(\.text)) AND state = \(Item.State.published.rawValue)"
        ).map(Item.init)
    }

    /// What the public was given with a leaf of an item, and what it was given with the one before.
    package func change(of item: ID<Item>, at leafIndex: Int64) throws -> (old: ItemContent, new: ItemContent)? {
        let rows = try tx.rows(
            """
            SELECT leaf_index, bytes FROM publication WHERE item = \(item) AND leaf_index <= \(leafIndex)
            ORDER BY leaf_index DESC LIMIT 2
            """
        )
        guard rows.count == 2, try rows[0].int("leaf_index") == leafIndex else { return nil }
        let contents = try rows.map { try CanonicalBytes.decode(try $0.bytes("bytes")).content }
        return (contents[1], contents[0])
    }

    /// The published items of an agency that are referred to by leaf id, index number or id; the first 50 are looked up.
    package func published(referredToAs references: [String], of agency: ID<Agency>) throws -> [String: Item] {
        let wanted = Array(Set(references).sorted().prefix(50))
        guard !wanted.isEmpty else { return [:] }
        let items = try tx.rows(
            """
            SELECT * FROM item WHERE agency = \(agency) AND state = \(Item.State.published.rawValue)
            AND (leaf_id IN \(list: wanted) OR index_number IN \(list: wanted) OR id IN \(list: wanted))
            """
        ).map(Item.init)
        var found: [String: Item] = [:]
        for item in items {
            for name in [item.id.text, item.indexNumber, item.leafID].compactMap({ $0 }) where wanted.contains(name) {
                found[name] = item
            }
        }
        return found
    }

    /// The document numbers (发文字号) of the public versions of items, for lists.
    package func documentNumbers(of items: [Item]) throws -> [ID<Item>: String] {
        let versions = try versions(items.compactMap(\.publicVersion))
        return Dictionary(
            items.compactMap { item in
                guard let version = item.publicVersion.flatMap({ versions[$0] }) else { return nil }
                return version.content[CommonFields.documentNumber].map { (item.id, $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
