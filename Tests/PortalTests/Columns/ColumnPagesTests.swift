import Disclosure
import TestKit
import Testing

/// Columns with their counts, lists in pages, and the ways to narrow them.
@Suite struct ColumnPagesTests {
    @Test(arguments: Engine.available) func theTreeCountsAndPromises(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            let text = try await test.get("/shiqiao/columns").text
            #expect(text.contains("通知公告</a><span class=\"quiet small number\">1 条</span>"))
            #expect(text.contains("行政处罚</a><span class=\"quiet small number\">还没有信息</span>"))
            #expect(text.contains("这里会公开行政处罚"))
            #expect(text.contains("7个工作日"))
            let english = try await test.get("/en/shiqiao/columns").text
            #expect(english.contains("1 item</span>"))
        }
    }

    @Test(arguments: Engine.available) func anEmptyColumnSaysWhatWouldBeHereAndWhen(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let text = try await test.get("/shiqiao/columns/law-enforcement/penalties").text
            #expect(text.contains("这里会公开：行政处罚"))
            #expect(text.contains("目前还没有信息。经保密审查和签发后，"))
            #expect(!text.contains("共 0 条"))
            let parent = try await test.get("/shiqiao/columns/law-enforcement").text
            #expect(parent.contains("href=\"/shiqiao/columns/law-enforcement/penalties\""))
            #expect(parent.contains("这里会公开：行政许可、行政处罚、"))
        }
    }

    @Test(arguments: Engine.available) func aWalkThroughThePagesMeetsEveryItemOnce(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for number in 1...45 { try await test.publish("NOTICE", Samples.notice.with(["title": "第\(number)号通知"])) }
            var met: [String] = []
            var path: String? = "/shiqiao/columns/news/notices"
            var last = ""
            while let next = path {
                last = next
                let text = try await test.get(next).text
                #expect(text.contains("共 45 条"))
                met += items(in: text)
                path = link("next", in: text)
            }
            #expect(met.count == 45)
            #expect(Set(met).count == 45)
            #expect(met.first == "/shiqiao/items/SHIQIAO-NOTICE-2024-00045")
            #expect(met.last == "/shiqiao/items/SHIQIAO-NOTICE-2024-00001")

            // An item that comes meanwhile shifts nothing on the way back.
            try await test.publish("NOTICE", Samples.notice.with(["title": "新到的通知"]))
            let middlePath = try #require(link("prev", in: try await test.get(last).text))
            let middle = try await test.get(middlePath).text
            #expect(items(in: middle) == Array(met[20..<40]))
            let topPath = try #require(link("prev", in: middle))
            let top = try await test.get(topPath).text
            #expect(items(in: top) == Array(met[0..<20]))
            let newest = try #require(link("prev", in: top))
            #expect(newest == "/shiqiao/columns/news/notices")
            #expect(try await test.get(newest).text.contains("新到的通知"))
        }
    }

    @Test(arguments: Engine.available) func facetsNarrowTheListAndChipsWidenIt(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for number in 1...3 {
                let kinds = number == 1 ? "warning" : "warning,fine"
                let typed = Samples.penalty.with(["title": "处罚\(number)", "kinds": kinds])
                try await test.publish("PEN", typed)
            }
            let column = "/shiqiao/columns/law-enforcement/penalties"
            let all = try await test.get(column).text
            #expect(all.contains("共 3 条"))
            #expect(all.contains("处罚类别"))
            #expect(all.contains("罚款<span class=\"number\">2</span>"))
            #expect(all.contains("警告<span class=\"number\">3</span>"))
            let fined = try await test.get("\(column)?facet.kinds=fine").text
            #expect(fined.contains("共 2 条"))
            #expect(!fined.contains("处罚1<"))
            #expect(fined.contains("处罚类别：罚款"))
            #expect(fined.contains("<meta name=\"robots\" content=\"noindex\">"))
            let remove = try #require(values(of: "class=\"chip\" href", in: fined).first)
            #expect(remove == column)
            let english = try await test.get("/en\(column)?facet.kinds=fine").text
            #expect(english.contains("Kinds of penalty: Fine"))
            let nothing = try await test.get("\(column)?facet.kinds=detention").text
            #expect(nothing.contains("没有符合条件的信息"))
            #expect(nothing.contains("全部取消"))
        }
    }

    @Test(arguments: Engine.available) func anUnknownFacetIsNotRead(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            let text = try await test.get("/shiqiao/columns/news/notices?facet.colour=red&facet.year=").text
            #expect(text.contains("共 1 条"))
            #expect(!text.contains("class=\"chip\""))
            let script = try await test.get("/shiqiao/columns?facet.year=%3Cscript%3Ealert(1)%3C/script%3E").text
            #expect(!script.contains("<script>"))
            #expect(script.contains("没有符合条件的信息"))
        }
    }

    @Test(arguments: Engine.available) func theListOfEverythingHasFacetsOfItsOwn(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for number in 1...2 { try await test.publish("NOTICE", Samples.notice.with(["title": "第\(number)号通知"])) }
            for number in 1...2 { try await test.publish("PEN", Samples.penalty.with(["title": "处罚\(number)"])) }
            let text = try await test.get("/shiqiao/columns?list=all").text
            #expect(text.contains("共 4 条"))
            let narrowed = try #require(values(of: "href", in: text).first { $0.contains("facet.duty=PEN") })
            #expect(unescaped(narrowed) == "/shiqiao/columns?list=all&facet.duty=PEN")
            let penalties = try await test.get(unescaped(narrowed)).text
            #expect(penalties.contains("共 2 条") && penalties.contains("公开事项：行政处罚"))
            #expect(values(of: "class=\"chip\" href", in: penalties) == ["/shiqiao/columns?list=all"])
        }
    }

    private func items(in text: String) -> [String] {
        values(of: "href", in: text).filter { $0.hasPrefix("/shiqiao/items/") }
    }

    private func link(_ rel: String, in text: String) -> String? {
        values(of: "rel=\"\(rel)\" href", in: text).first.map(unescaped)
    }
}
