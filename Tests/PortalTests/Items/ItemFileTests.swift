import Database
import Disclosure
import Foundation
import TestKit
import Testing
import Text

/// The files of a published item: those that the ledger covers, byte for byte, and no others.
@Suite struct ItemFileTests {
    /// A picture whose bytes can be told apart.
    private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47] + (0..<1000).map { UInt8($0 % 251) }

    @Test(arguments: Engine.available) func aPublishedFileCanBeHad(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let item = try await test.publishWithFiles()
            let leaf = try #require(item.leafID)
            let page = try await test.get("/shiqiao/items/\(leaf)")
            let links = values(of: "href", in: page.text).filter { $0.contains("/files/") }
            #expect(
                links
                    == ["%E7%8E%B0%E5%9C%BA%20100%25%2B1.png", "plan.pdf"].map { "/shiqiao/items/\(leaf)/files/\($0)" }
            )
            #expect(page.text.contains("现场 100%+1.png") && page.text.contains("PNG 图片 · 1 kB"))
            let version = try #require(
                try await test.app.database.read { try item.publicVersion.flatMap($0.items.version) }
            )
            for file in version.attachments { #expect(page.text.contains(file.sha256)) }
            #expect(unbalancedElements(in: page.text).isEmpty)
            let proof = try await test.get("/shiqiao/items/\(leaf)/public-version")
            #expect(proof.text.contains("attachment \(version.attachments[0].sha256) 1004 现场 100%+1.png\n"))

            let picture = try await test.get(links[0])
            #expect(picture.status == 200 && picture.bytes == Self.picture)
            #expect(picture.headers["content-type"] == "image/png")
            #expect(picture.headers["content-length"] == "1004")
            #expect(picture.headers["etag"] == "\"\(version.attachments[0].sha256)\"")
            #expect(picture.headers["x-content-type-options"] == "nosniff")
            let policy = picture.headers["content-security-policy"] ?? ""
            #expect(policy.contains("default-src 'none'") && policy.hasSuffix("sandbox"))
            let encoded = "filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20100%25%2B1.png"
            #expect(picture.headers["content-disposition"] == "inline; filename=\"__ 100_+1.png\"; \(encoded)")
            // What a file is its bytes say, and no browser guesses.
            let document = try await test.get(links[1])
            #expect(document.headers["content-type"] == "application/pdf" && document.text == "%PDF the plan")
        }
    }

    @Test(arguments: Engine.available) func partsAndRepeats(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let leaf = try #require(try await test.publishWithFiles().leafID)
            let path = "/shiqiao/items/\(leaf)/files/plan.pdf"
            let tag = try #require(try await test.get(path).headers["etag"])
            for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
                let again = try await test.get(path, headers: ["if-none-match": known])
                #expect(again.status == 304 && again.bytes.isEmpty, "\(known)")
            }
            #expect(try await test.get(path, headers: ["if-none-match": "\"x\""]).status == 200)
            for (range, text) in [
                ("bytes=0-3", "%PDF"), ("bytes=5-", "the plan"), ("bytes=-4", "plan"), ("bytes=9-999", "plan"),
            ] {
                let part = try await test.get(path, headers: ["range": range])
                #expect(part.status == 206 && part.text == text, "\(range)")
                #expect(part.headers["content-range"]?.hasSuffix("/13") == true, "\(range)")
                #expect(part.headers["content-length"] == "\(text.utf8.count)", "\(range)")
            }
            for range in ["bytes=13-", "bytes=99-100", "bytes=-0"] {
                let outside = try await test.get(path, headers: ["range": range])
                #expect(outside.status == 416 && outside.headers["content-range"] == "bytes */13", "\(range)")
            }
            for range in [
                "bytes=3-1", "lines=1-2", "bytes=0-1,4-5", "bytes=", "bytes=a-b", "bytes=0-99999999999999999999",
            ] {
                #expect(try await test.get(path, headers: ["range": range]).status == 200, "\(range)")
            }
            let other = ["range": "bytes=0-3", "if-range": "\"x\""]
            #expect(try await test.get(path, headers: other).status == 200)
            let same = ["range": "bytes=0-3", "if-range": tag]
            #expect(try await test.get(path, headers: same).status == 206)
        }
    }

    @Test(arguments: Engine.available) func everyOtherAddressIsNotThere(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let leaf = try #require(try await test.publishWithFiles().leafID)
            let hash = try #require(try await test.get("/shiqiao/items/\(leaf)/files/plan.pdf").headers["etag"])
                .replacing("\"", with: "")
            // A draft that has the same file gives it to nobody.
            let draft = try await test.draft("NOTICE", Samples.notice.with(["title": "另一条通知"]))
            _ = try await test.attach("计划.pdf", Array("%PDF another plan".utf8), to: draft.id)
            try await test.runJobs()
            for path in [
                "/shiqiao/items/\(leaf)/files/", "/shiqiao/items/\(leaf)/files",
                "/shiqiao/items/\(leaf)/files/none.pdf",
                "/shiqiao/items/\(leaf)/files/PLAN.pdf", "/shiqiao/items/\(leaf)/files/plan.pdf/x",
                "/shiqiao/items/\(leaf)/files/%2E%2E%2Fplan.pdf", "/shiqiao/items/\(leaf)/files/..%2f..%2fplan.pdf",
                "/shiqiao/items/\(leaf)/files/\(hash)", "/shiqiao/items/none/files/plan.pdf",
                "/qingshan/items/\(leaf)/files/plan.pdf", "/none/items/\(leaf)/files/plan.pdf",
                "/shiqiao/items/\(draft.id)/files/%E8%AE%A1%E5%88%92.pdf",
            ] {
                #expect(try await test.get(path).status == 404, "\(path)")
            }
        }
    }

    /// Metadata are taken out before the file is hashed: what the ledger names is what is served.
    @Test(arguments: Engine.available) func theCleanedFileIsTheOneThatIsPublic(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let draft = try await test.draft("NOTICE", Samples.notice)
            let item = try await test.attach("计划.pdf", Array("%PDF (author)plan".utf8), to: draft.id)
            try await test.runJobs()
            let published = try await test.sign(item)
            let leaf = try #require(published.leafID)
            let version = try #require(try await test.app.database.read { try $0.items.version(item.currentVersion) })
            let file = try await test.get("/shiqiao/items/\(leaf)/files/%E8%AE%A1%E5%88%92.pdf")
            #expect(file.text == "%PDF plan")
            #expect(file.headers["etag"] == version.attachments.first.map { "\"\($0.sha256)\"" })
            #expect(version.attachments.first?.size == 9)
            // The hash of what was uploaded stays in the trail.
            let entries = try await test.app.database.read { try $0.audit.about(item.id.text) }
            #expect(entries.first { $0.act == "item.attach" }?.detail.contains(" from ") == true)
        }
    }

    @Test(arguments: Engine.available) func filesAreFoundAndFed(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let draft = try await test.draft("NOTICE", Samples.notice)
            let item = try await test.attach("工作计划.pdf", Array("%PDF 琉璃瓦专项排查".utf8), to: draft.id)
            try await test.runJobs()
            #expect(
                try await test.get("/shiqiao/search?q=%E7%90%89%E7%92%83%E7%93%A6").text.contains(Samples.title)
                    == false
            )
            let leaf = try #require(try await test.sign(item).leafID)
            for words in ["%E7%90%89%E7%92%83%E7%93%A6", "%E5%B7%A5%E4%BD%9C%E8%AE%A1%E5%88%92"] {
                #expect(try await test.get("/shiqiao/search?q=\(words)").text.contains(leaf), "\(words)")
            }
            let feed = try await test.get("/shiqiao/feed")
            let link = "/shiqiao/items/\(leaf)/files/%E5%B7%A5%E4%BD%9C%E8%AE%A1%E5%88%92.pdf"
            #expect(
                feed.text.contains("<link rel=\"enclosure\" type=\"application/pdf\" length=\"26\" title=\"工作计划.pdf\"")
            )
            #expect(feed.text.contains("href=\"\(test.app.settings.publicURL)\(link)\""))
        }
    }

    /// A file of a field that is never published is no file of the publication.
    @Test(arguments: Engine.available) func whatIsNeverPublishedIsNotServed(engine: Engine) async throws {
        let overlay = CatalogueFile(
            name: "kept.yaml",
            text: """
                matter: { code: KEPT, zh: 内部文件, en: Kept }
                laws:
                  kept2022: { zh: 某省办法, number: 某省政府令第1号, en: Provincial Rules }
                columns:
                  - { slug: kept, zh: 内部, en: Kept }
                duties:
                  - code: KEPT
                    zh: 带内部文件的信息
                    en: Items with a file that is kept
                    basis: [{ law: kept2022, article: "1" }]
                    limits: [{ working-days: 20, from: formed-on, law: kept2022, article: "2" }]
                    section: { zh: 办公室, en: Office }
                    channels: [portal]
                    stage: result
                    column: kept
                    fields:
                      - { key: open, zh: 公开文件, en: Open file, type: attachment }
                      - { key: kept, zh: 内部文件, en: Kept file, type: attachment, show: never }
                """
        )
        try await TestApp.run(on: engine, overlay: [overlay], documents: PlainReader()) { test in
            let form = Samples.notice.filter { $0.key != "kind" && $0.key != "document-number" }
            let draft = try await test.draft("KEPT", form)
            _ = try await test.attach("公开.pdf", Array("%PDF open".utf8), to: draft.id, field: "open")
            let item = try await test.attach("内部.pdf", Array("%PDF secret plan".utf8), to: draft.id, field: "kept")
            try await test.runJobs()
            let leaf = try #require(try await test.sign(item).leafID)
            let page = try await test.get("/shiqiao/items/\(leaf)")
            #expect(page.text.contains("公开.pdf") && page.text.contains("公开文件 · PDF 文件"))
            #expect(!page.text.contains("内部.pdf"))
            #expect(try await test.get("/shiqiao/items/\(leaf)/files/%E5%85%AC%E5%BC%80.pdf").status == 200)
            #expect(try await test.get("/shiqiao/items/\(leaf)/files/%E5%86%85%E9%83%A8.pdf").status == 404)
            #expect(!(try await test.get("/shiqiao/items/\(leaf)/public-version").text.contains("内部.pdf")))
            #expect(!(try await test.get("/shiqiao/feed").text.contains("%E5%86%85%E9%83%A8")))
            #expect(!(try await test.get("/shiqiao/search?q=secret").text.contains(leaf)))
        }
    }
}

