import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// A decision draft from its comments to the published outcome, as the public, the office and the night see it.
@Suite struct CommentTests {
    static let path = "/shiqiao/items/SHIQIAO-DRAFT-2024-00001"

    /// A published draft, open for comment from 5 to 20 March 2024; today is 4 March.
    static func draft(_ test: TestApp) async throws -> String {
        let id = try await test.itemInReview(Samples.draft)
        for (kind, seat) in [("secrecy", Seat.secrecy), ("legal", .legal), ("consequence", .officer)] {
            try await test.opine(kind, on: id, as: seat)
        }
        let signed = try await test.opine("sign-off", on: id, as: .approver)
        try #require(signed.location?.hasSuffix("did=published") == true, "\(signed.text)")
        try await test.runJobs()
        return id
    }

    static func go(_ test: TestApp, to day: String, hour: Int64 = 9) throws {
        let date = try #require(CivilDate(day))
        test.clock.set(Instant.start(of: date).adding(milliseconds: Instant.hours(hour)))
        test.forgetSessions()
    }

    static func say(_ test: TestApp, _ text: String, name: String = "", contact: String = "") async throws -> Answer {
        try await test.post(
            "\(path)/comments",
            form: [("text", text), ("name", name), ("contact", contact), ("consent", "yes")]
        )
    }

    private static func ids(_ test: TestApp, _ id: String) async throws -> [String] {
        try await test.app.database.read { try $0.comments.page(of: ID(id), .first, limit: 100).map(\.id.text) }
    }

    /// Civil days in +08:00; the last day counts to its end.
    @Test(arguments: Engine.available) func thePeriodOpensAndCloses(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await Self.draft(test)
            let before = try await test.get(Self.path)
            #expect(before.says("公开征求意见从2024年3月5日开始") && !before.says("name=\"text\""))
            let early = try await Self.say(test, "我想早点说")
            #expect(early.status == 409 && early.says("从2024年3月5日开始", "我想早点说"))

            try Self.go(test, to: "2024-03-05", hour: 0)
            #expect(try await test.get(Self.path).says("2024年3月20日截止（含当日）", "name=\"text\"", "提交意见"))
            #expect(try await test.get("/en\(Self.path)/comments").says("until the end of 20 March 2024"))
            #expect(try await Self.say(test, "第一天的意见").status == 303)

            test.clock.set(Instant.end(of: try #require(CivilDate("2024-03-20"))))
            #expect(try await Self.say(test, "最后一刻的意见").status == 303)
            test.clock.advance(milliseconds: 1)
            let late = try await Self.say(test, "迟到的意见 <b>保留</b>")
            #expect(late.status == 409)
            #expect(late.says("已于2024年3月20日截止", "迟到的意见 &lt;b&gt;保留&lt;/b&gt;") && !late.says("提交意见</button>"))
            #expect(try await test.get(Self.path).says("公开征求意见已于2024年3月20日截止"))
        }
    }

    /// Every mistake comes with what was typed; an item without a period takes no comments.
    @Test(arguments: Engine.available) func mistakesAreShownAndNothingIsLost(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let id = try await Self.draft(test)
            try Self.go(test, to: "2024-03-06")
            let form = [("text", String(repeating: "长", count: 5_001)), ("name", "某单位"), ("contact", "a@example.com")]
            let answer = try await test.post("\(Self.path)/comments", form: form)
            #expect(answer.status == 422)
            #expect(answer.says("现有 5001 字", "请勾选同意", "value=\"某单位\"", "value=\"a@example.com\"", "长长长"))
            let empty = try await test.post("\(Self.path)/comments", form: [("text", " \n "), ("consent", "yes")])
            #expect(empty.status == 422 && empty.says("请写下您的意见", "checked"))
            #expect(try await Self.ids(test, id).isEmpty)
            let foreign = try await test.post(
                "\(Self.path)/comments",
                form: [("text", "a"), ("consent", "yes")],
                headers: ["origin": "https://evil.example"]
            )
            #expect(foreign.status == 403)
            #expect(try await test.get("/qingshan/items/SHIQIAO-DRAFT-2024-00001/comments").status == 404)
        }
    }

