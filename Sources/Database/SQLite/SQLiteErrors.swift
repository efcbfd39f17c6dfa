import GRDB

/// SQLite's result codes in the words of both engines (https://www.sqlite.org/rescode.html).
extension DatabaseError {
    /// The error for a code of SQLite; `statement` is the text without values, for the developer.
    init(_ error: GRDB.DatabaseError, statement: String? = nil) {
        let message = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            self = .uniqueViolation(DatabaseError.subject(of: message))
            return
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            self = .foreignKeyViolation("")
            return
        case .SQLITE_CONSTRAINT_CHECK, .SQLITE_CONSTRAINT_NOTNULL:
            self = .checkViolation(DatabaseError.subject(of: message))
            return
        case .SQLITE_CONSTRAINT_TRIGGER:
            self = .refused(message)
            return
        case .SQLITE_BUSY_SNAPSHOT:
            self = .serialization
            return
        default:
            break
        }
        switch error.resultCode {
        case .SQLITE_FULL:
            self = .full(message)
        case .SQLITE_READONLY:
            self = .readOnly(message)
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_INTERRUPT,
            .SQLITE_NOMEM, .SQLITE_PROTOCOL:
            self = .unavailable(message)
        case .SQLITE_MISUSE where message == "Connection is closed":
            self = .unavailable("the database is closed")
        default:
            // The text of a search that FTS5 cannot read is quoted in its message.
            let harmless = message.hasPrefix("fts5:") ? "fts5: syntax error" : message
            self = .other(DatabaseError.located(harmless, statement))
        }
    }

    /// A message with the beginning of the statement that it is about.
    static func located(_ message: String, _ statement: String?) -> String {
        guard let statement else { return message }
        return "\(message) in: \(statement.prefix(300))"
    }

    /// What follows the colon in `UNIQUE constraint failed: person.phone`.
    private static func subject(of message: String) -> String {
        guard let colon = message.firstIndex(of: ":") else { return message }
        let subject = message[message.index(after: colon)...].drop { $0 == " " }
        guard subject.hasPrefix("index '"), subject.hasSuffix("'") else { return String(subject) }
        return String(subject.dropFirst(7).dropLast())
    }
}
