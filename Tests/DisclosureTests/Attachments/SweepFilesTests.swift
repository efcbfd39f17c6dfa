import Civil
import Codes
import Database
import Documents
import Foundation
import TestKit
import Testing
import Text

@testable import Disclosure

/// No file without a row and no row without a file, wherever an upload breaks off.
@Suite struct SweepFilesTests {
    /// The process ends between the rename and the row: the file is an orphan until the sweep, and then gone.
    @Test(arguments: Engine.available) func aFileWithoutARowGoesAfterADay(engine: Engine) async throws {
        try await TestApp.run(on: engine, documents: PlainReader()) { test in
            let orphan = try await test.keep("%PDF orphan")
            let used = try await test.attach("%PDF used")
            let broken = try await test.app.blobs.receive(in: test.app)
            try await broken.write(Array("%PDF half".utf8)[...])
            // Everything is new: nothing goes.
            try test.age(days: 0)
            try await SweepFiles().run(in: test.app)
            #expect(try test.files() == Set([orphan, used]))
            #expect(FileManager.default.fileExists(atPath: broken.path))
            // An upload that has just broken off may still be going on; a day later it is not.
            try test.age(days: 2)
            for _ in 1...2 {
                try await SweepFiles().run(in: test.app)
                #expect(try test.files() == Set([used]))
                #expect(!FileManager.default.fileExists(atPath: broken.path))
            }
            #expect(try await test.app.database.read { try $0.files.find(used) } != nil)
            try await test.runJobs()
        }
    }

    /// A row whose version was never written goes before its file, and the file in the same run.
    @Test(arguments: Engine.available) func aRowWithoutAVersionGoesWithItsFile(engine: Engine) async throws {
        try await TestApp.run(on: engine, documents: PlainReader()) { test in
            let hash = try await test.keep("%PDF unused")
            let file = StoredFile(
                sha256: hash,
                size: 11,
                kind: .pdf,
                metadata: .removed,
                remarks: [.comments],
                reading: .waiting,
                findings: [],
                storedAt: test.app.now()
            )
            #expect(try await test.app.database.write { try $0.files.insert(file) })
            #expect(try await test.app.database.write { try $0.files.insert(file) } == false)
            #expect(try await test.app.database.read { try $0.files.find(hash) } == file)
            try test.age(days: 2)
            test.clock.advance(days: 2)
            for _ in 1...2 {
                try await SweepFiles().run(in: test.app)
                #expect(try test.files().isEmpty)
                #expect(try await test.app.database.read { try $0.files.find(hash) } == nil)
            }
        }
    }

    /// The same content again, when the sweep is about to take the first copy: the newer arrival counts.
    @Test(arguments: Engine.available) func aNewArrivalKeepsTheFile(engine: Engine) async throws {
        try await TestApp.run(on: engine, documents: PlainReader()) { test in
            let first = try await test.keep("%PDF again")
            try test.age(days: 2)
            let second = try await test.attach("%PDF again")
            #expect(first == second)
            try await SweepFiles().run(in: test.app)
            #expect(try test.files() == Set([first]))
            try await test.runJobs()
        }
    }

