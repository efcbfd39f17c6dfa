/// One row of a result, read by column name.
///
/// Names are compared exactly; PostgreSQL folds unquoted names to lower case, so columns are `snake_case`.
package struct SQLRow: Sendable {
    /// The column names of a result, shared by all its rows.
    final class Layout: Sendable {
        let names: [String]

        init(names: [String]) {
            self.names = names
        }

        /// A look along a few short names costs less than a table of them for every result.
        func position(of name: String) -> Int? { names.firstIndex(of: name) }
    }

    let layout: Layout
    let values: [SQLValue]

    /// The column names from left to right.
    package var columns: [String] { layout.names }

    /// The value of a column; throws when there is no such column.
    package subscript(_ column: String) -> SQLValue {
        get throws {
            guard let position = layout.position(of: column) else {
                throw DatabaseError.decoding(column: column, type: "column of this result")
            }
            return values[position]
        }
    }

    /// The value at a position from the left, or nil beyond the last column.
    package func value(at position: Int) -> SQLValue? {
        values.indices.contains(position) ? values[position] : nil
    }

    /// Text that must be there.
    package func text(_ column: String) throws -> String {
        guard case .text(let text) = try self[column] else { throw mismatch(column, "text") }
        return text
    }

    /// Text, or nil for NULL.
    package func optionalText(_ column: String) throws -> String? {
        try unlessNull(column) { try text($0) }
    }

    /// A 64-bit integer that must be there.
    package func int(_ column: String) throws -> Int64 {
        guard case .int(let number) = try self[column] else { throw mismatch(column, "integer") }
        return number
    }

    /// A 64-bit integer, or nil for NULL.
    package func optionalInt(_ column: String) throws -> Int64? {
        try unlessNull(column) { try int($0) }
    }

    /// An integer as `Int`: counts, sizes, positions.
    package func number(_ column: String) throws -> Int {
        guard let number = Int(exactly: try int(column)) else { throw mismatch(column, "machine integer") }
        return number
    }

    /// An integer as `Int`, or nil for NULL.
    package func optionalNumber(_ column: String) throws -> Int? {
        try unlessNull(column) { try number($0) }
    }

    /// A floating-point number; an integer is taken too.
    package func double(_ column: String) throws -> Double {
        switch try self[column] {
        case .double(let number): return number
        case .int(let number): return Double(number)
        default: throw mismatch(column, "number")
        }
    }

    /// A floating-point number, or nil for NULL.
    package func optionalDouble(_ column: String) throws -> Double? {
        try unlessNull(column) { try double($0) }
    }

    /// A flag stored as 0 or 1; any other integer is refused.
    package func bool(_ column: String) throws -> Bool {
        switch try self[column] {
        case .int(0): return false
        case .int(1): return true
        default: throw mismatch(column, "flag (0 or 1)")
        }
    }

    /// A flag stored as 0 or 1, or nil for NULL.
    package func optionalBool(_ column: String) throws -> Bool? {
        try unlessNull(column) { try bool($0) }
    }

    /// Bytes that must be there.
    package func bytes(_ column: String) throws -> [UInt8] {
        guard case .blob(let bytes) = try self[column] else { throw mismatch(column, "bytes") }
        return bytes
    }

    /// Bytes, or nil for NULL.
    package func optionalBytes(_ column: String) throws -> [UInt8]? {
        try unlessNull(column) { try bytes($0) }
    }

    private func unlessNull<Value>(_ column: String, _ read: (String) throws -> Value) throws -> Value? {
        if case .null = try self[column] { return nil }
        return try read(column)
    }

    private func mismatch(_ column: String, _ type: String) -> DatabaseError {
        .decoding(column: column, type: type)
    }
}
