import Civil
import Database
import Disclosure
import Foundation
import TestKit
import Testing

/// The public version stays until the revision is signed; a dropped one leaves nothing behind.
@Suite struct RevisionTests {
    @Test(arguments: Engine.available) func aRevisionReplacesThePublicVersionOnlyWhenSigned(engine: Engine) async throws
    {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let path = "/office/items/\(id)/revision"
            let page = "/shiqiao/items/SHIQIAO-VESSEL-2024-00001"
            #expect(try await test.get("/office/items/\(id)/edit", as: .editor).status == 409)
            let bare = try await test.post(path, as: .editor, form: [("reason", "")])
            #expect(bare.status == 422 && bare.says("请选择修订理由", "请写明理由"))

            let started = try await test.post(
                path,
                as: .editor,
                form: [("ground", "correction"), ("reason", "船名写错")]
            )
            #expect(started.location == "/office/items/\(id)/edit")
            #expect(try await test.post("/office/items/\(id)/review", as: .editor).status == 409)
            try await test.revise(id, Samples.vessel.with("vessel", "虚构渔0009").with("text", "更正后的海上正文。"))
            #expect(try await test.get(page).says("虚构渔0001"))
            #expect(try await test.get("/shiqiao/search?q=更正后").says("虚构渔0001号安全检查结果") == false)
            #expect(try await test.get("/office", as: .editor).says("修订：草稿"))
            // What carries the public version is not struck through, and that it is public is said once.
            let revised = try await test.get("/office/items/\(id)", as: .editor)
            #expect(revised.says("正在修订") && !revised.says("已作废"))
            #expect(revised.text.components(separatedBy: ">已公开<").count == 2, "\(revised.text)")

            _ = try await test.post("/office/items/\(id)/review", as: .editor)
            #expect(try await test.get("/office", as: .secrecy).says("/office/items/\(id)/opinions/secrecy"))
            try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(try await test.get(page).says("虚构渔0001"))
            try await test.opine("sign-off", on: id, as: .approver)

            let shown = try await test.get(page)
            #expect(shown.says("虚构渔0009", "更正后的海上正文", "修订", "看改了什么") && !shown.says("虚构渔0001</"))
            #expect(try await test.get("/shiqiao/search?q=更正后").says("SHIQIAO-VESSEL-2024-00001"))
            #expect(try await test.get("/shiqiao/search?q=救生设备齐全").says("SHIQIAO-VESSEL-2024-00001") == false)
            let change = try await test.get("\(page)/changes/1")
            #expect(change.says("修订前后对照", "<del>", "0001", "0009", "更正后的海上正文"))
            let item = try await test.item(id)
            #expect(item.leafIndex == 0 && item.indexNumber == "MB0A00018/2024-00001" && item.revision == nil)
            let leaves = try await test.app.database.read { try $0.ledger.entries(of: "SHIQIAO-VESSEL-2024-00001") }
            #expect(leaves.map(\.event) == [.publish, .revise])
            #expect(leaves.last?.value("basis") == "reg2019/6" && leaves.last?.value("prev") == leaves.first?.hash)
        }
    }

    @Test(arguments: Engine.available) func aDroppedRevisionLeavesThePublicVersion(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let form = [("ground", "changed"), ("reason", "有变化")]
            for round in 1...2 {
                _ = try await test.post("/office/items/\(id)/revision", as: .editor, form: form)
                try await test.revise(id, Samples.vessel.with("text", "第 \(round) 次没有用上的正文。"))
                #expect(try await test.post("/office/items/\(id)/revision/removal", as: .editor).status == 303)
            }
            let item = try await test.item(id)
            #expect(item.currentVersion == item.publicVersion && item.revision == nil)
            #expect(try await test.post("/office/items/\(id)/revision/removal", as: .editor).status == 409)
            let comparison = try await test.get("/office/items/\(id)/comparison?from=1&to=3", as: .auditor)
            #expect(comparison.says("第 1 版与第 3 版", "第 2 次没有用上的正文"))
            #expect(try await test.get("/office/items/\(id)/comparison?from=1&to=9", as: .auditor).status == 404)
        }
    }

    /// What is public does not become closed by a revision; and only what is public is revised.
    @Test(arguments: Engine.available) func aRevisionCannotCloseWhatIsPublic(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.publishedItem()
            let form = [("ground", "masking"), ("reason", "隐去内容")]
            _ = try await test.post("/office/items/\(id)/revision", as: .editor, form: form)
            let base = try await test.item(id).currentVersion.text
            let closed =
                Samples.vessel.with("disclosure", "not-open") + [("disclosure-reason", "内部"), ("item_base", base)]
            let answer = try await test.post("/office/items/\(id)/edit", as: .editor, form: closed)
            #expect(answer.status == 422 && answer.says("请按法定依据申请撤回"))
            let draft = try await test.newItem()
            let early = try await test.post("/office/items/\(draft)/revision", as: .editor, form: form)
            #expect(early.status == 409 && early.says("没有在公开"))
        }
    }
}
