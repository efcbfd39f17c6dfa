import Database
import TestKit
import Testing

/// One writer, all or nothing, one snapshot: the same promise on both engines.
@Suite struct TransactionTests {
    struct Stop: Error {}

    @Test(arguments: Engine.available) func aThrownErrorUndoesEverything(_ engine: Engine) async throws {
        try await engine.test { database in
            await #expect(throws: Stop.self) {
                try await database.write { tx in
                    _ = try tx.appendLeaf()
                    throw Stop()
                }
            }
            let size = try await database.read { try $0.integer("SELECT size FROM head") }
            #expect(size == 0)
            let position = try await database.write { try $0.appendLeaf() }
            #expect(position == 0)
        }
    }

    @Test(arguments: Engine.available) func aCaughtFailureStillFailsTheTransaction(_ engine: Engine) async throws {
        try await engine.test { database in
            await #expect(throws: DatabaseError.uniqueViolation("sample.id")) {
                try await database.write { tx in
                    try tx.execute("INSERT INTO sample (id) VALUES (\("a"))")
                    #expect(throws: DatabaseError.self) { try tx.execute("INSERT INTO sample (id) VALUES (\("a"))") }
                    #expect(throws: DatabaseError.self) { try tx.rows("SELECT id FROM sample") }
                }
            }
            let isEmpty = try await database.read { try $0.rows("SELECT id FROM sample").isEmpty }
            #expect(isEmpty)
        }
    }

    @Test(arguments: Engine.available) func anAttemptMayFail(_ engine: Engine) async throws {
        try await engine.test { database in
            try await database.write { tx in
                try tx.execute("INSERT INTO sample (id) VALUES (\("a"))")
                #expect(throws: DatabaseError.uniqueViolation("sample.id")) {
                    try tx.attempt {
                        try tx.execute("INSERT INTO sample (id) VALUES (\("b"))")
                        try tx.execute("INSERT INTO sample (id) VALUES (\("a"))")
                    }
                }
                #expect(throws: Stop.self) {
                    try tx.attempt {
                        try tx.execute("INSERT INTO sample (id) VALUES (\("c"))")
                        throw Stop()
                    }
                }
                let inner = try tx.attempt {
                    try tx.execute("INSERT INTO sample (id) VALUES (\("d"))")
                    #expect(throws: Stop.self) {
                        try tx.attempt {
                            try tx.execute("INSERT INTO sample (id) VALUES (\("e"))")
                            throw Stop()
                        }
                    }
                    return 7
                }
                #expect(inner == 7)
            }
            let ids = try await database.read {
                try $0.rows("SELECT id FROM sample ORDER BY id").map { try $0.text("id") }
            }
            #expect(ids == ["a", "d"])
        }
    }

    @Test(arguments: Engine.available) func anAttemptWithACaughtFailureIsUndoneToo(_ engine: Engine) async throws {
        try await engine.test { database in
            try await database.write { tx in
                #expect(throws: DatabaseError.uniqueViolation("sample.id")) {
                    try tx.attempt {
                        try tx.execute("INSERT INTO sample (id) VALUES (\("a"))")
                        _ = try? tx.execute("INSERT INTO sample (id) VALUES (\("a"))")
                    }
                }
                let rows = try tx.rows("SELECT id FROM sample")
                #expect(rows.isEmpty)
            }
        }
    }

    @Test(arguments: Engine.available) func aThousandAppendsLeaveNoGap(_ engine: Engine) async throws {
        try await engine.test(connections: 8) { database in
            let positions = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<1000 { group.addTask { try await database.write { try $0.appendLeaf() } } }
                return try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
            }
            #expect(positions == Set(0..<1000))
            let count = try await database.read { try $0.integer("SELECT count(*) FROM leaf") }
            #expect(count == 1000)
        }
    }

    @Test(arguments: Engine.available) func twoPoolsTogetherLeaveNoGap(_ engine: Engine) async throws {
        try await engine.withLocation(migrations: Schema.migrations) { location in
            let pools = [try await location.open(), try await location.open()]
            let positions = try await withThrowingTaskGroup(of: Int64.self) { group in
                for index in 0..<200 {
                    group.addTask { try await pools[index % 2].write { try $0.appendLeaf() } }
                }
                return try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
            }
            #expect(positions == Set(0..<200))
            for pool in pools { await pool.close() }
        }
    }

    @Test(arguments: Engine.available) func aReaderSeesOneSnapshot(_ engine: Engine) async throws {
        try await engine.test { database in
            let (toReader, goOn) = AsyncStream<Void>.makeStream()
            let writing = Task {
                for await _ in toReader { return try await database.write { try $0.appendLeaf() } }
                return -1
            }
            let (before, after) = try await database.read { tx in
                let before = try tx.integer("SELECT count(*) FROM leaf")
                goOn.yield()
                goOn.finish()
                // The write below commits while this snapshot is open.
                var waited = 0
                while waited < 20 {
                    _ = try tx.integer("SELECT count(*) FROM leaf AS a, leaf AS b")
                    blockThread(milliseconds: 10)
                    waited += 1
                }
                return (before, try tx.integer("SELECT count(*) FROM leaf"))
            }
            #expect(try await writing.value == 0)
            #expect(before == 0)
            #expect(after == 0)
            let count = try await database.read { try $0.integer("SELECT count(*) FROM leaf") }
            #expect(count == 1)
        }
    }

    @Test(arguments: Engine.available) func anUnorderedWriteIsOneStatement(_ engine: Engine) async throws {
        try await engine.test { database in
            let count = try await database.writeUnordered { try $0.execute("INSERT INTO sample (id) VALUES (\("a"))") }
            #expect(count == 1)
            await #expect(throws: DatabaseError.self) {
                try await database.writeUnordered { tx in
                    try tx.execute("UPDATE sample SET number = \(1)")
                    try tx.execute("UPDATE sample SET number = \(2)")
                }
            }
            let row = try await database.writeUnordered {
                try $0.first("UPDATE sample SET text = \("t") RETURNING id, text")
            }
            #expect(try row?.text("text") == "t")
        }
    }

    @Test(arguments: Engine.available) func countsOfChangedRows(_ engine: Engine) async throws {
        try await engine.test { database in
            try await database.write { tx in
                #expect(try tx.execute("INSERT INTO sample (id) VALUES (\("a")), (\("b")), (\("c"))") == 3)
                #expect(try tx.execute("CREATE TABLE other (id TEXT NOT NULL)") == 0)
                #expect(try tx.execute("UPDATE sample SET number = \(1) WHERE id <> \("a")") == 2)
                #expect(try tx.execute("SELECT * FROM sample") == 0)
                #expect(try tx.execute("DELETE FROM sample WHERE id = \("nobody")") == 0)
                #expect(try tx.execute("INSERT INTO sample (id) VALUES (\("a")) ON CONFLICT DO NOTHING") == 0)
                #expect(try tx.execute("DELETE FROM sample") == 3)
                #expect(try tx.hasTable("other"))
                #expect(try !tx.hasTable("others"))
                #expect(try !tx.exists("SELECT 1 FROM sample WHERE id = \("a")"))
                try tx.execute(all: ["INSERT INTO sample (id) VALUES (\("a"))", "DROP TABLE other"])
                #expect(try tx.exists("SELECT 1 FROM sample WHERE id = \("a")"))
                #expect(try !tx.hasTable("other"))
            }
        }
    }

    @Test(arguments: Engine.available) func streamingHandsOverEveryRow(_ engine: Engine) async throws {
        try await engine.test { database in
            try await database.write { tx in
                for id in 0..<1203 { try tx.execute("INSERT INTO sample (id, number) VALUES (\("\(id)"), \(id))") }
                var seen: [Int] = []
                try tx.forEach("SELECT number FROM sample WHERE number >= \(3) ORDER BY number") { row in
                    let number = try row.number("number")
                    seen.append(number)
                    // Statements in the body, even the same one, do not disturb the stream.
                    if number % 400 == 0 {
                        try tx.execute("UPDATE sample SET text = \("seen") WHERE number = \(number)")
                        var inner = 0
                        try tx.forEach("SELECT number FROM sample WHERE number >= \(1200) ORDER BY number") { _ in
                            inner += 1
                        }
                        #expect(inner == 3)
                    }
                }
                #expect(seen == Array(3..<1203))
                #expect(throws: Stop.self) { try tx.forEach("SELECT id FROM sample") { _ in throw Stop() } }
                #expect(throws: DatabaseError.self) {
                    try tx.attempt { try tx.forEach("SELECT nothing FROM sample") { _ in } }
                }
                #expect(try tx.integer("SELECT count(*) FROM sample WHERE text = \("seen")") == 3)
            }
        }
    }

    @Test(arguments: Engine.available) func aConnectionEndsWithItsBody(_ engine: Engine) async throws {
        final class Box: @unchecked Sendable { var tx: (any SQLConnection)? }
        try await engine.test { database in
            let box = Box()
            try await database.read { box.tx = $0 }
            #expect(throws: DatabaseError.other("a connection was used after its transaction had ended")) {
                try box.tx?.rows("SELECT 1 AS one")
            }
        }
    }

    @Test(arguments: Engine.available) func aClosedDatabaseIsUnavailable(_ engine: Engine) async throws {
        try await engine.withLocation(migrations: Schema.migrations) { location in
            let database = try await location.open()
            try await database.ping()
            #expect(await database.isHealthy())
            await database.close()
            #expect(await !database.isHealthy())
            for attempt: @Sendable () async throws -> Void in [
                { try await database.ping() },
                { _ = try await database.write { try $0.appendLeaf() } },
                { _ = try await database.writeUnordered { try $0.execute("DELETE FROM sample") } },
            ] {
                await #expect(throws: DatabaseError.unavailable("the database is closed")) { try await attempt() }
            }
            await database.close()
        }
    }

    @Test(arguments: Engine.available) func aCancelledTaskBeginsNothing(_ engine: Engine) async throws {
        try await engine.test { database in
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return try await database.write { try $0.appendLeaf() }
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            let size = try await database.read { try $0.integer("SELECT size FROM head") }
            #expect(size == 0)
        }
    }

    @Test(arguments: Engine.available) func aSentFailureComesOutAtTheLatestWithTheCommit(_ engine: Engine) async throws
    {
        try await engine.test { database in
            await #expect(throws: DatabaseError.uniqueViolation("sample.id")) {
                try await database.write { tx in
                    for id in ["a", "b", "a", "c"] { try tx.send("INSERT INTO sample (id) VALUES (\(id))") }
                }
            }
            await #expect(throws: DatabaseError.uniqueViolation("sample.id")) {
                try await database.write { tx in
                    for id in ["a", "a"] { try tx.send("INSERT INTO sample (id) VALUES (\(id))") }
                    _ = try tx.rows("SELECT id FROM sample")
                }
            }
            let isEmpty = try await database.read { try $0.rows("SELECT id FROM sample").isEmpty }
            #expect(isEmpty)
        }
    }

    @Test(arguments: Engine.available) func manyStatementsAreSentInOrder(_ engine: Engine) async throws {
        try await engine.test { database in
            let found = try await database.write { tx in
                for number in 0..<200 {
                    try tx.send("INSERT INTO sample (id, number) VALUES (\(String(number)), \(number))")
                    if number % 3 == 0 { try tx.send("DELETE FROM sample WHERE id = \(String(number))") }
                }
                return try tx.integer("SELECT count(*) FROM sample")
            }
            #expect(found == 133)
        }
    }

    @Test(arguments: Engine.available) func anAttemptUndoesWhatItSent(_ engine: Engine) async throws {
        try await engine.test { database in
            let ids = try await database.write { tx in
                try tx.send("INSERT INTO sample (id) VALUES (\("a"))")
                #expect(throws: DatabaseError.uniqueViolation("sample.id")) {
                    try tx.attempt {
                        try tx.send("INSERT INTO sample (id) VALUES (\("b"))")
                        try tx.send("INSERT INTO sample (id) VALUES (\("a"))")
                    }
                }
                // SQLite has failed before the body throws; PostgreSQL has not told yet.
                #expect(throws: (any Error).self) {
                    try tx.attempt {
                        try tx.send("INSERT INTO sample (id) VALUES (\("a"))")
                        throw Stop()
                    }
                }
                try tx.send("INSERT INTO sample (id) VALUES (\("c"))")
                return try tx.rows("SELECT id FROM sample ORDER BY id").map { try $0.text("id") }
            }
            #expect(ids == ["a", "c"])
        }
    }
}
