#if PostgreSQL
    /// One transaction on PostgreSQL, valid inside its closure.
    final class PostgresConnection: GatedConnection {
        let dialect = Dialect.postgres
        var gate: TransactionGate
        private let session: PostgresSession
        private let isInTransaction: Bool
        private var cursors = 0

        /// How many rows `forEach` asks for at a time.
        private static let batch = 500

        init(_ session: PostgresSession, statements: Int? = nil) {
            self.session = session
            isInTransaction = statements == nil
            gate = TransactionGate(statements: statements)
        }

        func rows(_ sql: SQL) throws -> [SQLRow] {
            try gated(sql) { try session.run($0).rows() }
        }

        @discardableResult func execute(_ sql: SQL) throws -> Int {
            try gated(sql) { try session.run($0).changes }
        }

        func send(_ sql: SQL) throws {
            // A single statement outside a transaction must have ended when the body ends.
            guard isInTransaction else {
                try execute(sql)
                return
            }
            try gated(sql) { try session.send($0) }
        }

        func forEach(_ sql: SQL, _ body: (SQLRow) throws -> Void) throws {
            guard isInTransaction else {
                // A cursor lives in a transaction.
                for row in try rows(sql) { try body(row) }
                return
            }
            cursors += 1
            let name = "cursor_\(cursors)"
            try gated(sql) { rendered in
                var declaration = rendered
                declaration.text = "DECLARE \(name) NO SCROLL CURSOR FOR \(rendered.text)"
                declaration.isReusable = false
                _ = try session.run(declaration)
            }
            var fetch = RenderedSQL()
            fetch.text = "FETCH FORWARD \(PostgresConnection.batch) FROM \(name)"
            fetch.isReusable = false
            while true {
                let rows = try checkingGate { try session.run(fetch).rows() }
                for row in rows { try body(row) }
                if rows.count < PostgresConnection.batch { break }
            }
            try checkingGate { try session.command("CLOSE \(name)") }
        }

        func control(_ command: String) throws {
            // What was sent before a rollback is undone by it, and so is its failure.
            if command.hasPrefix("ROLLBACK") { session.dropResults() }
            try session.command(command)
        }

        @discardableResult private func checkingGate<Result>(_ body: () throws -> Result) throws -> Result {
            try gate.enter()
            do {
                return try body()
            } catch {
                gate.fail(error)
                throw error
            }
        }
    }
#endif
