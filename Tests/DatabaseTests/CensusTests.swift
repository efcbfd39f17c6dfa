import Database
import TestKit
import Testing

/// The census sees which statements ran on which engine; it counts process-wide, hence texts that no other test has.
@Suite(.serialized) struct CensusTests {
    @Test func statementsOfOneEngineShow() async throws {
        StatementCensus.start()
        defer { StatementCensus.stop() }
        let query: SQL = """
            SELECT \(1) AS census_\(sqlite: "a", postgres: "b") WHERE \(2) IN \(list: [1, 2]) \
            AND \(3) IN \(list: [3])
            """
        let text = "SELECT ? AS census_⟦sqlite: a ‖ postgres: b⟧ WHERE ? IN (?…) AND ? IN (?…)"
        for engine in Engine.available {
            try await engine.test { database in
                try await database.read { _ = try $0.rows(query) }
            }
            #expect(StatementCensus.statements(on: engine.dialect).contains(text))
            #expect(StatementCensus.statements(onlyOn: .sqlite).contains(text) == (engine == .sqlite))
        }
        try await Engine.sqlite.test { database in
            try await database.read { _ = try $0.rows(.only(.sqlite, "SELECT 2 AS census_c")) }
        }
        let isUncounted = !StatementCensus.statements(on: .sqlite).contains { $0.contains("census_c") }
        #expect(isUncounted)
        StatementCensus.stop()
        #expect(StatementCensus.statements(on: .sqlite).isEmpty)
    }
}
