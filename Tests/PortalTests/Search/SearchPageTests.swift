import Disclosure
import TestKit
import Testing
import Web

/// Searching one agency and all of them.
@Suite struct SearchPageTests {
    private func path(_ query: String, agency: String? = "shiqiao") -> String {
        "\(agency.map { "/\($0)" } ?? "")/search?q=\(queryEncoded(query))"
    }

    @Test(arguments: Engine.available) func hitsShowWhereTheWordsStand(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            try await test.publish("PEN", Samples.penalty)
            let text = try await test.get(path("危险化学品")).text
            #expect(text.contains("共 1 条"))
            #expect(text.contains("<mark>危险化学品</mark>"))
            #expect(text.contains("石应急〔2024〕12号"))
            #expect(text.contains("name=\"q\" id=\"site-search\" value=\"危险化学品\""))
            #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"))
            for query in ["演练", "石应急罚〔2024〕3号", "91999999MA00A001XU", "虚构 演练", "\"应急演练\""] {
                let found = try await test.get(path(query)).text
                #expect(found.contains("/shiqiao/items/SHIQIAO-PEN-2024-00001"), "\(query)")
            }
            let english = try await test.get("/en\(path("演练"))").text
            #expect(english.contains("1 found") && english.contains("/en/shiqiao/items/"))
        }
    }

    @Test(arguments: Engine.available) func newestComeFirstAndThePagesFollow(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for number in 1...41 { try await test.publish("NOTICE", Samples.notice.with(["title": "第\(number)号春季检查"])) }
            var met: [String] = []
            var next: String? = path("春季检查")
            var last = ""
            while let address = next {
                last = address
                let text = try await test.get(address).text
                #expect(text.contains("共 41 条"))
                met += values(of: "href", in: text).filter { $0.hasPrefix("/shiqiao/items/") }
                next = values(of: "rel=\"next\" href", in: text).first.map(unescaped)
            }
            #expect(met.count == 41 && Set(met).count == 41)
            #expect(met.first?.hasSuffix("00041") == true)
            let back = try #require(values(of: "rel=\"prev\" href", in: try await test.get(last).text).first)
            let middle = try await test.get(unescaped(back)).text
            #expect(values(of: "href", in: middle).filter { $0.hasPrefix("/shiqiao/items/") } == Array(met[20..<40]))
        }
    }

    @Test(arguments: Engine.available) func oneAgencyFindsOnlyItsOwn(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            let others = try await test.get(path("春季", agency: "qingshan")).text
            #expect(others.contains("没有找到“春季”"))
            try await test.publish("NOTICE", Samples.notice, by: test.neighbourHands())
            let own = try await test.get(path("春季")).text
            #expect(own.contains("共 1 条") && own.contains("/shiqiao/items/") && !own.contains("/qingshan/items/"))
            let all = try await test.get(path("春季", agency: nil)).text
            #expect(all.contains("共 2 条"))
            #expect(all.contains("/shiqiao/items/SHIQIAO-NOTICE-2024-00001"))
            #expect(all.contains("石桥县应急管理局 · 通知公告") && all.contains("青山县应急管理局 · 通知公告"))
        }
    }

    @Test(arguments: Engine.available) func nothingFoundSaysWhatToTry(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let empty = try await test.get("/shiqiao/search").text
            #expect(empty.contains("请在上方输入要找的字词"))
            let marks = try await test.get(path("。，！")).text
            #expect(marks.contains("您输入的内容里没有可以搜索的字词"))
            let none = try await test.get(path("<b>没有</b>")).text
            #expect(none.contains("没有找到“&lt;b&gt;没有&lt;/b&gt;”"))
            #expect(none.contains("请少输几个字"))
            #expect(none.contains("href=\"/shiqiao/columns\""))
        }
    }

    @Test(arguments: Engine.available) func aLongSearchIsCutAndSaysSo(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let text = try await test.get(path(String(repeating: "检查", count: 120))).text
            #expect(text.contains("输入太长，只按前面的部分搜索"))
            #expect(text.contains("一次最多搜 200 个字、12 个词"))
        }
    }

    @Test(arguments: Engine.available, ["\"", "' OR 1=1 --", "* NOT", "a:b ^c (", "%", "\u{0}", "🙂"])
    func anyTypingIsAnswered(engine: Engine, typed: String) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            #expect(try await test.get(path(typed)).status == 200)
            #expect(try await test.get(path(typed, agency: nil)).status == 200)
        }
    }
}
