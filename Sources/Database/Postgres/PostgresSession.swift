#if PostgreSQL
    import CLibPQ
    import Logging
    import Synchronization

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #elseif canImport(Darwin)
        import Darwin
    #endif

    /// One connection to the server.
    ///
    /// `@unchecked Sendable` is true because a session is used by one thread at a time: it is either in the idle list,
    /// or taken out of it by the one thread that runs a body; `cancel` alone may be called from anywhere, which libpq
    /// allows for its cancel object.
    final class PostgresSession: @unchecked Sendable {
        private let handle: OpaquePointer
        private let canceller: Mutex<Canceller>
        private var prepared = PreparedStatements()
        private var mustForgetPrepared = false
        /// Statements that were sent and whose results were not read yet, oldest first.
        private var underway: [String] = []

        /// So many statements may be under way: their answers fit into the buffers of the connection.
        private static let pipelineLimit = 64

        /// The pointer to libpq's cancel object.
        ///
        /// `@unchecked Sendable` is true because it is only reached under the mutex, and libpq lets any thread cancel.
        private struct Canceller: @unchecked Sendable {
            var handle: OpaquePointer?
        }

        /// A commit that was reported is on the disk, whatever the server's default is.
        ///
        /// Limits stand unless the URL (`options`), the role or the database set others; the rest is what decoding
        /// relies on.
        private static let settings = """
            SELECT set_config('lock_timeout', '10s', false) WHERE current_setting('lock_timeout') = '0'; \
            SELECT set_config('statement_timeout', '60s', false) WHERE current_setting('statement_timeout') = '0'; \
            SELECT set_config('idle_in_transaction_session_timeout', '60s', false) \
            WHERE current_setting('idle_in_transaction_session_timeout') = '0'; \
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'; \
            SET client_min_messages = 'warning'; SET bytea_output = 'hex'; SET extra_float_digits = 1; \
            SET standard_conforming_strings = on; SET TIME ZONE 'UTC'; \
            SELECT set_config('default_toast_compression', 'lz4', false) FROM pg_settings \
            WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)
            """

        /// Connects; throws `.unavailable` with the reason that libpq gives, which never holds the password.
        init(url: String) throws {
            // Later words win, so what the URL says is stronger than what stands before it.
            let words = ["connect_timeout", "application_name", "keepalives_idle", "dbname", "client_encoding"]
            let values = ["10", "gongkai", "30", url, "UTF8"]
            let connection = withCStrings(words) { words in
                withCStrings(values) { values in PQconnectdbParams(words, values, 1) }
            }
            guard let connection else { throw DatabaseError.unavailable("no memory for a connection") }
            handle = connection
            canceller = Mutex(Canceller(handle: PQgetCancel(connection)))
            guard PQstatus(connection) == CONNECTION_OK else {
                let reason = String(cString: PQerrorMessage(connection))
                throw DatabaseError.unavailable(reason.split(separator: "\n").joined(separator: " "))
            }
            PQsetNoticeReceiver(connection, PostgresSession.logNotice, nil)
            try command(PostgresSession.settings)
        }

        deinit {
            canceller.withLock {
                PQfreeCancel($0.handle)
                $0.handle = nil
            }
            PQfinish(handle)
        }

        /// The version as libpq writes it: 150004 for 15.4.
        var serverVersion: Int { Int(PQserverVersion(handle)) }

        /// Whether nothing is known against the connection; notices a server that has hung up, without asking it.
        var isAlive: Bool {
            // Nothing is expected on an idle connection: what waits there is a last message, then the end.
            for _ in 0..<4 where PQstatus(handle) == CONNECTION_OK {
                var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
                if poll(&socket, 1, 0) == 0 { return true }
                if PQconsumeInput(handle) == 0 { return false }
            }
            return PQstatus(handle) == CONNECTION_OK
        }

        /// Whether the connection may be used for another transaction.
        var isIdle: Bool { PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE }

        /// Asks the server to give up the statement that is running.
        func cancel() {
            canceller.withLock { canceller in
                guard let cancel = canceller.handle else { return }
                withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
                    _ = PQcancel(cancel, message.baseAddress, 256)
                }
            }
        }

        /// Runs commands of the program itself, several in one string, without values; returns the last one's tag.
        @discardableResult func command(_ text: String) throws -> String {
            try readResults()
            return try checked(PostgresResult(PQexec(handle, text)), text).tag
        }

        /// Runs one statement with bound values.
        func run(_ rendered: RenderedSQL) throws -> PostgresResult {
            try readResults()
            let parameters = PostgresParameters(rendered)
            guard rendered.isReusable else {
                return try checked(
                    parameters.withPointers { count, values in
                        PostgresResult(
                            PQexecParams(handle, rendered.text, count, parameters.types, values, nil, nil, 0)
                        )
                    },
                    rendered.text
                )
            }
            let name = try prepare(rendered, parameters)
            return try checked(
                parameters.withPointers { count, values in
                    PostgresResult(PQexecPrepared(handle, name, count, values, nil, nil, 0))
                },
                rendered.text
            )
        }

        /// Sends one statement with bound values and does not wait for it; `readResults` throws what became of it.
        func send(_ rendered: RenderedSQL) throws {
            let parameters = PostgresParameters(rendered)
            let name = try rendered.isReusable ? prepare(rendered, parameters) : nil
            if underway.isEmpty, PQenterPipelineMode(handle) == 0 { throw lost }
            underway.append(rendered.text)
            let isSent = parameters.withPointers { count, values in
                if let name { return PQsendQueryPrepared(handle, name, count, values, nil, nil, 0) }
                return PQsendQueryParams(handle, rendered.text, count, parameters.types, values, nil, nil, 0)
            }
            // Sent at once, so that the server works while the program goes on.
            guard isSent == 1, PQflush(handle) >= 0 else { throw lost }
            if underway.count == PostgresSession.pipelineLimit { try readResults() }
        }

        /// Waits for everything that was sent; throws the first failure.
        func readResults() throws {
            guard !underway.isEmpty else { return }
            let texts = underway
            underway = []
            guard PQpipelineSync(handle) == 1 else { throw lost }
            var failure: (any Error)?
            for text in texts {
                // Each statement has one result and the end of its results.
                let result = PostgresResult(PQgetResult(handle))
                PQclear(PQgetResult(handle))
                guard failure == nil else { continue }
                do { _ = try checked(result, text) } catch { failure = error }
            }
            PQclear(PQgetResult(handle))
            guard PQexitPipelineMode(handle) == 1 else { throw lost }
            if let failure { throw failure }
        }

        /// Waits for everything that was sent, whatever became of it: its transaction is about to be rolled back.
        func dropResults() {
            _ = try? readResults()
        }

        private var lost: DatabaseError { .unavailable("the connection to PostgreSQL was lost") }

        /// Makes the session ready for the next transaction.
        func tidy() throws {
            guard mustForgetPrepared else { return }
            try command("DEALLOCATE ALL")
            prepared.forgetAll()
            mustForgetPrepared = false
        }

        private func prepare(_ rendered: RenderedSQL, _ parameters: PostgresParameters) throws -> String {
            let signature = parameters.signature
            if let name = prepared.name(of: rendered.text, signature) { return name }
            try readResults()
            let name = prepared.newName()
            let result = PQprepare(handle, name, rendered.text, Int32(parameters.types.count), parameters.types)
            _ = try checked(PostgresResult(result), rendered.text)
            if let evicted = prepared.keep(name, for: rendered.text, signature) { try command("DEALLOCATE \(evicted)") }
            return name
        }

        private func checked(_ result: PostgresResult, _ text: String) throws -> PostgresResult {
            if result.isSuccess { return result }
            if PQstatus(handle) != CONNECTION_OK {
                throw lost
            }
            // A plan that the schema has left behind ("cached plan must not change result type") or that is gone.
            if ["0A000", "26000"].contains(result.field(PostgresField.state)) { mustForgetPrepared = true }
            throw DatabaseError(result, statement: text)
        }

        /// Notices go to the log by code, not to standard error and not with their text, which may quote values.
        private static let logNotice: PQnoticeReceiver = { _, result in
            let state = PQresultErrorField(result, PostgresField.state).map { String(cString: $0) } ?? ""
            Logger(label: "gongkai.database").notice("PostgreSQL sent a notice", metadata: ["sqlstate": "\(state)"])
        }
    }

    /// Lends an array of C strings that ends with a null pointer.
    private func withCStrings<Result>(_ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
        let starts = strings.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.utf8.count + 1) }
        let bytes = strings.flatMap { Array($0.utf8) + [UInt8(0)] }
        return bytes.withUnsafeBytes { buffer in
            let base = buffer.bindMemory(to: CChar.self).baseAddress
            return body(starts.dropLast().map { start in base.map { $0 + start } } + [nil])
        }
    }
#endif
