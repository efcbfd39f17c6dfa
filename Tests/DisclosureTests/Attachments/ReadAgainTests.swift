import Codes
import Database
import Documents
import Synchronization
import TestKit
import Testing
import Text

@testable import Disclosure

/// A file that no program of the machine could read is read in the night after the program was installed.
@Suite struct ReadAgainTests {
    @Test(arguments: Engine.available) func aFileIsReadOnceItsReaderIsThere(engine: Engine) async throws {
        let reader = LateReader()
        try await TestApp.run(on: engine, documents: reader) { test in
            let (item, hash) = try await test.publishedWithFile("%PDF 渔港避风须知，联系手机13800138000")
            #expect(try await test.app.database.read { try $0.files.find(hash)?.reading } == .done(.toolMissing))
            #expect(try await test.found("渔港避风") == [])

            // Nothing happens as long as it is missing.
            try await test.night(.unreadFiles)
            #expect(reader.tries == 1)
            #expect(try await test.found("渔港避风") == [])

            reader.install()
            test.clock.advance(days: 1)
            for _ in 1...2 { try await test.night(.unreadFiles) }
            #expect(reader.tries == 2, "it is read once")
            let file = try #require(try await test.app.database.read { try $0.files.find(hash) })
            #expect(file.reading == .done(.read) && file.findings.map(\.excerpt) == ["138****8000"])
            #expect(try await test.found("渔港避风") == [item.id])
            #expect(try await test.found("会议总结") == [item.id], "what was found before is found still, once")
            let report = try await CheckDatabase(test.app.database).run()
            #expect(report.isSound, "\(report.results.flatMap(\.flaws))")
        }
    }

    /// What came down meanwhile does not come back into search.
    @Test(arguments: Engine.available) func whatCameDownStaysUnfound(engine: Engine) async throws {
        let reader = LateReader()
        try await TestApp.run(on: engine, documents: reader) { test in
            let (item, hash) = try await test.publishedWithFile("%PDF 渔港避风须知")
            let asked = try await AskWithdrawal(
                id: item.id,
                ground: .error,
                reason: "发布有误",
                evidence: "",
                actor: test.actor(.editor)
            ).run(in: test.app)
            _ = try await DecideWithdrawal(id: asked.id, verdict: .pass, actor: test.actor(.approver)).run(in: test.app)
            reader.install()
            try await test.night(.unreadFiles)
            #expect(try await test.app.database.read { try $0.files.text(of: hash) } == " 渔港避风须知")
            #expect(try await test.found("渔港避风") == [])
        }
    }

    /// On a machine the program is looked for; what needs none is never asked for again.
    @Test func whatIsMissingIsKnown() {
        let bare = InstalledReader(Toolbox(searchPath: []))
        #expect(DocumentKind.allCases.filter { !bare.isAbleToRead($0) } == [.pdf])
    }
}

/// Reads a PDF only once its program is installed.
private final class LateReader: DocumentReader {
    private let state = Mutex((isInstalled: false, tries: 0))

    func install() { state.withLock { $0.isInstalled = true } }
    var tries: Int { state.withLock { $0.tries } }

    func examine(_ path: String) throws -> ExaminedFile { try PlainReader().examine(path) }
    func strip(_ path: String, _ kind: DocumentKind, to copy: String) throws -> MetadataState {
        try PlainReader().strip(path, kind, to: copy)
    }

    func isAbleToRead(_ kind: DocumentKind) -> Bool { state.withLock { $0.isInstalled } }

    func text(of path: String, _ kind: DocumentKind) throws -> FileText {
        let isInstalled = state.withLock { state in
            state.tries += 1
            return state.isInstalled
        }
        return isInstalled ? try PlainReader().text(of: path, kind) : FileText(.toolMissing)
    }
}

extension TestApp {
    /// A published piece of news with one file, whose text was not read; and the hash of the file.
    fileprivate func publishedWithFile(_ content: String) async throws -> (item: Item, sha256: String) {
        let draft = try await draft(Samples.news, under: "NEWS")
        let file = try await received(content)
        try await AttachFiles(item: draft.id, base: draft.currentVersion, files: [file], actor: actor(.editor)).run(
            in: app
        )
        try await runJobs()
        var item = try #require(try await app.database.read { try $0.items.find(draft.id) })
        item = try await submit(item)
        item = try await GiveOpinion(
            id: item.id,
            version: item.currentVersion,
            kind: .secrecy,
            verdict: .pass,
            reason: "",
            hasReadFiles: true,
            actor: actor(.secrecy)
        ).run(in: app)
        item = try await opine(.signOff, item, by: .approver)
        try await runJobs()
        return (item, file.sha256)
    }

    /// The items that a reader finds.
    fileprivate func found(_ words: String) async throws -> [ID<Item>] {
        let query = try #require(SearchQuery(words))
        return try await app.database.read { tx in
            try tx.search.items(matching: query, in: nil, before: nil, limit: 10).map(\.id)
        }
    }
}