    /// Without a key nothing is stored in the open, and nothing typed is lost.
    @Test(arguments: Engine.available) func withoutAKeyNothingIsStored(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let id = try await Self.draft(test)
            try Self.go(test, to: "2024-03-06")
            let comment = FileComment(item: ID(id), text: "一条意见", hasConsented: true)
            let keyless = test.app.withoutKeys()
            await #expect {
                try await comment.run(in: keyless)
            } throws: {
                if case Refusal.wrongState(let why) = $0 { why.zh.contains("现在不能保存意见") } else { false }
            }
            #expect(test.log.errors.count == 1)
            test.log.forget()
            #expect(try await Self.ids(test, id).isEmpty)
        }
    }

    /// Names, contacts and texts are ciphertext in the database, masked in the list, and read in full only on record.
    @Test(arguments: Engine.available) func personalDataStaysWithTheAgency(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let id = try await Self.draft(test)
            try Self.go(test, to: "2024-03-06")
            let receipt = try await Self.say(
                test,
                "请打 13800138000 找我，建议延长过渡期。",
                name: "欧阳某人",
                contact: "someone@example.com"
            )
            let page = try await test.get(try #require(receipt.location))
            #expect(page.says("意见已收到，回执编号", "尚未处理", "noindex") && !page.says("欧阳") && !page.says("过渡期"))
            #expect(page.headers["cache-control"] == "no-store")

            let stored = try await test.app.database.read { tx in
                try tx.rows("SELECT person, body, findings FROM public_comment").map {
                    (try $0.bytes("person") + $0.bytes("body"), try $0.text("findings"))
                }
            }
            let bytes = try #require(stored.first).0
            for secret in ["欧阳", "someone", "13800138000"] {
                #expect(bytes.firstRange(of: Array(secret.utf8)) == nil)
            }
            #expect(stored.first?.1 == "mobileNumber 1")

            let list = try await test.get("/office/items/\(id)/comments", as: .officer)
            #expect(list.says("138****8000", "建议延长过渡期", "含个人信息，已遮盖"))
            #expect(!list.says("13800138000") && !list.says("欧阳") && !list.says("someone@"))
            let comment = try #require(try await Self.ids(test, id).first)
            let full = try await test.get("/office/items/\(id)/comments/\(comment)", as: .officer)
            #expect(full.says("欧阳某人", "someone@example.com", "13800138000"))
            let trail = try await test.app.database.read { try $0.audit.about(id) }
            #expect(trail.contains { $0.act == "comment.read-personal" && $0.detail == comment })
            for seat in [Seat.auditor, .administrator, .secrecy] {
                #expect(try await test.get("/office/items/\(id)/comments/\(comment)", as: seat).status == 403)
            }
            #expect(try await test.get("/office/items/\(id)/comments", as: .stranger).status == 404)
            #expect(try await test.get("/office/items/\(id)/comments/\(comment)", as: .stranger).status == 404)
        }
    }

    /// Chosen comments are previewed first; a refusal to adopt needs its reason; a receipt shows the treatment.
    @Test(arguments: Engine.available) func commentsAreTreatedTogetherAfterAPreview(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let id = try await Self.draft(test)
            try Self.go(test, to: "2024-03-06")
            let first = try await Self.say(test, "建议一")
            for text in ["建议二", "建议三"] { _ = try await Self.say(test, text) }
            let path = "/office/items/\(id)/comments"
            let ids = try await Self.ids(test, id)
            let chosen = ids.map { ("comment", $0) }

            let bare = try await test.post(path, as: .editor, form: [("treatment", "not-adopted")])
            #expect(bare.status == 422 && bare.says("请先勾选意见", "不予采纳须说明理由"))
            let named = chosen + [("treatment", "adopted"), ("gist", "请联系 13800138000")]
            #expect(try await test.post(path, as: .editor, form: named).says("这里会公布，请删去手机号码"))

            let form = chosen + [("treatment", "not-adopted"), ("gist", "延长过渡期"), ("reason", "上位法已有规定")]
            let preview = try await test.post(path, as: .editor, form: form)
            #expect(preview.status == 200 && preview.says("建议一", "建议二", "建议三", "这样处理 3 条意见", "上位法已有规定"))
            #expect(try await test.get(path, as: .editor).says("尚未处理</dt><dd>3"))
            let done = try await test.post(path, as: .editor, form: form + [("confirmed", "yes")])
            #expect(done.location == "\(path)?did=treated")
            #expect(try await test.get("\(path)?open=1", as: .editor).says("没有意见"))
            let receipt = try await test.get(try #require(first.location))
            #expect(receipt.says("不予采纳", "上位法已有规定"))
            #expect(try await test.post(path, as: .stranger, form: form).status == 404)
        }
    }

    /// The night reminds, the outcome is filled from the records, its counts hold at the signature, links lead both ways.
    @Test(arguments: Engine.available) func theOutcomeComesFromTheRecords(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let id = try await Self.draft(test)
            try Self.go(test, to: "2024-03-06")
            for text in ["甲", "乙", "丙"] { _ = try await Self.say(test, text, name: "不该出现的姓名") }
            let early = try await test.get("/office/items/\(id)/outcome", as: .editor)
            #expect(early.status == 409 && early.says("2024年3月20日才截止"))
            try await test.night(.commentOutcomes)
            #expect(try await test.reminders(.commentOutcome).isEmpty)

            try Self.go(test, to: "2024-03-21")
            for _ in 1...2 { try await test.night(.commentOutcomes) }
            #expect(try await test.reminders(.commentOutcome).map(\.item) == [ID(id)])

            let ids = try await Self.ids(test, id)
            let path = "/office/items/\(id)/comments"
            let adopted = ids.prefix(2).map { ("comment", $0) }
            let treated = adopted + [("treatment", "adopted"), ("gist", "补充名词解释"), ("confirmed", "yes")]
            #expect(try await test.post(path, as: .officer, form: treated).status == 303)
            let form = try await test.get("/office/items/\(id)/outcome", as: .editor)
            #expect(form.says("共收到意见 3 条", "采纳 2 条", "补充名词解释", "还有 1 条意见没有处理"))
            #expect(!form.says("不该出现的姓名"))

            // Counts that are typed over are the records' again.
            let source = try await test.app.database.read {
                try OutcomeSource(ID(id), try test.actor(.editor), $0, test.app).typed
            }
            let typed = source.merging(["received": "99"]) { _, new in new }.map { ($0.key, $0.value) }
            let saved = try await test.post(
                "/office/items/\(id)/outcome",
                as: .editor,
                form: typed + [("item_do", "submit")]
            )
            let outcome = try #require(saved.location?.split(separator: "?").first?.split(separator: "/").last)
            let version = try await test.item(String(outcome)).currentVersion
            let content = try #require(try await test.app.database.read { try $0.items.version(version) }).content
            #expect(content["received"] == "3" && content["adopted"] == "2" && content["draft"] != nil)
            let again = try await test.get("/office/items/\(id)/outcome", as: .editor)
            #expect(again.location == "/office/items/\(outcome)")

            try await test.opine("secrecy", on: String(outcome), as: .secrecy)
            let open = try await test.opine("sign-off", on: String(outcome), as: .approver)
            #expect(open.status == 409 && open.says("还有 1 条意见没有处理"))
            let last = [("comment", ids[2]), ("treatment", "irrelevant"), ("confirmed", "yes")]
            #expect(try await test.post(path, as: .officer, form: last).status == 303)
            let off = try await test.opine("sign-off", on: String(outcome), as: .approver)
            #expect(off.status == 409 && off.says("与记录不符：记录为 1"))

            let edit = typed.with("received", "3").with("irrelevant", "1") + [("item_base", version.text)]
            #expect(try await test.post("/office/items/\(outcome)/edit", as: .editor, form: edit).status == 303)
            try await test.opine("secrecy", on: String(outcome), as: .secrecy)
            let signed = try await test.opine("sign-off", on: String(outcome), as: .approver)
            #expect(signed.location?.hasSuffix("did=published") == true, "\(signed.text)")

            #expect(try await test.reminders(.commentOutcome).isEmpty)
            let published = "/shiqiao/items/SHIQIAO-OUTCOME-2024-00001"
            #expect(try await test.get(Self.path).says("意见征集结果", "href=\"\(published)\""))
            let page = try await test.get(published)
            #expect(page.says("href=\"\(Self.path)\"", "补充名词解释") && !page.says("不该出现的姓名"))
            let closed = try await test.post(path, as: .officer, form: last)
            #expect(closed.status == 409 && closed.says("征集结果已经公布"))
        }
    }
}

extension App {
    fileprivate func withoutKeys() -> App {
        var app = self
        app.keys = KeyRing()
        return app
    }
}
