import Database
import TestKit

/// The small schema that these tests share.
enum Schema {
    static let migrations: [Migration] = [
        Migration(number: 1, name: "one table of each kind") { dialect in
            [
                """
                CREATE TABLE sample (id TEXT NOT NULL PRIMARY KEY, number \(SQL.int64), text TEXT, \
                bytes \(SQL.blob), real \(SQL.real))\(SQL.strict)
                """,
                """
                CREATE TABLE person (id TEXT NOT NULL PRIMARY KEY, phone TEXT UNIQUE, name TEXT NOT NULL, \
                age \(SQL.int64) CONSTRAINT age_is_sane CHECK (age >= 0))\(SQL.strict)
                """,
                "CREATE UNIQUE INDEX person_lower_name ON person (lower(name))",
                """
                CREATE TABLE opinion (id \(SQL.autoRow), version TEXT NOT NULL, person TEXT NOT NULL \
                REFERENCES person (id), UNIQUE (version, person))\(SQL.strict)
                """,
                "CREATE TABLE head (size \(SQL.int64) NOT NULL)\(SQL.strict)",
                "INSERT INTO head (size) VALUES (\(0))",
                "CREATE TABLE leaf (position \(SQL.int64) NOT NULL PRIMARY KEY, body \(SQL.blob) NOT NULL)\(SQL.strict)",
            ] + SQL.appendOnly(table: "leaf", for: dialect)
        }
    ]
}

extension Engine {
    /// Runs a test with an empty database of the shared schema.
    @discardableResult func test<Result>(
        connections: Int = 4,
        _ body: (any SQLDatabase) async throws -> Result
    ) async throws -> Result {
        try await withDatabase(migrations: Schema.migrations, connections: connections, body)
    }
}

extension SQLConnection {
    /// Appends one leaf at the end, as the ledger does.
    func appendLeaf(_ body: [UInt8] = [1]) throws -> Int64 {
        let size = try integer("UPDATE head SET size = size + 1 RETURNING size")
        try execute("INSERT INTO leaf (position, body) VALUES (\(size - 1), \(body))")
        return size - 1
    }
}
