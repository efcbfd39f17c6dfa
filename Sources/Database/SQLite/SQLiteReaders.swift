import GRDB
import NIOPosix
import Synchronization

/// The reading connections of a file: as many threads as connections, so that a read is one step aside and never waits
/// for a connection.
///
/// GRDB's own pool goes over three queues for each read and prepares `BEGIN` and `COMMIT` anew.
final class SQLiteReaders: Sendable {
    private let path: String
    private let configuration: Configuration
    private let threads: NIOThreadPool
    private let idle = Mutex<[DatabaseQueue]>([])

    /// - Parameter count: how many reads may run at the same time; connections are opened as they are needed.
    init(path: String, count: Int, configuration: Configuration) {
        self.path = path
        self.configuration = configuration
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
    }

    deinit {
        threads.shutdownGracefully { _ in }
    }

    /// Runs a body on one snapshot.
    func read<Result: Sendable>(
        _ body: @escaping @Sendable (GRDB.Database) throws -> Result
    ) async throws -> Result {
        do {
            return try await threads.runIfActive { try self.snapshot(body) }
        } catch is CancellationError where !Task.isCancelled {
            // The threads answer so when they were stopped before the body began.
            throw DatabaseError.unavailable("the database is closed")
        }
    }

    /// Lets running bodies finish and closes the connections; what is asked afterwards is `.unavailable`.
    func close() async throws {
        try await threads.shutdownGracefully()
        let connections = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        for connection in connections { try connection.close() }
    }

    private func snapshot<Result>(_ body: (GRDB.Database) throws -> Result) throws -> Result {
        // The one that was used last has the most in its memory.
        let connection =
            try idle.withLock { $0.popLast() } ?? DatabaseQueue(path: path, configuration: configuration)
        defer { idle.withLock { $0.append(connection) } }
        return try connection.unsafeRead { database in
            try database.cachedStatement(sql: "BEGIN DEFERRED TRANSACTION").execute()
            defer { end(database) }
            return try body(database)
        }
    }

    private func end(_ database: GRDB.Database) {
        do {
            try database.cachedStatement(sql: "COMMIT TRANSACTION").execute()
        } catch {
            // A read has nothing to lose; what matters is that its snapshot is let go.
            try? database.rollback()
        }
    }
}
