import Database
import TestKit
import Testing

/// One setting says where the records are.
@Suite struct LocationTests {
    @Test func settingsAreRead() {
        #expect(DatabaseLocation("records.sqlite") == .file("records.sqlite"))
        #expect(DatabaseLocation(":memory:") == .memory)
        #expect(DatabaseLocation("postgresql://h/d") == .server(url: "postgresql://h/d"))
        #expect(DatabaseLocation("postgres://h/d").dialect == .postgres)
        #expect(DatabaseLocation("/var/lib/x").dialect == .sqlite)
        #expect(DatabaseLocation.memory.dialect == .sqlite)
    }

    @Test func memoryOpens() async throws {
        let database = try await DatabaseLocation.memory.open()
        try await database.ping()
        await database.close()
    }

    @Test(arguments: Engine.available) func everyTestHasItsOwnDatabase(_ engine: Engine) async throws {
        try await engine.test { one in
            try await engine.test { two in
                #expect(one.dialect == engine.dialect)
                _ = try await one.write { try $0.appendLeaf() }
                let size = try await two.read { try $0.integer("SELECT size FROM head") }
                #expect(size == 0)
            }
        }
    }
}
