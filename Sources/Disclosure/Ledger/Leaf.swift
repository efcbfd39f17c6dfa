package import Civil
import Crypto

/// One line of the disclosure log (公开日志), byte for byte: `disclosure-entry/v1`.
///
/// It names no party and no title: after a lawful withdrawal the page and the salt go, and the leaf tells only that
/// something with this number existed, when, and on which ground it left.
package struct Leaf: Sendable, Hashable {
    package enum Event: String, Sendable, CaseIterable {
        case publish, revise, withdraw, restore, reserve, plan, beacon, result, reveal, stat, anchor, rule
    }

    package var id: String
    package var event: Event
    package var kind: String
    /// SHA-256 of salt and public bytes, as 64 hexadecimal digits; nil for events without a body.
    package var body: String?
    /// Leaf hash of the event before on the same id.
    package var previous: String?
    package var basis: String?
    package var date: CivilDate

    package init(
        id: String,
        event: Event,
        kind: String,
        body: String?,
        previous: String?,
        basis: String?,
        date: CivilDate
    ) {
        self.id = id
        self.event = event
        self.kind = kind
        self.body = body
        self.previous = previous
        self.basis = basis
        self.date = date
    }

    package var bytes: [UInt8] {
        let lines = [
            "disclosure-entry/v1",
            "id \(id)",
            "event \(event.rawValue)",
            "kind \(kind)",
            "body \(body.map { "sha256:\($0)" } ?? "-")",
            "prev \(previous ?? "-")",
            "basis \(basis ?? "-")",
            "date \(date.iso)",
        ]
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    /// SHA-256 of a zero byte and the bytes (RFC 6962 §2.1).
    package var hash: String { SHA256.hex([0] + bytes) }
}
