import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// What the nights found, on the desks and pages of those who can see to it.
@Suite struct DueTests {
    private static func go(_ test: TestApp, to day: String) throws {
        test.clock.set(Instant.start(of: try #require(CivilDate(day))).adding(milliseconds: Instant.hours(9)))
        test.forgetSessions()
    }

    @Test(arguments: Engine.available) func aLateItemStandsOnTheOfficersDesk(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            #expect(try await test.get("/office/due", as: .officer).says("没有到期事项"))
            try Self.go(test, to: "2024-04-01")
            try await test.night(.lateItems)
            for path in ["/office", "/office/due", "/office/due?kind=late-item"] {
                let page = try await test.get(path, as: .officer)
                #expect(page.says("到期提醒", "/office/items/\(id)", "渔船安全检查结果，应于2024年3月15日前公开"), "\(path)")
            }
            #expect(try await test.get("/en/office/due", as: .officer).says("What is due", "Past its time limit"))
            #expect(!(try await test.get("/office", as: .administrator)).says("到期提醒"))
            #expect(try await test.get("/office/due", as: .stranger).says("没有到期事项"))
        }
    }

    @Test(arguments: Engine.available) func administratorsHearOfMissingHolidays(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try Self.go(test, to: "2026-11-20")
            try await test.night(.holidayTable)
            let desk = try await test.get("/office", as: .administrator)
            #expect(desk.says("2027年", "还没有这一年的放假安排"))
            #expect(!(try await test.get("/office", as: .editor)).says("2027年"))
        }
    }

    @Test(arguments: Engine.available) func aDeadLinkShowsOnItsItem(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let form = Samples.vessel.with("publisher", "某办").with("publisher-link", "https://example.org/a")
            let id = try await test.publishedItem(form)
            #expect(try await test.get("/office/items/\(id)", as: .officer).says("公布地址检查", "尚未检查"))
            test.links.answer(.answers(410), at: "https://example.org/a")
            for _ in 1...2 {
                try await test.night(.links)
                test.clock.advance(days: 1)
            }
            test.forgetSessions()
            #expect(try await test.get("/office/items/\(id)", as: .officer).says("对方网站回答 410"))
            #expect(try await test.get("/office/due", as: .officer).says("公布地址打不开", "/office/items/\(id)#bonds"))
        }
    }

    @Test(arguments: Engine.available) func aRefusalIsAssessedOnItsPage(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let closed = Samples.vessel.with("disclosure", "not-open") + [("disclosure-reason", "内部事务")]
            let id = try await test.itemInReview(closed)
            try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(try await test.opine("sign-off", on: id, as: .approver).location?.hasSuffix("did=filed") == true)
            try Self.go(test, to: "2025-03-05")
            try await test.night(.refusals)
            #expect(try await test.get("/office/due", as: .officer).says("/office/items/\(id)/assessment"))
            let path = "/office/items/\(id)/assessment"
            #expect(try await test.get(path, as: .officer).says("再次评估", "2025年3月4日", "仍不予公开"))
            let bare = try await test.post(path, as: .officer, form: [("outcome", "open")])
            #expect(bare.status == 422 && bare.says("请写明理由", "checked"))
            let kept = try await test.post(path, as: .officer, form: [("outcome", "still-closed"), ("reason", "仍属内部")])
            #expect(kept.location == "\(path)?did=assessed")
            #expect(try await test.get(path, as: .officer).says("以往评估", "仍属内部", "2026年3月5日"))
            let open = try await test.post(path, as: .officer, form: [("outcome", "open"), ("reason", "情况变化")])
            let next = try #require(open.location)
            let form = try await test.get(next, as: .officer)
            #expect(form.says("虚构渔0001", "value=\"proactive\" checked") && !form.says("内部事务"))
            let early = try await test.post(
                "/office/items/\(try await test.newItem())/assessment",
                as: .officer,
                form: [("outcome", "open"), ("reason", "a")]
            )
            #expect(early.status == 409)
        }
    }

    @Test(arguments: Engine.available) func theBacklogIsHandedOverTogether(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            #expect(try await test.get("/office/hand-over", as: .officer).says("没有查阅点渠道"))
            try await AddAgencyPart(
                .channel(code: "library", kind: .readingPoint, name: Phrase(zh: "县图书馆", en: "County library")),
                to: test.agency.id,
                actor: nil
            ).run(in: test.app)
            let channels = try await test.app.database.read { try $0.channels.all(of: test.agency.id) }
            let channel = try #require(channels.first { $0.code == "library" })
            let id = try await test.publishedItem()
            try Self.go(test, to: "2024-04-02")
            let page = try await test.get("/office/hand-over?channel=\(channel.id)", as: .officer)
            #expect(page.says("尚未移送", "虚构渔0001", "value=\"\(id)\" checked", "预览移送登记"))
            let form = [
                ("act", "deliver"), ("channel", channel.id.text), ("item", id), ("delivered-on", "2024-04-02"),
                ("receipt", "清单 2024-1，图书馆张某签收"),
            ]
            let preview = try await test.post("/office/bulk", as: .officer, form: form)
            #expect(preview.says("登记发布记录：县图书馆，2024-04-02", "确认办理这 1 条"))
            let version = try await test.item(id).currentVersion
            let bulk = try #require(preview.hidden("bulk"))
            let confirm = form.with("item", nil) + [("bulk", bulk), ("chosen", "\(id).\(version)")]
            #expect(try await test.post("/office/bulk/run", as: .officer, form: confirm).status == 303)
            let after = try await test.get("/office/hand-over?channel=\(channel.id)", as: .officer)
            #expect(after.says("没有积压", "移送明细表", "清单 2024-1，图书馆张某签收"))
        }
    }
}
