import Database
import TestKit
import Testing

/// What goes in comes out, on both engines.
@Suite struct ValueTests {
    static let texts = [
        "", "a", "信息公开", "😀 e\u{301}", "'\"\\%_;--$1", "line\nline\r\n\t", String(repeating: "长", count: 5000),
    ]
    static let numbers: [Int64] = [0, 1, -1, 42, .max, .min, 4_294_967_296, -2_147_483_649]
    static let reals: [Double] = [0, -0.5, 0.1, 1e300, -1e-300, 3.141592653589793, 123456789.123]
    static let blobs: [[UInt8]] = [[], [0], [0, 0, 1], Array(0...255), Array("\\x00".utf8)]

    @Test(arguments: Engine.available) func valuesRoundTrip(_ engine: Engine) async throws {
        try await engine.test { database in
            try await database.write { tx in
                var count = 0
                func store(_ number: Int64?, _ text: String?, _ bytes: [UInt8]?, _ real: Double?) throws {
                    count += 1
                    try tx.execute(
                        """
                        INSERT INTO sample (id, number, text, bytes, real) \
                        VALUES (\("\(count)"), \(number), \(text), \(bytes), \(real))
                        """
                    )
                    let row = try #require(try tx.first("SELECT * FROM sample WHERE id = \("\(count)")"))
                    #expect(try row.optionalInt("number") == number)
                    #expect(try row.optionalText("text") == text)
                    #expect(try row.optionalBytes("bytes") == bytes)
                    #expect(try row.optionalDouble("real") == real)
                    #expect(row.columns == ["id", "number", "text", "bytes", "real"])
                }
                for text in Self.texts { try store(nil, text, nil, nil) }
                for number in Self.numbers { try store(number, nil, nil, nil) }
                for real in Self.reals { try store(nil, nil, nil, real) }
                for blob in Self.blobs { try store(nil, nil, blob, nil) }
                try store(nil, nil, nil, nil)
                // A text that is equal byte for byte, not only by canonical equivalence.
                let row = try #require(try tx.first("SELECT text FROM sample WHERE text = \("😀 e\u{301}")"))
                #expect(try Array(row.text("text").utf8) == Array("😀 e\u{301}".utf8))
            }
        }
    }

    @Test(arguments: Engine.available) func computedColumnsHaveTheSameTypes(_ engine: Engine) async throws {
        try await engine.test { database in
            try await database.read { tx in
                let row = try #require(
                    try tx.first(
                        """
                        SELECT count(*) AS n, sum(v) AS total, sum(v) > \(2) AS flag, avg(v) AS mean, max(t) AS t, \
                        \(7) + \(Int64.max - 7) AS big, \(Int?.none) IS NULL AS is_null, \(String?.none) AS absent \
                        FROM (SELECT \(1) AS v, \("a") AS t UNION ALL SELECT \(4), \("b")) AS x
                        """
                    )
                )
                #expect(try row.number("n") == 2)
                #expect(try row.int("total") == 5)
                #expect(try row.bool("flag"))
                #expect(try row.double("mean") == 2.5)
                #expect(try row.text("t") == "b")
                #expect(try row.int("big") == .max)
                #expect(try row.bool("is_null"))
                #expect(try row.optionalText("absent") == nil)
                #expect(try row["absent"] == .null)
                #expect(row.value(at: 0) == .int(2))
                #expect(row.value(at: 8) == nil)
            }
        }
    }

    @Test(arguments: Engine.available) func aWrongTypeIsNamed(_ engine: Engine) async throws {
        try await engine.test { database in
            try await database.read { tx in
                let row = try #require(try tx.first("SELECT \("x") AS t, \(2) AS n, \(Int?.none) AS absent"))
                #expect(throws: DatabaseError.decoding(column: "t", type: "integer")) { try row.int("t") }
                #expect(throws: DatabaseError.decoding(column: "n", type: "text")) { try row.text("n") }
                #expect(throws: DatabaseError.decoding(column: "n", type: "flag (0 or 1)")) { try row.bool("n") }
                #expect(throws: DatabaseError.decoding(column: "n", type: "bytes")) { try row.bytes("n") }
                #expect(throws: DatabaseError.decoding(column: "absent", type: "integer")) { try row.int("absent") }
                #expect(throws: DatabaseError.decoding(column: "t", type: "number")) { try row.double("t") }
                #expect(throws: DatabaseError.self) { try row.text("no_such") }
                #expect(throws: DatabaseError.self) { try row.optionalText("no_such") }
                #expect(throws: DatabaseError.self) { try tx.integer("SELECT \("x") AS t") }
            }
        }
    }

    @Test(arguments: Engine.available) func listsSelect(_ engine: Engine) async throws {
        try await engine.test { database in
            try await database.write { tx in
                for id in ["a", "b", "c"] { try tx.execute("INSERT INTO sample (id, number) VALUES (\(id), \(1))") }
                let some = try tx.rows("SELECT id FROM sample WHERE id IN \(list: ["a", "c", "z"]) ORDER BY id")
                let ids = try some.map { try $0.text("id") }
                #expect(ids == ["a", "c"])
                #expect(try tx.rows("SELECT id FROM sample WHERE id IN \(list: [String]())").isEmpty)
                #expect(try tx.rows("SELECT id FROM sample WHERE id NOT IN \(list: [String]())").count == 3)
                #expect(try tx.rows("SELECT id FROM sample WHERE number NOT IN \(list: [Int]())").count == 3)
                #expect(try tx.rows("SELECT id FROM sample WHERE bytes IN \(list: [[UInt8]]())").isEmpty)
            }
        }
    }

    @Test(arguments: Engine.available) func textSortsByCodePoint(_ engine: Engine) async throws {
        try await engine.test { database in
            try await database.write { tx in
                for id in ["b", "A", "a", "Z", "中", "é", "_", "10", "9"] {
                    try tx.execute("INSERT INTO sample (id) VALUES (\(id))")
                }
                let ids = try tx.rows("SELECT id FROM sample ORDER BY id").map { try $0.text("id") }
                #expect(ids == ["10", "9", "A", "Z", "_", "a", "b", "é", "中"])
            }
        }
    }
}
