import Civil
import Database
import Foundation
import TestKit
import Testing
import Text

@testable import Disclosure

/// `gongkai check` finds nothing in a sound database, and says of each broken one what is wrong.
@Suite struct CheckTests {
    @Test(arguments: Engine.available) func aSoundDatabaseIsSound(engine: Engine) async throws {
        try await CheckSamples.run(on: engine) { test in
            let report = try await CheckDatabase(test.app.database).run()
            #expect(report.isSound, "\(report.results.flatMap(\.flaws))")
            let examined = Dictionary(report.results.map { ($0.key, $0.examined) }, uniquingKeysWith: { $1 })
            #expect(examined["ledger"] == 5)
            #expect(examined["publications"] == 5)
            #expect(examined["published"] == 5)
            #expect(examined["versions"] == 7)
            #expect(examined["opinions"] == 5)
            #expect(examined["imports"] == 3)
        }
    }

    /// What waits for its worker is sound too.
    @Test(arguments: Engine.available) func anItemThatWaitsForDeliveryIsSound(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await test.publishedNews()
            let report = try await CheckDatabase(test.app.database).run()
            #expect(report.isSound, "\(report.results.flatMap(\.flaws))")
            #expect(report.results.first { $0.key == "jobs" }?.examined == 1)
        }
    }

    /// Revised, withdrawn, restored, expired, urgent, scheduled, repealed, with a file: all of it is sound.
    @Test(arguments: Engine.available) func everyLifeIsSound(engine: Engine) async throws {
        try await LifeSamples.run(on: engine) { test in
            let places = FilePlaces(of: test.app.blobs, now: test.app.now())
            let report = try await CheckDatabase(test.app.database, files: places).run()
            #expect(report.isSound, "\(report.results.flatMap(\.flaws))")
            let examined = Dictionary(report.results.map { ($0.key, $0.examined) }, uniquingKeysWith: { $1 })
            #expect(examined["lives"] == 7)
            #expect(examined["withdrawals"] == 3)
            #expect(examined["debts"] == 2)
            #expect(examined["takedowns"] == 1)
            #expect(examined["validity"] == 1)
            #expect(examined["file-rows"] == 1)
            #expect(examined["files"] == 1)
        }
    }

    @Test(arguments: Engine.available)
    func whatIsWrongWithCasesIsFound(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let lead = try await CaseWalk.request(test, on: "2024-03-04")
            let led = try await CaseWalk.request(test, on: "2024-03-04")
            _ = try await MergeCase(led.file.id, with: lead.file.number, reason: "同一事项", actor: test.actor(.cases))
                .run(in: test.app)
            try await lead.attach("name.png", Array("picture".utf8))
            let report = try await CheckDatabase(test.app.database, keys: test.app.keys).run()
            #expect(report.isSound, "\(report.results.flatMap(\.flaws))")
            #expect(report.results.first { $0.key == "case-files" }?.examined == 1)
            let opened = report.results.first { $0.key == "sealed" }?.examined ?? 0
            #expect(opened > 5)
            let closed = try await CheckDatabase(test.app.database).run()
            #expect(closed.isSound && closed.results.first { $0.key == "sealed" }?.notes.count == 1)
            try await Self.isFound(Damage.cases, in: test, engine)
        }
    }

    @Test(arguments: Engine.available)
    func whatIsWrongWithReadingsIsFound(engine: Engine) async throws {
        try await TestApp.run(on: engine, ownFigures: [.readFigures]) { test in
            let actor = try test.actor(.officer)
            let form = ReadingForm(key: "fans", readOn: "2024-03-01", value: "10", source: "后台", evidence: "截图")
            let old = try await RecordReading(form, actor: actor).run(in: test.app)
            _ = try await CorrectReading(old.id, to: form, reason: "漏记", actor: actor).run(in: test.app)
            let filed = RemedyForm(kind: "review", number: "1号", about: "不予公开答复", filedOn: "2024-03-01")
            let remedy = try await RecordRemedy(filed, actor: actor).run(in: test.app)
            let end = RemedyEnd(result: "upheld", endedOn: "2024-03-04")
            _ = try await CloseRemedy(remedy.id, edition: 1, end, actor: actor).run(in: test.app)
            let report = try await CheckDatabase(test.app.database).run()
            #expect(report.isSound, "\(report.results.flatMap(\.flaws))")
            let examined = Dictionary(report.results.map { ($0.key, $0.examined) }, uniquingKeysWith: { $1 })
            #expect(examined["readings"] == 2 && examined["remedies"] == 1)
            try await Self.isFound(Damage.readings, in: test, engine)
        }
    }

    @Test(arguments: Engine.available)
    func whatIsWrongWithReportsIsFound(engine: Engine) async throws {
        try await ReportSamples.run(on: engine) { test in
            let report = try await CheckDatabase(test.app.database).run()
            #expect(report.isSound, "\(report.results.flatMap(\.flaws))")
            let examined = Dictionary(report.results.map { ($0.key, $0.examined) }, uniquingKeysWith: { $1 })
            #expect(examined["reports"] == 1 && examined["frozen-reports"] == 4)
            try await Self.isFound(Damage.reports, in: test, engine)
        }
    }

    @Test(arguments: Engine.available) func everyBrokenDatabaseIsFound(engine: Engine) async throws {
        try await CheckSamples.run(on: engine) { try await Self.isFound(Damage.all, in: $0, engine) }
    }

    @Test(arguments: Engine.available) func everyBrokenLifeIsFound(engine: Engine) async throws {
        try await LifeSamples.run(on: engine) { try await Self.isFound(Damage.life, in: $0, engine) }
    }

    private static func isFound(_ damages: [Damage], in test: TestApp, _ engine: Engine) async throws {
        let check = try await EngineCheck(Migration.all)
        for damage in damages where damage.only == nil || damage.only == engine.dialect {
            let report = try await test.app.database.undone { tx in
                for table in damage.unlocked { try tx.execute(all: Damage.unlock(table, on: tx.dialect)) }
                try tx.execute(all: damage.statements(tx.dialect))
                return try CheckDatabase.report(on: tx, check, keys: test.app.keys)
            }
            let flaws = report.results.first { $0.key == damage.check }?.flaws ?? []
            let words = flaws.map { "\($0.subject): \($0.what.en)" }
            let isSaid = words.contains { $0.contains(damage.says) }
            #expect(isSaid, "\(damage.name): \(words)")
            let areBoth = flaws.allSatisfy { !$0.what.zh.isEmpty }
            #expect(areBoth)
        }
    }

    /// A file that is gone, that was changed, and one that nobody has; of a copy only what the records name counts.
    @Test(arguments: Engine.available) func brokenFilesAreFound(engine: Engine) async throws {
        try await LifeSamples.run(on: engine) { test in
            let folder = test.app.blobs.folder
            let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
            let file = try #require(names.first { ($0 as NSString).lastPathComponent.count == 64 })
            let path = "\(folder)/\(file)"
            let hash = (path as NSString).lastPathComponent
            let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
            func said(_ places: FilePlaces) async throws -> [String] {
                let report = try await CheckDatabase(test.app.database, files: places).run()
                return report.results.first { $0.key == "files" }?.flaws.map { "\($0.subject): \($0.what.en)" } ?? []
            }
            let own = FilePlaces(of: test.app.blobs, now: test.app.now())
            let stray = "\((path as NSString).deletingLastPathComponent)/\(String(repeating: "0", count: 64))"
            try Data("x".utf8).write(to: URL(fileURLWithPath: stray))
            // The clock of the test is years behind the disk's: what is new there is never old.
            #expect(try await said(own) == [])
            let later = FilePlaces(of: test.app.blobs, now: Instant(milliseconds: 4_000_000_000_000))
            #expect(try await said(later) == ["\(String(repeating: "0", count: 64)): the file has no row"])
            let copy = FilePlaces(ofCopy: [BlobStore(folder: folder + "/none"), test.app.blobs])
            #expect(try await said(copy) == [])
            try Data(repeating: 0x5A, count: size).write(to: URL(fileURLWithPath: path))
            #expect(try await said(own) == ["\(hash): what the file contains is not what its hash says"])
            try FileManager.default.removeItem(atPath: path)
            #expect(try await said(own) == ["\(hash): the file is not there, or not in its full length"])
        }
    }

    @Test func aDatabaseOfAnotherProgramIsNotReadOn() async throws {
        try await Engine.sqlite.withDatabase(migrations: []) { database in
            let report = try await CheckDatabase(database).run()
            #expect(report.results.map(\.key) == ["engine"])
            #expect(
                report.results[0].flaws.map(\.what.en) == [
                    "\(Migration.all.count) migrations wait: run gongkai migrate, then check again"
                ]
            )
        }
    }

    /// Bytes that the disk has lost.
    @Test func damagedPagesAreFound() async throws {
        try await Engine.sqlite.withLocation(migrations: Migration.all) { location in
            guard case .file(let path) = location else { return }
            let handle = try #require(FileHandle(forUpdatingAtPath: path))
            for page in 10..<20 {
                try handle.seek(toOffset: UInt64(page * 4096))
                try handle.write(contentsOf: Data(repeating: 0x5A, count: 1024))
            }
            try handle.close()
            let database = try SQLiteDatabase.openReadOnly(path: path)
            let report = try await CheckDatabase(database).run()
            await database.close()
            #expect(!report.isSound)
        }
    }

    @Test func lookingChangesNothing() async throws {
        try await Engine.sqlite.withLocation(migrations: Migration.all) { location in
            guard case .file(let path) = location else { return }
            let copy = path + ".backup"
            let original = try SQLiteDatabase.open(path: path)
            try await original.backup(to: copy)
            await original.close()
            let before = try Data(contentsOf: URL(fileURLWithPath: copy))
            let database = try SQLiteDatabase.openReadOnly(path: copy)
            #expect(try await CheckDatabase(database).run().isSound)
            await database.close()
            #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == before)
            #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
        }
    }

    @Test func manyFlawsAreCountedAndTheFirstAreTold() {
        var findings = Findings { _ in }
        for number in 0..<250 { findings.add("\(number)", zh: "坏", en: "bad") }
        #expect(findings.flawCount == 250)
        #expect(findings.flaws.count == Findings.kept)
    }
}
