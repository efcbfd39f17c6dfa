package import Database
import Foundation
import Synchronization

/// The engines that a test runs on, each case with a database of its own.
///
/// PostgreSQL takes part when `TEST_POSTGRES` holds the URL of a server on which databases may be made
/// (`script/postgres start DIR` prints one). With `GONGKAI_REQUIRE_POSTGRES=1` it always takes part, so that a missing
/// server fails the tests instead of hiding half of them.
package enum Engine: String, CaseIterable, Sendable {
    case sqlite
    case postgres

    /// The engines at hand: `@Test(arguments: Engine.available)`.
    package static var available: [Engine] {
        let environment = ProcessInfo.processInfo.environment
        if environment["GONGKAI_REQUIRE_POSTGRES"] == "1" { return allCases }
        #if PostgreSQL
            return environment["TEST_POSTGRES"] == nil ? [.sqlite] : allCases
        #else
            return [.sqlite]
        #endif
    }

    /// The dialect of the engine.
    package var dialect: Dialect { self == .sqlite ? .sqlite : .postgres }

    /// Runs a test with an empty database brought to the schema, which is closed and removed afterwards.
    ///
    /// - Parameter connections: as for `DatabaseLocation.open`.
    package func withDatabase<Result>(
        migrations: [Migration],
        connections: Int = 4,
        _ body: (any SQLDatabase) async throws -> Result
    ) async throws -> Result {
        try await withLocation(migrations: migrations) { location in
            let database = try await location.open(connections: connections)
            do {
                let result = try await body(database)
                await database.close()
                return result
            } catch {
                await database.close()
                throw error
            }
        }
    }

    /// Runs a test with the place of such a database, for those that open it several times or start the program.
    package func withLocation<Result>(
        migrations: [Migration],
        _ body: (DatabaseLocation) async throws -> Result
    ) async throws -> Result {
        switch self {
        case .sqlite:
            return try await SQLiteTemplates.withCopy(of: migrations, body)
        case .postgres:
            #if PostgreSQL
                return try await PostgresTemplates.withCopy(of: migrations, body)
            #else
                throw EngineError.builtWithoutPostgres
            #endif
        }
    }
}

/// Why a test cannot have its engine.
package enum EngineError: Error, CustomStringConvertible {
    /// PostgreSQL is required and nobody said where it is.
    case noServer
    /// PostgreSQL is required of a build that does not have it.
    case builtWithoutPostgres

    package var description: String {
        switch self {
        case .noServer: "TEST_POSTGRES holds no server URL; `script/postgres start DIR` prints one"
        case .builtWithoutPostgres: "this build has no PostgreSQL (package trait PostgreSQL)"
        }
    }
}

/// Makes each thing once per key, however many tests ask at the same time.
private final class Once: Sendable {
    private let tasks = Mutex<[String: Task<String, any Error>]>([:])

    func value(_ key: String, _ make: @escaping @Sendable () async throws -> String) async throws -> String {
        try await tasks.withLock { tasks in
            if let task = tasks[key] { return task }
            let task = Task { try await make() }
            tasks[key] = task
            return task
        }.value
    }
}

/// Numbers that no other test of this process has.
private let counter = Atomic<Int>(0)

private func uniqueName() -> String {
    let number = counter.add(1, ordering: .relaxed).newValue
    return "gongkai_test_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
}

/// SQLite: a file per schema, migrated once per process; each test has a copy in a folder of its own.
private enum SQLiteTemplates {
    private static let made = Once()
    /// Each copy has files and threads of its own, and a process has a limit.
    private static let places = Places(32)

    static func withCopy<Result>(
        of migrations: [Migration],
        _ body: (DatabaseLocation) async throws -> Result
    ) async throws -> Result {
        let checksum = try Migrator(migrations).checksum(for: .sqlite)
        let template = try await made.value(checksum) { try await makeTemplate(checksum, migrations) }
        return try await places.use { try await copy(of: template, body) }
    }

    private static func copy<Result>(
        of template: String,
        _ body: (DatabaseLocation) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(uniqueName())
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("records.sqlite").path
        try FileManager.default.copyItem(atPath: template, toPath: file)
        return try await body(.file(file))
    }

