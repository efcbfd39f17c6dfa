#if PostgreSQL
    import Logging
    import NIOPosix
    import Synchronization

    /// A database on a PostgreSQL server, for several machines that serve one site.
    ///
    /// One thread and one connection for the writer, the others for readers, so that a reader never waits behind writers
    /// and nobody waits for a connection. Writers of the whole deployment take turns by an advisory lock: exactly the
    /// promise of SQLite. A proxy that hands out connections per statement or transaction cannot stand in between.
    package final class PostgresDatabase: SQLDatabase {
        package let dialect = Dialect.postgres
        private let url: String
        private let writers: NIOThreadPool
        private let readers: NIOThreadPool
        private let state = Mutex(State())

        private struct State {
            var idle: [PostgresSession] = []
            var busy: [ObjectIdentifier: PostgresSession] = [:]
            var isClosed = false
        }

        private enum Turn: String {
            // READ COMMITTED, with the lock as first statement: every later one sees what the last writer left.
            case write =
                "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT pg_advisory_xact_lock(7237110265185923)"
            case migration = """
                BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = 0; \
                SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; \
                SELECT pg_advisory_xact_lock(7237110265185923)
                """
            case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        }

        /// How long `close` lets running bodies finish before it cancels their statements.
        private static let farewell = Duration.seconds(5)

        private init(url: String, connections: Int) {
            self.url = url
            writers = NIOThreadPool(numberOfThreads: 1)
            readers = NIOThreadPool(numberOfThreads: max(1, connections - 1))
        }

        /// Connects to a server; whoever opens it must close it, for threads are behind it.
        ///
        /// - Parameters:
        ///   - url: a connection URL or string of libpq, which also reads the `PG…` environment variables.
        ///   - connections: at most this many, one of them for the writer; at least 2.
        /// - Throws: `DatabaseError.unavailable` when there is no server; `.other` when it is older than version 15 or
        ///   the database does not sort by code point in UTF-8.
        package static func open(url: String, connections: Int = 8) async throws -> PostgresDatabase {
            let database = PostgresDatabase(url: url, connections: connections)
            database.writers.start()
            database.readers.start()
            do {
                try await database.onThread(of: database.readers) {
                    let session = try PostgresSession(url: url)
                    try PostgresDatabase.check(session)
                    database.giveBack(session)
                }
                return database
            } catch {
                await database.close()
                throw error
            }
        }

        /// Runs statements that cannot run in a transaction (`CREATE DATABASE`), on a connection of their own.
        package static func administer(url: String, _ statements: [SQL]) async throws {
            for statement in statements { _ = try await inquire(url: url, statement) }
        }

        /// Runs one statement outside transactions, on a connection of its own and whatever the collation, and returns
        /// its rows.
        package static func inquire(url: String, _ statement: SQL) async throws -> [SQLRow] {
            var rendered = try statement.rendered(for: .postgres)
            rendered.isReusable = false
            let final = rendered
            let thread = NIOThreadPool(numberOfThreads: 1)
            thread.start()
            let outcome: Swift.Result<[SQLRow], any Error>
            do {
                outcome = .success(try await thread.runIfActive { try PostgresSession(url: url).run(final).rows() })
            } catch {
                outcome = .failure(error)
            }
            try await thread.shutdownGracefully()
            return try outcome.get()
        }

        package func read<Result: Sendable>(
            from place: Place,
            _ body: @escaping @Sendable (any SQLConnection) throws -> Result
        ) async throws -> Result {
            try await onThread(of: readers) { try self.transaction(.read, place, body) }
        }

        package func write<Result: Sendable>(
            from place: Place,
            _ body: @escaping @Sendable (any SQLConnection) throws -> Result
        ) async throws -> Result {
            try await onThread(of: writers) { try self.transaction(.write, place, body) }
        }

        package func writeUnordered<Result: Sendable>(
            from place: Place,
            _ body: @escaping @Sendable (any SQLConnection) throws -> Result
        ) async throws -> Result {
            try await onThread(of: readers) { try self.single(place, body) }
        }

        package func writeWithoutLimits<Result: Sendable>(
            from place: Place,
            _ body: @escaping @Sendable (any SQLConnection) throws -> Result
        ) async throws -> Result {
            try await onThread(of: writers) { try self.transaction(.migration, place, body) }
        }

        package func close() async {
            state.withLock { $0.isClosed = true }
            let impatience = Task {
                try await Task.sleep(for: PostgresDatabase.farewell)
                for session in state.withLock({ Array($0.busy.values) }) { session.cancel() }
            }
            try? await writers.shutdownGracefully()
            try? await readers.shutdownGracefully()
            impatience.cancel()
            state.withLock { $0.idle = [] }
        }

        // MARK: Transactions

        private func transaction<Result>(
            _ turn: Turn,
            _ place: Place,
            _ body: (any SQLConnection) throws -> Result
        ) throws -> Result {
            let session = try begin(turn)
            defer { giveBack(session) }
            let connection = PostgresConnection(session)
            defer { connection.gate.end() }
            return try SlowBodies.watch(place, turn == .read ? "read" : "write") {
                do {
                    let result = try body(connection)
                    try connection.gate.check()
                    let tag = try session.command("COMMIT")
                    guard tag == "COMMIT" else { throw DatabaseError.other("PostgreSQL rolled back at the end") }
                    return result
                } catch {
                    // The error of the body is the one to report; a session that cannot roll back is not used again.
                    session.dropResults()
                    if !session.isIdle { _ = try? session.command("ROLLBACK") }
                    throw error
                }
            }
        }

        /// Runs a body of one statement, which is a transaction of its own.
        private func single<Result>(_ place: Place, _ body: (any SQLConnection) throws -> Result) throws -> Result {
            let session = try takeIdle() ?? connect()
            defer { giveBack(session) }
            let connection = PostgresConnection(session, statements: 1)
            defer { connection.gate.end() }
            return try SlowBodies.watch(place, "unordered write") {
                let result = try body(connection)
                try connection.gate.check()
                return result
            }
        }

        /// Begins on an idle connection; when that turns out to be dead, once more on a new one, for no body ran yet.
        private func begin(_ turn: Turn) throws -> PostgresSession {
            if let session = try takeIdle() {
                do {
                    try begin(turn, on: session)
                    return session
                } catch {
                    let wasLost = !session.isAlive
                    giveBack(session)
                    guard wasLost else { throw error }
                    // A server that restarted has hung up on all of them.
                    state.withLock { $0.idle = [] }
                }
            }
            let session = try connect()
            do {
                try begin(turn, on: session)
                return session
            } catch {
                giveBack(session)
                throw error
            }
        }

        private func begin(_ turn: Turn, on session: PostgresSession) throws {
            do {
                try session.command(turn.rawValue)
            } catch {
                if !session.isIdle { _ = try? session.command("ROLLBACK") }
                throw error
            }
        }

        // MARK: Connections

        private func takeIdle() throws -> PostgresSession? {
            while let session = try state.withLock({ state -> PostgresSession? in
                guard !state.isClosed else { throw DatabaseError.unavailable("the database is closed") }
                guard let session = state.idle.popLast() else { return nil }
                state.busy[ObjectIdentifier(session)] = session
                return session
            }) {
                if session.isAlive { return session }
                giveBack(session)
            }
            return nil
        }

        private func connect() throws -> PostgresSession {
            let session = try PostgresSession(url: url)
            state.withLock { $0.busy[ObjectIdentifier(session)] = session }
            return session
        }

        /// Puts a sound session back into the idle list and drops any other.
        private func giveBack(_ session: PostgresSession) {
            var isSound = session.isIdle
            if isSound {
                do { try session.tidy() } catch { isSound = false }
            }
            state.withLock { state in
                state.busy[ObjectIdentifier(session)] = nil
                if isSound { state.idle.append(session) }
            }
        }

        private func onThread<Result: Sendable>(
            of pool: NIOThreadPool,
            _ work: @escaping @Sendable () throws -> Result
        ) async throws -> Result {
            guard !state.withLock({ $0.isClosed }) else { throw DatabaseError.unavailable("the database is closed") }
            do {
                return try await pool.runIfActive(work)
            } catch is CancellationError where !Task.isCancelled {
                // The pool answers so when it was shut down before the work began.
                throw DatabaseError.unavailable("the database is closed")
            }
        }

        // MARK: Checks

        /// Refuses a server or a database on which text would not sort as in SQLite.
        private static func check(_ session: PostgresSession) throws {
            guard session.serverVersion >= 150_000 else {
                throw DatabaseError.other("PostgreSQL 15 or newer is needed; this server is \(session.serverVersion)")
            }
            let query: SQL = """
                SELECT datname, datcollate, datlocprovider = 'c' AS is_libc, pg_encoding_to_char(encoding) AS encoding \
                FROM pg_database WHERE datname = current_database()
                """
            guard let row = try session.run(query.rendered(for: .postgres)).rows().first else {
                throw DatabaseError.other("PostgreSQL does not name the current database")
            }
            let name = try row.text("datname")
            let collation = try row.text("datcollate")
            let encoding = try row.text("encoding")
            guard try row.bool("is_libc"), ["C", "POSIX"].contains(collation), encoding == "UTF8" else {
                throw DatabaseError.other(
                    """
                    The database \(name) has encoding \(encoding) and collation \(collation); text must sort by code \
                    point as in SQLite. Make it with: \
                    createdb --template=template0 --encoding=UTF8 --locale-provider=libc --locale=C \(name)
                    """
                )
            }
            Logger(label: "gongkai.database").debug(
                "PostgreSQL database opened",
                metadata: ["version": "\(session.serverVersion)", "collation": "\(collation)"]
            )
        }
    }
#endif
