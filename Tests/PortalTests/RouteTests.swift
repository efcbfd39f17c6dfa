import Disclosure
import TestKit
import Testing

/// Every address of the portal: what it answers, in both languages, and what must never be reachable.
@Suite struct RouteTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var path: String
        var status: Int
        var type = "text/html"
        var testDescription: String { path }
    }

    static let cases = [
        Case(path: "/", status: 200),
        Case(path: "/search", status: 200),
        Case(path: "/search?q=%E6%A3%80%E6%9F%A5", status: 200),
        Case(path: "/shiqiao", status: 200),
        Case(path: "/qingshan", status: 200),
        Case(path: "/nowhere", status: 404),
        Case(path: "/shiqiao/columns", status: 200),
        Case(path: "/shiqiao/columns?list=all", status: 200),
        Case(path: "/shiqiao/columns/news", status: 200),
        Case(path: "/shiqiao/columns/news/notices", status: 200),
        Case(path: "/shiqiao/columns/news/notices?before=x", status: 200),
        Case(path: "/shiqiao/columns/news/none", status: 404),
        Case(path: "/nowhere/columns", status: 404),
        Case(path: "/shiqiao/items/SHIQIAO-NOTICE-2024-00001", status: 200),
        Case(path: "/qingshan/items/SHIQIAO-NOTICE-2024-00001", status: 404),
        Case(path: "/shiqiao/items/SHIQIAO-NOTICE-2024-00002", status: 404),
        Case(path: "/shiqiao/items/SHIQIAO-NOTICE-2024-00001/proof.txt", status: 200, type: "text/plain"),
        Case(path: "/shiqiao/items/SHIQIAO-NOTICE-2024-00001/public-version", status: 200, type: "text/plain"),
        Case(path: "/qingshan/items/SHIQIAO-NOTICE-2024-00001/proof.txt", status: 404),
        Case(path: "/shiqiao/search?q=%E6%A3%80%E6%9F%A5", status: 200),
        Case(path: "/nowhere/search", status: 404),
        Case(path: "/shiqiao/feed", status: 200, type: "application/atom+xml"),
        Case(path: "/shiqiao/feed?column=news/notices", status: 200, type: "application/atom+xml"),
        Case(path: "/shiqiao/feed?column=news/none", status: 404),
        Case(path: "/shiqiao/catalogue", status: 200),
        Case(path: "/shiqiao/guide", status: 200),
        Case(path: "/shiqiao/reports", status: 200),
        Case(path: "/nowhere/reports", status: 404),
        Case(path: "/shiqiao/reports/2018", status: 404),
        Case(path: "/shiqiao/reports/2018/files/md", status: 404),
        Case(path: "/shiqiao/reports/2018/numbers/items", status: 404),
        Case(path: "/shiqiao/reports/last", status: 404),
        Case(path: "/shiqiao/figures", status: 200),
        Case(path: "/shiqiao/figures?year=2024&quarter=1", status: 200),
        Case(path: "/shiqiao/figures?year=1900", status: 404),
        Case(path: "/shiqiao/figures.csv", status: 200, type: "text/csv"),
        Case(path: "/shiqiao/figures.json", status: 200, type: "application/json"),
        Case(path: "/shiqiao/figures/items", status: 200),
        Case(path: "/shiqiao/figures/items:total", status: 200),
        Case(path: "/shiqiao/figures/none", status: 404),
        Case(path: "/shiqiao/figures/items.csv", status: 200, type: "text/csv"),
        Case(path: "/shiqiao/figures/items.json", status: 200, type: "application/json"),
        Case(path: "/shiqiao/figures/items/records", status: 200),
        Case(path: "/shiqiao/figures/items/records.csv", status: 200, type: "text/csv"),
        Case(path: "/shiqiao/figures/items/records.json", status: 200, type: "application/json"),
        Case(path: "/shiqiao/figures/items/none", status: 404),
        Case(path: "/nowhere/figures", status: 404),
        Case(path: "/shiqiao/ask", status: 200),
        Case(path: "/nowhere/ask", status: 404),
        Case(path: "/shiqiao/ask/request", status: 200),
        Case(path: "/shiqiao/ask/tip", status: 200),
        Case(path: "/shiqiao/ask/visit", status: 404),
        Case(path: "/shiqiao/ask/request/flow", status: 200),
        Case(path: "/shiqiao/ask/request/flow?version=request-2007", status: 200),
        Case(path: "/shiqiao/ask/request/flow?version=tip", status: 404),
        Case(path: "/shiqiao/ask/request/flow?version=none", status: 404),
        Case(path: "/shiqiao/ask/visit/flow", status: 200),
        Case(path: "/shiqiao/ask/none/flow", status: 404),
        Case(path: "/nowhere/ask/request/flow", status: 404),
        Case(path: "/shiqiao/ask/request/flow/work.svg", status: 200, type: "image/svg+xml"),
        Case(path: "/shiqiao/ask/request/flow/work-narrow.svg", status: 200, type: "image/svg+xml"),
        Case(path: "/shiqiao/ask/request/flow/approval.svg", status: 200, type: "image/svg+xml"),
        Case(path: "/shiqiao/ask/visit/flow/approval.svg", status: 404),
        Case(path: "/shiqiao/ask/request/flow/none.svg", status: 404),
        Case(path: "/shiqiao/ask/none", status: 404),
        Case(path: "/nowhere/ask/request", status: 404),
        Case(path: "/shiqiao/cases", status: 200),
        Case(path: "/nowhere/cases", status: 404),
        Case(path: "/shiqiao/case-receipts/none", status: 410),
        Case(path: "/robots.txt", status: 200, type: "text/plain"),
        Case(path: "/favicon.ico", status: 200, type: "image/svg+xml"),
        Case(path: "/api/clock", status: 200, type: "application/json"),
        Case(path: "/health/live", status: 200, type: "application/json"),
        Case(path: "/health/ready", status: 200, type: "application/json"),
        Case(path: "/assets/none.css", status: 404),
        Case(path: "/shiqiao/none", status: 404),
        Case(path: "/shiqiao/none/none/none", status: 404),
    ]

    @Test(arguments: Engine.available) func everyAddressAnswers(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            for one in Self.cases {
                for path in [one.path, one.path == "/" ? "/en" : "/en\(one.path)"] {
                    let answer = try await test.get(path)
                    #expect(answer.status == one.status, "\(path)")
                    #expect(answer.headers["content-type"]?.hasPrefix(one.type) == true, "\(path)")
                }
            }
        }
    }

    /// What applicants send for a case, and what it answers to who has no ticket of one.
    static let forms = [
        Case(path: "/shiqiao/cases", status: 422),
        Case(path: "/shiqiao/cases/events", status: 403),
        Case(path: "/shiqiao/cases/messages", status: 403),
        Case(path: "/shiqiao/cases/download", status: 403),
        Case(path: "/shiqiao/cases/notices", status: 403),
        Case(path: "/nowhere/cases/download", status: 404),
        Case(path: "/nowhere/cases/notices", status: 404),
    ]

    @Test(arguments: Engine.available) func noFormOfACaseIsForStrangers(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for one in Self.forms {
                for path in [one.path, "/en\(one.path)"] {
                    for access in ["", "00", "0123456789abcdef00"] {
                        let form =
                            one.path.hasSuffix("/cases") ? [] : [("access", access), ("file", "1"), ("do", "stop")]
                        let answer = try await test.post(path, form: form)
                        #expect(answer.status == one.status, "\(path)")
                        #expect(answer.headers["content-type"]?.hasPrefix("text/html") == true, "\(path)")
                    }
                    let foreign = try await test.post(path, headers: ["origin": "https://evil.example"])
                    #expect([403, 404].contains(foreign.status), "\(path)")
                    if one.path != "/shiqiao/cases" { #expect(try await test.get(path).status != 200, "\(path)") }
                }
            }
        }
    }

    @Test(arguments: Engine.available) func everyPageIsWellFormedAndSaysWhatItIs(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            let pages = Self.cases.filter { $0.type == "text/html" && $0.status == 200 }
            for path in pages.flatMap({ [$0.path, $0.path == "/" ? "/en" : "/en\($0.path)"] }) {
                let text = try await test.get(path).text
                #expect(unbalancedElements(in: text) == [], "\(path)")
                #expect(occurrences(of: "<h1", in: text) == 1, "\(path)")
                #expect(occurrences(of: "<main", in: text) == 1, "\(path)")
                #expect(text.contains("<html lang=\"\(path.hasPrefix("/en") ? "en" : "zh-CN")\""), "\(path)")
                #expect(text.contains("<meta name=\"SiteName\""), "\(path)")
                #expect(text.contains("<meta name=\"SiteDomain\" content=\"127.0.0.1\">"), "\(path)")
                #expect(!text.contains(" style=") && !text.contains("<script"), "\(path)")
                let ids = values(of: " id", in: text)
                #expect(Set(ids).count == ids.count, "\(path)")
            }
        }
    }

    @Test(arguments: Engine.available) func whoLostTheWayCanSearch(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let answer = try await test.get("/shiqiao/items/NONE")
            #expect(answer.status == 404)
            #expect(answer.text.contains("这里没有您要找的页面") && answer.text.contains("action=\"/search\""))
            #expect(answer.headers["x-robots-tag"] == "noindex, nofollow")
            let english = try await test.get("/en/nowhere/at/all")
            #expect(english.text.contains("There is no such page here"))
            #expect(english.text.contains("action=\"/en/search\""))
        }
    }

    /// A page may only lead to pages that are there.
    @Test(arguments: Engine.available) func noPageLeadsToNothing(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await test.publish("NOTICE", Samples.notice)
            try await test.runJobs()
            var seen: Set<String> = []
            var waiting = ["/", "/en"]
            while let path = waiting.popLast() {
                guard seen.insert(path).inserted else { continue }
                let answer = try await test.get(path)
                #expect([200, 303].contains(answer.status), "\(path)")
                guard answer.headers["content-type"]?.hasPrefix("text/html") == true else { continue }
                let ids = Set(values(of: " id", in: answer.text))
                for link in values(of: "href", in: answer.text).map(unescaped) {
                    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                    if link.hasPrefix("#") { #expect(ids.contains(String(parts[1])), "\(path) \(link)") }
                    guard link.hasPrefix("/"), let target = parts.first, !target.isEmpty else { continue }
                    waiting.append(String(target))
                }
            }
            #expect(seen.count > 150)
        }
    }

    @Test(arguments: Engine.available) func whatIsNotPublishedIsNowhere(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await test.draft("NOTICE", Samples.notice.with(["title": "尚未公开的通知"]))
            let filed = Samples.notice.with([
                "title": "不主动公开的通知", "disclosure": "on-request", "disclosure-reason": "内部事项",
            ])
            let item = try await test.publish("NOTICE", filed)
            #expect(item.state == .filed)
            for path in [
                "/", "/shiqiao", "/shiqiao/columns/news/notices", "/shiqiao/feed", "/search?q=%E9%80%9A%E7%9F%A5",
            ] {
                let text = try await test.get(path).text
                #expect(!text.contains("尚未公开的通知") && !text.contains("不主动公开的通知"), "\(path)")
            }
        }
    }
}
