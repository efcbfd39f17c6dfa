/// A statement or a part of one: interpolated values are bound, never spliced into the text; fragments compose.
///
/// ```swift
/// let mine: SQL = "agency = \(agency) AND state IN \(list: states)"
/// let rows = try tx.rows("SELECT id FROM item WHERE \(mine) ORDER BY id LIMIT \(20)")
/// ```
/// Both engines get the same text with `$1, $2 …` in order of appearance, except in the islands
/// `\(sqlite: "…", postgres: "…")`: the only place where the engines may differ.
/// PostgreSQL takes at most 65,535 values in one statement, SQLite 32,766.
package struct SQL: Sendable, Hashable {
    /// One part of a statement.
    indirect enum Piece: Sendable, Hashable {
        case text(String)
        case value(SQLValue, SQLType)
        case list([SQLValue], SQLType)
        case island(sqlite: [Piece]?, postgres: [Piece]?)
    }

    private(set) var pieces: [Piece]

    init(pieces: [Piece]) {
        self.pieces = pieces
    }

    /// The empty fragment.
    package init() {
        pieces = []
    }

    /// Whether there is no text in it at all.
    package var isEmpty: Bool { pieces.isEmpty }

    /// The fragments one after another with the separator between them: `joined(conditions, separator: " AND ")`.
    package static func joined(_ parts: some Sequence<SQL>, separator: SQL) -> SQL {
        var result = SQL()
        var isFirst = true
        for part in parts {
            if !isFirst { result.pieces += separator.pieces }
            result.pieces += part.pieces
            isFirst = false
        }
        return result
    }

    /// Both fragments, the second right behind the first: mind the space between.
    package static func + (first: SQL, second: SQL) -> SQL {
        SQL(pieces: first.pieces + second.pieces)
    }

    /// Appends a fragment.
    package static func += (target: inout SQL, addition: SQL) {
        target.pieces += addition.pieces
    }

    /// A statement that exists on one engine only (`PRAGMA`, `VACUUM`); running it on the other one is an error.
    package static func only(_ dialect: Dialect, _ sql: SQL) -> SQL {
        switch dialect {
        case .sqlite: SQL(pieces: [.island(sqlite: sql.pieces, postgres: nil)])
        case .postgres: SQL(pieces: [.island(sqlite: nil, postgres: sql.pieces)])
        }
    }
}

extension SQL: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        pieces = value.isEmpty ? [] : [.text(value)]
    }

    package init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    /// Collects literal text and bound values in order of appearance.
    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.text(literal)) }
        }

        /// Binds a value.
        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value) {
            pieces.append(.value(value.sqlValue, Value.sqlType))
        }

        /// Binds a value, or NULL.
        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            pieces.append(.value(value.sqlValue, Value.sqlType))
        }

        /// Inserts a fragment with its own bound values.
        package mutating func appendInterpolation(_ fragment: SQL) {
            pieces += fragment.pieces
        }

        /// Inserts a fragment with its own bound values.
        package mutating func appendInterpolation(fragment: SQL) {
            pieces += fragment.pieces
        }

        /// Binds every value: `IN \(list: ids)` becomes `IN ($1, $2)`; an empty list is a list that nothing is in.
        package mutating func appendInterpolation<Value: SQLConvertible>(list: some Sequence<Value>) {
            pieces.append(.list(list.map(\.sqlValue), Value.sqlType))
        }

        /// Inserts a table or column name, quoted: for names that are data, such as those of a schema dump.
        package mutating func appendInterpolation(identifier: String) {
            var quoted = "\""
            for character in identifier.unicodeScalars {
                if character == "\"" { quoted.unicodeScalars.append(character) }
                quoted.unicodeScalars.append(character)
            }
            pieces.append(.text(quoted + "\""))
        }

        /// The engine island: text that differs between the engines.
        package mutating func appendInterpolation(sqlite: SQL, postgres: SQL) {
            pieces.append(.island(sqlite: sqlite.pieces, postgres: postgres.pieces))
        }
    }
}
