import Disclosure
import TestKit
import Testing

/// The page of one item: public beside hidden, clocks, deliveries, history.
@Suite struct ItemPageTests {
    @Test(arguments: Engine.available) func whatIsPublicStandsBesideWhatIsNot(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            let page = try await test.get("/office/items/\(id)", as: .cases)
            let shown = try #require(page.text(between: "<h2>公众将看到</h2>", and: "</section>"))
            #expect(shown.contains("欧阳某某") && !shown.contains("欧阳某人") && !shown.contains("不对外的号码"))
            let hidden = try #require(page.text(between: "<h2>不对外公开的内容</h2>", and: "</section>"))
            #expect(hidden.contains("欧阳某人") && hidden.contains("公开时遮盖"))
            #expect(hidden.contains("不对外的号码") && hidden.contains("不公开"))
            #expect(page.says("id=\"table-crew\"", "王某"))
            #expect(!page.says("action=\"/office/items/\(id)/review\""), "a case officer drafts nothing")
        }
    }

    /// The heading says what is so: before the publication, while it is public, beside a revision, and after it came down.
    @Test(arguments: Engine.available) func theHeadingSaysWhetherThePublicSeesIt(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let (coming, now, gone) = ("<h2>公众将看到</h2>", "<h2>公众看到的内容</h2>", "<h2>公众曾看到的内容</h2>")
            let id = try await test.publishedItem()
            let path = "/office/items/\(id)"
            #expect(try await test.get(path, as: .editor).says(now))
            #expect(try await test.get("/en\(path)", as: .editor).says("<h2>What the public sees</h2>"))
            let form = [("ground", "correction"), ("reason", "更正")]
            _ = try await test.post("\(path)/revision", as: .editor, form: form)
            try await test.revise(id, Samples.vessel.with("text", "更正后的正文。"))
            #expect(try await test.get(path, as: .editor).says(coming))
            #expect(try await test.get("\(path)/versions/1", as: .editor).says(now))
            #expect(try await test.get("\(path)/versions/2", as: .editor).says(coming))
            _ = try await test.post("\(path)/revision/removal", as: .editor)
            try await test.withdraw(id, "error")
            #expect(try await test.get(path, as: .editor).says(gone))

            let filed = try await test.itemInReview(
                Samples.vessel.with("disclosure", "on-request").with("disclosure-reason", "涉及船主")
            )
            #expect(try await test.get("/office/items/\(filed)", as: .editor).says("签发后归档"))
            try await test.opine("secrecy", on: filed, as: .secrecy)
            try await test.opine("sign-off", on: filed, as: .approver)
            #expect(try await test.item(filed).state == .filed)
            #expect(try await test.get("/office/items/\(filed)", as: .editor).says("已归档，不出现在网站上"))
        }
    }

    @Test(arguments: Engine.available) func theDeadlineIsExplained(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            let page = try await test.get("/office/items/\(id)", as: .editor)
            #expect(page.says("还剩 9 个工作日", "2024年3月15日到期", "如何计算", "《某省海上安全生产条例》第十三条", "class=\"days\""))
            test.clock.advance(days: 14)
            #expect(try await test.get("/office", as: .auditor).says("已逾期 1 个工作日"))
            #expect(try await test.get("/office/items/\(id)", as: .colleague).says("已逾期 1 个工作日"))
            let stopped = Samples.vessel.with("result", "stopped").with("stopped-at", "2024-03-18 08:00")
            let second = try await test.newItem(stopped, as: .officer)
            #expect(try await test.get("/office/items/\(second)", as: .officer).says("另有 1 项时限，以最短的为准"))
        }
    }

    @Test(arguments: Engine.available) func aDeliveryIsRecordedByHand(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let board = [("code", "board"), ("name-zh", "一楼电子屏"), ("name-en", "Screen"), ("kind", "notice-board")]
            #expect(try await test.post("/office/settings/channels", as: .administrator, form: board).status == 303)
            let id = try await test.publishedItem()
            let page = try await test.get("/office/items/\(id)", as: .officer)
            #expect(page.says("/shiqiao/items/SHIQIAO-VESSEL-2024-00001", "登记一条发布记录", "一楼电子屏", "value=\"2024-03-04\""))
            let channel = try #require(
                page.text(between: "<option value=\"", and: "\">一楼电子屏").flatMap { $0.split(separator: "\"").last }
            )

            let wrong = [("channel", ""), ("delivered-on", "2024-03-05"), ("receipt", "")]
            let refused = try await test.post("/office/items/\(id)/deliveries", as: .officer, form: wrong)
            #expect(refused.status == 422)
            #expect(
                refused.says("id=\"field-channel-error\"", "发布日期不能晚于今天", "id=\"field-receipt-error\"", "<details open>")
            )

            let right = [("channel", String(channel)), ("delivered-on", "2024-03-04"), ("receipt", "照片编号 0007")]
            let done = try await test.post("/office/items/\(id)/deliveries", as: .officer, form: right)
            #expect(done.location == "/office/items/\(id)?did=delivered#deliveries")
            #expect(try await test.get("/office/items/\(id)", as: .officer).says("照片编号 0007", "测试officer", "共 2 条"))
        }
    }

    @Test(arguments: Engine.available) func aDraftHasNoDeliveries(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("发布记录") == false)
            let answer = try await test.post("/office/items/\(id)/deliveries", as: .editor, form: [("receipt", "x")])
            #expect(answer.status == 409 && answer.says("信息公开后才能登记发布记录"))
        }
    }

    @Test(arguments: Engine.available) func everythingDoneIsInTheHistory(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let page = try await test.get("/office/items/\(id)", as: .auditor)
            let history = try #require(page.text(between: "id=\"history-table\"", and: "</table>"))
            for words in ["起草", "提交审查", "出具意见", "保密审查 同意", "签发 同意", "公开", "测试approver"] {
                #expect(history.contains(words), "\(words)")
            }
        }
    }

    @Test(arguments: Engine.available) func anUnknownItemIsNotFound(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test async throws in
            #expect(try await test.get("/office/items/01HX0000000000000000000000", as: .editor).status == 404)
            #expect(try await test.get("/office/items/%3Cscript%3E", as: .editor).status == 404)
        }
    }

    /// What a person typed never becomes markup.
    @Test(arguments: Engine.available) func typedMarkupStaysText(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let form = Samples.vessel.with("title", "<script>alert(1)</script>").with("vessel", "\"><img src=x>")
            let id = try await test.newItem(form)
            for path in [
                "/office", "/office/items", "/office/items/\(id)", "/office/items/\(id)/edit",
                "/office/items/\(id)/versions/1",
            ] {
                let page = try await test.get(path, as: .editor)
                #expect(page.says("&lt;script&gt;"), "\(path)")
                #expect(!page.says("<script") && !page.says("<img"), "\(path)")
            }
        }
    }
}
