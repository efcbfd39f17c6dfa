import Testing

@testable import Database

/// Values are bound, never spliced; the engines differ in islands only.
@Suite struct InterpolationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let sql: SQL
        let sqlite: String
        let postgres: String
        let values: [SQLValue]
        var testDescription: String { name }
    }

    static let id = "x'; DROP TABLE item; --"
    static let fragment: SQL = "state = \("published")"

    static let cases: [Case] = [
        Case(name: "no values", sql: "SELECT 1", sqlite: "SELECT 1", postgres: "SELECT 1", values: []),
        Case(
            name: "hostile text",
            sql: "SELECT * FROM item WHERE id = \(id)",
            sqlite: "SELECT * FROM item WHERE id = $1",
            postgres: "SELECT * FROM item WHERE id = $1",
            values: [.text(id)]
        ),
        Case(
            name: "fragments keep the order",
            sql: "SELECT \(1) WHERE \(fragment) AND \(fragment: "id = \(id)") LIMIT \(2)",
            sqlite: "SELECT $1 WHERE state = $2 AND id = $3 LIMIT $4",
            postgres: "SELECT $1 WHERE state = $2 AND id = $3 LIMIT $4",
            values: [.int(1), .text("published"), .text(id), .int(2)]
        ),
        Case(
            name: "list",
            sql: "id IN \(list: ["a", "b"]) AND n = \(true)",
            sqlite: "id IN ($1, $2) AND n = $3",
            postgres: "id IN ($1, $2) AND n = $3",
            values: [.text("a"), .text("b"), .int(1)]
        ),
        Case(
            name: "empty list of numbers",
            sql: "n IN \(list: [Int64]())",
            sqlite: "n IN (SELECT CAST(NULL AS INTEGER) WHERE 1 = 0)",
            postgres: "n IN (SELECT CAST(NULL AS BIGINT) WHERE 1 = 0)",
            values: []
        ),
        Case(
            name: "island",
            sql: "SELECT \(sqlite: "a = \(1)", postgres: "b = \(2) AND c"), \(3)",
            sqlite: "SELECT a = $1, $2",
            postgres: "SELECT b = $1 AND c, $2",
            values: []
        ),
        Case(
            name: "nothing",
            sql: "SELECT \(String?.none), \(Int?.some(4))",
            sqlite: "SELECT $1, $2",
            postgres: "SELECT $1, $2",
            values: [.null, .int(4)]
        ),
        Case(
            name: "joined",
            sql: "WHERE " + .joined(["a = \(1)", "b = \(2)"], separator: " AND "),
            sqlite: "WHERE a = $1 AND b = $2",
            postgres: "WHERE a = $1 AND b = $2",
            values: [.int(1), .int(2)]
        ),
        Case(
            name: "identifier",
            sql: "SELECT * FROM \(identifier: "a\"b")",
            sqlite: "SELECT * FROM \"a\"\"b\"",
            postgres: "SELECT * FROM \"a\"\"b\"",
            values: []
        ),
        Case(
            name: "empty bytes",
            sql: "SELECT \([UInt8]())",
            sqlite: "SELECT zeroblob(0)",
            postgres: "SELECT $1",
            values: []
        ),
    ]

    @Test(arguments: cases) func rendersForBothEngines(_ example: Case) throws {
        let sqlite = try example.sql.rendered(for: .sqlite)
        let postgres = try example.sql.rendered(for: .postgres)
        #expect(sqlite.text == example.sqlite)
        #expect(postgres.text == example.postgres)
        if !example.values.isEmpty {
            #expect(sqlite.values == example.values)
            #expect(postgres.values == example.values)
        }
        #expect(!sqlite.text.contains("DROP"))
        #expect(!example.sql.description.contains("DROP"))
    }

    @Test func unboundableValuesAreRefused() {
        for dialect in Dialect.allCases {
            #expect(throws: DatabaseError.self) { try ("SELECT \("a\0b")" as SQL).rendered(for: dialect) }
            #expect(throws: DatabaseError.self) { try ("SELECT \(Double.nan)" as SQL).rendered(for: dialect) }
            #expect(throws: DatabaseError.self) { try ("SELECT \(Double.infinity)" as SQL).rendered(for: dialect) }
        }
    }

    @Test func aStatementOfOneEngineDoesNotExistOnTheOther() throws {
        let sql = SQL.only(.sqlite, "VACUUM")
        #expect(try sql.rendered(for: .sqlite).text == "VACUUM")
        #expect(throws: DatabaseError.other("this statement does not exist on postgres")) {
            try sql.rendered(for: .postgres)
        }
    }

    @Test func onlyTextsOfAFixedSetStayPrepared() throws {
        #expect(try ("SELECT \(1)" as SQL).rendered(for: .sqlite).isReusable)
        #expect(try !("SELECT 1 WHERE 1 IN \(list: [1, 2])" as SQL).rendered(for: .sqlite).isReusable)
        let long = SQL.joined((0..<2000).map { "\($0)" }, separator: ", ")
        #expect(try !long.rendered(for: .postgres).isReusable)
    }

    @Test func emptyFragmentsVanish() {
        #expect(SQL().isEmpty)
        #expect(("" as SQL).isEmpty)
        #expect(SQL.joined([], separator: ", ").isEmpty)
        var sql: SQL = "a"
        sql += " b"
        #expect(sql.description == "a b")
    }
}
