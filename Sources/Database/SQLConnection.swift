/// What a transaction can do.
///
/// It is not `Sendable`: a transaction cannot leave its closure, and nothing can be awaited inside it.
/// A statement that fails fails its transaction: every later statement is refused and nothing is committed, on both
/// engines, even when the error was caught. Where a failure is expected, wrap it in `attempt`.
package protocol SQLConnection: AnyObject {
    /// The engine behind it.
    var dialect: Dialect { get }

    /// Runs one statement and returns all its rows.
    func rows(_ sql: SQL) throws -> [SQLRow]

    /// Runs one statement and returns how many rows it inserted, updated or deleted.
    @discardableResult func execute(_ sql: SQL) throws -> Int

    /// Runs one statement whose count nobody needs.
    ///
    /// On PostgreSQL the program goes on while the server works; what fails is thrown by a later statement, at the
    /// latest by the commit, and fails the transaction all the same.
    func send(_ sql: SQL) throws

    /// Runs one SELECT and hands over row by row in bounded memory, for exports. Other statements may run in the body.
    func forEach(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws

    /// Runs a part of the transaction that may fail: when the body throws, its changes are undone, the error is
    /// thrown on, and the transaction remains usable.
    func attempt<Result>(_ body: () throws -> Result) throws -> Result
}

extension SQLConnection {
    /// The first row, or nil; put `LIMIT 1` into the statement where more rows are possible.
    package func first(_ sql: SQL) throws -> SQLRow? {
        try rows(sql).first
    }

    /// Whether the query has a row: `exists("SELECT 1 FROM item WHERE id = \(id)")`.
    package func exists(_ query: SQL) throws -> Bool {
        try !rows("SELECT 1 AS one WHERE EXISTS (\(query))").isEmpty
    }

    /// The single integer of a query such as `SELECT count(*) …`.
    package func integer(_ query: SQL) throws -> Int64 {
        guard case .int(let number)? = try first(query)?.value(at: 0) else {
            throw DatabaseError.decoding(column: "1", type: "integer")
        }
        return number
    }

    package func send(_ sql: SQL) throws {
        try execute(sql)
    }

    /// Runs statements one after another.
    package func execute(all statements: [SQL]) throws {
        for statement in statements { try execute(statement) }
    }
}
