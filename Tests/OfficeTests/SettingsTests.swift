import Disclosure
import TestKit
import Testing

/// The agency's settings: what it says of itself and what it is made of.
@Suite struct SettingsTests {
    private let form = [
        ("name-zh", "石桥县应急局"), ("name-en", "Shiqiao Bureau"), ("level", "county"), ("region-code", "999999"),
        ("credit-code", "11999999MB0A00018H"), ("site-id-code", ""), ("index-template", "{year}-{serial:4}"),
        ("office-name", "政务公开办"), ("office-telephone", "000-0000009"),
    ]

    @Test(arguments: Engine.available) func theAgencyIsChanged(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let before = try await test.get("/office/settings", as: .administrator)
            #expect(
                before.says("value=\"石桥县应急管理局\"", "value=\"000-0000001\"", "下一个索引号：<code>MB0A00018/2024-00001</code>")
            )
            let answer = try await test.post("/office/settings", as: .administrator, form: form)
            #expect(answer.location == "/office/settings?did=changed")
            let after = try await test.get("/office/settings", as: .administrator)
            #expect(after.says("value=\"石桥县应急局\"", "value=\"政务公开办\"", "下一个索引号：<code>2024-0001</code>"))
        }
    }

    /// A template is tried without being saved.
    @Test(arguments: Engine.available) func aTemplateIsTried(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let tried = form + [("try-template", "1")]
            let page = try await test.post("/office/settings", as: .administrator, form: tried)
            #expect(page.status == 200 && page.says("<code>2024-0001</code>", "value=\"石桥县应急局\""))
            let wrong = tried.with("index-template", "{year}-{month}")
            #expect(try await test.post("/office/settings", as: .administrator, form: wrong).says("不认识 {month}"))
            #expect(try await test.get("/office/settings", as: .administrator).says("value=\"石桥县应急管理局\""))
        }
    }

    @Test(arguments: Engine.available) func mistakesAreKept(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let wrong = form.with("credit-code", "11999999MB0A00018X").with("index-template", "no serial").with(
                "name-en",
                ""
            )
            let answer = try await test.post("/office/settings", as: .administrator, form: wrong)
            #expect(answer.status == 422)
            for key in ["credit-code", "index-template", "name-en"] {
                #expect(answer.says("id=\"field-\(key)-error\""), "\(key)")
            }
            #expect(answer.says("value=\"11999999MB0A00018X\"", "value=\"no serial\""))
        }
    }

    struct Part: Sendable {
        var path: String
        var form: [(String, String)]
        var shown: String
    }

    @Test(arguments: Engine.available) func partsAreAdded(engine: Engine) async throws {
        let names = [("name-zh", "新部分"), ("name-en", "New part")]
        let parts = [
            Part(path: "sections", form: names + [("code", "02"), ("kind", "sub-office")], shown: "分局、派出机构"),
            Part(path: "classes", form: names + [("code", "15")], shown: "<td>15</td>"),
            Part(path: "columns", form: names + [("code", "news"), ("below", "policy")], shown: "policy/news"),
            Part(path: "channels", form: names + [("code", "wx"), ("kind", "wechat")], shown: "微信公众号"),
            Part(
                path: "names",
                form: names + [("valid-from", "2014-03-01"), ("valid-to", "2019-01-31")],
                shown: "2019年1月31日"
            ),
        ]
        try await TestApp.run(on: engine) { test in
            for part in parts {
                let path = "/office/settings/\(part.path)"
                #expect(try await test.get(path, as: .administrator).says("aria-current=\"page\""), "\(part.path)")
                let answer = try await test.post(path, as: .administrator, form: part.form)
                #expect(answer.location == "\(path)?did=added", "\(part.path): \(answer.text.prefix(2000))")
                let page = try await test.get("\(path)?did=added", as: .administrator)
                #expect(page.says("已添加", "新部分", part.shown), "\(part.path)")
                let empty = try await test.post(path, as: .administrator)
                #expect(empty.status == 422 && empty.says("class=\"errors\""), "\(part.path)")
            }
        }
    }

    @Test(arguments: Engine.available) func aCodeIsUsedOnce(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let form = [("name-zh", "另一个"), ("name-en", "Another"), ("code", "01")]
            let answer = try await test.post("/office/settings/sections", as: .administrator, form: form)
            #expect(answer.status == 422 && answer.says("这个代码在本机关已经使用", "value=\"另一个\""))
        }
    }

    /// The audit trail names people and things, page by page, and passes over nothing.
    @Test(arguments: Engine.available) func theAuditTrailIsWhole(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            for number in 1...60 {
                let form = [("name-zh", "类别\(number)"), ("name-en", "Class \(number)"), ("code", "\(number)")]
                _ = try await test.post("/office/settings/classes", as: .administrator, form: form)
            }
            var page = try await test.get("/office/audit", as: .auditor)
            #expect(page.says("测试administrator", "本机关", "添加机关组成", "class 60"))
            var seen = page.text
            while let older = page.text(between: "rel=\"next\" href=\"", and: "\"") {
                page = try await test.get(older, as: .auditor)
                #expect(page.says("rel=\"prev\""))
                seen += page.text
            }
            for number in 1...60 { #expect(seen.contains("<td>class \(number)</td>"), "\(number)") }
            #expect(seen.contains("href=\"/office/items/\(id)\">虚构渔0001号安全检查结果</a>"))
            let newer = try #require(page.text(between: "rel=\"prev\" href=\"", and: "\""))
            #expect(try await test.get(newer, as: .auditor).says("class 60"))
            #expect(!seen.contains("测试stranger"))
        }
    }
}
