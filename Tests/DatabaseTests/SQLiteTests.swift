import Database
import Foundation
import Synchronization
import TestKit
import Testing

/// What only SQLite has: the settings of a file, the backup, several processes on one file.
@Suite struct SQLiteTests {
    struct Stop: Error {}

    @Test func everyConnectionIsDurableAndChecksReferences() async throws {
        try await Engine.sqlite.test(connections: 4) { database in
            let settings: @Sendable (any SQLConnection) throws -> [SQLValue?] = { tx in
                try ["journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout"].map { name in
                    try tx.first(.only(.sqlite, "PRAGMA \(identifier: name)"))?.value(at: 0)
                }
            }
            let expected: [SQLValue?] = [.text("wal"), .int(2), .int(1), .int(1), .int(5000)]
            #expect(try await database.write(settings) == expected)
            #expect(try await database.writeWithoutLimits(from: Place(), settings)[4] == .int(Int64(Int32.max)))
            #expect(try await database.write(settings) == expected)
            try await withThrowingTaskGroup(of: [SQLValue?].self) { group in
                for _ in 0..<6 { group.addTask { try await database.read(settings) } }
                for try await found in group { #expect(Array(found.dropLast()) == Array(expected.dropLast())) }
            }
        }
    }

    @Test func memoryDatabasesAreApart() async throws {
        let one = try SQLiteDatabase.inMemory()
        let two = try SQLiteDatabase.inMemory()
        _ = try await Migrator(Schema.migrations).migrate(one)
        let position = try await one.write { try $0.appendLeaf() }
        #expect(position == 0)
        let size = try await one.read { try $0.integer("SELECT size FROM head") }
        #expect(size == 1)
        let isApart = try await two.read { try !$0.hasTable("head") }
        #expect(isApart)
        await #expect(throws: DatabaseError.self) { try await one.read { try $0.execute("DELETE FROM head") } }
        await one.close()
        await two.close()
    }

    @Test func aReaderNamesTheColumnsOfANewSchema() async throws {
        try await Engine.sqlite.withLocation(migrations: Schema.migrations) { location in
            guard case .file(let path) = location else { return }
            let site = try SQLiteDatabase.open(path: path, readers: 1)
            let other = try SQLiteDatabase.open(path: path, readers: 1)
            _ = try await other.write { try $0.appendLeaf() }
            let columns: @Sendable (any SQLConnection) throws -> [String] = { tx in
                try tx.first("SELECT * FROM head")?.columns ?? []
            }
            let before = try await site.read(columns)
            _ = try await other.write { try $0.execute("ALTER TABLE head ADD COLUMN mark TEXT") }
            #expect(try await site.read(columns) == before + ["mark"])
            _ = try await other.write { try $0.execute("ALTER TABLE head RENAME COLUMN mark TO sign") }
            #expect(try await site.read(columns) == before + ["sign"])
            await site.close()
            await other.close()
        }
    }

    @Test func moreReadsThanConnectionsTakeTurns() async throws {
        try await Engine.sqlite.withLocation(migrations: Schema.migrations) { location in
            guard case .file(let path) = location else { return }
            let database = try SQLiteDatabase.open(path: path, readers: 2)
            let readings = ReadingWatch()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await database.read { tx in
                            readings.atOnce.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                            blockThread(milliseconds: 5)
                            _ = try tx.integer("SELECT count(*) FROM head")
                            readings.atOnce.withLock { $0.now -= 1 }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let most = readings.atOnce.withLock { $0.most }
            #expect(most == 2)
            await database.close()
        }
    }

    @Test func aFileThatIsNoDatabaseIsRefused() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("no-database-\(getpid()).txt")
        try Data(repeating: 65, count: 5000).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let error = #expect(throws: DatabaseError.self) { try SQLiteDatabase.open(path: file.path) }
        guard case .other = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(throws: DatabaseError.self) { try SQLiteDatabase.open(path: "/nonexistent/folder/x.sqlite") }
    }

    @Test func aLiveDatabaseIsBackedUpWhole() async throws {
        try await Engine.sqlite.withLocation(migrations: Schema.migrations) { location in
            guard case .file(let path) = location else { return }
            let database = try SQLiteDatabase.open(path: path)
            let page = [UInt8](repeating: 7, count: 4000)
            for _ in 0..<30 {
                try await database.write { tx in for _ in 0..<100 { _ = try tx.appendLeaf(page) } }
            }
            let watch = BackupWatch()
            let copy = path + ".backup"
            try await withThrowingTaskGroup(of: Int.self) { group in
                group.addTask {
                    var count = 0
                    while !watch.isOver.load(ordering: .acquiring) {
                        _ = try await database.write { try $0.appendLeaf(page) }
                        count += 1
                    }
                    return count
                }
                try await database.backup(to: copy) { step in
                    blockThread(milliseconds: 20)
                    watch.steps.withLock { $0.append(step) }
                }
                watch.isOver.store(true, ordering: .releasing)
                let writes = try await group.next()
                #expect(try #require(writes) > 0)
            }
            let progress = watch.steps.withLock { $0 }
            let last = try #require(progress.last)
            #expect(progress.count > 2)
            #expect(last.pages == last.totalPages)
            #expect(!FileManager.default.fileExists(atPath: copy + ".partial"))

            let restored = try SQLiteDatabase.open(path: copy)
            #expect(try await restored.checkIntegrity() == [])
            let (size, leaves) = try await restored.read {
                (try $0.integer("SELECT size FROM head"), try $0.integer("SELECT count(*) FROM leaf"))
            }
            #expect(size == leaves)
            #expect(size >= 3000)
            let position = try await restored.write { try $0.appendLeaf() }
            #expect(position == size)
            await restored.close()

            await #expect(throws: DatabaseError.self) { try await database.backup(to: copy) }
            await #expect(throws: Stop.self) { try await database.backup(to: path + ".second") { _ in throw Stop() } }
            #expect(!FileManager.default.fileExists(atPath: path + ".second"))
            #expect(!FileManager.default.fileExists(atPath: path + ".second.partial"))
            #expect(try await database.checkIntegrity() == [])
            await database.close()
        }
    }

    @Test func integrityCheckFindsBrokenReferences() async throws {
        try await Engine.sqlite.withLocation(migrations: Schema.migrations) { location in
            guard case .file(let path) = location else { return }
            let sqlite = Process()
            sqlite.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            sqlite.arguments = [
                "python3", "-c",
                "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); "
                    + "c.execute(\"INSERT INTO opinion (version, person) VALUES ('v', 'nobody')\"); c.commit()",
                path,
            ]
            try sqlite.run()
            sqlite.waitUntilExit()
            try #require(sqlite.terminationStatus == 0)
            let database = try SQLiteDatabase.open(path: path)
            #expect(try await database.checkIntegrity() == ["a row of opinion refers to no row of person"])
            await database.close()
        }
    }
}

/// What the test of a backup shares with its writer.
private final class BackupWatch: Sendable {
    let isOver = Atomic<Bool>(false)
    let steps = Mutex<[BackupProgress]>([])
}

/// How many reads run at the same time, and the most that did.
private final class ReadingWatch: Sendable {
    let atOnce = Mutex((now: 0, most: 0))
}
