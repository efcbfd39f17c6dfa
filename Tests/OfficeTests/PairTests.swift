import Database
import Disclosure
import TestKit
import Testing

/// Policy and interpretation: prepared, signed and published together, or the approver says why there is none.
@Suite struct PairTests {
    private static let policyReviews: [(String, Seat)] = [
        ("secrecy", .secrecy), ("legal", .legal), ("consequence", .officer),
    ]
    private static let interpretationReviews: [(String, Seat)] = [("secrecy", .secrecy), ("consequence", .officer)]

    private static func policy(_ test: TestApp) async throws -> String {
        let id = try await test.newItem(Samples.policy)
        for (kind, seat) in policyReviews { try await test.opine(kind, on: id, as: seat) }
        return id
    }

    private static func interpretation(_ test: TestApp, of policy: String) async throws -> String {
        try await test.newItem(Samples.interpretation(of: policy))
    }

    @Test(arguments: Engine.available) func neitherIsPublishedAloneAndOneSignaturePublishesBoth(engine: Engine)
        async throws
    {
        try await TestApp.run(on: engine) { test in
            let policy = try await Self.policy(test)
            let start = try await test.get("/office/items/\(policy)", as: .editor)
            #expect(start.says("这类政策文件须与解读一起公开", "duty=INTERP&amp;document=\(policy)"))
            let form = try await test.get("/office/items/new?duty=INTERP&document=\(policy)", as: .editor)
            #expect(form.says("石桥县渔港安全管理办法》政策解读", policy, "value=\"2024-03-04\""))
            let words = try await Self.interpretation(test, of: policy)

            // The policy's reviews are done, yet its own page has no signature.
            let alone = try await test.get("/office/items/\(policy)/opinions/sign-off", as: .approver)
            #expect(alone.says("须一并签发、一起公开", "退回修改") && !alone.says("签发并公开"))
            let tried = try await test.opine("sign-off", on: policy, as: .approver)
            #expect(tried.status == 409 && tried.says("政策文件与解读须一起签发"))
            let early = try await test.get("/office/items/\(policy)/pair", as: .approver)
            #expect(early.says("还在等待", "第一条", "为什么制定") && !early.says("一起公开</button>"))

            for (kind, seat) in Self.interpretationReviews { try await test.opine(kind, on: words, as: seat) }
            let other = try await test.opine("sign-off", on: words, as: .approver)
            #expect(other.status == 409)
            #expect(try await test.item(policy).state == .review)

            // From either side the same pair; both versions are bound to the signature.
            let page = try await test.get("/office/items/\(words)/pair", as: .approver)
            #expect(page.says("签发这 2 份并一起公开", "第一条", "为什么制定"))
            let versions = [try await test.item(policy).currentVersion, try await test.item(words).currentVersion]
            let half = try await test.post(
                "/office/items/\(words)/pair",
                as: .approver,
                form: [("version", versions[0].text)]
            )
            #expect(half.status == 409 && half.says("刚刚被修改"))
            let signed = try await test.post(
                "/office/items/\(words)/pair",
                as: .approver,
                form: versions.map { ("version", $0.text) }
            )
            #expect(signed.status == 303, "\(signed.text)")
            let (one, two) = (try await test.item(policy), try await test.item(words))
            #expect(one.state == .published && two.state == .published && one.publishedAt == two.publishedAt)
            try await test.runJobs()

            let document = "/shiqiao/items/SHIQIAO-POLICY-2024-00001"
            let explained = "/shiqiao/items/SHIQIAO-INTERP-2024-00001"
            #expect(try await test.get(document).says("政策解读", "href=\"\(explained)\""))
            #expect(try await test.get(explained).says("被解读的文件", "href=\"\(document)\""))
            // The three days for an interpretation are counted before everybody's eyes.
            #expect(try await test.get(explained).says("3个工作日", "按期办结"))
        }
    }

    /// One of the two cannot be signed by this person: then neither is published.
    @Test(arguments: Engine.available) func whatFailsForOneFailsForBoth(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let policy = try await Self.policy(test)
            let words = try await test.newItem(Samples.interpretation(of: policy), as: .everybody)
            for (kind, seat) in Self.interpretationReviews { try await test.opine(kind, on: words, as: seat) }
            let versions = [try await test.item(policy).currentVersion, try await test.item(words).currentVersion]
            let own = try await test.post(
                "/office/items/\(policy)/pair",
                as: .everybody,
                form: versions.map { ("version", $0.text) }
            )
            #expect(own.status == 409 && own.says("须由三人分别办理"))
            #expect(try await test.item(policy).state == .review)
            #expect(try await test.get("/shiqiao/items/SHIQIAO-POLICY-2024-00001").status == 404)
            let size = try await test.app.database.read { try $0.ledger.size() }
            #expect(size == 0)
        }
    }

    @Test(arguments: Engine.available) func withoutAnInterpretationTheApproverSaysWhy(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let policy = try await Self.policy(test)
            let bare = try await test.opine("sign-off", on: policy, as: .approver)
            #expect(bare.status == 409 && bare.says("须有解读一起公开", "name=\"without\"", "贯彻上级文件"))
            let version = try await test.item(policy).currentVersion.text
            let signed = try await test.post(
                "/office/items/\(policy)/opinions/sign-off",
                as: .approver,
                form: [("version", version), ("verdict", "pass"), ("without", "repeats")]
            )
            #expect(signed.location?.hasSuffix("did=published") == true, "\(signed.text)")
            try await test.runJobs()
            let trail = try await test.app.database.read { try $0.audit.about(policy) }
            #expect(trail.contains { $0.act == "item.no-interpretation" && $0.detail == "repeats" })
        }
    }

    /// An interpretation that comes later goes alone, and the document links to it from then on.
    @Test(arguments: Engine.available) func aLaterInterpretationGoesAlone(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let policy = try await Self.policy(test)
            let version = try await test.item(policy).currentVersion.text
            let form = [("version", version), ("verdict", "pass"), ("without", "technical")]
            #expect(
                try await test.post("/office/items/\(policy)/opinions/sign-off", as: .approver, form: form).status
                    == 303
            )
            let leaf = try #require(try await test.item(policy).leafID)
            let words = try await test.newItem(Samples.interpretation(of: leaf))
            for (kind, seat) in Self.interpretationReviews { try await test.opine(kind, on: words, as: seat) }
            #expect(try await test.opine("sign-off", on: words, as: .approver).location?.hasSuffix("published") == true)
            try await test.runJobs()
            #expect(try await test.get("/shiqiao/items/\(leaf)").says("SHIQIAO-INTERP-2024-00001"))
        }
    }
}
