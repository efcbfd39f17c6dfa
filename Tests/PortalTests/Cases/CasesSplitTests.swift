import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// What an applicant sees of a case that became several, and what everybody sees of how applicants were served.
@Suite struct CasesSplitTests {
    @Test(arguments: Engine.available) func theOtherMattersAreOpenedFromTheFirst(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let (code, file) = try await test.fileCase("request", Applicants.person + Applicants.request)
            try await test.record("confirm", to: file.id)
            let parts = try await SplitCase(file.id, keeping: "检查计划", into: ["处罚决定清单"], actor: test.actor(.cases))
                .run(in: test.app)
            let part = try #require(parts.first)
            let page = try await test.openCase(code, "000-1234567")
            #expect(page.says("分开办理的办件", "打开 \(part.number)", "本件办理的事项", "检查计划"))
            let way = "/shiqiao/cases\" method=\"post\" novalidate><input type=\"hidden\" name=\"access\" value=\""
            let ticket = try #require(page.text.split(separator: way, maxSplits: 1).last?.prefix { $0 != "\"" })
            let opened = try await test.post("/shiqiao/cases", form: [("access", String(ticket))])
            #expect(opened.status == 200 && opened.says(part.number, "处罚决定清单", "打开 \(file.number)"))
            let english = try await test.post("/en/shiqiao/cases", form: [("access", String(ticket))])
            #expect(english.says("Cases of the other matters", "Open \(file.number)"))
        }
    }

    @Test(arguments: Engine.available) func ratingsAreCountedForEverybody(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            #expect(try await !test.get("/shiqiao/ask").says("人评价"))
            for (index, mark) in ["5", "4", "2"].enumerated() {
                let asked = [
                    ("subject", "问题\(index)"), ("description", "烟花爆竹零售证怎么办？"), ("publish", "refused"),
                ]
                let (code, file) = try await test.fileCase("consultation", Applicants.person + asked)
                if file.state == "received" { try await test.record("take", to: file.id) }
                try await test.record("settle", to: file.id, ["outcome": "answered", "answer": "请到窗口办理。"])
                let page = try await test.openCase(code, "000-1234567")
                #expect(try await test.act("events", "rate", on: page, [("rating", mark)]).status == 200)
            }
            #expect(try await test.get("/shiqiao/ask").says("近一年 3 人评价，2 人满意（4分以上）"))
            #expect(try await test.get("/en/shiqiao/ask").says("3 rated it, 2 were satisfied"))
            test.clock.advance(milliseconds: Instant.hours(24 * 400))
            #expect(try await !test.get("/shiqiao/ask").says("人评价"))
        }
    }
}