    /// The folder of templates, removed when the process ends.
    private static let folder: Swift.Result<URL, any Error> = Swift.Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(uniqueName())
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        atexit { try? FileManager.default.removeItem(at: SQLiteTemplates.folder.get()) }
        return folder
    }

    private static func makeTemplate(_ checksum: String, _ migrations: [Migration]) async throws -> String {
        let path = try folder.get().appendingPathComponent("\(checksum).sqlite").path
        let database = try SQLiteDatabase.open(path: path, readers: 1)
        do {
            _ = try await Migrator(migrations).migrate(database)
        } catch {
            await database.close()
            throw error
        }
        // Closing brings everything into the one file that is copied.
        await database.close()
        return path
    }
}

#if PostgreSQL
    /// PostgreSQL: a template database per schema, kept on the server for later runs; each test has a clone.
    private enum PostgresTemplates {
        private static let made = Once()
        /// Each clone has several connections, and a server has a limit.
        private static let places = Places(16)

        static func withCopy<Result>(
            of migrations: [Migration],
            _ body: (DatabaseLocation) async throws -> Result
        ) async throws -> Result {
            guard let server = ProcessInfo.processInfo.environment["TEST_POSTGRES"] else { throw EngineError.noServer }
            let checksum = try Migrator(migrations).checksum(for: .postgres)
            let template = try await made.value(checksum) { try await makeTemplate(checksum, migrations, on: server) }
            return try await places.use { try await clone(of: template, on: server, body) }
        }

        private static func clone<Result>(
            of template: String,
            on server: String,
            _ body: (DatabaseLocation) async throws -> Result
        ) async throws -> Result {
            let name = uniqueName()
            try await PostgresDatabase.administer(
                url: server,
                ["CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: template)"]
            )
            let outcome: Swift.Result<Result, any Error>
            do {
                outcome = .success(try await body(.server(url: url(server, database: name))))
            } catch {
                outcome = .failure(error)
            }
            try await PostgresDatabase.administer(url: server, ["DROP DATABASE \(identifier: name) WITH (FORCE)"])
            return try outcome.get()
        }

        /// Makes the template under another name first, so that one that a crash left half done is never used.
        private static func makeTemplate(
            _ checksum: String,
            _ migrations: [Migration],
            on server: String
        ) async throws -> String {
            let name = "gongkai_template_\(checksum)"
            if try await exists(name, on: server) { return name }
            let draft = uniqueName()
            try await PostgresDatabase.administer(
                url: server,
                [
                    """
                    CREATE DATABASE \(identifier: draft) TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' \
                    LOCALE_PROVIDER libc
                    """
                ]
            )
            do {
                let database = try await PostgresDatabase.open(url: url(server, database: draft), connections: 2)
                do {
                    _ = try await Migrator(migrations).migrate(database)
                } catch {
                    await database.close()
                    throw error
                }
                await database.close()
                try await PostgresDatabase.administer(
                    url: server,
                    ["ALTER DATABASE \(identifier: draft) RENAME TO \(identifier: name)"]
                )
            } catch {
                try await PostgresDatabase.administer(url: server, ["DROP DATABASE \(identifier: draft) WITH (FORCE)"])
                // Another process may have finished the same template meanwhile.
                guard try await exists(name, on: server) else { throw error }
            }
            return name
        }

        private static func exists(_ name: String, on server: String) async throws -> Bool {
            try await PostgresDatabase.inquire(
                url: server,
                "SELECT 1 AS one FROM pg_database WHERE datname = \(name)"
            ).isEmpty == false
        }

        /// The URL of another database on the same server.
        private static func url(_ server: String, database: String) -> String {
            let scheme = server.range(of: "://")?.upperBound ?? server.startIndex
            let query = server[scheme...].firstIndex(of: "?") ?? server.endIndex
            let path = server[scheme..<query].firstIndex(of: "/") ?? query
            return "\(server[..<path])/\(database)\(server[query...])"
        }
    }
#endif

/// Lets a limited number of tests in at a time.
private actor Places {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) {
        free = count
    }

    /// Runs a body in one of the places.
    nonisolated func use<Result>(_ body: () async throws -> Result) async throws -> Result {
        await enter()
        let outcome: Swift.Result<Result, any Error>
        do {
            outcome = .success(try await body())
        } catch {
            outcome = .failure(error)
        }
        await leave()
        return try outcome.get()
    }

    private func enter() async {
        if free > 0 {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
