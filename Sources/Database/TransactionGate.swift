/// Keeps both engines to the same rule: a failed statement fails its transaction, and a connection ends with its body.
struct TransactionGate {
    /// The first failure, until an `attempt` has undone it.
    private(set) var failure: (any Error)?
    /// Statements that may still run; nil for any number.
    private var remaining: Int?
    private var isOver = false
    private(set) var depth = 0

    init(statements: Int? = nil) {
        remaining = statements
    }

    /// Called before each statement.
    mutating func enter() throws {
        if isOver { throw DatabaseError.other("a connection was used after its transaction had ended") }
        if failure != nil { throw DatabaseError.other("an earlier statement failed; the transaction cannot go on") }
        guard let remaining else { return }
        if remaining == 0 { throw DatabaseError.other("an unordered write is one single statement") }
        self.remaining = remaining - 1
    }

    mutating func fail(_ error: any Error) {
        if failure == nil { failure = error }
    }

    mutating func recover() {
        failure = nil
    }

    mutating func end() {
        isOver = true
    }

    /// Opens a savepoint and returns its name.
    mutating func deepen() -> String {
        depth += 1
        return "attempt_\(depth)"
    }

    mutating func rise() {
        depth -= 1
    }

    /// Throws what has failed, so that nothing is committed after a caught error.
    func check() throws {
        if let failure { throw failure }
    }
}

/// A connection that is kept to the rule.
protocol GatedConnection: SQLConnection {
    var gate: TransactionGate { get set }
    /// Runs a savepoint command, past the gate.
    func control(_ command: String) throws
}

extension GatedConnection {
    package func attempt<Result>(_ body: () throws -> Result) throws -> Result {
        try gate.enter()
        let name = gate.deepen()
        defer { gate.rise() }
        do {
            try control("SAVEPOINT \(name)")
        } catch {
            gate.fail(error)
            throw error
        }
        do {
            let result = try body()
            try gate.check()
            try control("RELEASE SAVEPOINT \(name)")
            return result
        } catch {
            do {
                try control("ROLLBACK TO SAVEPOINT \(name)")
                try control("RELEASE SAVEPOINT \(name)")
                gate.recover()
            } catch let lost {
                gate.fail(lost)
                throw lost
            }
            throw error
        }
    }

    /// Runs one statement through the gate and the census.
    func gated<Result>(_ sql: SQL, _ run: (RenderedSQL) throws -> Result) throws -> Result {
        try gate.enter()
        do {
            let rendered = try sql.rendered(for: dialect)
            StatementCensus.note(sql, on: dialect)
            return try run(rendered)
        } catch {
            gate.fail(error)
            throw error
        }
    }
}
