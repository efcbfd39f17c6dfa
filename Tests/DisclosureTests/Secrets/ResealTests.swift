import Civil
import Database
import TestKit
import Testing

@testable import Disclosure

/// A rotation of the keys: everything reads with the new key alone, wherever it was broken off.
@Suite struct ResealTests {
    private static let old = Array(repeating: UInt8(7), count: KeyRing.keyLength)
    private static let new = Array(repeating: UInt8(9), count: KeyRing.keyLength)

    /// Cases of two applicants with words, letters and a file, a comment's worth of other secrets, and a second factor.
    private static func fill(_ test: TestApp) async throws -> [CaseFile] {
        let walk = try await CaseWalk.request(test, on: "2024-03-04")
        try await walk.attach("name.png", Array("picture".utf8))
        var files = [walk.file, try await CaseWalk.request(test, on: "2024-03-05").file]
        var other = CaseWalk.applicant
        other.identity = "999999197512314565"
        files.append(try await CaseWalk.request(test, on: "2024-03-05", applicant: other).file)
        let person = try #require(test.people[.editor]).id
        try await test.app.database.write { [app = test.app] tx in
            let secret = try app.seal(Array("secret".utf8), in: SecondFactor.place(person))
            try tx.secondFactors.insert(secret, for: person, at: app.now())
        }
        return files
    }

    private static func app(_ test: TestApp, _ keys: [[UInt8]], _ database: (any SQLDatabase)? = nil) -> App {
        var app = test.app
        app.keys = KeyRing(keys)
        if let database { app.database = database }
        return app
    }

    /// Whether everything is there with the new key alone.
    private static func expectRotated(_ test: TestApp, _ files: [CaseFile]) async throws {
        let app = app(test, [new])
        let person = try #require(test.people[.editor]).id
        let first = files[0].id
        let (names, contents, attached, secret, marks) = try await app.database.read { tx in
            (
                try files.map { try tx.cases.words(.applicant, of: $0.id, in: app)?["name"] },
                try files.map { try tx.cases.words(.content, of: $0.id, in: app)?["description"] },
                try tx.cases.attachments(of: first, in: app).map { attachment in
                    (attachment.name, try tx.cases.content(of: attachment.id, first, in: app))
                },
                try tx.secondFactors.find(person)?.secret(in: app),
                try files.map { try tx.cases.find($0.id)?.applicantMark }
            )
        }
        #expect(names == Array(repeating: "张测试", count: 3))
        #expect(contents == Array(repeating: CaseWalk.asked["description"], count: 3))
        #expect(attached.map(\.0) == ["name.png"] && attached.map(\.1) == [Array("picture".utf8)])
        #expect(secret == Array("secret".utf8))
        #expect(marks[0] != nil && marks[0] == marks[1] && marks[0] != marks[2])
        #expect(marks[0] != files[0].applicantMark, "the mark is made with the new key")
        let report = try await CheckDatabase(app.database, keys: app.keys).run()
        #expect(report.isSound, "\(report.results.flatMap(\.flaws))")
    }

    @Test(arguments: Engine.available) func everythingReadsWithTheNewKeyAlone(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let files = try await Self.fill(test)
            let app = Self.app(test, [Self.old, Self.new])
            let oldID = KeyRing.id(of: Self.old)
            await #expect(throws: Refusal.self) { try await RemoveKey(oldID).run(in: app) }
            let done = Countdown(1_000)
            let report = try await ResealSecrets().run(in: app) { _, _ in _ = done.next() }
            // Three applicants, contents and receipts, a file with its name, a second factor, and three marks.
            #expect(report == .init(done: 15, damaged: 0))
            try await Self.expectRotated(test, files)
            // A case that comes now joins those of before, with either ring.
            for keys in [[Self.old, Self.new], [Self.new]] {
                let later = try await FileCase(
                    agency: test.agency.id,
                    kind: "request",
                    applicant: CaseWalk.applicant,
                    typed: CaseWalk.asked
                ).run(in: Self.app(test, keys)).file
                let first = try await app.database.read { try $0.cases.find(files[0].id) }
                #expect(later.applicantMark == first?.applicantMark)
            }
            #expect(try await ResealSecrets().run(in: app) == .init(done: 0, damaged: 0))
            try await RemoveKey(oldID).run(in: app)
            await #expect(throws: Refusal.self) { try await RemoveKey(KeyRing.id(of: Self.new)).run(in: app) }
            await #expect(throws: Refusal.notFound) { try await RemoveKey("none").run(in: app) }
            let held = try await app.database.read { try $0.sealingKeys.ids() }
            #expect(held == [KeyRing.id(of: Self.new)])
        }
    }

    /// Cut off after each of its transactions, it comes to the same end when it is run again.
    @Test(arguments: Engine.available) func aBreakAnywhereIsMadeGood(engine: Engine) async throws {
        for writes in 0..<7 {
            try await TestApp.run(on: engine) { test in
                let files = try await Self.fill(test)
                let cut = Self.app(test, [Self.old, Self.new], CutDatabase(test.app.database, writes: writes))
                await #expect(throws: DatabaseError.self) { try await ResealSecrets().run(in: cut) }
                let whole = Self.app(test, [Self.old, Self.new])
                // What was done and what was not both read meanwhile.
                let names = try await whole.database.read { tx in
                    try files.map { try tx.cases.words(.applicant, of: $0.id, in: whole)?["name"] }
                }
                #expect(names == Array(repeating: "张测试", count: 3), "after \(writes)")
                #expect(try await ResealSecrets().run(in: whole).damaged == 0)
                try await Self.expectRotated(test, files)
            }
        }
    }

    /// What does not open is left as it is, told, and keeps its key.
    @Test(arguments: Engine.available) func damageIsToldAndLeft(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let file = try await CaseWalk.request(test, on: "2024-03-04").file
            try await test.app.database.write { tx in
                _ = try tx.execute(
                    """
                    UPDATE case_words SET sealed = \(Array(repeating: UInt8(1), count: 40))
                    WHERE case_file = \(file.id) AND part = 'content'
                    """
                )
            }
            let app = Self.app(test, [Self.old, Self.new])
            #expect(try await ResealSecrets().run(in: app) == .init(done: 3, damaged: 1))
            await #expect(throws: Refusal.self) { try await RemoveKey(KeyRing.id(of: Self.old)).run(in: app) }
        }
    }
}
