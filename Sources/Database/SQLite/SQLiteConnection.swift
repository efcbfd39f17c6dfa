import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One transaction on SQLite, valid inside its closure.
final class SQLiteConnection: GatedConnection {
    let dialect = Dialect.sqlite
    var gate: TransactionGate
    private let database: GRDB.Database

    init(_ database: GRDB.Database, statements: Int? = nil) {
        self.database = database
        gate = TransactionGate(statements: statements)
    }

    func rows(_ sql: SQL) throws -> [SQLRow] {
        var rows: [SQLRow] = []
        try gated(sql) { rendered in
            try translated(rendered) {
                let statement = try prepare(rendered)
                try step(statement, rendered) { rows.append($0) }
            }
        }
        return rows
    }

    @discardableResult func execute(_ sql: SQL) throws -> Int {
        try gated(sql) { rendered in
            try translated(rendered) {
                let statement = try prepare(rendered)
                let before = database.totalChangesCount
                try statement.execute(arguments: StatementArguments(rendered.values.map(\.databaseValue)))
                // SQLite keeps the count of the last change when a statement changes nothing, as DDL does.
                return database.totalChangesCount == before ? 0 : database.changesCount
            }
        }
    }

    func forEach(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
        let cursor = try gated(sql) { rendered in
            // Its own statement: the body may run the same text again.
            try translated(rendered) { try SQLiteCursor(database.makeStatement(sql: rendered.text), rendered) }
        }
        while let row = try gatedNext(cursor) { try body(row) }
    }

    func control(_ command: String) throws {
        do {
            try database.execute(sql: command)
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error, statement: command)
        }
    }

    private func prepare(_ rendered: RenderedSQL) throws -> Statement {
        rendered.isReusable
            ? try database.cachedStatement(sql: rendered.text) : try database.makeStatement(sql: rendered.text)
    }

    private func step(_ statement: Statement, _ rendered: RenderedSQL, _ body: (SQLRow) throws -> Void) throws {
        let cursor = try SQLiteCursor(statement, rendered)
        while let row = try cursor.next() { try body(row) }
    }

    private func gatedNext(_ cursor: SQLiteCursor) throws -> SQLRow? {
        do {
            return try translated(cursor.rendered) { try cursor.next() }
        } catch {
            gate.fail(error)
            throw error
        }
    }

    private func translated<Result>(_ rendered: RenderedSQL, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error, statement: rendered.text)
        }
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .int(let number): number.databaseValue
        case .double(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
