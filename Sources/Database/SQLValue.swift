/// The five kinds of value that both engines store alike: no dates, no JSON, no booleans.
package enum SQLValue: Sendable, Hashable {
    /// SQL NULL.
    case null
    /// A 64-bit integer: numbers, instants in ms, money in fen, flags as 0 and 1.
    case int(Int64)
    /// A finite 64-bit floating-point number.
    case double(Double)
    /// Unicode text without the character NUL, which PostgreSQL cannot store.
    case text(String)
    /// Bytes, any of them.
    case blob([UInt8])
}

/// The column type that a Swift type is stored in, needed where a value is absent (NULL, empty list).
package enum SQLType: Sendable, Hashable {
    /// `INTEGER` in SQLite, `BIGINT` in PostgreSQL.
    case integer
    /// `REAL` in SQLite, `DOUBLE PRECISION` in PostgreSQL.
    case real
    /// `TEXT` in both.
    case text
    /// `BLOB` in SQLite, `BYTEA` in PostgreSQL.
    case blob
    /// Left to the engine to infer.
    case unspecified
}

/// A Swift value that can be bound to a statement.
package protocol SQLConvertible {
    /// The value as it is stored.
    var sqlValue: SQLValue { get }
    /// The column type of stored values; the default leaves it to the engine, which PostgreSQL cannot always infer
    /// for a NULL (`\(nothing) IS NULL`), so types stored as integers or bytes should say so.
    static var sqlType: SQLType { get }
}

extension SQLConvertible {
    package static var sqlType: SQLType { .unspecified }
}

extension SQLConvertible where Self: RawRepresentable, RawValue: SQLConvertible {
    package var sqlValue: SQLValue { rawValue.sqlValue }
    package static var sqlType: SQLType { RawValue.sqlType }
}

extension SQLValue: SQLConvertible {
    package var sqlValue: SQLValue { self }
}

extension String: SQLConvertible {
    package var sqlValue: SQLValue { .text(self) }
    package static var sqlType: SQLType { .text }
}

extension Substring: SQLConvertible {
    package var sqlValue: SQLValue { .text(String(self)) }
    package static var sqlType: SQLType { .text }
}

extension Int: SQLConvertible {
    package var sqlValue: SQLValue { .int(Int64(self)) }
    package static var sqlType: SQLType { .integer }
}

extension Int64: SQLConvertible {
    package var sqlValue: SQLValue { .int(self) }
    package static var sqlType: SQLType { .integer }
}

extension Int32: SQLConvertible {
    package var sqlValue: SQLValue { .int(Int64(self)) }
    package static var sqlType: SQLType { .integer }
}

extension Bool: SQLConvertible {
    package var sqlValue: SQLValue { .int(self ? 1 : 0) }
    package static var sqlType: SQLType { .integer }
}

extension Double: SQLConvertible {
    package var sqlValue: SQLValue { .double(self) }
    package static var sqlType: SQLType { .real }
}

extension Array: SQLConvertible where Element == UInt8 {
    package var sqlValue: SQLValue { .blob(self) }
    package static var sqlType: SQLType { .blob }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
    package static var sqlType: SQLType { Wrapped.sqlType }
}
