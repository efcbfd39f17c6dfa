import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// Filing a case on the portal: the forms, what they refuse, and the receipt.
@Suite struct CasesFilingTests {
    /// A value that a field takes.
    private static func value(of field: Field) -> String {
        if case .choice(let options) = field.type { return options.first?.code ?? "" }
        return "示例文字"
    }

    /// Every kind that is offered can be filed, and only those.
    @Test(arguments: Engine.available) func everyKindCanBeFiled(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let entrance = try await test.get("/shiqiao/ask")
            let english = try await test.get("/en/shiqiao/ask")
            let today = test.clock.now.date
            var count: Int64 = 0
            for procedure in test.app.procedures.kinds(on: today) {
                let path = "/shiqiao/ask/\(procedure.kind)"
                guard procedure.intake.contains(where: { $0.channel == .portal }) else {
                    #expect(try await test.get(path).status == 404 && !entrance.text.contains("\(path)\""))
                    continue
                }
                #expect(entrance.says("href=\"\(path)\"", procedure.name.zh), "\(path)")
                #expect(english.says("href=\"/en\(path)\""), "\(path)")
                let typed = procedure.fields.map { ($0.key, Self.value(of: $0)) }
                let answer = try await test.apply(for: procedure.kind, Applicants.person + typed)
                try #require(answer.status == 303, "\(path) \(answer.text)")
                count += 1
                #expect(try await test.caseCount() == count)
                let location = try #require(answer.location)
                let receipt = try await test.get(location)
                #expect(receipt.says("已收到，编号〔2024〕\(procedure.word)1号", "查询码", "接下来"), "\(path)")
                #expect(receipt.headers["cache-control"] == "no-store")
                for secret in ["张测试", "999999199001010016", "1234567", "test@"] {
                    #expect(!location.contains(secret) && !receipt.text.contains(secret), "\(path)")
                }
                #expect(unbalancedElements(in: receipt.text) == [], "\(path)")
            }
            #expect(count >= 7)
            let stored = try await test.app.database.read { tx in
                try tx.rows("SELECT sealed FROM case_words").map { try $0.bytes("sealed") }
            }
            for secret in ["张测试", "999999199001010016", "示例文字"] {
                for bytes in stored { #expect(bytes.firstRange(of: Array(secret.utf8)) == nil) }
            }
        }
    }

