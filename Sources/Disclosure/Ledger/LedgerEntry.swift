package import Civil
import Database

/// One leaf of the ledger as it is stored, with its place.
package struct LedgerEntry: Sendable, Hashable {
    /// From 0, without a gap.
    package var index: Int64
    /// The exact bytes that the hash covers.
    package var bytes: [UInt8]
    /// SHA-256 of a zero byte and the bytes (RFC 6962 §2.1), as 64 hexadecimal digits.
    package var hash: String
    package var at: Instant

    package init(index: Int64, bytes: [UInt8], hash: String, at: Instant) {
        self.index = index
        self.bytes = bytes
        self.hash = hash
        self.at = at
    }

    /// The value of one line of the leaf, such as `event` or `body`; nil when there is none or it is `-`.
    package func value(_ name: String) -> String? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest.dropFirst(line.count + 1)
            let value = line.dropFirst(name.utf8.count)
            guard line.starts(with: name.utf8), value.first == UInt8(ascii: " ") else { continue }
            let text = String(decoding: value.dropFirst(), as: UTF8.self)
            return text == "-" ? nil : text
        }
        return nil
    }

    /// What happened, as the leaf says.
    package var event: Leaf.Event? { value("event").flatMap(Leaf.Event.init(rawValue:)) }

    /// SHA-256 of salt and public bytes, as the leaf says; nil for events without a body.
    package var commitment: String? {
        guard let body = value("body"), body.hasPrefix("sha256:") else { return nil }
        return String(body.dropFirst("sha256:".utf8.count))
    }
}

extension LedgerStore {
    /// Everything that the ledger says of one id, oldest first.
    package func entries(of id: String) throws -> [LedgerEntry] {
        try tx.rows(
            "SELECT leaf_index, bytes, hash, at FROM ledger_leaf WHERE leaf_id = \(id) ORDER BY leaf_index"
        ).map {
            LedgerEntry(
                index: try $0.int("leaf_index"),
                bytes: try $0.bytes("bytes"),
                hash: try $0.text("hash"),
                at: try $0.instant("at")
            )
        }
    }
}
