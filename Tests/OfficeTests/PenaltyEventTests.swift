import Civil
import Disclosure
import TestKit
import Testing

/// A penalty that no longer holds comes down within three working days of that day (行政处罚法 art 48).
@Suite struct PenaltyEventTests {
    private static let asking = [
        ("ground", "penalty-void"), ("reason", "决定被撤销"), ("evidence", "复议决定书〔2024〕1号"),
    ]

    @Test(arguments: Engine.available) func theDeskCountsFromTheDayOfTheEvent(engine: Engine) async throws {
        try await TestApp.runAtHarbour(on: engine) { test in
            let id = try await test.publishedOrder(Samples.order)
            let path = "/office/items/\(id)/withdrawal"
            #expect(try await test.get(path, as: .editor).says("name=\"event-on\"", "第四十八条"))
            let bare = try await test.post(path, as: .editor, form: Self.asking)
            #expect(bare.status == 422 && bare.says("三个工作日从这一天算起", "复议决定书〔2024〕1号"))
            let early = try await test.post(path, as: .editor, form: Self.asking.with("event-on", "2024-03-05"))
            #expect(early.status == 422 && early.says("日期不能晚于今天", "2024-03-05"))
            // Friday; the three working days end on Wednesday.
            let asked = try await test.post(path, as: .editor, form: Self.asking.with("event-on", "2024-03-01"))
            #expect(asked.status == 303, "\(asked.text)")

            for seat in [Seat.editor, .officer, .approver] {
                #expect(try await test.get("/office", as: seat).says("处罚决定不再有效", "还剩 2 个工作日"), "\(seat)")
            }
            #expect(try await test.get("/office", as: .stranger).says("处罚决定不再有效") == false)
            let page = try await test.get("/office/items/\(id)", as: .editor)
            #expect(page.says("还剩 2 个工作日", "2024年3月6日到期", "如何计算", "行政处罚法》第四十八条", "class=\"days\""))
            #expect(
                try await test.get("/en/office/items/\(id)", as: .editor).says(
                    "2 working days left",
                    "due on 6 March 2024"
                )
            )

            test.clock.advance(days: 3)
            test.forgetSessions()
            #expect(try await test.get("/office", as: .editor).says("处罚决定不再有效", "已逾期 1 个工作日"))
            #expect(try await test.get("/office/items/\(id)", as: .approver).says("已逾期 1 个工作日"))

            for seat in [Seat.approver, .everybody] {
                let decided = try await test.post("\(path)/decision", as: seat, form: [("verdict", "pass")])
                #expect(decided.status == 303, "\(decided.text)")
            }
            #expect(try await test.item(id).state == .withdrawn)
            #expect(try await test.get("/office", as: .editor).says("处罚决定不再有效") == false)
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("第四十八条", "2024年3月7日"))
        }
    }

    /// A penalty that was changed is put right by a revision, within the same time.
    @Test(arguments: Engine.available) func aChangedPenaltyIsCountedToo(engine: Engine) async throws {
        try await TestApp.runAtHarbour(on: engine) { test in
            let id = try await test.publishedOrder(Samples.order)
            let path = "/office/items/\(id)/revision"
            let form = [("ground", "penalty-changed"), ("reason", "复议变更")]
            let bare = try await test.post(path, as: .editor, form: form)
            #expect(bare.status == 422 && bare.says("三个工作日从这一天算起"))
            let begun = try await test.post(path, as: .editor, form: form.with("event-on", "2024-03-04"))
            #expect(begun.status == 303, "\(begun.text)")
            #expect(try await test.get("/office", as: .approver).says("处罚决定不再有效", "还剩 3 个工作日"))
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("正在修订", "2024年3月7日到期"))
            #expect(try await test.post("\(path)/removal", as: .editor).status == 303)
            #expect(try await test.get("/office", as: .approver).says("处罚决定不再有效") == false)
        }
    }

    /// What is no penalty has no such ground, and other grounds need no day.
    @Test(arguments: Engine.available) func otherItemsAreNotAskedForIt(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            for act in ["revision", "withdrawal"] {
                let page = try await test.get("/office/items/\(id)/\(act)", as: .editor)
                #expect(page.status == 200 && !page.says("event-on") && !page.says("penalty-"), "\(act)")
            }
            let form = [("ground", "penalty-changed"), ("reason", "变更"), ("event-on", "2024-03-04")]
            let refused = try await test.post("/office/items/\(id)/revision", as: .editor, form: form)
            #expect(refused.status == 422 && refused.says("请选择修订理由"))
            let asked = try await test.post(
                "/office/items/\(id)/withdrawal",
                as: .editor,
                form: [("ground", "error"), ("reason", "发错了")]
            )
            #expect(asked.status == 303)
            #expect(try await test.get("/office", as: .approver).says("处罚决定不再有效") == false)
        }
    }
}