extension Samples {
    fileprivate static let title = "关于开展春季安全生产检查的通知"
}

extension TestApp {
    fileprivate static func runWithFiles(
        on engine: Engine,
        _ body: @Sendable (TestApp) async throws -> Void
    ) async throws {
        try await run(on: engine, documents: PlainReader(), body)
    }

    fileprivate func attach(_ name: String, _ bytes: [UInt8], to id: ID<Item>, field: String? = nil) async throws
        -> Item
    {
        let incoming = try await app.blobs.receive(in: app)
        try await incoming.write(bytes[...])
        let file = try await incoming.received(as: "file", called: name)
        let item = try #require(try await app.database.read { try $0.items.find(id) })
        return try await AttachFiles(
            item: id,
            base: item.currentVersion,
            field: field,
            files: [file],
            actor: actor(.editor)
        ).run(in: app)
    }

    /// A notice with a picture and a PDF, published.
    fileprivate func publishWithFiles() async throws -> Item {
        let draft = try await draft("NOTICE", Samples.notice)
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47] + (0..<1000).map { UInt8($0 % 251) }
        _ = try await attach("现场 100%+1.png", picture, to: draft.id)
        let item = try await attach("plan.docx", Array("%PDF the plan".utf8), to: draft.id)
        try await runJobs()
        return try await sign(item)
    }
}
