import TestKit
import Testing

@testable import Database

/// Both engines report the same mistake with the same words.
@Suite struct ErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let statement: SQL
        let error: DatabaseError
        var testDescription: String { "\(error)" }
    }

    static let cases: [Case] = [
        Case(
            statement: "INSERT INTO person (id, name) VALUES (\("p1"), \("Other"))",
            error: .uniqueViolation("person.id")
        ),
        Case(
            statement: "INSERT INTO person (id, phone, name) VALUES (\("p2"), \("1(2)=(3"), \("Other"))",
            error: .uniqueViolation("person.phone")
        ),
        Case(
            statement: "INSERT INTO person (id, name) VALUES (\("p2"), \("FIRST"))",
            error: .uniqueViolation("person_lower_name")
        ),
        Case(
            statement: "INSERT INTO opinion (version, person) VALUES (\("v1"), \("p1"))",
            error: .uniqueViolation("opinion.version, opinion.person")
        ),
        Case(
            statement: "INSERT INTO person (id, name, age) VALUES (\("p2"), \("Other"), \(-1))",
            error: .checkViolation("age_is_sane")
        ),
        Case(statement: "INSERT INTO person (id) VALUES (\("p2"))", error: .checkViolation("person.name")),
        Case(statement: "UPDATE leaf SET body = \([UInt8(2)])", error: .refused("append-only: leaf")),
        Case(statement: "DELETE FROM leaf", error: .refused("append-only: leaf")),
        Case(
            statement: """
                INSERT INTO leaf (position, body) VALUES (\(0), \([UInt8(2)])) \
                ON CONFLICT (position) DO UPDATE SET body = excluded.body
                """,
            error: .refused("append-only: leaf")
        ),
    ]

    static func fill(_ tx: any SQLConnection) throws {
        try tx.execute("INSERT INTO person (id, phone, name) VALUES (\("p1"), \("1(2)=(3"), \("First"))")
        try tx.execute("INSERT INTO opinion (version, person) VALUES (\("v1"), \("p1"))")
        _ = try tx.appendLeaf()
    }

    @Test(arguments: Engine.available, cases) func sameErrors(_ engine: Engine, _ example: Case) async throws {
        try await engine.test { database in
            try await database.write(Self.fill)
            await #expect(throws: example.error) {
                try await database.write { try $0.execute(example.statement) }
            }
            let leaves = try await database.read { try $0.rows("SELECT body FROM leaf").map { try $0.bytes("body") } }
            #expect(leaves == [[1]])
        }
    }

    @Test(arguments: Engine.available) func brokenReferences(_ engine: Engine) async throws {
        try await engine.test { database in
            try await database.write(Self.fill)
            for statement: SQL in [
                "INSERT INTO opinion (version, person) VALUES (\("v1"), \("nobody"))",
                "DELETE FROM person WHERE id = \("p1")",
            ] {
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.write { try $0.execute(statement) }
                }
                guard case .foreignKeyViolation = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
        }
    }

    @Test(arguments: Engine.available) func readersCannotWrite(_ engine: Engine) async throws {
        try await engine.test { database in
            await #expect(throws: DatabaseError.self) {
                try await database.read { try $0.execute("INSERT INTO sample (id) VALUES (\("a"))") }
            }
            let isEmpty = try await database.read { try $0.rows("SELECT id FROM sample").isEmpty }
            #expect(isEmpty)
        }
    }

    @Test(arguments: Engine.available) func mistakesNameTheStatementButNoValue(_ engine: Engine) async throws {
        try await engine.test { database in
            for statement: SQL in [
                "SELECT nonsense FROM sample WHERE text = \("secret")", "SELEC \("secret")",
                "INSERT INTO sample (id, number) VALUES (\("a"), \("secret"))",
            ] {
                let error = await #expect(throws: DatabaseError.self) {
                    try await database.write { try $0.execute(statement) }
                }
                let text = "\(String(describing: error))"
                #expect(text.contains("$1"))
                #expect(!text.contains("secret"))
            }
        }
    }

    @Test func sqliteReplaceCannotPassTheTrigger() async throws {
        try await Engine.sqlite.test { database in
            try await database.write(Self.fill)
            let replace = SQL.only(.sqlite, "INSERT OR REPLACE INTO leaf (position, body) VALUES (0, x'02')")
            await #expect(throws: DatabaseError.refused("append-only: leaf")) {
                try await database.write { try $0.execute(replace) }
            }
        }
    }

    @Test(arguments: Engine.available.filter { $0 == .postgres }) func postgresRefusesTruncate(_ engine: Engine)
        async throws
    {
        try await engine.test { database in
            await #expect(throws: DatabaseError.refused("append-only: leaf")) {
                try await database.write { try $0.execute(.only(.postgres, "TRUNCATE leaf")) }
            }
        }
    }

    /// What the operator can mend is told apart from mistakes, and the connection works on afterwards.
    @Test func aFullFileIsSaidAndWorksAgain() async throws {
        try await Engine.sqlite.test { database in
            @Sendable func fill(_ tx: any SQLConnection) throws {
                let bytes = [UInt8](repeating: 1, count: 500_000)
                try tx.execute("INSERT INTO leaf (position, body) VALUES (7, \(bytes))")
            }
            let begins = SQL.only(.sqlite, "PRAGMA max_page_count = 1")
            let ends = SQL.only(.sqlite, "PRAGMA max_page_count = 1073741823")
            try await database.writeUnordered { _ = try $0.rows(begins) }
            await #expect(throws: DatabaseError.full("database or disk is full")) { try await database.write(fill) }
            try await database.writeUnordered { _ = try $0.rows(ends) }
            try await database.write(fill)
        }
    }

    @Test func aReadOnlyFileIsSaid() async throws {
        try await Engine.sqlite.withLocation(migrations: []) { location in
            guard case .file(let path) = location else { return }
            let database = try SQLiteDatabase.openReadOnly(path: path)
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { try $0.execute("CREATE TABLE sample (id TEXT)") }
            }
            let isReadOnly = if case .readOnly? = error { true } else { false }
            #expect(isReadOnly)
            await database.close()
        }
    }

    @Test(arguments: Engine.available.filter { $0 == .postgres }) func aStandbySaysThatItIsReadOnly(_ engine: Engine)
        async throws
    {
        try await engine.test { database in
            let error = await #expect(throws: DatabaseError.self) {
                try await database.write { tx in
                    try tx.execute(.only(.postgres, "SET TRANSACTION READ ONLY"))
                    try tx.execute("INSERT INTO sample (id) VALUES (\("a"))")
                }
            }
            #expect(error == .readOnly("PostgreSQL takes no changes here"))
        }
    }
}
