import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// The page of one item: what it shows, what it hides, and what goes with it.
@Suite struct ItemPageTests {
    private let notice = "/shiqiao/items/SHIQIAO-NOTICE-2024-00001"
    private let penalty = "/shiqiao/items/SHIQIAO-PEN-2024-00001"

    @Test(arguments: Engine.available) func theHeaderAndTheTagsSayWhatItIs(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            let text = try await test.get(notice).text
            for part in [
                "索引号</dt><dd>MB0A00018/2024-00001", "发文机关</dt><dd>石桥县应急管理局",
                "成文日期</dt><dd><time datetime=\"2024-03-01\">2024年3月1日</time>",
                "发文字号</dt><dd>石应急〔2024〕12号", "发布日期</dt><dd><time datetime=\"2024-03-04\">2024年3月4日</time>",
                "<h1 class=\"title\">关于开展春季安全生产检查的通知</h1>",
                "<meta name=\"ArticleTitle\" content=\"关于开展春季安全生产检查的通知\">",
                "<meta name=\"PubDate\" content=\"2024-03-04 09:00\">",
                "<meta name=\"ContentSource\" content=\"石桥县应急管理局\">",
                "<meta name=\"ColumnName\" content=\"通知公告\">",
                "<meta name=\"SiteIDCode\" content=\"9999990001\">",
            ] {
                #expect(text.contains(part), "\(part)")
            }
            #expect(text.contains("<h2>一、检查范围</h2>"))
            #expect(text.contains("<p class=\"signature\">石桥县应急管理局<br>2024年3月1日</p>"))
            #expect(!text.contains("noindex"))
            let english = try await test.get("/en\(notice)").text
            #expect(english.contains("Index number</dt>") && english.contains("4 March 2024"))
        }
    }

    @Test(arguments: Engine.available) func personalDataIsMaskedOrLeftOut(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let typed = Samples.penalty.with([
                "party-kind": "person", "party": "欧阳五", "id-kind": "identity", "id-number": "110105194912310021",
                "representative-id": "110105194912310021",
            ])
            try await test.publish("PEN", typed)
            let text = try await test.get(penalty).text
            #expect(text.contains("法定代表人</dt><dd>欧阳某</dd>"))
            #expect(!text.contains("110105194912310021"))
            #expect(!text.contains("证件号码"))
            let bytes = try await test.get("\(penalty)/public-version").text
            #expect(!bytes.contains("110105194912310021") && bytes.contains("欧阳某"))
            #expect(try await !test.get("/shiqiao/search?q=110105194912310021").text.contains("/items/"))
        }
    }

    @Test(arguments: Engine.available) func elementsAreWrittenForReaders(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("PEN", Samples.penalty)
            let text = try await test.get(penalty).text
            #expect(text.contains("<span class=\"number\">12,345.5万元</span>"))
            #expect(text.contains("处罚类别</dt><dd>警告、罚款</dd>"))
            #expect(text.contains("<h2>违法事实</h2>"))
            let english = try await test.get("/en\(penalty)").text
            #expect(english.contains("123,455,000 yuan"))
            #expect(english.contains("Kinds of penalty</dt><dd>Warning, Fine</dd>"))
        }
    }

    @Test(arguments: Engine.available) func tablesStayTables(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let duty = try #require(test.app.catalogue.duty("PROFILE"))
            var typed = SampleForm.typed(for: duty, title: "机构概况")
            typed["sections"] = "办公室\t文秘\t王五\t000-0000003\n执法监察科\t执法\t\t"
            try await test.publish("PROFILE", typed)
            let text = try await test.get("/shiqiao/items/SHIQIAO-PROFILE-2024-00001").text
            #expect(text.contains("<caption id=\"table-sections\">内设机构</caption>"))
            #expect(text.contains("<th scope=\"row\">办公室</th><td>文秘</td>"))
            #expect(text.contains("<th scope=\"row\">执法监察科</th><td>执法</td><td><span class=\"quiet\">—</span></td>"))
        }
    }

    @Test(arguments: Engine.available) func typedMarkupStaysText(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let evil = "<script>alert('1')</script>\"&"
            try await test.publish("NOTICE", Samples.notice.with(["title": evil, "text": "\(evil)\n\(evil)"]))
            for path in [notice, "/en\(notice)", "/shiqiao", "/shiqiao/columns/news/notices", "/shiqiao/feed"] {
                let text = try await test.get(path).text
                #expect(!text.contains("<script"), "\(path)")
                #expect(text.contains("&lt;script&gt;"), "\(path)")
            }
        }
    }

    @Test(arguments: Engine.available) func othersSourcesAreNamed(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let typed = Samples.notice.with([
                "origin": "reposted", "source": "石桥县人民政府", "publisher": "石桥县机构编制委员会办公室",
                "publisher-link": "https://www.example.com/list?a=1&b=2",
            ])
            try await test.publish("NOTICE", typed, provenance: .imported)
            let text = try await test.get(notice).text
            #expect(text.contains("来源：转载（石桥县人民政府）"))
            #expect(text.contains("由石桥县机构编制委员会办公室统一公布"))
            #expect(text.contains("href=\"https://www.example.com/list?a=1&amp;b=2\" rel=\"external\""))
            #expect(text.contains("这条信息由旧系统导入"))
            #expect(text.contains("<meta name=\"ContentSource\" content=\"石桥县人民政府\">"))
        }
    }

    @Test(arguments: Engine.available) func deliveriesShowWhereItWentOut(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let part = AgencyPart.channel(code: "board", kind: .noticeBoard, name: Phrase(zh: "大厅公示栏", en: "Board"))
            try await AddAgencyPart(part, to: test.agency.id, actor: nil).run(in: test.app)
            let item = try await test.publish("NOTICE", Samples.notice)
            #expect(try await !test.get(notice).text.contains("在哪些渠道发布"))
            try await test.runJobs()
            let agency = test.agency.id
            let board = try await test.app.database.read {
                try $0.channels.all(of: agency).first { $0.code == "board" }?.id
            }
            try await RecordDelivery(
                item: item.id,
                channel: board,
                deliveredOn: CivilDate("2024-03-04"),
                receipt: "javascript:alert(1)",
                actor: test.actor(.editor)
            ).run(in: test.app)
            let text = try await test.get(notice).text
            #expect(text.contains("在哪些渠道发布") && text.contains("大厅公示栏") && text.contains("本机关网站"))
            #expect(!text.contains("href=\"javascript"))
        }
    }

    @Test(arguments: Engine.available) func theClockTellsWhetherItWasInTimeAndWhy(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("PEN", Samples.penalty)
            let early = try await test.get(penalty).text
            #expect(early.contains("<b>按期办结</b>"))
            #expect(early.contains("如何计算"))
            #expect(early.contains("另有 3 项时限，以最短的为准"))
            #expect(early.contains("《中华人民共和国安全生产法》第七十八条第二款"))
            // Seven working days from 29 March jump over Tomb-sweeping Day and end on 10 April; three more pass.
            test.clock.set(Instant.start(of: try #require(CivilDate("2024-04-15"))))
            try await test.publish(
                "PEN",
                Samples.penalty.with(["decided-on": "2024-03-29", "formed-on": "2024-03-29"])
            )
            let late = try await test.get("/shiqiao/items/SHIQIAO-PEN-2024-00002").text
            #expect(late.contains("<b>逾期 3 个工作日办结</b>"))
            #expect(late.contains("清明节"))
        }
    }

    @Test(arguments: Engine.available) func aLimitInHoursEndsAtItsMinute(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let duty = try #require(test.app.catalogue.duty("ANSWER"))
            let typed = SampleForm.typed(for: duty, title: "回应")
                .with(["arose-at": "2024-03-02 09:30", "weight": "other"])
            try await test.publish("ANSWER", typed)
            let early = try await test.get("/shiqiao/items/SHIQIAO-ANSWER-2024-00001").text
            #expect(early.contains("按期公开</span> 应于 2024年3月4日9时30分前公开，公开于 2024年3月4日9时00分"))
            test.clock.advance(milliseconds: 31 * 60_000)
            try await test.publish("ANSWER", typed)
            let late = try await test.get("/shiqiao/items/SHIQIAO-ANSWER-2024-00002").text
            #expect(late.contains("逾期公开</span>"))
        }
    }

    @Test(arguments: Engine.available) func aReferenceBecomesALink(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let draft = try #require(test.app.catalogue.duty("DRAFT"))
            let first = try await test.publish("DRAFT", SampleForm.typed(for: draft, title: "征求意见稿全文"))
            let norm = try #require(test.app.catalogue.duty("NORM"))
            let typed = SampleForm.typed(for: norm, title: "正式文件").with(["draft": try #require(first.indexNumber)])
            try await test.publish("NORM", typed)
            let text = try await test.get("/shiqiao/items/SHIQIAO-NORM-2024-00001").text
            #expect(text.contains("<a href=\"/shiqiao/items/SHIQIAO-DRAFT-2024-00001\">征求意见稿全文</a>"))
        }
    }

    @Test(arguments: Engine.available) func anOldDocumentBearsTheNameOfItsDay(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let former = FormerName(
                name: Phrase(zh: "石桥县安全生产监督管理局", en: "Shiqiao County Work Safety Administration"),
                from: try #require(CivilDate("2010-01-01")),
                to: CivilDate("2019-03-01")
            )
            try await AddAgencyPart(.formerName(former), to: test.agency.id, actor: nil).run(in: test.app)
            try await test.publish("NOTICE", Samples.notice.with(["formed-on": "2018-05-02"]))
            try await test.publish("NOTICE", Samples.notice.with(["formed-on": "2019-03-02"]))
            try await test.publish("NOTICE", Samples.notice.with(["formed-on": "2009-12-31"]))
            let unnamed = try await test.get("/shiqiao/items/SHIQIAO-NOTICE-2024-00003").text
            #expect(unnamed.contains("发文机关</dt><dd>石桥县应急管理局"))
            let old = try await test.get(notice).text
            #expect(old.contains("发文机关</dt><dd>石桥县安全生产监督管理局"))
            let new = try await test.get("/shiqiao/items/SHIQIAO-NOTICE-2024-00002").text
            #expect(new.contains("发文机关</dt><dd>石桥县应急管理局"))
        }
    }

    @Test(arguments: Engine.available) func validityFollowsTheDocumentAndItsDates(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let typed = Samples.notice.with(["kind": "publicity", "shown-until": "2024-03-10", "phone": "000-0000001"])
            try await test.publish("NOTICE", typed)
            #expect(try await test.get(notice).text.contains("有效</span></dd>"))
            test.clock.advance(days: 7)
            #expect(try await test.get(notice).text.contains("失效</span></dd>"))
        }
    }
}
