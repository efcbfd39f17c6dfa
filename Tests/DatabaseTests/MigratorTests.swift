import Database
import TestKit
import Testing

/// Forward only, checksummed, one process at a time.
@Suite struct MigratorTests {
    static func step(_ number: Int, _ statements: SQL...) -> Migration {
        Migration(number: number, name: "step \(number)") { _ in statements }
    }

    static let first = step(1, "CREATE TABLE a (id TEXT NOT NULL)")
    static let second = step(2, "CREATE TABLE b (id TEXT NOT NULL)", "INSERT INTO a (id) VALUES (\("two"))")
    static let third = step(5, "INSERT INTO b (id) VALUES (\("five"))")

    @Test(arguments: Engine.available) func appliesWhatIsMissing(_ engine: Engine) async throws {
        try await engine.withDatabase(migrations: []) { database in
            let early = Migrator([Self.first])
            let missing = try await early.pending(database).map(\.number)
            #expect(missing == [1])
            #expect(try await early.migrate(database).map(\.number) == [1])
            let all = Migrator([Self.first, Self.second, Self.third])
            #expect(try await all.pending(database).map(\.number) == [2, 5])
            #expect(try await all.migrate(database).map(\.number) == [2, 5])
            #expect(try await all.migrate(database).isEmpty)
            #expect(try await all.pending(database).isEmpty)
            let count = try await database.read { try $0.integer("SELECT count(*) FROM a") }
            #expect(count == 1)
        }
    }

    @Test(arguments: Engine.available) func refusesWhatDoesNotFit(_ engine: Engine) async throws {
        try await engine.withDatabase(migrations: [Self.first, Self.third.moved(to: 3, "CREATE TABLE c (id TEXT)")]) {
            database in
            let third = Self.third.moved(to: 3, "CREATE TABLE c (id TEXT)")
            let table: [(migrations: [Migration], error: MigrationError)] = [
                ([Self.step(1, "CREATE TABLE a (id TEXT)"), third], .changed(number: 1, name: "step 1")),
                ([Self.first], .unknown(number: 3, name: "step 3")),
                ([third], .unknown(number: 1, name: "step 1")),
                ([Self.first, Self.second, third], .skipped(number: 2, name: "step 2")),
                ([Self.first, Self.first], .disorder(number: 1)),
                ([Self.second, Self.first], .disorder(number: 1)),
                ([Self.step(0)], .disorder(number: 0)),
            ]
            for row in table {
                let migrator = Migrator(row.migrations)
                await #expect(throws: row.error) { try await migrator.migrate(database) }
                await #expect(throws: row.error) { try await migrator.pending(database) }
            }
            let hasSecond = try await database.read { try $0.hasTable("b") }
            #expect(!hasSecond)
        }
    }

    @Test(arguments: Engine.available) func aFailingStepLeavesNothingOfItself(_ engine: Engine) async throws {
        try await engine.withDatabase(migrations: []) { database in
            let broken = Self.step(2, "CREATE TABLE b (id TEXT)", "INSERT INTO nowhere VALUES (\(1))")
            await #expect(throws: DatabaseError.self) { try await Migrator([Self.first, broken]).migrate(database) }
            let isHalf = try await database.read { try $0.hasTable("a") && !$0.hasTable("b") }
            #expect(isHalf)
            #expect(try await Migrator([Self.first, Self.second]).migrate(database).map(\.number) == [2])
        }
    }

    @Test(arguments: Engine.available) func twoProcessesTakeTurns(_ engine: Engine) async throws {
        try await engine.withLocation(migrations: []) { location in
            let pools = [try await location.open(), try await location.open(), try await location.open()]
            let migrations = (1...12).map { Self.step($0, "CREATE TABLE \(identifier: "t\($0)") (id TEXT)") }
            let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
                for pool in pools { group.addTask { try await Migrator(migrations).migrate(pool).map(\.number) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == Array(1...12))
            for pool in pools { await pool.close() }
        }
    }

    @Test func checksumsCoverTextAndValues() throws {
        let base = try Self.second.checksum(for: .sqlite)
        #expect(base.count == 64)
        #expect(try base == Self.second.checksum(for: .sqlite))
        let other = Self.step(2, "CREATE TABLE b (id TEXT NOT NULL)", "INSERT INTO a (id) VALUES (\("three"))")
        #expect(try base != other.checksum(for: .sqlite))
        let merged = Self.step(2, "CREATE TABLE b (id TEXT NOT NULL)INSERT INTO a (id) VALUES (\("two"))")
        #expect(try base != merged.checksum(for: .sqlite))
        let island = Self.step(1, "CREATE TABLE a (n \(SQL.int64))")
        #expect(try island.checksum(for: .sqlite) != island.checksum(for: .postgres))
    }
}

extension Migration {
    func moved(to number: Int, _ statement: SQL) -> Migration {
        Migration(number: number, name: "step \(number)") { _ in [statement] }
    }
}