    /// Every mistake stands beside its field, and nothing typed is lost.
    @Test(arguments: Engine.available) func mistakesKeepWhatWasTyped(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let page = try await test.get("/shiqiao/ask/request")
            #expect(page.says("证件号码", "个人信息处理", "先查一查是否已经公开", "办结10年后删除"))
            test.clock.advance(milliseconds: 5_000)
            let typed = [
                ("kind", "business"), ("name", "某测试公司"), ("identity", "123"), ("email", "无效"), ("do", "send"),
                ("medium", "paper"), ("description", "检查计划 <i>全文</i>"),
            ]
            let answer = try await test.post(
                "/shiqiao/ask/request",
                form: typed + (try Applicants.answer(to: page.text))
            )
            #expect(answer.status == 422)
            #expect(answer.says("处需要改", "电子邮箱格式不对", "请填写「获取信息的途径」", "请勾选同意"))
            #expect(answer.says("value=\"某测试公司\"", "value=\"123\"", "检查计划 &lt;i&gt;全文&lt;/i&gt;"))
            #expect(
                answer.says("id=\"field-identity-error\"", "id=\"field-delivery-error\"", "id=\"field-consent-error\"")
            )
            // What was answered rightly is not asked again.
            #expect(answer.says("value=\"\(try Applicants.sum(in: page.text))\""))
            #expect(try await test.caseCount() == 0)
            let foreign = try await test.post(
                "/shiqiao/ask/request",
                form: typed,
                headers: ["origin": "https://evil.example"]
            )
            #expect(foreign.status == 403)
        }
    }

    struct Robot: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var changes: [String: String]
        var wait: Int64 = 5_000
        var says: String
    }

    static let robots = [
        Robot(testDescription: "wrong sum", changes: ["sum": "99"], says: "得数不对"),
        Robot(testDescription: "no sum", changes: ["sum": ""], says: "得数不对"),
        Robot(testDescription: "everything filled", changes: ["homepage": "https://example.com"], says: "得数不对"),
        Robot(testDescription: "made up", changes: ["question": String(repeating: "ab", count: 60)], says: "已过期"),
        Robot(testDescription: "nothing", changes: ["question": ""], says: "已过期"),
        Robot(testDescription: "at once", changes: [:], wait: 500, says: "提交得太快"),
        Robot(testDescription: "too late", changes: [:], wait: 5 * 3_600_000, says: "已过期"),
    ]

    /// A robot gets nowhere, and a person who was mistaken for one loses nothing.
    @Test(arguments: Engine.available, robots) func robotsAreRefused(engine: Engine, robot: Robot) async throws {
        try await TestApp.run(on: engine) { test in
            let page = try await test.get("/shiqiao/ask/tip")
            var answer = Dictionary(uniqueKeysWithValues: try Applicants.answer(to: page.text))
            answer.merge(robot.changes) { _, new in new }
            test.clock.advance(milliseconds: robot.wait)
            let form = Applicants.tip + [("consent", "yes"), ("do", "send")] + answer.map { ($0.key, $0.value) }
            let refused = try await test.post("/shiqiao/ask/tip", form: form)
            #expect(refused.status == 422 && refused.says(robot.says, "储罐区没有可燃气体报警装置"))
            #expect(!refused.says("value=\"https://example.com\""))
            #expect(try await test.caseCount() == 0)
            // A person sends it once more.
            test.clock.advance(milliseconds: 5_000)
            let again = try Applicants.answer(to: refused.text)
            let taken = try await test.post(
                "/shiqiao/ask/tip",
                form: Applicants.tip + [("consent", "yes"), ("do", "send")] + again
            )
            #expect(taken.status == 303)
        }
    }

    /// The sum may be written as digits of either width or as a word.
    @Test(arguments: Engine.available) func theSumMayBeWrittenInWords(engine: Engine) async throws {
        let chinese = [
            "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八",
        ]
        let wide = Array("０１２３４５６７８９")
        try await TestApp.run(on: engine) { test in
            for way in 0..<2 {
                let page = try await test.get("/shiqiao/ask/tip")
                let sum = try Applicants.sum(in: page.text)
                let word = way == 0 ? chinese[sum] : String("\(sum)".compactMap(\.wholeNumberValue).map { wide[$0] })
                test.clock.advance(milliseconds: 5_000)
                let answer = [("question", try Applicants.hidden("question", in: page.text)), ("sum", word)]
                let form = Applicants.tip + answer + [("consent", "yes"), ("do", "send")]
                #expect(try await test.post("/shiqiao/ask/tip", form: form).status == 303, "\(word)")
            }
        }
    }

    /// Whoever files too much waits, with everything still on the page; others are not held up.
    @Test(arguments: Engine.available) func tooManyFormsWait(engine: Engine) async throws {
        let settings = Settings(
            database: .sqlite(path: ""),
            dataDirectory: "",
            attachmentMegabytes: 1,
            clientAddressHeader: "x-real-ip"
        )
        try await TestApp.run(on: engine, settings: settings) { test in
            let headers = ["x-real-ip": "192.0.2.7"]
            for _ in 0..<10 {
                let answer = try await test.post("/shiqiao/ask/tip", form: Applicants.tip, headers: headers)
                #expect(answer.status == 422)
            }
            let late = try await test.post("/shiqiao/ask/tip", form: Applicants.tip, headers: headers)
            #expect(late.status == 429 && late.says("提交过于频繁", "储罐区没有可燃气体报警装置"))
            #expect(late.headers["retry-after"] != nil)
            let other = try await test.post(
                "/shiqiao/ask/tip",
                form: Applicants.tip,
                headers: ["x-real-ip": "192.0.2.8"]
            )
            #expect(other.status == 422)
        }
    }

    /// «先查一查» shows what is public already, and the form stays as it was.
    @Test(arguments: Engine.available) func whatIsPublicAlreadyIsShownFirst(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            try await test.runJobs()
            let form = Applicants.person + [("description", "我想要县里今年春季安全生产检查的有关通知全文"), ("do", "look")]
            let found = try await test.post("/shiqiao/ask/request", form: form)
            #expect(found.status == 200)
            #expect(found.says("这些已经公开", "关于开展春季安全生产检查的通知", "我想要县里今年春季安全生产检查", "value=\"张测试\""))
            let none = try await test.post(
                "/shiqiao/ask/request",
                form: Applicants.person + [("description", "外星飞船停靠登记"), ("do", "look")]
            )
            #expect(none.says("没有找到已经公开的相近信息", "外星飞船停靠登记"))
            let elsewhere = try await test.post("/qingshan/ask/request", form: form)
            #expect(elsewhere.says("没有找到已经公开的相近信息"))
            #expect(try await test.caseCount() == 0)
        }
    }

    /// The code is shown for half an hour, at this agency, and never again.
    @Test(arguments: Engine.available) func theReceiptEnds(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let answer = try await test.apply(for: "tip", Applicants.tip)
            let location = try #require(answer.location)
            #expect(try await test.get(location.replacing("/shiqiao/", with: "/qingshan/")).status == 404)
            #expect(try await test.get("/en\(location)").says("Print this page"))
            test.clock.advance(milliseconds: 1_800_001)
            let late = try await test.get(location)
            #expect(late.status == 410 && late.says("回执页已经失效", "/shiqiao/cases") && !late.says("<code>"))
            #expect(try await test.get("/shiqiao/case-receipts/0000").status == 410)
        }
    }

    /// Without a key nothing is stored in the open: it is said so, and logged.
    @Test(arguments: Engine.available) func withoutAKeyNothingIsStored(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var keyless = test.app
            keyless.keys = KeyRing()
            let typed = Dictionary(uniqueKeysWithValues: Applicants.tip)
            let filing = FileCase(agency: test.agency.id, kind: "tip", applicant: Applicant(), typed: typed)
            do {
                _ = try await filing.run(in: keyless)
                Issue.record("it was filed")
            } catch Refusal.wrongState(let why) {
                #expect(why.zh.contains("现在不能安全地保存"))
            }
            #expect(test.log.errors.count == 1)
            test.log.forget()
            #expect(try await test.caseCount() == 0)
        }
    }
}
