import Database
import Disclosure
import TestKit
import Testing
import Text

/// Search finds exactly what a plain scan finds, on both engines.
@Suite struct SearchTests {
    static let texts = [
        "会议总结了2023年工作，部署了春季安全生产检查。",
        "应。当与应当：标点隔开的字不连成词。",
        "GB/T 9704-2012 党政机关公文格式；Work Safety Law",
        "安全第一、生产第二。",
        "㐂𠮷野家位于2024年工作区，全角ＡＢＣ１２３。",
        "产",
        String(repeating: "很长的法律条文，", count: 4_000) + "最后一句在这里。",
    ]

    static let queries = [
        "安全", "安全生产", "应当", "当", "产", "2023年工作", "2023", "202", "work", "Work Safety", "wor", "abc123", "𠮷野",
        "最后一句", "法律条文，很长", "\"安全 生产\"", "安全 会议", "GB/T 9704", "没有的词", "年", "全角", "工作区",
    ]

    @Test(arguments: Engine.available) func hitsEqualAPlainScan(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var items: [(item: Item, title: String, body: String)] = []
            for (number, text) in Self.texts.enumerated() {
                let item = try await test.publishedNews(
                    Samples.news.with("title", "第\(number)条 安全动态").with("text", text)
                )
                let version = try #require(await test.version(of: item))
                let duty = try #require(test.app.catalogue.duty("NEWS"))
                let (title, body) = version.searchText(of: duty)
                items.append((item, title, body))
            }
            for typed in Self.queries {
                let query = try #require(SearchQuery(typed))
                let found = try await test.app.database.read { tx in
                    (
                        try tx.search.items(matching: query, in: test.agency, before: nil, limit: 100).map(\.id),
                        try tx.search.count(of: query, in: nil)
                    )
                }
                let expected = items.filter { item in
                    query.matches(normalised: SearchText.normalise(item.title + "\n" + item.body))
                }.map(\.item.id)
                #expect(found.0 == expected.reversed(), "\(typed)")
                #expect(found.1 == expected.count, "\(typed)")
            }
        }
    }

    @Test(arguments: Engine.available) func anAgencySeesOnlyItsOwn(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await test.publishedNews()
            let query = try #require(SearchQuery("安全"))
            let hits = try await test.app.database.read { tx in
                (
                    try tx.search.count(of: query, in: test.agency), try tx.search.count(of: query, in: test.neighbour),
                    try tx.search.count(of: query, in: nil)
                )
            }
            #expect(hits == (1, 0, 1))
        }
    }

    @Test(arguments: Engine.available) func whatIsNeverPublishedIsNeverFound(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var item = try await test.submit(test.draft(Samples.penalty, under: "PEN"))
            item = try await test.opine(.secrecy, item, by: .secrecy)
            item = try await test.opine(.legal, item, by: .legal)
            _ = try await test.opine(.signOff, item, by: .approver)
            let counts = try await test.app.database.read { tx in
                try ["王五", "王某", "虚构化工", "应急演练"].map { typed in
                    try SearchQuery(typed).map { try tx.search.count(of: $0, in: nil) }
                }
            }
            #expect(counts == [0, 1, 1, 1])
        }
    }
}
