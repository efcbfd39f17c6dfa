#if PostgreSQL
    import Foundation
    import TestKit
    import Testing

    @testable import Database

    /// What only PostgreSQL has: a connection that can be lost, a server that must be fit, prepared statements.
    @Suite struct PostgresTests {
        static let engines = Engine.available.filter { $0 == .postgres }

        static func kill(from location: DatabaseLocation) async throws {
            let killer = try await location.open(connections: 2)
            try await killer.read { tx in
                _ = try tx.rows(
                    """
                    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity \
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """
                )
            }
            await killer.close()
        }

        @Test(arguments: engines) func idleConnectionsThatDiedAreReplaced(_ engine: Engine) async throws {
            try await engine.withLocation(migrations: Schema.migrations) { location in
                let database = try await location.open()
                let before = try await database.read { try $0.integer("SELECT pg_backend_pid()") }
                _ = try await database.write { try $0.appendLeaf() }
                try await Self.kill(from: location)
                let after = try await database.read { try $0.integer("SELECT pg_backend_pid()") }
                #expect(after != before)
                try await Self.kill(from: location)
                let position = try await database.write { try $0.appendLeaf() }
                #expect(position == 1)
                try await Self.kill(from: location)
                try await database.writeUnordered { _ = try $0.execute("INSERT INTO sample (id) VALUES (\("a"))") }
                #expect(await database.isHealthy())
                await database.close()
            }
        }

        /// The server of the tests loses its newest commits when it is killed; no program of ours lets it.
        @Test(arguments: engines) func aReportedCommitIsOnTheDisk(_ engine: Engine) async throws {
            try await engine.withDatabase(migrations: Schema.migrations) { database in
                let row = try await database.read { try $0.first(.only(.postgres, "SHOW synchronous_commit")) }
                #expect(try row?.text("synchronous_commit") == "on")
            }
        }

        @Test(arguments: engines) func aConnectionLostInsideATransactionIsUnavailable(_ engine: Engine) async throws {
            try await engine.withLocation(migrations: Schema.migrations) { location in
                let database = try await location.open()
                for statement: SQL in ["SELECT pg_terminate_backend(pg_backend_pid())", "SELECT 1 AS one"] {
                    let error = await #expect(throws: DatabaseError.self) {
                        try await database.write { tx in
                            _ = try tx.appendLeaf()
                            if statement.description == "SELECT 1 AS one" { Self.killAll(location) }
                            _ = try tx.rows(statement)
                        }
                    }
                    guard case .unavailable = error else {
                        Issue.record("\(String(describing: error))")
                        continue
                    }
                }
                // Killed between the last statement and COMMIT.
                await #expect(throws: DatabaseError.self) {
                    try await database.write { tx in
                        _ = try tx.appendLeaf()
                        Self.killAll(location)
                    }
                }
                let position = try await database.write { try $0.appendLeaf() }
                #expect(position == 0)
                await database.close()
            }
        }

        /// Ends all connections but its own while a body waits for it.
        private static func killAll(_ location: DatabaseLocation) {
            let done = DispatchSemaphore(value: 0)
            Task.detached {
                try? await kill(from: location)
                done.signal()
            }
            done.wait()
        }

        @Test(arguments: engines) func aWriterThatWaitsTooLongIsUnavailable(_ engine: Engine) async throws {
            try await engine.withLocation(migrations: Schema.migrations) { location in
                guard case .server(let url) = location else { return }
                let separator = url.contains("?") ? "&" : "?"
                let holder = try await location.open()
                let other = try await location.open()
                let impatient = try await PostgresDatabase.open(
                    url: "\(url)\(separator)options=-c%20lock_timeout%3D100"
                )
                let (started, signal) = AsyncStream<Void>.makeStream()
                let gate = DispatchSemaphore(value: 0)
                let holding = Task {
                    try await holder.write { tx in
                        signal.finish()
                        _ = try tx.rows("SELECT 1 AS one")
                        gate.wait()
                    }
                }
                for await _ in started {}
                // A reader of another pool does not wait for the writer, and an unordered write does not either: both
                // are done while the writer holds on.
                try await other.ping()
                try await other.writeUnordered { _ = try $0.execute("INSERT INTO sample (id) VALUES (\("u"))") }
                await #expect(throws: DatabaseError.unavailable("locked by another writer for too long")) {
                    try await impatient.write { try $0.appendLeaf() }
                }
                gate.signal()
                let position = try await other.write { try $0.appendLeaf() }
                #expect(position == 0)
                let second = try await impatient.writeWithoutLimits(from: Place()) { try $0.appendLeaf() }
                #expect(second == 1)
                try await holding.value
                // A statement that is cancelled is reported as such and its session goes on.
                let error = await #expect(throws: DatabaseError.self) {
                    try await impatient.write { tx in
                        try tx.execute("SET LOCAL statement_timeout = 50")
                        _ = try tx.rows("SELECT pg_sleep(5)")
                    }
                }
                #expect(error == .unavailable("a statement took too long or was cancelled"))
                try await impatient.ping()
                for database in [holder, other, impatient as any SQLDatabase] { await database.close() }
            }
        }

        @Test(arguments: engines) func preparedStatementsAreBounded(_ engine: Engine) async throws {
            try await engine.test(connections: 2) { database in
                let count: @Sendable (any SQLConnection) throws -> Int64 = { tx in
                    for number in 0..<450 {
                        let text = SQL(stringLiteral: "SELECT \(number) AS n, ")
                        #expect(try tx.first("\(text)\(number) AS m")?.number("m") == number)
                    }
                    return try tx.integer("SELECT count(*) FROM pg_prepared_statements")
                }
                let kept = try await database.read(count)
                #expect(kept <= Int64(PreparedStatements.limit))
                #expect(try await database.read(count) <= Int64(PreparedStatements.limit))
            }
        }

        @Test(arguments: engines) func aPlanThatTheSchemaLeftBehindIsForgotten(_ engine: Engine) async throws {
            try await engine.test(connections: 2) { database in
                let all: @Sendable (any SQLConnection) throws -> Int = { try $0.rows("SELECT * FROM person").count }
                #expect(try await database.read(all) == 0)
                try await database.write { _ = try $0.execute("ALTER TABLE person ADD COLUMN note TEXT") }
                await #expect(throws: DatabaseError.self) { try await database.read(all) }
                #expect(try await database.read(all) == 0)
            }
        }

        @Test(arguments: engines) func aDatabaseThatSortsDifferentlyIsRefused(_ engine: Engine) async throws {
            let server = try #require(ProcessInfo.processInfo.environment["TEST_POSTGRES"])
            let name = "gongkai_test_collation_\(getpid())"
            try await PostgresDatabase.administer(
                url: server,
                [
                    """
                    CREATE DATABASE \(identifier: name) TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc \
                    LOCALE 'C.UTF-8'
                    """
                ]
            )
            let base = try #require(server.range(of: "/", options: .backwards)?.upperBound)
            let url = server[..<base] + name
            let error = await #expect(throws: DatabaseError.self) { try await PostgresDatabase.open(url: String(url)) }
            try await PostgresDatabase.administer(url: server, ["DROP DATABASE \(identifier: name) WITH (FORCE)"])
            guard case .other(let message) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(message.contains("createdb --template=template0 --encoding=UTF8"))
            #expect(message.hasSuffix("--locale=C \(name)"))
        }

        @Test func noServerIsUnavailable() async {
            let error = await #expect(throws: DatabaseError.self) {
                try await PostgresDatabase.open(url: "postgresql://nobody:secret@127.0.0.1:1/none?connect_timeout=1")
            }
            guard case .unavailable(let reason) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(!reason.contains("secret"))
            #expect(!reason.contains("\n"))
        }

        @Test func hexadecimalIsExact() {
            func decode(_ text: String) -> [UInt8]? { Array(text.utf8).withUnsafeBytes(Hexadecimal.decode) }
            #expect(decode("\\x") == [])
            #expect(decode("\\x00fFa1") == [0, 255, 161])
            for broken in ["", "x", "\\x0", "\\x0g", "0001", "\\y00"] { #expect(decode(broken) == nil, "\(broken)") }
        }

        @Test func integersAreExact() {
            func decode(_ text: String) -> SQLValue? {
                Array(text.utf8).withUnsafeBytes { PostgresDecoder.integer.decode($0) }
            }
            #expect(decode("-9223372036854775808") == .int(.min))
            #expect(decode("9223372036854775807") == .int(.max))
            for broken in ["", "-", "9223372036854775808", "-9223372036854775809", "1.5", "1e3", "+1", "１"] {
                #expect(decode(broken) == nil, "\(broken)")
            }
        }
    }
#endif
