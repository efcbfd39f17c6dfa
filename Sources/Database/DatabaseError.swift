/// What can go wrong in the database, in the same words for both engines.
///
/// No case carries a bound value: messages of the engines that may quote one are dropped, because errors are logged
/// and a log must not hold personal data.
package enum DatabaseError: Error, Sendable, Hashable {
    /// A unique or primary key exists already: `table.column, table.column`, or the index name for an expression index.
    case uniqueViolation(String)
    /// A reference points nowhere, or a referenced row was deleted. SQLite does not say which: the text is for logs only.
    case foreignKeyViolation(String)
    /// A CHECK failed (its name), or a NOT NULL column got nothing (`table.column`).
    case checkViolation(String)
    /// An append-only table refused a change: `append-only: table`.
    case refused(String)
    /// Two transactions could not be put in an order; the whole transaction may be tried again.
    case serialization
    /// The database cannot be reached, is locked for too long or is shutting down.
    case unavailable(String)
    /// There is no space on the disk: nothing was written, and reading goes on.
    case full(String)
    /// The disk or the server takes no changes: nothing was written, and reading goes on.
    case readOnly(String)
    /// A column is missing or holds another type than the one asked for.
    case decoding(column: String, type: String)
    /// A mistake in a statement or in the database itself; not something a user can act on.
    case other(String)
}

extension DatabaseError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .uniqueViolation(let key): "exists already: \(key)"
        case .foreignKeyViolation(let key): "refers to nothing: \(key)"
        case .checkViolation(let check): "check failed: \(check)"
        case .refused(let reason): "refused: \(reason)"
        case .serialization: "could not be ordered with another transaction"
        case .unavailable(let reason): "database unavailable: \(reason)"
        case .full(let reason): "no space for the database: \(reason)"
        case .readOnly(let reason): "database read-only: \(reason)"
        case .decoding(let column, let type): "column \(column) is no \(type)"
        case .other(let reason): "database error: \(reason)"
        }
    }
}
