/// The text that an engine is given, with the values to bind in order.
struct RenderedSQL: Sendable {
    /// Statement text with `$1, $2 …`.
    var text = ""
    /// Values in the order of their placeholders.
    var values: [SQLValue] = []
    /// The declared column type of each value.
    var types: [SQLType] = []
    /// Whether the text is one of a fixed set, worth keeping prepared: lists of any length are not.
    var isReusable = true

    /// Longer texts are DDL or bulk inserts, which are not worth the memory of a prepared statement.
    static let longestReusable = 4096
}

extension SQL {
    /// Renders the statement for an engine; throws when it holds no text for it or a value that one engine cannot store.
    func rendered(for dialect: Dialect) throws -> RenderedSQL {
        var result = RenderedSQL()
        try SQL.render(pieces, for: dialect, into: &result)
        if result.text.utf8.count > RenderedSQL.longestReusable { result.isReusable = false }
        return result
    }

    private static func render(_ pieces: [Piece], for dialect: Dialect, into result: inout RenderedSQL) throws {
        for piece in pieces {
            switch piece {
            case .text(let text):
                result.text += text
            case .value(let value, let type):
                try result.bind(value, type, for: dialect)
            case .list(let values, let type):
                try result.bind(list: values, type, for: dialect)
            case .island(let sqlite, let postgres):
                guard let pieces = dialect == .sqlite ? sqlite : postgres else {
                    throw DatabaseError.other("this statement does not exist on \(dialect.rawValue)")
                }
                try render(pieces, for: dialect, into: &result)
            }
        }
    }
}

extension RenderedSQL {
    fileprivate mutating func bind(_ value: SQLValue, _ type: SQLType, for dialect: Dialect) throws {
        switch value {
        case .text(let text) where text.utf8.contains(0):
            throw DatabaseError.other("text holds the character NUL, which cannot be stored")
        case .double(let number) where !number.isFinite:
            throw DatabaseError.other("a number that is not finite cannot be stored")
        case .blob(let bytes) where bytes.isEmpty && dialect == .sqlite:
            // Foundation gives an empty Data no address, and SQLite would bind NULL.
            text += "zeroblob(0)"
            return
        default:
            break
        }
        values.append(value)
        types.append(type)
        text += "$"
        text += String(values.count)
    }

    fileprivate mutating func bind(list: [SQLValue], _ type: SQLType, for dialect: Dialect) throws {
        isReusable = false
        guard !list.isEmpty else {
            // `IN ()` is no SQL, and `NOT IN (NULL)` is never true: an empty subquery is right for both.
            text += type.emptySelection(for: dialect)
            return
        }
        text += "("
        for (index, value) in list.enumerated() {
            if index > 0 { text += ", " }
            try bind(value, type, for: dialect)
        }
        text += ")"
    }
}

extension SQLType {
    /// A subquery of this type without rows.
    fileprivate func emptySelection(for dialect: Dialect) -> String {
        guard let name = name(for: dialect) else { return "(SELECT NULL WHERE 1 = 0)" }
        return "(SELECT CAST(NULL AS \(name)) WHERE 1 = 0)"
    }

    private func name(for dialect: Dialect) -> String? {
        switch (self, dialect) {
        case (.integer, .sqlite): "INTEGER"
        case (.integer, .postgres): "BIGINT"
        case (.real, .sqlite): "REAL"
        case (.real, .postgres): "DOUBLE PRECISION"
        case (.text, _): "TEXT"
        case (.blob, .sqlite): "BLOB"
        case (.blob, .postgres): "BYTEA"
        case (.unspecified, _): nil
        }
    }
}

extension SQL: CustomStringConvertible {
    /// The text without any value, islands marked: what two engines must share, and safe to log.
    package var description: String { SQL.describe(pieces) }

    /// Whether the statement was written for one engine only.
    var isForOneEngine: Bool {
        pieces.contains { piece in
            if case .island(let sqlite, let postgres) = piece { sqlite == nil || postgres == nil } else { false }
        }
    }

    private static func describe(_ pieces: [Piece]) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let literal):
                text += literal
            case .value:
                text += "?"
            case .list:
                text += "(?…)"
            case .island(let sqlite, let postgres):
                text += "⟦sqlite: \(sqlite.map(describe) ?? "–") ‖ postgres: \(postgres.map(describe) ?? "–")⟧"
            }
        }
        return text
    }
}
