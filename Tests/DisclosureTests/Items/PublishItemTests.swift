import Crypto
import Database
import Disclosure
import TestKit
import Testing
import Text

/// The way of one item, from the form to the ledger, and every step that is refused.
@Suite struct PublishItemTests {
    @Test(arguments: Engine.available) func aPenaltyWalksTheWholeWay(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var item = try await test.submit(test.draft(Samples.penalty, under: "PEN"))
            item = try await test.opine(.secrecy, item, by: .secrecy)
            item = try await test.opine(.legal, item, by: .legal)
            #expect(item.state == .review)
            item = try await test.opine(.signOff, item, by: .approver)
            #expect(item.state == .published)
            #expect(item.leafID == "SHIQIAO-PEN-2024-00001")
            #expect(item.leafIndex == 0)
            #expect(item.indexNumber == "MB0A00018/2024-00001")
            #expect(item.publicVersion == item.currentVersion)

            let leafID = try #require(item.leafID)
            let leaf = try await test.app.database.read { try $0.ledger.leaves(of: leafID).first }
            let version = try #require(await test.version(of: item))
            let duty = try #require(test.app.catalogue.duty("PEN"))
            let commitment = SHA256.hash(data: version.salt + version.publicBytes(of: duty))
            let text = String(decoding: try #require(leaf).bytes, as: UTF8.self)
            #expect(
                text == """
                    disclosure-entry/v1
                    id SHIQIAO-PEN-2024-00001
                    event publish
                    kind pen
                    body sha256:\(Hex.text(commitment))
                    prev -
                    basis safety2021/78.2
                    date 2024-03-04

                    """
            )
            #expect(!String(decoding: version.publicBytes(of: duty), as: UTF8.self).contains("王五"))

            try await test.runJobs()
            let id = item.id
            let deliveries = try await test.app.database.read { try $0.channels.deliveries(of: id) }
            #expect(deliveries.map(\.receipt) == ["/shiqiao/items/SHIQIAO-PEN-2024-00001"])
            let acts = try await test.app.database.read { try $0.audit.about(id.text).map(\.act) }
            #expect(
                acts == [
                    "item.draft", "item.submit", "item.opinion", "item.opinion", "item.opinion", "item.publish",
                ]
            )
        }
    }

    @Test(arguments: Engine.available) func aChangedCommaVoidsTheOpinions(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var item = try await test.submit(test.draft(Samples.news, under: "NEWS"))
            item = try await test.opine(.secrecy, item, by: .secrecy)
            let read = item
            item = try await test.save(item, Samples.news.with("text", "会议总结了2023年工作部署了春季安全生产检查。"))
            #expect(item.state == .review)
            await #expect(throws: Refusal.self) { try await test.opine(.signOff, item, by: .approver) }
            // Whoever had the old version before the eyes cannot sign the new one by it.
            await #expect {
                try await test.opine(.secrecy, read, by: .secrecy)
            } throws: {
                if case Refusal.conflict = $0 { true } else { false }
            }
            item = try await test.opine(.secrecy, item, by: .secrecy)
            item = try await test.opine(.signOff, item, by: .approver)
            #expect(item.state == .published)
        }
    }

    @Test(arguments: Engine.available) func savingTheSameWordsKeepsTheVersion(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let item = try await test.draft(Samples.news, under: "NEWS")
            let again = try await test.save(item, Samples.news)
            #expect(again.currentVersion == item.currentVersion)
        }
    }

    @Test(arguments: Engine.available) func twoEditorsAtOnceConflict(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let item = try await test.draft(Samples.news, under: "NEWS")
            _ = try await test.save(item, Samples.news.with("title", "甲的标题"))
            await #expect {
                try await test.save(item, Samples.news.with("title", "乙的标题"), by: .colleague)
            } throws: {
                if case Refusal.conflict = $0 { true } else { false }
            }
        }
    }

    @Test(arguments: Engine.available) func sentBackItemsMustBeChanged(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var item = try await test.submit(test.draft(Samples.news, under: "NEWS"))
            await #expect(throws: Refusal.self) {
                try await test.opine(.secrecy, item, by: .secrecy, verdict: .sendBack, reason: "")
            }
            item = try await test.opine(.secrecy, item, by: .secrecy, verdict: .sendBack, reason: "请删去会场地点")
            #expect(item.state == .draft)
            #expect(item.returnedReason == "请删去会场地点")
            let returned = item
            await #expect(throws: Refusal.self) { try await test.submit(returned) }
            item = try await test.submit(test.save(item, Samples.news.with("text", "会议部署了检查。")))
            #expect(item.state == .review)
            #expect(item.returnedReason == nil)
        }
    }

    @Test(arguments: Engine.available) func whatIsNotProactiveIsFiled(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let typed = Samples.news.with("disclosure", "not-open").with("disclosure-reason", "内部工作流程")
            var item = try await test.submit(test.draft(typed, under: "NEWS"))
            item = try await test.opine(.secrecy, item, by: .secrecy)
            item = try await test.opine(.signOff, item, by: .approver)
            #expect(item.state == .filed)
            #expect(item.leafID == nil)
            let size = try await test.app.database.read { try $0.ledger.size() }
            #expect(size == 0)
        }
    }

    @Test(arguments: Engine.available) func aPolicyThatIsNotOpenGoesToTheDisclosureOfficeFirst(engine: Engine)
        async throws
    {
        try await TestApp.run(on: engine) { test in
            let duty = try #require(test.app.catalogue.duty("POLICY"))
            var content = ItemContent()
            content["disclosure"] = "on-request"
            let review = Review(needed: duty.neededOpinions(for: content), given: [])
            #expect(review.open == [.disclosureOffice])
            content["disclosure"] = "proactive"
            #expect(!duty.neededOpinions(for: content).contains(.disclosureOffice))
        }
    }

    @Test(arguments: Engine.available) func aFindingBlocksUntilTheSecrecyReviewerSaysWhy(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let typed = Samples.news.with("text", "联系人身份证号 999999199001010016，请核对。")
            var item = try await test.submit(test.draft(typed, under: "NEWS"))
            let blocked = item
            await #expect {
                try await test.opine(.secrecy, blocked, by: .secrecy)
            } throws: {
                if case Refusal.invalid(let problems) = $0 { problems.map(\.key) == ["reason"] } else { false }
            }
            item = try await test.opine(.secrecy, item, by: .secrecy, reason: "演示用的不存在的号码")
            let version = item.currentVersion
            let opinion = try await test.app.database.read { try $0.items.opinions(on: version).first }
            #expect(opinion?.cleared.contains("1") == true)
            #expect(opinion?.cleared.contains("999999") == false)
        }
    }

    @Test(arguments: Engine.available) func serialsHaveNoGapsWhenASignatureFails(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let first = try await test.publishedNews()
            await #expect(throws: Refusal.self) {
                try await test.app.database.write { tx in
                    // A whole publication that is thrown away at the end takes nothing with it.
                    let item = try SaveDraft(duty: "NEWS", typed: Samples.news, actor: test.actor(.editor))
                        .perform(tx, in: test.app)
                    _ = try SubmitItem(id: item.id, actor: test.actor(.editor)).perform(tx, in: test.app)
                    for (kind, seat) in [(OpinionKind.secrecy, Seat.secrecy), (.signOff, .approver)] {
                        _ = try GiveOpinion(
                            id: item.id,
                            version: item.currentVersion,
                            kind: kind,
                            verdict: .pass,
                            actor: test.actor(seat)
                        ).perform(tx, in: test.app)
                    }
                    throw Refusal.notFound
                }
            }
            let second = try await test.publishedNews()
            #expect([first.leafIndex, second.leafIndex] == [0, 1])
            #expect([first.leafID, second.leafID] == ["SHIQIAO-NEWS-2024-00001", "SHIQIAO-NEWS-2024-00002"])
            #expect([first.indexNumber, second.indexNumber] == ["MB0A00018/2024-00001", "MB0A00018/2024-00002"])
        }
    }

    @Test(arguments: Engine.available) func datesOutsideTheHolidayTableAreRefusedBesideTheirField(
        engine: Engine
    ) async throws {
        try await TestApp.run(on: engine) { test in
            await #expect {
                try await test.draft(Samples.news.with("formed-on", "2001-05-08"), under: "NEWS")
            } throws: {
                if case Refusal.invalid(let problems) = $0 {
                    problems.first?.key == "formed-on" && problems.first?.message.zh.contains("2001") == true
                } else {
                    false
                }
            }
        }
    }
}
