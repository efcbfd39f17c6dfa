import Civil
import Database
import Disclosure
import TestKit
import Testing

/// Standing in for somebody: a lent role works for its days, and brings no two parts of a version into one hand.
@Suite struct DelegationTests {
    private func lend(
        _ test: TestApp,
        _ roles: [Role],
        from giver: Seat,
        to taker: Seat,
        days: (Int, Int) = (0, 4),
        by actor: Seat? = nil
    ) async throws -> Answer {
        let today = test.clock.now.date
        let form = [
            ("do", "delegate"), ("taker", try test.actor(taker).person.text), ("from", today.adding(days: days.0).iso),
            ("to", today.adding(days: days.1).iso),
        ]
        let own = actor == nil || actor == giver
        let path = own ? "/office/account/delegations" : "/office/people/\(try test.actor(giver).person)/delegations"
        return try await test.post(path, as: actor ?? giver, form: form + roles.map { ("roles", $0.rawValue) })
    }

    @Test(arguments: Engine.available) func aLentRoleWorksForItsDays(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(try await test.get("/office/items/\(id)/opinions/sign-off", as: .legal).status == 403)
            let answer = try await lend(test, [.approver], from: .approver, to: .legal, days: (1, 3))
            #expect(answer.location == "/office/account/delegations?did=delegated")
            // Not before its first day.
            #expect(try await test.get("/office/items/\(id)/opinions/sign-off", as: .legal).status == 403)
            test.clock.advance(days: 1)
            test.forgetSessions()
            let desk = try await test.get("/office", as: .legal)
            #expect(desk.says("虚构渔0001号", "（代测试approver）", "签发"))
            #expect(try await test.get("/en/office", as: .legal).says("(for 测试approver)"))
            let signed = try await test.opine("sign-off", on: id, as: .legal)
            #expect(signed.location?.hasSuffix("did=published") == true, "\(signed.text)")
            let (legal, approver) = (try test.actor(.legal).person, try test.actor(.approver).person)
            let entries = try await test.app.database.read { try $0.audit.about(id) }
            let publication = try #require(entries.first { $0.act == "item.publish" })
            #expect(publication.person == legal && publication.forPerson == approver)
            #expect(entries.filter { $0.forPerson != nil }.map(\.act).sorted() == ["item.opinion", "item.publish"])
            // The opinion is the taker's own; the item's page and the trail say in whose place.
            let opinions = try await test.app.database.read { try $0.items.opinions(of: ID(id)) }
            #expect(opinions.contains { $0.kind == .signOff && $0.person == legal })
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("测试legal（代测试approver）"))
            #expect(try await test.get("/office/audit", as: .auditor).says("测试legal（代测试approver）"))
            // And not after its last day.
            test.clock.advance(days: 3)
            test.forgetSessions()
            let second = try await test.itemInReview(Samples.vessel.with("title", "虚构渔0002号安全检查结果"))
            try await test.opine("secrecy", on: second, as: .secrecy)
            let late = try await test.opine("sign-off", on: second, as: .legal)
            #expect(late.status == 403)
            #expect(try await test.get("/office", as: .legal).says("代测试approver") == false)
            try await test.runJobs()
        }
    }

    /// Whoever reviewed or wrote a version does not sign it, however the role came.
    @Test(arguments: Engine.available) func threePeopleRemainThree(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            _ = try await lend(test, [.approver], from: .approver, to: .secrecy)
            _ = try await lend(test, [.approver], from: .approver, to: .editor)
            _ = try await lend(test, [.secrecyReviewer], from: .secrecy, to: .editor)
            let id = try await test.itemInReview()
            let own = try await test.opine("secrecy", on: id, as: .editor)
            #expect(own.status == 409 && own.says("起草、审查、签发须由三人分别办理"))
            try await test.opine("secrecy", on: id, as: .secrecy)
            for seat in [Seat.secrecy, .editor] {
                let refused = try await test.opine("sign-off", on: id, as: seat)
                #expect(refused.status == 409 && refused.says("起草、审查、签发须由三人分别办理"), "\(seat)")
            }
            let signed = try await test.opine("sign-off", on: id, as: .approver)
            #expect(signed.location?.hasSuffix("did=published") == true)
            try await test.runJobs()
        }
    }

    /// What a giver no longer has cannot be lent on, nor what was itself lent.
    @Test(arguments: Engine.available) func onlyOnesOwnCanBeLent(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            _ = try await lend(test, [.approver], from: .approver, to: .legal)
            let onward = try await lend(test, [.approver], from: .legal, to: .editor)
            #expect(onward.status == 422 && onward.says("受委托得来的角色不能委托"))
            #expect(try await lend(test, [.administrator], from: .administrator, to: .editor).status == 422)
            #expect(try await lend(test, [.approver], from: .approver, to: .auditor).says("审计员只查阅"))
            #expect(try await lend(test, [.approver], from: .approver, to: .stranger).says("本机关的另一位"))
            #expect(try await lend(test, [.approver], from: .approver, to: .approver).status == 422)
            #expect(try await lend(test, [], from: .approver, to: .legal).status == 422)
            #expect(try await lend(test, [.approver], from: .approver, to: .legal, days: (-1, 2)).says("今天或以后"))
            #expect(try await lend(test, [.approver], from: .approver, to: .legal, days: (3, 2)).says("不早于开始"))
            let long = try await lend(test, [.approver], from: .approver, to: .legal, days: (0, 184))
            #expect(long.says("一次最多 184 天", "value=\"approver\" checked"))
            // The giver loses the role: what hangs on it goes too.
            let id = try test.actor(.approver).person
            let form = [("name", "测试approver"), ("roles", "editor"), ("standing", "active")]
            _ = try await test.post("/office/people/\(id)", as: .administrator, form: form)
            let today = test.clock.now.date
            let legal = try test.actor(.legal).person
            #expect(try await test.app.database.read { try $0.delegations.lent(to: legal, on: today) } == [:])
        }
    }

    /// An administrator does it for somebody who fell ill; giver, taker and administrator can end it, nobody else.
    @Test(arguments: Engine.available) func whoMayLendAndEnd(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let made = try await lend(test, [.approver], from: .approver, to: .legal, by: .administrator)
            let approver = try test.actor(.approver).person
            #expect(made.location == "/office/people/\(approver)/delegations?did=delegated")
            #expect(try await lend(test, [.approver], from: .approver, to: .legal, by: .officer).status == 403)
            let page = try await test.get("/office/account/delegations", as: .legal)
            #expect(page.says("测试approver", "签发领导", "进行中", "结束委托"))
            let delegation = try #require(await test.app.database.read { try $0.delegations.all(of: approver).first })
            let end = "/office/delegations/\(delegation.id)/end"
            #expect(try await test.post(end, as: .officer).status == 404)
            #expect(try await test.post(end, as: .legal).location == "/office/account/delegations?did=delegation-ended")
            #expect(try await test.post(end, as: .approver).status == 409)
            let acts = try await test.app.database.read { try $0.audit.about(approver.text).map(\.act) }
            #expect(acts.contains("delegation.give") && acts.contains("delegation.end"))
        }
    }

    /// A lent role that demands a second factor demands it of who stands in.
    @Test(arguments: Engine.available) func aLentRoleDemandsItsSecondFactor(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            _ = try await test.post("/office/people/safety", as: .administrator, form: [("roles", "approver")])
            #expect(try await test.get("/office", as: .legal).status == 200)
            let approver = try test.actor(.approver)
            let today = test.clock.now.date
            let days = try DaySpan(from: today.iso, to: today.iso, today: today)
            let legal = try test.actor(.legal).person
            try await Delegate(giver: approver.person, taker: legal, roles: [.approver], days: days, actor: approver)
                .run(in: test.app)
            let turned = try await test.get("/office", as: .legal)
            #expect(turned.location?.hasPrefix("/office/account/second-factor") == true)
        }
    }
}
