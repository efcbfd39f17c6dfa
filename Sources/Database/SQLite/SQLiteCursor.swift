import CSQLite
import GRDB

/// Walks over the rows of a statement.
///
/// Values are bound and read at SQLite's own interface: GRDB's rows cost more than what they read.
final class SQLiteCursor {
    let rendered: RenderedSQL
    private let statement: Statement
    private let handle: OpaquePointer
    private var layout: SQLRow.Layout?

    /// Nobody else may step the statement before the cursor is gone.
    init(_ statement: Statement, _ rendered: RenderedSQL) throws {
        self.statement = statement
        self.rendered = rendered
        handle = statement.sqliteStatement
        for (index, value) in rendered.values.enumerated() { try bind(value, at: Int32(index + 1)) }
    }

    deinit {
        // Ends the reading and lets go of the values; what a reset reports was thrown by the step before.
        _ = sqlite3_reset(handle)
        _ = sqlite3_clear_bindings(handle)
    }

    func next() throws -> SQLRow? {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return SQLRow(layout: currentLayout, values: (0..<sqlite3_column_count(handle)).map(value))
        case SQLITE_DONE: return nil
        case let code: throw failure(code)
        }
    }

    private func bind(_ value: SQLValue, at place: Int32) throws {
        let code =
            switch value {
            case .null: sqlite3_bind_null(handle, place)
            case .int(let number): sqlite3_bind_int64(handle, place, number)
            case .double(let number): sqlite3_bind_double(handle, place, number)
            case .text(let text): sqlite3_bind_text(handle, place, text, Int32(text.utf8.count), copied)
            case .blob(let bytes): sqlite3_bind_blob(handle, place, bytes, Int32(bytes.count), copied)
            }
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func value(_ column: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .int(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: return .double(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            // The pointer first, then the length, as SQLite asks.
            let start = sqlite3_column_text(handle, column)
            let text = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
            return .text(String(decoding: text, as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, column)
            return .blob(Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))))
        default: return .null
        }
    }

    /// The column names, known for certain only after the first step: it prepares anew when the schema has changed.
    private var currentLayout: SQLRow.Layout {
        if let layout { return layout }
        let wasPreparedAnew = sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_REPREPARE, 0) > 0
        let names =
            wasPreparedAnew
            ? (0..<sqlite3_column_count(handle)).map { String(cString: sqlite3_column_name(handle, $0)) }
            : statement.columnNames
        let layout = SQLRow.Layout(names: names)
        self.layout = layout
        return layout
    }

    private func failure(_ code: Int32) -> GRDB.DatabaseError {
        GRDB.DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
        )
    }
}

/// Tells SQLite to keep a copy of a bound value (`SQLITE_TRANSIENT`, a macro that Swift does not see).
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
