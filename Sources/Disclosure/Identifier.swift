package import Civil
package import Database
import Synchronization

/// An identifier (ULID, as text) of one kind of thing; the kind keeps a person's id from standing where an item's belongs.
package struct ID<Of>: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }
}

extension ID: SQLConvertible {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(text) }
}

extension Instant: SQLConvertible {
    package static var sqlType: SQLType { .integer }
    package var sqlValue: SQLValue { .int(milliseconds) }
}

extension CivilDate: SQLConvertible {
    package static var sqlType: SQLType { .text }
    package var sqlValue: SQLValue { .text(iso) }
}

extension SQLRow {
    package func id<Of>(_ column: String, of kind: Of.Type = Of.self) throws -> ID<Of> { ID(try text(column)) }

    package func optionalID<Of>(_ column: String, of kind: Of.Type = Of.self) throws -> ID<Of>? {
        try optionalText(column).map { ID($0) }
    }

    package func instant(_ column: String) throws -> Instant { Instant(milliseconds: try int(column)) }

    package func optionalInstant(_ column: String) throws -> Instant? {
        try optionalInt(column).map { Instant(milliseconds: $0) }
    }

    package func date(_ column: String) throws -> CivilDate {
        guard let date = CivilDate(try text(column)) else {
            throw DatabaseError.decoding(column: column, type: "CivilDate")
        }
        return date
    }

    package func optionalDate(_ column: String) throws -> CivilDate? {
        try optionalText(column) == nil ? nil : try date(column)
    }

    /// Reads a text column as one of the cases of an enumeration.
    package func choice<Choice: RawRepresentable<String>>(_ column: String, as type: Choice.Type = Choice.self) throws
        -> Choice
    {
        guard let value = Choice(rawValue: try text(column)) else {
            throw DatabaseError.decoding(column: column, type: "\(Choice.self)")
        }
        return value
    }

    package func optionalChoice<Choice: RawRepresentable<String>>(
        _ column: String,
        as type: Choice.Type = Choice.self
    ) throws -> Choice? {
        try optionalText(column) == nil ? nil : try choice(column, as: type)
    }
}

/// Makes ULIDs: 48 bits of milliseconds and 80 random bits in Crockford's base 32, so that ids sort by the time they were
/// made; those of one millisecond sort in the order in which this program made them.
package final class ULIDSource: Sendable {
    private static let alphabet: [UInt8] = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    private struct Last {
        var milliseconds: Int64 = -1
        var random: [UInt8] = []
    }

    private let last = Mutex(Last())

    package init() {}

    /// - Parameter random: at least 10 bytes; only the first 10 count, and none in a millisecond that had an id before.
    package func next(at instant: Instant, random: [UInt8]) -> String {
        let bytes = last.withLock { last in
            if last.milliseconds == instant.milliseconds {
                for place in last.random.indices.reversed() {
                    last.random[place] &+= 1
                    if last.random[place] != 0 { break }
                }
            } else {
                last = Last(milliseconds: instant.milliseconds, random: Array(random.prefix(10)))
            }
            return last.random
        }
        return Self.text(instant.milliseconds, bytes)
    }

    private static func text(_ milliseconds: Int64, _ random: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(26)
        for place in stride(from: 45, through: 0, by: -5) {
            text.append(alphabet[Int(truncatingIfNeeded: milliseconds >> Int64(place)) & 31])
        }
        var buffer = 0
        var width = 0
        for byte in random {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            width += 8
            while width >= 5 {
                width -= 5
                text.append(alphabet[buffer >> width & 31])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
