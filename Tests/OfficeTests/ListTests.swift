import Disclosure
import TestKit
import Testing
import Text

/// The list of items, the duties explained, and both languages.
@Suite struct ListTests {
    @Test(arguments: Engine.available) func theListIsNarrowed(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            _ = try await test.newItem(Samples.vessel.with("title", "甲船检查100%合格"))
            _ = try await test.newItem(Samples.vessel.with("title", "乙船检查ABC"), as: .colleague)
            _ = try await test.newItem(Samples.norm, as: .colleague)
            let cases: [(query: String, titles: [String])] = [
                ("", ["甲船", "乙船", "渔港安全管理办法"]),
                ("?state=draft", ["甲船", "乙船"]),
                ("?state=review", ["渔港安全管理办法"]),
                ("?state=published", []),
                ("?duty=NORM", ["渔港安全管理办法"]),
                ("?mine=1", ["甲船"]),
                ("?q=abc", ["乙船"]),
                ("?q=%25", ["甲船"]),
                ("?q=_", []),
                ("?q=%E8%88%B9&duty=VESSEL&state=draft&mine=1", ["甲船"]),
                ("?state=nonsense&duty=NOPE", ["甲船", "乙船", "渔港安全管理办法"]),
            ]
            for (query, titles) in cases {
                let page = try await test.get("/office/items\(query)", as: .editor)
                for title in ["甲船", "乙船", "渔港安全管理办法"] {
                    #expect(page.says(title) == titles.contains(title), "\(query) \(title)")
                }
                if titles.isEmpty { #expect(page.says("没有符合条件的信息"), "\(query)") }
            }
        }
    }

    @Test(arguments: Engine.available) func theListGoesBackAndForth(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            for number in 1...65 {
                let title = "第\(number)艘船"
                _ = try await test.newItem(
                    Samples.vessel.with("title", title).with("item_do", number % 2 == 0 ? "submit" : "save")
                )
                if number % 7 == 0 { test.clock.advance(milliseconds: 1) }
            }
            func titles(_ page: Answer) -> [String] {
                (1...65).map { "第\($0)艘船" }.filter { page.says(">\($0)</a>") }
            }
            let first = try await test.get("/office/items?q=%E8%89%98", as: .editor)
            #expect(titles(first).count == 30 && !first.says("rel=\"prev\""))
            let second = try await test.get(
                try #require(first.text(between: "rel=\"next\" href=\"", and: "\"")).unescaped,
                as: .editor
            )
            let third = try await test.get(
                try #require(second.text(between: "rel=\"next\" href=\"", and: "\"")).unescaped,
                as: .editor
            )
            #expect(titles(second).count == 30 && titles(third).count == 5 && !third.says("rel=\"next\""))
            #expect(Set(titles(first) + titles(second) + titles(third)).count == 65)
            let back = try await test.get(
                try #require(third.text(between: "rel=\"prev\" href=\"", and: "\"")).unescaped,
                as: .editor
            )
            #expect(titles(back) == titles(second))
            let start = try await test.get(
                try #require(back.text(between: "rel=\"prev\" href=\"", and: "\"")).unescaped,
                as: .editor
            )
            #expect(titles(start) == titles(first))
            #expect(!start.says("rel=\"prev\""))
            #expect(try await test.get("/office/items?older=nonsense", as: .editor).status == 200)
        }
    }

    @Test(arguments: Engine.available) func dutiesAreExplained(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let list = try await test.get("/office/duties", as: .auditor)
            #expect(list.says("海上安全", "/office/duties/VESSEL", "自「检查日期」起10个工作日内"))
            let page = try await test.get("/office/duties/VESSEL", as: .editor)
            #expect(page.says("《某省海上安全生产条例》（某省人大公告第9号）第十二条第二款", "仅当「检查结果」为「停航整改」", "起草一条"))
            #expect(page.says("合法性审核（「检查结果」为「停航整改」时）", "政府网站、短信", "公开时只保留姓氏"))
            #expect(try await test.get("/office/duties/VESSEL", as: .secrecy).says("起草一条") == false)
            #expect(try await test.get("/office/duties/NOPE", as: .editor).status == 404)
        }
    }

    /// Every duty of the catalogue is explained in both languages.
    @Test func everyDutyHasItsPage() async throws {
        try await TestApp.run(on: .sqlite) { test async throws in
            let bound = try #require(test.app.catalogue.duties.first { $0.boundTo != nil })
            let page = try await test.get("/office/duties/\(bound.code)", as: .editor)
            #expect(page.says("同组织、同审签、同部署"))
            for duty in test.app.catalogue.duties {
                #expect(
                    try await test.get("/office/duties/\(duty.code)", as: .editor).says(duty.name.zh),
                    "\(duty.code)"
                )
                #expect(
                    try await test.get("/en/office/duties/\(duty.code)", as: .editor).says("Content elements"),
                    "\(duty.code)"
                )
            }
        }
    }

    /// In English nothing but the records themselves is Chinese, and all links stay English.
    @Test(arguments: Engine.available) func theOfficeSpeaksEnglish(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let pages: [(String, Seat)] = [
                ("", .editor), ("/items", .editor), ("/items/new", .editor), ("/items/new?duty=VESSEL", .editor),
                ("/items/\(id)", .editor), ("/items/\(id)/versions/1", .editor), ("/duties", .editor),
                ("/account", .editor),
                ("/people", .administrator), ("/people/new", .administrator), ("/settings", .administrator),
                ("/settings/columns", .administrator), ("/settings/names", .administrator), ("/audit", .administrator),
            ]
            for (path, seat) in pages {
                let page = try await test.get("/en/office\(path)", as: seat)
                #expect(page.status == 200 && page.says("<html lang=\"en\"", "Sign out"), "\(path)")
                // Only the two links to the same page in Chinese leave English.
                #expect(page.text.split(separator: "href=\"/office").count == 3, "\(path)")
                #expect(!page.says("action=\"/office"), "\(path)")
            }
            #expect(try await test.get("/en/office/sign-in").says("Sign-in name", "<html lang=\"en\""))
            #expect(try await test.get("/en/office").location == "/en/office/sign-in?next=%2Foffice")
        }
    }

    @Test func theStyleGuideIsShown() async throws {
        try await TestApp.run(on: .sqlite) { test async throws in
            #expect(try await test.get("/office/style-guide", as: .editor).says("样式指南"))
        }
    }
}

extension String {
    /// An address out of an attribute.
    fileprivate var unescaped: String { replacing("&amp;", with: "&") }
}
