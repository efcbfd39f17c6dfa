import GRDB
import Logging
import Synchronization

/// A database in one file beside the program, or in memory: WAL, foreign keys on, every commit on the disk before it
/// is reported.
package final class SQLiteDatabase: SQLDatabase {
    package let dialect = Dialect.sqlite
    let writer: any DatabaseWriter
    /// Nil where there is one connection for everything.
    private let readers: SQLiteReaders?
    private let isClosed = Atomic<Bool>(false)

    /// How long a transaction waits for another process (the command line beside the server) in milliseconds.
    static let patience: Int32 = 5000

    private init(_ writer: any DatabaseWriter, readers: SQLiteReaders? = nil) {
        self.writer = writer
        self.readers = readers
    }

    /// Opens a file, making it when there is none; its folder must exist.
    ///
    /// - Parameters:
    ///   - path: of the file; SQLite keeps `-wal` and `-shm` beside it.
    ///   - readers: how many reads may run at the same time.
    /// - Throws: `DatabaseError.unavailable` when it cannot be opened, `.other` when it is no database.
    package static func open(path: String, readers: Int = 6) throws -> SQLiteDatabase {
        do {
            var configuration = configuration()
            let pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB relaxes the writer to NORMAL when it switches on WAL, after the configuration ran.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            configuration.readonly = true
            let database = SQLiteDatabase(
                pool,
                readers: SQLiteReaders(path: path, count: max(1, readers), configuration: configuration)
            )
            try database.checkSettings(path: path)
            return database
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error)
        }
    }

    /// Opens a file only to look at it: nothing in it changes, not even its journal mode.
    ///
    /// - Throws: `DatabaseError.unavailable` when it is not there or cannot be opened, `.other` when it is no database.
    package static func openReadOnly(path: String) throws -> SQLiteDatabase {
        do {
            var configuration = configuration()
            configuration.readonly = true
            return SQLiteDatabase(try DatabaseQueue(path: path, configuration: configuration))
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error)
        }
    }

    /// A database that lives in memory and is gone with the process, for tests and trials.
    package static func inMemory() throws -> SQLiteDatabase {
        do {
            return SQLiteDatabase(try DatabaseQueue(configuration: configuration()))
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error)
        }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Double(patience) / 1000)
        configuration.label = "gongkai.sqlite"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // Without it INSERT OR REPLACE deletes rows past the triggers of append-only tables.
            try database.execute(sql: "PRAGMA recursive_triggers = ON")
        }
        return configuration
    }

    private func checkSettings(path: String) throws {
        let (settings, version) = try writer.writeWithoutTransaction { database in
            var settings: [String: String] = [:]
            for name in ["journal_mode", "synchronous", "foreign_keys", "recursive_triggers"] {
                settings[name] = try String.fetchOne(database, sql: "PRAGMA \(name)")
            }
            return (settings, try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "")
        }
        let expected = ["journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "recursive_triggers": "1"]
        guard settings == expected else {
            throw DatabaseError.other("SQLite did not accept its settings: \(settings)")
        }
        let parts = version.split(separator: ".").compactMap { Int($0) }
        guard parts.count >= 2, (parts[0], parts[1]) >= (3, 37) else {
            throw DatabaseError.other("SQLite \(version) is too old: 3.37 or newer is needed")
        }
        Logger(label: "gongkai.database").debug(
            "SQLite database opened",
            metadata: ["version": "\(version)", "journal": "wal", "synchronous": "full", "foreign_keys": "on"]
        )
    }

    package func read<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try Task.checkCancellation()
        guard let readers else { return try await readFromWriter(place, body) }
        do {
            return try await readers.read { try self.reading(place, $0, body) }
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error)
        }
    }

    private func readFromWriter<Result: Sendable>(
        _ place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            // Not GRDB's own async functions: they interrupt a running body when the task is cancelled.
            writer.asyncRead { snapshot in
                continuation.resume(
                    with: Swift.Result {
                        try SQLiteDatabase.translated { try self.reading(place, try snapshot.get(), body) }
                    }
                )
            }
        }
    }

    private func reading<Result>(
        _ place: Place,
        _ database: GRDB.Database,
        _ body: (any SQLConnection) throws -> Result
    ) throws -> Result {
        try checkOpen()
        return try SlowBodies.watch(place, "read") {
            try SQLiteDatabase.run(body, on: SQLiteConnection(database))
        }
    }

    package func write<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await write(from: place, statements: nil, patience: nil, body)
    }

    package func writeUnordered<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await write(from: place, statements: 1, patience: nil, body)
    }

    package func writeWithoutLimits<Result: Sendable>(
        from place: Place,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await write(from: place, statements: nil, patience: Int32.max, body)
    }

    package func close() async {
        isClosed.store(true, ordering: .sequentiallyConsistent)
        try? await readers?.close()
        let writer = writer
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            writer.asyncBarrierWriteWithoutTransaction { _ in continuation.resume() }
        }
        do {
            try writer.close()
        } catch {
            Logger(label: "gongkai.database").warning("SQLite did not close at once; it closes with the process")
        }
    }

    private func write<Result: Sendable>(
        from place: Place,
        statements: Int?,
        patience: Int32?,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            writer.asyncWriteWithoutTransaction { database in
                continuation.resume(
                    with: Swift.Result {
                        try SQLiteDatabase.translated {
                            try self.checkOpen()
                            if let patience { try database.execute(sql: "PRAGMA busy_timeout = \(patience)") }
                            defer {
                                if patience != nil {
                                    try? database.execute(sql: "PRAGMA busy_timeout = \(SQLiteDatabase.patience)")
                                }
                            }
                            return try SQLiteDatabase.transaction(database, place, statements, body)
                        }
                    }
                )
            }
        }
    }

    private func checkOpen() throws {
        // A closed connection would answer with whatever SQLite finds in its place.
        if isClosed.load(ordering: .sequentiallyConsistent) {
            throw DatabaseError.unavailable("the database is closed")
        }
    }

    private static func transaction<Result>(
        _ database: GRDB.Database,
        _ place: Place,
        _ statements: Int?,
        _ body: (any SQLConnection) throws -> Result
    ) throws -> Result {
        var outcome: Result?
        try database.inTransaction(.immediate) {
            try SlowBodies.watch(place, "write") {
                outcome = try run(body, on: SQLiteConnection(database, statements: statements))
            }
            return .commit
        }
        guard let outcome else { throw DatabaseError.other("a transaction ended without a result") }
        return outcome
    }

    private static func run<Result>(
        _ body: (any SQLConnection) throws -> Result,
        on connection: SQLiteConnection
    ) throws -> Result {
        defer { connection.gate.end() }
        let result = try body(connection)
        try connection.gate.check()
        return result
    }

    private static func translated<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error)
        }
    }
}
