import Database
import Disclosure
import TestKit
import Testing

/// No space on the disk: said in words, nothing typed is lost, nothing wrong is served, and it works
/// again by itself.
@Suite struct OutageTests {
    private static let begins = SQL.only(.sqlite, "PRAGMA max_page_count = 1")
    private static let ends = SQL.only(.sqlite, "PRAGMA max_page_count = 1073741823")

    @Test func aFullDiskIsSaidAndWorksAgain() async throws {
        try await TestApp.runAtSea(on: .sqlite) { test in
            let item = try await test.publishedItem()
            let leaf = try await test.item(item).leafID ?? ""
            _ = try await test.token(of: .editor)
            try await test.app.database.writeUnordered { _ = try $0.rows(Self.begins) }

            // Longer than the space that the file has left.
            let form = Samples.vessel.with("text", String(repeating: "第一行\n<b>第二行</b>\n", count: 4000))
            let refused = try await test.post("/office/items", as: .editor, form: form)
            #expect(refused.status == 503)
            #expect(refused.headers["retry-after"] == "30")
            #expect(refused.says("服务器磁盘已满", "您填写的内容还在这一页里", "再提交一次", "第一行\n&lt;b&gt;第二行"))
            #expect(refused.hidden("vessel") == "虚构渔0001")
            #expect(refused.says("action=\"/office/items\""))
            let english = try await test.post("/en/office/items", as: .editor, form: form)
            #expect(
                english.says(
                    "Tell the operator to make room on the disk",
                    "what you typed is kept in this page",
                    "action=\"/en/office/items\""
                )
            )

            // Reading goes on, also of somebody whose last use cannot be written down.
            #expect(try await test.get("/shiqiao/items/\(leaf)").status == 200)
            test.clock.advance(milliseconds: 300_000)
            #expect(try await test.get("/office/items", as: .editor).status == 200)
            // One line for both.
            #expect(test.log.errors.count == 1)
            test.log.forget()

            try await test.app.database.writeUnordered { _ = try $0.rows(Self.ends) }
            #expect(try await test.post("/office/items", as: .editor, form: form).status == 303)
            let report = try await CheckDatabase(test.app.database).run()
            #expect(report.isSound, "\(report.results.flatMap(\.flaws))")
        }
    }

    /// A password is never sent back, not even in a page that nobody else sees.
    @Test func passwordsAreNotKeptInThePage() async throws {
        try await TestApp.runAtSea(on: .sqlite) { test in
            try await test.app.database.writeUnordered { _ = try $0.rows(Self.begins) }
            let form = [("login", "editor"), ("password", Seat.password)]
            var refused: Answer?
            for _ in 0..<500 {
                let answer = try await test.post("/office/sign-in", form: form)
                guard answer.status == 503 else { continue }
                refused = answer
                break
            }
            let page = try #require(refused)
            #expect(!page.says(Seat.password) && !page.says("再提交一次") && page.says("已保存的内容不受影响"))
            test.log.forget()
            try await test.app.database.writeUnordered { _ = try $0.rows(Self.ends) }
        }
    }
}
