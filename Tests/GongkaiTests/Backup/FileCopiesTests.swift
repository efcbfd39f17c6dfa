import Civil
import Database
import Disclosure
import Foundation
import TestKit
import Testing
import Text

@testable import Gongkai

/// A backup has every file that its records name, and a restore gives each of them back or says that one is lost.
struct FileCopiesTests {
    private static let now = Instant(milliseconds: 1_772_690_709_045)

    @Test func aBackupOfTheProgramBringsItsFiles() async throws {
        try await BuiltProgram.inFolder { program in
            let hashes = try await Self.records(in: program.folder + "/data", files: ["%PDF one", "%PDF two"])
            let made = try await program.run("backup", "backups/1.sqlite")
            #expect(made.status != 0, "there is no folder backups")
            try FileManager.default.createDirectory(
                atPath: program.folder + "/backups",
                withIntermediateDirectories: true
            )
            for name in ["1", "2"] {
                let backup = try await program.run("backup", "backups/\(name).sqlite")
                #expect(backup.status == 0, "\(backup.errors)")
                #expect(backup.output.contains("2 files are in the folder blobs beside it"))
            }
            let doctor = try await program.run("doctor")
            #expect(doctor.output.contains("2, all there"))
            let left = try FileManager.default.contentsOfDirectory(atPath: program.folder + "/backups").sorted()
            #expect(left == ["1.sqlite", "2.sqlite", "blobs"])

            // Another machine: records and files come back.
            let elsewhere = ["GONGKAI_DATA_DIRECTORY": program.folder + "/elsewhere"]
            let restored = try await program.run("restore", "backups/2.sqlite", environment: elsewhere)
            #expect(restored.status == 0, "\(restored.errors)")
            for (hash, content) in zip(hashes, ["%PDF one", "%PDF two"]) {
                let path = try #require(BlobStore(folder: program.folder + "/elsewhere/blobs").path(of: hash))
                #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
            }
            #expect(try await program.run("doctor", environment: elsewhere).output.contains("2, all there"))

            // A file that is lost here and damaged in the backup cannot be restored, and nothing is.
            let copy = try #require(BlobStore(folder: program.folder + "/backups/blobs").path(of: hashes[0]))
            try Data("%PDF ONE".utf8).write(to: URL(fileURLWithPath: copy))
            let third = ["GONGKAI_DATA_DIRECTORY": program.folder + "/third"]
            let refused = try await program.run("restore", "backups/2.sqlite", environment: third)
            #expect(refused.status != 0)
            #expect(refused.errors.contains("1 files are missing or damaged, the first is \(hashes[0])"))
            #expect(!FileManager.default.fileExists(atPath: program.folder + "/third/gongkai.sqlite"))
            let alone = try await program.run("restore", "backups/2.sqlite", "--without-files", environment: third)
            #expect(alone.status == 0, "\(alone.errors)")
            let missing = try await program.run("doctor", environment: third)
            #expect(missing.status == 1 && missing.output.contains("1 of 2 are missing"))

            // The next backup mends the copy.
            #expect(try await program.run("backup", "backups/3.sqlite").status == 0)
            #expect(try String(contentsOfFile: copy, encoding: .utf8) == "%PDF one")
        }
    }

    /// A backup of records whose file is gone is no backup, and does not look like one.
    @Test func aLostFileIsSaidAtOnce() async throws {
        try await BuiltProgram.inFolder { program in
            let hashes = try await Self.records(in: program.folder + "/data", files: ["%PDF one"])
            let path = try #require(BlobStore(folder: program.folder + "/data/blobs").path(of: hashes[0]))
            try FileManager.default.removeItem(atPath: path)
            let backup = try await program.run("backup", "1.sqlite")
            #expect(backup.status != 0 && backup.errors.contains("1 files are missing or damaged"))
            let names = try FileManager.default.contentsOfDirectory(atPath: program.folder)
            #expect(!names.contains { $0.hasPrefix("1.sqlite") }, "\(names)")
            let doctor = try await program.run("doctor")
            #expect(doctor.status == 1 && doctor.output.contains("1 of 1 are missing"))
        }
    }

    /// Makes records with an item that has the files.
    private static func records(in folder: String, files: [String]) async throws -> [String] {
        let random = TestRandom()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let database = try SQLiteDatabase.open(path: folder + "/gongkai.sqlite")
        _ = try await Migrator(Migration.all).migrate(database)
        let app = App(
            database: database,
            catalogue: try Catalogue.builtIn(),
            procedures: try Procedures.builtIn(),
            figures: try Figures.builtIn(),
            reports: try ReportFormats.builtIn(),
            settings: Settings(database: .sqlite(path: ""), dataDirectory: ""),
            passwords: PasswordHasher(rounds: 16),
            blobs: BlobStore(folder: folder + "/blobs"),
            documents: PlainReader(),
            now: { Self.now },
            randomBytes: { random.bytes($0) },
            logger: TestLog().logger
        )
        let form = AgencyForm(
            code: "shiqiao",
            name: .init(zh: "石桥县应急管理局", en: "Shiqiao"),
            regionCode: "999999",
            creditCode: "11999999MB0A00018H",
            siteIDCode: "9999990001"
        )
        let agency = try await AddAgency(form: form).run(in: app)
        let person = try await AddPerson(
            form: PersonForm(login: "editor", name: "测试", roles: [.editor]),
            agency: agency.id,
            actor: nil
        ).run(in: app)
        let typed = [
            "title": "关于检查的通知", "formed-on": "2026-03-01", "origin": "own", "disclosure": "proactive", "kind": "notice",
            "text": "请配合检查。",
        ]
        var item = try await SaveDraft(duty: "NOTICE", typed: typed, actor: person.actor).run(in: app)
        for (index, content) in files.enumerated() {
            let incoming = try await app.blobs.receive(in: app)
            try await incoming.write(Array(content.utf8)[...])
            let file = try await incoming.received(as: "file", called: "\(index).pdf")
            item = try await AttachFiles(item: item.id, base: item.currentVersion, files: [file], actor: person.actor)
                .run(in: app)
        }
        let current = item.currentVersion
        let version = try #require(try await database.read { try $0.items.version(current) })
        await database.close()
        return version.attachments.map(\.sha256)
    }
}
