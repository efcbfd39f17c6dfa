import Crypto
import Database
import Disclosure
import TestKit
import Testing

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

    /// A catalogue that came later may show other fields: the page then says that it no longer agrees.
    @Test(arguments: Engine.available) func aPageThatDiffersFromTheLogSaysSo(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("PEN", Samples.penalty)
            var entry = try await test.entries(of: "SHIQIAO-PEN-2024-00001").first
            #expect(entry?.event == .publish)
            #expect(entry?.value("kind") == "pen")
            #expect(entry?.value("prev") == nil)
            #expect(entry?.commitment?.count == 64)
            entry?.bytes = Array("event nonsense\nbody -\n".utf8)
            #expect(entry?.event == nil)
            #expect(entry?.commitment == nil)
        }
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
    func entries(of leafID: String) async throws -> [LedgerEntry] {
        try await app.database.read { try $0.ledger.entries(of: leafID) }
    }
}
