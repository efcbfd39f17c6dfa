import Database
import Disclosure
import Portal
import TestKit
import Testing
import Text
import Web

/// The list of agencies, and the front page of one.
@Suite struct AgencyPagesTests {
    @Test(arguments: Engine.available) func theListNamesEveryAgencyWithItsNewestDay(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            let text = try await test.get("/").text
            #expect(text.contains("<a href=\"/shiqiao\">石桥县应急管理局</a>"))
            #expect(text.contains("<a href=\"/qingshan\">青山县应急管理局</a>"))
            #expect(text.contains("<time datetime=\"2024-03-04\">2024年3月4日</time>"))
            #expect(text.contains("还没有信息"))
            #expect(text.contains("虚构地区（演示）"))
            // Two agencies of one level share the site, so the foot names neither as the one that runs it.
            #expect(!text.contains("主办单位"))
            let english = try await test.get("/en").text
            #expect(english.contains("<a href=\"/en/shiqiao\">Shiqiao County Emergency Management Bureau</a>"))
        }
    }

    @Test(arguments: Engine.available) func theHomePageShowsWhatIsNewAndHowMuchThereIs(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let agency = test.agency.id
            for (code, name) in [("01", "机构职能类"), ("02", "政策法规类")] {
                let part = AgencyPart.itemClass(code: code, name: Phrase(zh: name, en: "Class \(code)"))
                try await AddAgencyPart(part, to: agency, actor: nil).run(in: test.app)
            }
            let classes = try await test.classes()
            for number in 1...3 {
                let itemClass = classes[number == 1 ? 0 : 1].id
                let typed = Samples.notice.with(["title": "第\(number)号通知"])
                try await test.publish("NOTICE", typed, placement: Placement(itemClass: itemClass))
            }
            test.clock.advance(days: 300)
            try await test.publish("PEN", Samples.penalty, placement: Placement(itemClass: classes[0].id))
            test.clock.advance(days: 10)
            let text = try await test.get("/shiqiao").text
            #expect(text.contains("依法主动公开的信息共 4 条，最近一条公开于 2024年12月29日"))
            #expect(text.contains("第3号通知") && text.contains("石应急〔2024〕12号"))
            #expect(text.contains("<h2><a href=\"/shiqiao/columns/news/notices\">通知公告</a></h2>"))
            #expect(text.contains("看全部 4 条"))
            #expect(text.contains("href=\"/shiqiao/columns?facet.class=02\""))
            #expect(text.contains("2024年公开"))
            #expect(text.contains("政府信息公开工作机构") && text.contains("000-0000001"))
            // A number leads to exactly the items that it counts.
            let listed = try await test.get("/shiqiao/columns?facet.class=02").text
            #expect(listed.contains("共 2 条"))
            #expect(listed.contains("第2号通知") && listed.contains("第3号通知") && !listed.contains("第1号通知"))
            let year = try await test.get("/shiqiao/columns?facet.year=2024").text
            #expect(year.contains("共 4 条"))
        }
    }

    @Test(arguments: Engine.available) func anEmptyAgencySaysWhatWouldBeHere(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let text = try await test.get("/qingshan").text
            #expect(text.contains("本机关依法主动公开的信息将在这里发布"))
            #expect(text.contains("这里会列出最新公开的信息"))
            #expect(!text.contains("公开统计"))
            #expect(text.contains("本机关还没有登记政府信息公开工作机构"))
            let english = try await test.get("/en/qingshan").text
            #expect(english.contains("The newest information would be here"))
        }
    }

    /// An agency under the first step of one of the site's own addresses would never be seen.
    @Test(arguments: Engine.available) func noAgencyTakesAnAddressOfTheSite(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let steps = Set(PortalRoutes.all.compactMap { $0.path.split(separator: "/").first.map(String.init) })
            #expect(steps.contains("elder") && steps.contains("{agency}"))
            for step in steps.subtracting(["{agency}"]) {
                var form = Self.city
                form.code = step
                await #expect(throws: Refusal.self, "\(step)") { try await AddAgency(form: form).run(in: test.app) }
            }
        }
    }

    private static let city = AgencyForm(
        code: "yunling",
        level: .city,
        name: Phrase(zh: "云岭市应急管理局", en: "Yunling City Emergency Management Bureau"),
        regionCode: "999999",
        creditCode: "11999999MB0A00018H",
        siteIDCode: "9999990003"
    )

    @Test(arguments: Engine.available) func theSiteBelongsToTheOnlyAgencyOfTheHighestLevel(engine: Engine) async throws
    {
        try await TestApp.run(on: engine) { test in
            try await AddAgency(form: Self.city).run(in: test.app)
            let text = try await test.get("/").text
            #expect(text.contains("主办单位</dt><dd>云岭市应急管理局"))
            #expect(text.contains("<meta name=\"SiteIDCode\" content=\"9999990003\">"))
            let places = text.ranges(of: "</a><div class=\"meta\"><span>市级").count
            #expect(places == 1)
        }
    }
}

extension TestApp {
    func classes() async throws -> [ItemClass] {
        let agency = agency.id
        return try await app.database.read { try $0.agencies.classes(of: agency) }
    }
}
