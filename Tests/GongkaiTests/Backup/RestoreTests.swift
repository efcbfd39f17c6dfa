import Civil
import Database
import Disclosure
import Foundation
import Testing
import Text

@testable import Gongkai

/// A backup taken while the site writes is one whole moment of it, and a restore gives back exactly that moment.
struct RestoreTests {
    private static let now = Instant(milliseconds: 1_772_690_709_045)

    @Test func backupWhileWritingThenRestore() async throws {
        try await inFolder { folder in
            let live = try await database(at: folder + "/live.sqlite")
            let writing = Task {
                for number in 1...400 { try await add(number, to: live) }
            }
            while try await total(in: live).count < 20 { try await Task.sleep(for: .milliseconds(2)) }
            let before = try await total(in: live)
            try await live.backup(to: folder + "/copy.sqlite")
            let after = try await total(in: live)
            try await writing.value
            await live.close()

            let outcome = try await restore("copy.sqlite", to: "new/gongkai.sqlite", in: folder).run()
            #expect(outcome == RestoreFile.Outcome(kept: nil, waiting: 0))
            let restored = try SQLiteDatabase.open(path: folder + "/new/gongkai.sqlite")
            let found = try await total(in: restored)
            await restored.close()
            // Each write adds a row and its number to the sum, so that a torn copy would not add up.
            #expect(found.sum == found.count * (found.count + 1) / 2)
            #expect(found.count >= before.count && found.count <= after.count)
            #expect(found.count < 400)
        }
    }

    @Test func theOldDatabaseIsKeptBeside() async throws {
        try await inFolder { folder in
            let old = try await database(at: folder + "/gongkai.sqlite")
            try await add(7, to: old)
            try await old.backup(to: folder + "/copy.sqlite")
            try await add(8, to: old)
            await old.close()

            await #expect(throws: CommandFailure.self) {
                try await restore("copy.sqlite", to: "gongkai.sqlite", in: folder).run()
            }
            let outcome = try await restore("copy.sqlite", to: "gongkai.sqlite", replaces: true, in: folder).run()
            #expect(outcome.kept == folder + "/gongkai.sqlite.replaced-20260305140509")
            #expect(try await total(at: folder + "/gongkai.sqlite").sum == 7)
            #expect(try await total(at: outcome.kept ?? "").sum == 15)
            let mode = try FileManager.default.attributesOfItem(atPath: folder + "/gongkai.sqlite")[.posixPermissions]
            #expect((mode as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test func anOlderBackupSaysWhatWaits() async throws {
        try await inFolder { folder in
            let old = try SQLiteDatabase.open(path: folder + "/old.sqlite")
            _ = try await Migrator(Array(Migration.all.prefix(1))).migrate(old)
            try await old.backup(to: folder + "/copy.sqlite")
            await old.close()
            let outcome = try await restore("copy.sqlite", to: "gongkai.sqlite", in: folder).run()
            #expect(outcome.waiting == Migration.all.count - 1)
        }
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        var testDescription: String
        /// Makes the file `copy.sqlite` in the folder.
        var make: @Sendable (String) async throws -> Void
        var says: String
    }

    @Test(arguments: [
        Refused(testDescription: "nothing there", make: { _ in }, says: "there is no file"),
        Refused(
            testDescription: "no database",
            make: { try Data(repeating: 0x41, count: 9000).write(to: URL(fileURLWithPath: $0 + "/copy.sqlite")) },
            says: "is no database"
        ),
        Refused(
            testDescription: "somebody else's database",
            make: { folder in
                let other = try SQLiteDatabase.open(path: folder + "/copy.sqlite")
                try await other.write { _ = try $0.execute("CREATE TABLE t (x TEXT)") }
                await other.close()
            },
            says: "is no database of this program"
        ),
        Refused(
            testDescription: "of a newer program",
            make: { folder in
                let newer = try await database(at: folder + "/copy.sqlite")
                try await newer.write { tx in
                    _ = try tx.execute(
                        "INSERT INTO schema_migration (number, name, checksum) VALUES (9999, 'future', 'x')"
                    )
                }
                await newer.close()
            },
            says: "use a newer program"
        ),
        Refused(
            testDescription: "damaged",
            make: { folder in
                let whole = try await database(at: folder + "/whole.sqlite")
                for number in 1...200 { try await add(number, to: whole) }
                try await whole.backup(to: folder + "/copy.sqlite")
                await whole.close()
                let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder + "/copy.sqlite"))
                let size = try file.seekToEnd()
                for place in stride(from: UInt64(8192), to: size - 4096, by: 4096) {
                    try file.seek(toOffset: place)
                    try file.write(contentsOf: Data(repeating: 0xEE, count: 512))
                }
                try file.close()
            },
            says: "copy.sqlite"
        ),
        Refused(
            testDescription: "with an unfinished journal beside it",
            make: { folder in
                let whole = try await database(at: folder + "/copy.sqlite")
                await whole.close()
                try Data([1]).write(to: URL(fileURLWithPath: folder + "/copy.sqlite-wal"))
            },
            says: "no whole backup"
        ),
    ])
    func refused(_ example: Refused) async throws {
        try await inFolder { folder in
            try await example.make(folder)
            let present = try await database(at: folder + "/gongkai.sqlite")
            try await add(3, to: present)
            await present.close()
            do {
                _ = try await restore("copy.sqlite", to: "gongkai.sqlite", replaces: true, in: folder).run()
                Issue.record("was restored")
            } catch {
                #expect(CommandFailure(error).message.en.contains(example.says), "\(error)")
            }
            #expect(try await total(at: folder + "/gongkai.sqlite").sum == 3)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(!names.contains { $0.hasPrefix("gongkai.sqlite.") }, "\(names)")
        }
    }

    private func restore(_ backup: String, to target: String, replaces: Bool = false, in folder: String) -> RestoreFile
    {
        RestoreFile(backup: folder + "/" + backup, target: folder + "/" + target, replaces: replaces, now: Self.now)
    }

    private func inFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/gongkai-restore-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }
}

/// A migrated database with a table of numbers in it.
private func database(at path: String) async throws -> SQLiteDatabase {
    let database = try SQLiteDatabase.open(path: path)
    _ = try await Migrator(Migration.all).migrate(database)
    try await database.write { tx in
        _ = try tx.execute("CREATE TABLE number (value INTEGER NOT NULL, filler TEXT NOT NULL)")
        _ = try tx.execute("CREATE TABLE total (value INTEGER NOT NULL)")
        _ = try tx.execute("INSERT INTO total (value) VALUES (0)")
    }
    return database
}

private func add(_ number: Int, to database: SQLiteDatabase) async throws {
    let filler = String(repeating: "公开", count: 500)
    try await database.write { tx in
        _ = try tx.execute("INSERT INTO number (value, filler) VALUES (\(number), \(filler))")
        _ = try tx.execute("UPDATE total SET value = value + \(number)")
    }
}

private func total(in database: SQLiteDatabase) async throws -> (count: Int, sum: Int) {
    try await database.read { tx in
        (Int(try tx.integer("SELECT count(*) FROM number")), Int(try tx.integer("SELECT value FROM total")))
    }
}

private func total(at path: String) async throws -> (count: Int, sum: Int) {
    let database = try SQLiteDatabase.open(path: path)
    let found = try await total(in: database)
    await database.close()
    return found
}
