/// A database of either engine: asynchronous outside, synchronous inside a transaction.
///
/// Bodies are short (50 ms; those above 250 ms are logged) and cannot await: mail, files and networks stay outside
/// transactions by type. A task that was cancelled begins no transaction; one that began runs to its end.
package protocol SQLDatabase: Sendable {
    /// The engine.
    var dialect: Dialect { get }

    /// Runs a body that sees one unchanging snapshot and cannot write.
    func read<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result

    /// Runs a body as the one writer of the whole deployment, in one transaction: everything or, when it throws,
    /// nothing.
    func write<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result

    /// Runs a body of one single statement outside the order of writers, for writes that nobody orders (a session's
    /// last use, a job's heartbeat). A second statement is refused.
    func writeUnordered<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result

    /// Like `write`, but waits for its turn and runs as long as it takes: migrations and nothing else.
    func writeWithoutLimits<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result

    /// Finishes what is running and closes all connections. Whatever is asked afterwards is `.unavailable`.
    func close() async
}

/// Where in the program a transaction was opened: the label of slow bodies in the log.
package struct Place: Sendable, Hashable, CustomStringConvertible {
    /// For example `Disclosure/PublishItem.swift:12`.
    package let description: String

    /// The place of a source line.
    package init(fileID: String = #fileID, line: Int = #line) {
        description = "\(fileID):\(line)"
    }
}

extension SQLDatabase {
    /// Runs a body that sees one unchanging snapshot and cannot write.
    package func read<Result: Sendable>(
        fileID: String = #fileID,
        line: Int = #line,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await read(from: Place(fileID: fileID, line: line), body)
    }

    /// Runs a body as the one writer, in one transaction: everything or, when it throws, nothing.
    package func write<Result: Sendable>(
        fileID: String = #fileID,
        line: Int = #line,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await write(from: Place(fileID: fileID, line: line), body)
    }

    /// Runs a single statement that nobody orders.
    package func writeUnordered<Result: Sendable>(
        fileID: String = #fileID,
        line: Int = #line,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await writeUnordered(from: Place(fileID: fileID, line: line), body)
    }

    /// Asks the database for an answer; throws `.unavailable` when there is none.
    package func ping(fileID: String = #fileID, line: Int = #line) async throws {
        _ = try await read(from: Place(fileID: fileID, line: line)) { try $0.integer("SELECT 1 AS one") }
    }

    /// Whether the database answers.
    package func isHealthy() async -> Bool {
        do {
            try await ping()
            return true
        } catch {
            return false
        }
    }
}