    /// The sweep was faster than the row: nothing is written, and the clerk uploads again.
    @Test(arguments: Engine.available) func aFileThatIsGoneGetsNoRow(engine: Engine) async throws {
        try await TestApp.run(on: engine, documents: PlainReader()) { test in
            let item = try await test.draft()
            let hash = try await test.keep("%PDF gone")
            let new = NewFile(
                file: StoredFile(
                    sha256: hash,
                    size: 9,
                    kind: .pdf,
                    metadata: .removed,
                    remarks: [],
                    reading: .waiting,
                    findings: [],
                    storedAt: test.app.now()
                ),
                name: "没了.pdf",
                uploadedAs: hash
            )
            try FileManager.default.removeItem(atPath: #require(test.app.blobs.path(of: hash)))
            let next = NextFiles(item: item.id, base: item.currentVersion, actor: try test.actor(.editor))
            await #expect(throws: Refusal.self) {
                try await RecordFiles(files: [new], next: next).run(in: test.app)
            }
            #expect(try await test.app.database.read { try $0.files.find(hash) } == nil)
            #expect(
                try await test.app.database.read { try $0.items.find(item.id) }?.currentVersion == item.currentVersion
            )
            // A version that names a file without a row cannot be written at all.
            var version = try #require(try await test.app.database.read { try $0.items.version(item.currentVersion) })
            version = Version(
                id: test.app.newID(),
                item: item.id,
                number: 2,
                author: version.author,
                content: version.content,
                attachments: [Attachment(sha256: hash, size: 9, name: "没了.pdf")],
                salt: version.salt,
                createdAt: version.createdAt
            )
            let next2 = version
            await #expect(throws: DatabaseError.self) {
                try await test.app.database.write { try $0.items.insert(next2) }
            }
        }
    }

    /// The text of a file is read once, however often the job runs.
    @Test(arguments: Engine.available) func readingTwiceChangesNothing(engine: Engine) async throws {
        try await TestApp.run(on: engine, documents: CountingReader()) { test in
            let hash = try await test.attach("%PDF 手机13800138000\u{0}\u{C}次页")
            for _ in 1...2 {
                try await ReadFile(sha256: hash).run(in: test.app)
                let file = try #require(try await test.app.database.read { try $0.files.find(hash) })
                #expect(file.reading == .done(.read))
                #expect(file.findings.map(\.excerpt) == ["138****8000"])
                #expect(try await test.app.database.read { try $0.files.text(of: hash) } == " 手机13800138000\n次页")
            }
            try await test.runJobs()
        }
    }
}

/// A PDF's text is what follows its first four bytes; a second reading of anything fails.
private final class CountingReader: DocumentReader {
    private let read = Once()

    func examine(_ path: String) throws -> ExaminedFile { ExaminedFile(kind: .pdf) }
    func strip(_ path: String, _ kind: DocumentKind, to copy: String) throws -> MetadataState {
        try PlainReader().strip(path, kind, to: copy)
    }

    func isAbleToRead(_ kind: DocumentKind) -> Bool { true }

    func text(of path: String, _ kind: DocumentKind) throws -> FileText {
        try read.now()
        return try PlainReader().text(of: path, kind)
    }
}

private final class Once: Sendable {
    private let count = Countdown(1)

    func now() throws { guard count.next() else { throw UnfitFile(.init(zh: "第二次", en: "a second time")) } }
}

extension TestApp {
    /// Stores content as an upload does, up to the moment before its row.
    fileprivate func keep(_ content: String) async throws -> String {
        let file = try await received(content)
        try await app.blobs.keep(file.path, as: file.sha256)
        return file.sha256
    }

    fileprivate func attach(_ content: String) async throws -> String {
        let item = try await draft()
        let file = try await received(content)
        try await AttachFiles(item: item.id, base: item.currentVersion, files: [file], actor: actor(.editor)).run(
            in: app
        )
        return file.sha256
    }

    fileprivate func draft() async throws -> Item {
        let typed = [
            "title": "关于开展春季安全生产检查的通知", "formed-on": "2024-03-01", "origin": "own", "disclosure": "proactive",
            "kind": "notice", "text": "各有关企业：请配合检查。",
        ]
        return try await SaveDraft(duty: "NOTICE", typed: typed, actor: actor(.editor)).run(in: app)
    }

    /// A file as it arrives.
    func received(_ content: String) async throws -> ReceivedFile {
        let incoming = try await app.blobs.receive(in: app)
        try await incoming.write(Array(content.utf8)[...])
        return try await incoming.received(as: "file", called: "文件.pdf")
    }

    /// Names of the files that are stored.
    fileprivate func files() throws -> Set<String> {
        Set(try paths().map { ($0 as NSString).lastPathComponent }.filter { $0.count == 64 })
    }

    /// Makes every file on the disk so many days old by the clock of the test.
    fileprivate func age(days: Double) throws {
        let then = Date(timeIntervalSince1970: Double(app.now().milliseconds) / 1000 - days * 86_400)
        for path in try paths() { try FileManager.default.setAttributes([.modificationDate: then], ofItemAtPath: path) }
    }

    private func paths() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: app.blobs.folder).map { "\(app.blobs.folder)/\($0)" }
    }
}
