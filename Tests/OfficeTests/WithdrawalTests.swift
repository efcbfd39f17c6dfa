import Civil
import Database
import Disclosure
import Foundation
import TestKit
import Testing

/// What comes down leaves a tombstone that says what its ground allows; channels outside are cleared with proof.
@Suite struct WithdrawalTests {
    @Test(arguments: Engine.available) func aWithdrawalLeavesNothingButItsTombstone(engine: Engine) async throws {
        try await TestApp.runAtHarbour(on: engine) { test in
            let id = try await test.publishedOrder(Samples.order)
            let path = "/office/items/\(id)/withdrawal"
            let page = "/shiqiao/items/SHIQIAO-HARBOUR-2024-00001"
            let before = try await test.get(page)
            #expect(before.says("虚构码头甲有限公司", "石应急〔2024〕7号"))
            let bare = try await test.post(path, as: .editor, form: [("ground", "penalty-void"), ("reason", "撤销")])
            #expect(bare.status == 422 && bare.says("请写明作为依据的文书名称和文号", "撤销"))
            let asked = try await test.post(
                path,
                as: .everybody,
                form: [
                    ("ground", "penalty-void"), ("reason", "决定被撤销"), ("evidence", "复议决定书〔2024〕1号"),
                    ("event-on", "2024-03-04"),
                ]
            )
            #expect(asked.location == "/office/items/\(id)?did=asked")
            #expect(try await test.get(page).status == 200)
            #expect(
                try await test.post(path, as: .editor, form: [("ground", "error"), ("reason", "再次")]).status == 409
            )

            // Who asked does not decide; one agreement is not enough for this duty.
            let own = try await test.post("\(path)/decision", as: .everybody, form: [("verdict", "pass")])
            #expect(own.status == 409 && own.says("申请人以外"))
            #expect(try await test.get("/office", as: .approver).says("决定撤回"))
            #expect(try await test.get("/office/items/\(id)", as: .approver).says("\(path)/decision", "0 / 2"))
            #expect(try await test.get("/office/items/\(id)", as: .everybody).says("\(path)/decision") == false)
            let first = try await test.post("\(path)/decision", as: .approver, form: [("verdict", "pass")])
            #expect(first.location == "/office/items/\(id)?did=passed")
            let again = try await test.post("\(path)/decision", as: .approver, form: [("verdict", "pass")])
            #expect(again.status == 409 && again.says("另一位领导"))
            #expect(try await test.get(page).status == 200)
        }
    }

    @Test(arguments: Engine.available, [("rights", false), ("error", true), ("secret", false)])
    func theTombstoneSaysWhatItsGroundAllows(engine: Engine, ground: (name: String, keepsTitle: Bool)) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let page = "/shiqiao/items/SHIQIAO-VESSEL-2024-00001"
            try await test.withdraw(id, ground.name)
            for language in ["", "/en"] {
                let stone = try await test.get(language + page)
                #expect(stone.status == 410)
                #expect(stone.says("MB0A00018/2024-00001", "noindex"))
                let said = language.isEmpty ? "已停止公开</h" : "no longer public</h"
                #expect(stone.text.components(separatedBy: said).count == 2, "it is said once")
                #expect(stone.text.contains("虚构渔0001") == ground.keepsTitle)
            }
            for path in ["/shiqiao", "/shiqiao/feed", "/shiqiao/search?q=虚构渔", "/shiqiao/columns/sea/vessels", "/"] {
                #expect(try await test.get(path).says("虚构渔0001") == false, "\(path)")
            }
            for file in ["proof.txt", "public-version", "changes/0"] {
                #expect(try await test.get("\(page)/\(file)").status == 404)
            }
            let leaves = try await test.app.database.read { try $0.ledger.entries(of: "SHIQIAO-VESSEL-2024-00001") }
            #expect(leaves.map(\.event) == [.publish, .withdraw])
            #expect(leaves.last?.commitment == nil)
            #expect(try await test.item(id).state == .withdrawn)
        }
    }

    @Test(arguments: Engine.available) func aRefusedWithdrawalChangesNothing(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let path = "/office/items/\(id)/withdrawal"
            _ = try await test.post(path, as: .editor, form: [("ground", "error"), ("reason", "发错了")])
            #expect(try await test.post("\(path)/decision", as: .approver, form: []).says("请选择同意或者不同意"))
            let silent = try await test.post("\(path)/decision", as: .approver, form: [("verdict", "send-back")])
            #expect(silent.status == 422 && silent.says("请写明理由"))
            let form = [("verdict", "send-back"), ("reason", "没有发错")]
            #expect(
                try await test.post("\(path)/decision", as: .approver, form: form).location?.contains("refused") == true
            )
            #expect(try await test.item(id).state == .published)
            #expect(
                try await test.post(path, as: .editor, form: [("ground", "error"), ("reason", "再议")]).status == 303
            )
        }
    }

    /// What was withdrawn for its content comes back under its number; what was withdrawn as a secret does not.
    @Test(arguments: Engine.available) func whatWasWithdrawnByMistakeComesBack(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            try await test.withdraw(id, "error")
            #expect(
                try await test.post("/office/items/\(id)/reopening", as: .editor).location?.contains("reopened") == true
            )
            #expect(try await test.get("/shiqiao/items/SHIQIAO-VESSEL-2024-00001").status == 410)
            try await test.revise(id, Samples.vessel.with("vessel", "虚构渔0005"))
            _ = try await test.post("/office/items/\(id)/review", as: .editor)
            try await test.opine("secrecy", on: id, as: .secrecy)
            try await test.opine("sign-off", on: id, as: .approver)
            let page = try await test.get("/shiqiao/items/SHIQIAO-VESSEL-2024-00001")
            #expect(page.status == 200 && page.says("虚构渔0005", "恢复公开"))
            let leaves = try await test.app.database.read { try $0.ledger.entries(of: "SHIQIAO-VESSEL-2024-00001") }
            #expect(leaves.map(\.event) == [.publish, .withdraw, .restore])
            try await test.withdraw(id, "secret")
            #expect(try await test.post("/office/items/\(id)/reopening", as: .editor).status == 409)
        }
    }

    @Test(arguments: Engine.available) func channelsOutsideAreClearedWithProof(engine: Engine) async throws {
        try await TestApp.runAtHarbour(on: engine) { test in
            let id = try await test.publishedOrder(Samples.order)
            let board = try await test.channel(.noticeBoard)
            let delivered = try await test.post(
                "/office/items/\(id)/deliveries",
                as: .editor,
                form: [("channel", board), ("delivered-on", "2024-03-04"), ("receipt", "照片 1")]
            )
            #expect(delivered.status == 303, "\(delivered.text)")
            test.clock.set(Instant.start(of: try #require(CivilDate("2024-06-05"))))
            test.forgetSessions()
            try await test.endDisplays()
            #expect(try await test.item(id).state == .expired)
            let stone = try await test.get("/shiqiao/items/SHIQIAO-HARBOUR-2024-00001")
            #expect(stone.status == 410 && stone.says("公示期满") && !stone.says("虚构码头甲") && !stone.says("7号"))
            #expect(try await test.get("/office", as: .editor).says("其他渠道还在"))
            let path = "/office/items/\(id)/takedowns"
            let bare = try await test.post(path, as: .editor, form: [("channel", board), ("done-on", "2024-07-01")])
            #expect(bare.status == 422 && bare.says("下线日期不能晚于今天", "请写明凭证"))
            let form = [("channel", board), ("done-on", "2024-06-05"), ("evidence", "照片 2")]
            #expect(try await test.post(path, as: .editor, form: form).status == 303)
            #expect(try await test.get("/office", as: .editor).says("其他渠道还在") == false)
            #expect(try await test.get("/office/items/\(id)", as: .auditor).says("照片 2"))
        }
    }
}
