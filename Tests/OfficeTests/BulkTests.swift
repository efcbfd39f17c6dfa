import Database
import Disclosure
import TestKit
import Testing

/// Several items at once: previewed exactly, confirmed, each done on its own, and never twice.
@Suite struct BulkTests {
    private static func chosen(_ ids: [String]) -> [(String, String)] { ids.map { ("item", $0) } }

    /// Every hidden field of the confirmation, as a browser sends it.
    private static func confirmation(_ preview: Answer) throws -> [(String, String)] {
        let form = try #require(preview.text(between: "action=\"/office/bulk/run\"", and: "</form>"))
        return form.split(separator: "<input type=\"hidden\" name=\"").dropFirst().compactMap { part in
            let pieces = part.split(separator: "\"", omittingEmptySubsequences: false)
            return pieces[0] == "csrf" ? nil : (String(pieces[0]), String(pieces[2]))
        }
    }

    private static func confirm(_ test: TestApp, _ preview: Answer, as seat: Seat) async throws -> Answer {
        let done = try await test.post("/office/bulk/run", as: seat, form: try confirmation(preview))
        return try await test.get(try #require(done.location, "\(done.text)"), as: seat)
    }

    @Test(arguments: Engine.available) func draftsAreSubmittedTogether(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            var ids: [String] = []
            for number in 1...3 {
                ids.append(try await test.newItem(Samples.vessel.with("title", "虚构渔\(number)号")))
            }
            ids.append(try await test.itemInReview())
            let page = try await test.get("/office/bulk?act=submit", as: .editor)
            #expect(page.says("虚构渔1号", "虚构渔3号", "name=\"item\"", "预览"))
            let preview = try await test.post(
                "/office/bulk",
                as: .editor,
                form: Self.chosen(ids) + [("act", "submit")]
            )
            #expect(preview.says("还没有办理", "将办理", "不能办理", "只有草稿可以提交审查", "依次须有：保密审查、签发", "确认办理这 3 条"))
            #expect(try await test.item(ids[0]).state == .draft, "a preview does nothing")
            let first = ids[0]
            let trail = try await test.app.database.read { try $0.audit.about(first).map(\.act) }
            #expect(!trail.contains("item.submit"))

            let form = try Self.confirmation(preview)
            let done = try await test.post("/office/bulk/run", as: .editor, form: form)
            let result = try await test.get(try #require(done.location), as: .editor)
            #expect(result.says("已办理 3 条") && !result.says("未办理"))
            for id in ids { #expect(try await test.item(id).state == .review) }

            // Sent again, it leads to the same result and does nothing more.
            let again = try await test.post("/office/bulk/run", as: .editor, form: form)
            #expect(again.location == done.location)
            #expect(try await test.get(try #require(again.location), as: .editor).says("已办理 3 条"))
            #expect(try await test.get(try #require(done.location), as: .colleague).status == 404)
        }
    }

    /// Whatever changed after the preview is left alone, with its reason; the others are done.
    @Test(arguments: Engine.available) func whatChangedAfterThePreviewIsLeft(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let ids = [try await test.newItem(), try await test.newItem()]
            let preview = try await test.post("/office/bulk", as: .editor, form: Self.chosen(ids) + [("act", "submit")])
            let base = try await test.item(ids[0]).currentVersion.text
            let change = Samples.vessel.with("vessel", "乙船") + [("item_base", base)]
            #expect(try await test.post("/office/items/\(ids[0])/edit", as: .colleague, form: change).status == 303)
            let result = try await Self.confirm(test, preview, as: .editor)
            #expect(result.says("已办理 1 条，未办理 1 条", "预览之后又有人修改了这条信息"))
            #expect(try await test.item(ids[0]).state == .draft)
            #expect(try await test.item(ids[1]).state == .review)
        }
    }

    /// An opinion stands under the text that was read; what the scan found is not passed in a row.
    @Test(arguments: Engine.available) func opinionsAreGivenOnWhatWasShown(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let clean = [try await test.itemInReview(), try await test.itemInReview()]
            let found = try await test.itemInReview(Samples.vessel.with("text", "联系电话：13800138000。"))
            let form = Self.chosen(clean + [found]) + [("act", "opinion"), ("opinion", "secrecy")]
            let preview = try await test.post("/office/bulk", as: .secrecy, form: form)
            #expect(preview.says("经检查，该船救生设备齐全", "须单独审查并写明理由", "确认办理这 2 条"))
            #expect(try await Self.confirm(test, preview, as: .secrecy).says("已办理 2 条"))

            let sign = Self.chosen(clean + [found]) + [("act", "opinion"), ("opinion", "sign-off")]
            let last = try await test.post("/office/bulk", as: .approver, form: sign)
            #expect(last.says("签发并公开", "还在等待：保密审查", "经检查，该船救生设备齐全"))
            let size = try await test.app.database.read { try $0.ledger.size() }
            #expect(size == 0, "a preview takes no number")
            #expect(try await Self.confirm(test, last, as: .approver).says("已办理 2 条"))
            for id in clean { #expect(try await test.item(id).state == .published) }
            let leaves = try await test.app.database.read { try $0.ledger.size() }
            #expect(leaves == 2)
            #expect(try await test.post("/office/bulk", as: .editor, form: sign).status == 403)
        }
    }

    @Test(arguments: Engine.available) func itemsAreMovedAndDeliveriesRecorded(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let (section, channel) = try await test.app.database.read { tx in
                (
                    try #require(try tx.agencies.sections(of: test.agency.id).first),
                    try #require(try tx.channels.all(of: test.agency.id).first)
                )
            }
            let draft = try await test.newItem()
            let shown = try await test.publishedItem()
            let move = Self.chosen([draft, shown]) + [("act", "move"), ("section", section.id.text)]
            let preview = try await test.post("/office/bulk", as: .editor, form: move)
            #expect(preview.says("科室：无 → 办公室", "不能移动"))
            _ = try await Self.confirm(test, preview, as: .editor)
            #expect(try await test.item(draft).section == section.id)

            let deliver: [(String, String)] = [
                ("act", "deliver"), ("channel", channel.id.text), ("delivered-on", "2024-03-04"), ("receipt", "移送清单一"),
            ]
            let wrong = try await test.post("/office/bulk", as: .editor, form: Self.chosen([draft]) + deliver)
            #expect(wrong.says("信息公开后才能登记发布记录") && !wrong.says("确认办理"))
            let record = try await test.post("/office/bulk", as: .editor, form: Self.chosen([shown]) + deliver)
            let sent = try Self.confirmation(record)
            for _ in 1...2 { #expect(try await test.post("/office/bulk/run", as: .editor, form: sent).status == 303) }
            let deliveries = try await test.app.database.read { try $0.channels.deliveries(of: ID(shown)) }
            #expect(deliveries.count { $0.receipt == "移送清单一" } == 1, "sent twice, recorded once")
        }
    }

    @Test(arguments: Engine.available) func mistakesComeBackWithTheChoice(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            let none = try await test.post("/office/bulk", as: .editor, form: [("act", "submit")])
            #expect(none.status == 422 && none.says("请勾选信息"))
            let nowhere = try await test.post("/office/bulk", as: .editor, form: [("act", "move"), ("item", id)])
            #expect(nowhere.status == 422 && nowhere.says("请选择栏目或科室", "value=\"\(id)\" checked"))
            let foreign = try await test.post("/office/bulk", as: .stranger, form: [("act", "submit"), ("item", id)])
            #expect(!foreign.says("虚构渔") && !foreign.says("确认办理"))
            let forged = try await test.post(
                "/office/bulk/run",
                as: .stranger,
                form: [("act", "submit"), ("bulk", "01HR3FK1M01KXNWF9CY1BYXVEP"), ("chosen", "\(id).\(id)")]
            )
            #expect(forged.status == 303)
            #expect(try await test.item(id).state == .draft)
            #expect(try await test.get("/office/bulk", as: .auditor).says("没有可以批量办理的信息"))
        }
    }
}
