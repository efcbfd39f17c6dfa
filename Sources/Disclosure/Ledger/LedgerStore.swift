import Civil
package import Database

/// The append-only ledger in the database: leaves numbered 0, 1, 2… without a gap.
package struct LedgerStore {
    let tx: any SQLConnection

    package func size() throws -> Int64 {
        try tx.first("SELECT size FROM ledger_head WHERE id = 1")?.int("size") ?? 0
    }

    /// The next leaf id of an agency's duty in a year; gap-free, because a rollback takes it back.
    func nextID(agency: Agency, duty: Duty, year: Int) throws -> String {
        try nextID(in: "\(agency.leafCode)-\(duty.code)-\(year)")
    }

    /// The next id of a series.
    func nextID(in series: String) throws -> String {
        let row = try tx.first(
            """
            INSERT INTO leaf_series (series, last) VALUES (\(series), 1)
            ON CONFLICT (series) DO UPDATE SET last = leaf_series.last + 1 RETURNING last
            """
        )
        guard let row else { throw DatabaseError.other("no leaf number returned") }
        let number = String(try row.int("last"))
        return "\(series)-\(String(repeating: "0", count: max(0, 5 - number.count)))\(number)"
    }

    /// - Returns: the index of the leaf.
    func append(_ leaf: Leaf, at now: Instant) throws -> Int64 {
        let row = try tx.first("UPDATE ledger_head SET size = size + 1 WHERE id = 1 RETURNING size")
        guard let row else { throw DatabaseError.other("the ledger has no head") }
        let index = try row.int("size") - 1
        try tx.send(
            """
            INSERT INTO ledger_leaf (leaf_index, leaf_id, bytes, hash, at)
            VALUES (\(index), \(leaf.id), \(leaf.bytes), \(leaf.hash), \(now))
            """
        )
        return index
    }

    /// The leaves of one id, oldest first, as stored bytes with their hashes.
    package func leaves(of id: String) throws -> [(index: Int64, bytes: [UInt8], hash: String)] {
        try tx.rows("SELECT leaf_index, bytes, hash FROM ledger_leaf WHERE leaf_id = \(id) ORDER BY leaf_index").map {
            (try $0.int("leaf_index"), try $0.bytes("bytes"), try $0.text("hash"))
        }
    }
}

extension SQLConnection {
    package var ledger: LedgerStore { LedgerStore(tx: self) }
}
