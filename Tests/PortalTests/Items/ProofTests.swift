import Civil
import Crypto
import Database
import TestKit
import Testing

@testable import Disclosure
@testable import Portal

/// What anybody can check without trusting the site.
@Suite struct ProofTests {
    private let page = "/shiqiao/items/SHIQIAO-PEN-2024-00001"

    @Test(arguments: Engine.available) func theFilesLeadToTheHashesByTheRecipeOnThePage(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            try await test.publish("PEN", Samples.penalty)
            let proof = try await test.get("\(page)/proof.txt").text
            let parts = try #require(proof.firstRange(of: "\n\n"))
            let facts = Dictionary(
                proof[..<parts.lowerBound].split(separator: "\n").map { line in
                    (String(line.prefix { $0 != " " }), String(line.drop { $0 != " " }.dropFirst()))
                },
                uniquingKeysWith: { first, _ in first }
            )
            let leaf = String(proof[parts.upperBound...])
            #expect(facts["index"] == "1")
            #expect(Hex.text(SHA256.hash(data: [0] + Array(leaf.utf8))) == facts["hash"])
            #expect(leaf.hasPrefix("disclosure-entry/v1\nid SHIQIAO-PEN-2024-00001\nevent publish\n"))

            let salt = try #require(facts["salt"].flatMap { Hex.bytes($0) })
            let version = try await test.get("\(page)/public-version").text
            let body = Hex.text(SHA256.hash(data: salt + Array(version.utf8)))
            #expect(leaf.contains("\nbody sha256:\(body)\n"))
            #expect(facts["public-version"] == "\(test.app.settings.publicURL)\(page)/public-version")

            let text = try await test.get(page).text
            #expect(text.contains("公开日志第 <span class=\"number\">2</span> 条"))
            #expect(text.contains(try #require(facts["hash"])))
            #expect(text.contains("<pre class=\"hash\">\(leaf)</pre>"))
            #expect(text.contains("本页内容与日志一致"))
            #expect(text.contains("版本 <code>\(body.prefix(8))</code>"))
        }
    }

    /// A catalogue that came later may show other fields; what was published stays as it was given out.
    @Test(arguments: Engine.available) func aLaterCatalogueLeavesWhatWasPublished(engine: Engine) async throws {
        let later = CatalogueFile(
            name: "later.yaml",
            text: """
                matter: { code: INT, zh: 工作动态和互动回应, en: News and response }
                duties:
                  - code: NOTICE
                    replaces: true
                    zh: 通知公告
                    en: Notices
                    basis: [{ law: reg2019, article: "19" }]
                    limits: [{ working-days: 20, from: formed-on, law: reg2019, article: "26" }]
                    section: { zh: 办公室, en: Office }
                    channels: [portal]
                    stage: execution
                    column: news/notices
                    fields: [{ key: phone, zh: 联系电话, en: Telephone, type: text }]
                """
        )
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            let now = try await test.reading("SHIQIAO-NOTICE-2024-00001", in: test.app.catalogue)
            #expect(now.matchesLedger)
            let then = try await test.reading("SHIQIAO-NOTICE-2024-00001", in: Catalogue.load(overlay: [later]))
            #expect(then.matchesLedger)
            #expect(then.content == now.content)
        }
    }

    /// Whoever changes what was published behind the ledger's back is found out by the page itself.
    @Test(arguments: Engine.available) func aPageThatDiffersFromTheLogSaysSo(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            let now = try await test.reading("SHIQIAO-NOTICE-2024-00001", in: test.app.catalogue)
            var forged = now.content
            forged[CommonFields.text] = "改过的正文。"
            let bytes = CanonicalBytes.encode(forged, attachments: [])
            _ = try await test.app.database.write { try $0.execute("UPDATE publication SET bytes = \(bytes)") }
            let then = try await test.reading("SHIQIAO-NOTICE-2024-00001", in: test.app.catalogue)
            #expect(!then.matchesLedger)
        }
    }

    /// What was published stays as it was given out, masks included, when the catalogue drops the duty.
    @Test(arguments: Engine.available) func anItemWhoseDutyIsGoneStaysAsItWas(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let news = try #require(test.app.catalogue.duty("NEWS"))
            try await test.publish("NEWS", SampleForm.typed(for: news, title: "动态").with(["writer": "王五"]))
            let before = try await test.reading("SHIQIAO-NEWS-2024-00001", in: test.app.catalogue)
            let drop = CatalogueFile(name: "drop.yaml", text: "drops: [NEWS]")
            let reading = try await test.reading("SHIQIAO-NEWS-2024-00001", in: Catalogue.load(overlay: [drop]))
            #expect(reading.duty == nil && reading.matchesLedger)
            #expect(reading.content == before.content)
            #expect(!reading.content.entries.contains { $0.text.contains("王五") })
        }
    }

    @Test func aLineOfALeafIsReadByItsName() {
        let entry = LedgerEntry(
            index: 0,
            bytes: Array("event publish\nbody -\nprev abc\n".utf8),
            hash: "",
            at: .start(of: .first)
        )
        #expect(entry.event == .publish)
        #expect(entry.commitment == nil && entry.value("body") == nil)
        #expect(entry.value("prev") == "abc" && entry.value("pre") == nil)
    }

    @Test(arguments: Engine.available) func proofsAreNotForSearchEngines(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("PEN", Samples.penalty)
            for file in ["proof.txt", "public-version"] {
                let answer = try await test.get("\(page)/\(file)")
                #expect(answer.headers["x-robots-tag"] == "noindex, nofollow")
                #expect(answer.headers["content-type"] == "text/plain; charset=utf-8")
            }
        }
    }
}

extension TestApp {
    func reading(_ leafID: String, in catalogue: Catalogue) async throws -> ItemReading {
        try await app.database.read { try ItemReading($0, agency: "shiqiao", leafID: leafID, catalogue: catalogue) }
    }
}
