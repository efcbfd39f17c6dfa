import Crypto
import Logging

/// Brings a database to the schema of this program: forward only, checksummed, one process at a time.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    /// - Parameter migrations: in rising order of their numbers.
    package init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Applies what is missing, each migration in its own transaction, and returns what was applied by this call.
    ///
    /// Several processes may call it at once: they take turns, and each migration runs once. When one fails, those
    /// before it stay.
    /// - Parameter quietly: leaves the log alone, for a database that nobody keeps.
    /// - Throws: `MigrationError` when database and program do not fit together; `DatabaseError` from a statement.
    package func migrate(_ database: any SQLDatabase, quietly: Bool = false) async throws -> [Migration] {
        try checkOrder()
        let logger = Logger(label: "gongkai.database")
        var applied: [Migration] = []
        while let step = try await database.writeWithoutLimits(from: Place(), applyNext) {
            if !quietly {
                logger.info("Migration applied", metadata: ["number": "\(step.number)", "name": "\(step.name)"])
            }
            applied.append(step)
        }
        return applied
    }

    /// What `migrate` would apply, after the same checks; changes nothing.
    package func pending(_ database: any SQLDatabase) async throws -> [Migration] {
        try checkOrder()
        return try await database.read { try missing(in: $0) }
    }

    /// What `migrate` would apply, for a body that has the database already.
    package func pending(in tx: any SQLConnection) throws -> [Migration] {
        try checkOrder()
        return try missing(in: tx)
    }

    /// One checksum over the whole schema for an engine, the name of test templates.
    package func checksum(for dialect: Dialect) throws -> String {
        let lines = try migrations.map { "\($0.number) \(try $0.checksum(for: dialect))\n" }.joined()
        return SHA256.hash(data: Array(lines.utf8)).prefix(8).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private func checkOrder() throws {
        var last = 0
        for migration in migrations {
            guard migration.number > last else { throw MigrationError.disorder(number: migration.number) }
            last = migration.number
        }
    }

    private func applyNext(_ tx: any SQLConnection) throws -> Migration? {
        try tx.execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migration (\
            number \(SQL.int64) NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL)\(SQL.strict)
            """
        )
        guard let step = try missing(in: tx).first else { return nil }
        for statement in step.statements(tx.dialect) { try tx.execute(statement) }
        try tx.execute(
            """
            INSERT INTO schema_migration (number, name, checksum) \
            VALUES (\(step.number), \(step.name), \(try step.checksum(for: tx.dialect)))
            """
        )
        return step
    }

    private func missing(in tx: any SQLConnection) throws -> [Migration] {
        guard try tx.hasTable("schema_migration") else { return migrations }
        let rows = try tx.rows("SELECT number, name, checksum FROM schema_migration ORDER BY number")
        var known = Dictionary(migrations.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        for row in rows {
            let number = try row.number("number")
            guard let migration = known.removeValue(forKey: number) else {
                throw MigrationError.unknown(number: number, name: try row.text("name"))
            }
            guard try migration.checksum(for: tx.dialect) == row.text("checksum") else {
                throw MigrationError.changed(number: number, name: migration.name)
            }
        }
        let missing = migrations.filter { known[$0.number] != nil }
        let newest = try rows.last?.number("number") ?? 0
        if let first = missing.first, first.number < newest {
            throw MigrationError.skipped(number: first.number, name: first.name)
        }
        return missing
    }
}

extension SQLConnection {
    /// Whether a table of this name exists.
    package func hasTable(_ name: String) throws -> Bool {
        let sqlite: SQL = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = \(name)"
        let postgres: SQL = "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = \(name)"
        return try exists("\(sqlite: sqlite, postgres: postgres)")
    }
}
