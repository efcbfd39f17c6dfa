import Civil
import Database
import Disclosure
import Foundation
import TestKit
import Testing

/// Publication before an opinion is written, and publication at a set moment.
@Suite struct UrgentTests {
    @Test(arguments: Engine.available) func anUrgentPublicationOwesUntilItIsSettled(engine: Engine) async throws {
        try await TestApp.runAtHarbour(on: engine) { test in
            let id = try await test.itemInReview(Samples.order)
            let path = "/office/items/\(id)/urgent-publication"
            let approver = try #require(test.people[.approver]).id.text
            let version = try await test.item(id).currentVersion.text
            let form = [
                ("version", version), ("deferred", "legal"), ("deferred", "sign-off"), ("agreed-by", approver),
                ("means", "telephone"), ("reason", "险情需要立即告知"),
            ]
            let early = try await test.post(path, as: .officer, form: form)
            #expect(early.status == 409 && early.says("还缺：保密审查", "险情需要立即告知"))
            try await test.opine("secrecy", on: id, as: .secrecy)
            let secrecy = try await test.post(path, as: .officer, form: form.with("deferred", "secrecy"))
            #expect(secrecy.status == 422 && secrecy.says("保密审查必须先行"))
            let nobody = try await test.post(path, as: .officer, form: form.with("agreed-by", nil).with("means", nil))
            #expect(nobody.status == 422 && nobody.says("请选择同意公开的签发领导", "请选择以何种方式同意"))
            let silent = try await test.post(
                path,
                as: .officer,
                form: [("version", version), ("deferred", "legal"), ("deferred", "sign-off")]
            )
            let asked = ["请选择同意公开的签发领导", "请选择以何种方式同意", "请写明理由"].compactMap { silent.text.range(of: $0)?.lowerBound }
            #expect(asked.count == 3 && asked == asked.sorted(), "the mistakes stand in the order of the form")
            #expect(try await test.post(path, as: .officer, form: form).location?.contains("published") == true)
            #expect(try await test.get("/shiqiao/items/SHIQIAO-HARBOUR-2024-00001").status == 200)

            let desk = try await test.get("/office", as: .approver)
            #expect(desk.says("紧急公开后欠签发", "欠办", "/office/items/\(id)/opinions/sign-off"))
            #expect(try await test.get("/office", as: .legal).says("紧急公开后欠合法性审核"))
            // Whoever agreed by word has the approver's part, and nobody else takes the author's.
            try await test.opine("sign-off", on: id, as: .approver)
            try await test.opine("legal", on: id, as: .legal, verdict: "send-back", reason: "依据不足")
            #expect(try await test.get("/office", as: .approver).says("紧急公开后欠签发") == false)
            #expect(try await test.get("/office", as: .officer).says("合法性审核不同意：请撤回或者修订"))
            let settled = try await test.app.database.read { try $0.debts.all(of: ID(id)) }
            #expect(settled.map(\.isRefused) == [true, false])
            #expect(try await test.item(id).state == .published)
        }
    }

    @Test(arguments: Engine.available) func onlyWhatIsUrgentByLawIsPublishedUrgently(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.opine("secrecy", on: id, as: .secrecy)
            let page = try await test.get("/office/items/\(id)/urgent-publication", as: .officer)
            #expect(page.says("只有限时以小时计或者当日公开的事项"))
            let form = [("version", try await test.item(id).currentVersion.text), ("deferred", "sign-off")]
            #expect(
                try await test.post("/office/items/\(id)/urgent-publication", as: .officer, form: form).status == 409
            )
        }
    }

    @Test(arguments: Engine.available) func aScheduledItemBecomesPublicByItself(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.opine("secrecy", on: id, as: .secrecy)
            let path = "/office/items/\(id)/opinions/sign-off"
            let version = try await test.item(id).currentVersion.text
            let form = [("version", version), ("verdict", "pass"), ("publish-at", "明天早上")]
            let wrong = try await test.post(path, as: .approver, form: form)
            #expect(wrong.status == 422 && wrong.says("请填写日期和时间", "明天早上"))
            let signed = try await test.post(path, as: .approver, form: form.with("publish-at", "2024-03-05 08:30"))
            #expect(signed.location?.contains("scheduled") == true)
            try await test.runJobs()
            #expect(try await test.item(id).state == .scheduled)
            #expect(try await test.get("/office/items/\(id)/edit", as: .editor).status == 409)
            let back = try await test.post("/office/items/\(id)/schedule", as: .approver, form: [("reason", "")])
            #expect(back.status == 422)
            test.clock.set(try #require(Instant.read("2024-03-05 08:30")))
            try await test.runJobs()
            let item = try await test.item(id)
            #expect(item.state == .published && item.publishedAt == Instant.read("2024-03-05 08:30"))
            #expect(try await test.get("/shiqiao/items/SHIQIAO-VESSEL-2024-00001").status == 200)
        }
    }

    @Test(arguments: Engine.available) func aScheduledItemCanBeTakenBack(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.opine("secrecy", on: id, as: .secrecy)
            let version = try await test.item(id).currentVersion.text
            let form = [("version", version), ("verdict", "pass"), ("publish-at", "2024-03-05 08:30")]
            _ = try await test.post("/office/items/\(id)/opinions/sign-off", as: .approver, form: form)
            let taken = try await test.post("/office/items/\(id)/schedule", as: .approver, form: [("reason", "数字要核对")])
            #expect(taken.status == 303)
            test.clock.set(try #require(Instant.read("2024-03-06 08:30")))
            try await test.runJobs()
            #expect(try await test.item(id).state == .draft)
            test.forgetSessions()
            let page = try await test.get("/office/items/\(id)", as: .editor)
            #expect(page.says("数字要核对"), "\(page.status) \(page.text)")
        }
    }
}
