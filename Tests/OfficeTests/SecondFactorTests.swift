import Civil
import Database
import Disclosure
import Foundation
import TestKit
import Testing

/// The second factor: set up, asked for, lost, demanded, reset.
@Suite struct SecondFactorTests {
    private static let page = "/office/account/second-factor"

    /// The code that the person's telephone shows, so many half minutes from now.
    private func code(_ test: TestApp, _ seat: Seat, later: Int64 = 0) async throws -> String {
        let id = try #require(test.people[seat]).id
        let factor = try await test.app.database.read { try $0.secondFactors.find(id) }
        let secret = try #require(factor).secret(in: test.app)
        return TimeCode.code(secret, step: TimeCode.step(at: test.clock.now) + later)
    }

    /// Sets a second factor up for a seat and gives the recovery codes; the telephone's next code is a new one.
    private func setUp(_ test: TestApp, _ seat: Seat) async throws -> [String] {
        _ = try await test.post(Self.page, as: seat, form: [("do", "begin")])
        let form = [("do", "confirm"), ("code", try await code(test, seat))]
        let on = try await test.post(Self.page, as: seat, form: form)
        try #require(on.status == 200 && on.says("请现在抄下恢复码"), "\(on.text)")
        test.clock.advance(milliseconds: TimeCode.stepLength)
        return on.text.components(separatedBy: "<li><code>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }

    private func signIn(_ test: TestApp, _ seat: Seat, next: String? = nil) async throws -> (cookie: String, to: String)
    {
        var form = [("login", seat.rawValue), ("password", Seat.password)]
        if let next { form.append(("next", next)) }
        let answer = try await test.post("/office/sign-in", form: form)
        let cookie = try #require(answer.headers["set-cookie"], "\(answer.text)")
        return (String(cookie.prefix { $0 != ";" }), try #require(answer.location))
    }

    /// Sends a code with the half-open session of a cookie.
    private func send(_ test: TestApp, _ code: String, _ cookie: String, next: String = "") async throws -> Answer {
        let token = SecretToken(String(cookie.drop { $0 != "=" }.dropFirst()))
        return try await test.post(
            "/office/sign-in/code",
            form: [("code", code), ("next", next), ("csrf", token.formToken)],
            headers: ["cookie": cookie]
        )
    }

    @Test(arguments: Engine.available) func signingInTakesTwoSteps(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let codes = try await setUp(test, .editor)
            #expect(codes.count == 8 && Set(codes).count == 8 && codes.allSatisfy { $0.utf8.count == 19 })
            let half = try await signIn(test, .editor, next: "/office/items")
            #expect(half.to == "/office/sign-in/code?next=%2Foffice%2Fitems")
            // The password alone opens nothing.
            for path in ["/office", "/office/items", "/office/account", "/office/account/second-factor"] {
                let answer = try await test.get(path, headers: ["cookie": half.cookie])
                #expect(answer.status == 303 && answer.location?.hasPrefix("/office/sign-in/code") == true, "\(path)")
            }
            let page = try await test.get(half.to, headers: ["cookie": half.cookie])
            #expect(page.says("输入动态口令", "one-time-code") && page.hidden("next") == "/office/items")
            let wrong = try await send(test, "000000", half.cookie)
            #expect(wrong.status == 422 && wrong.says("id=\"field-code-error\"") && !wrong.says("000000"))
            let right = try await code(test, .editor)
            let answer = try await send(test, right, half.cookie, next: "/office/items")
            #expect(answer.location == "/office/items")
            let whole = String(try #require(answer.headers["set-cookie"]).prefix { $0 != ";" })
            #expect(whole != half.cookie, "a token known before the code opens nothing after it")
            #expect(try await test.get("/office", headers: ["cookie": whole]).status == 200)
            #expect(try await test.get("/office", headers: ["cookie": half.cookie]).status == 303)
            // The same code is not taken again, from whomever it comes.
            let thief = try await signIn(test, .editor)
            #expect(try await send(test, right, thief.cookie).status == 422)
        }
    }

    @Test(arguments: Engine.available) func theSecretIsSealed(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await test.post(Self.page, as: .editor, form: [("do", "begin")])
            let id = try test.actor(.editor).person
            let factor = try #require(await test.app.database.read { try $0.secondFactors.find(id) })
            let secret = try factor.secret(in: test.app)
            #expect(secret.count == 20 && factor.sealed.bytes.count == 20 + 12 + 16)
            #expect(!Hex.text(factor.sealed.bytes).contains(Hex.text(secret)))
            let page = try await test.get(Self.page, as: .editor)
            let spaced = page.text.replacing(" ", with: "")
            #expect(spaced.contains(Base32.text(secret)) && page.says("otpauth://totp/"))
            // Another person's row does not open with it.
            let colleague = try test.actor(.colleague).person
            var moved = factor
            moved.person = colleague
            #expect(throws: KeyRing.Failure.damaged) { try moved.secret(in: test.app) }
        }
    }

    @Test(arguments: Engine.available) func aRecoveryCodeWorksOnce(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let codes = try await setUp(test, .editor)
            let first = try #require(codes.first)
            let half = try await signIn(test, .editor)
            #expect(
                try await send(test, first.lowercased().replacing("-", with: " "), half.cookie).location == "/office"
            )
            let again = try await signIn(test, .editor)
            #expect(try await send(test, first, again.cookie).status == 422)
            let stored = try await test.app.database.read { try $0.rows("SELECT code_hash FROM recovery_code") }
            #expect(try !stored.contains { try $0.text("code_hash").contains(first) })
        }
    }

    /// Wrong codes lock the account like wrong passwords, and right passwords in between do not help.
    @Test(arguments: Engine.available) func wrongCodesLockTheAccount(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await setUp(test, .editor)
            for _ in 1...5 {
                let half = try await signIn(test, .editor)
                #expect(try await send(test, "123 456", half.cookie).status == 422)
                test.clock.advance(milliseconds: 7_000)
            }
            let door = try await test.post(
                "/office/sign-in",
                form: [("login", "editor"), ("password", Seat.password)]
            )
            #expect(door.status == 422 && door.says("账号已锁定至"))
            test.clock.advance(milliseconds: 120_000)
            let half = try await signIn(test, .editor)
            #expect(try await send(test, code(test, .editor), half.cookie).location == "/office")
            let person = try await test.app.database.read { try $0.people.find(login: "editor") }
            #expect(person?.failures == 0)
        }
    }

    @Test(arguments: Engine.available) func theHalfOpenDoorClosesAfterTenMinutes(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await setUp(test, .editor)
            let half = try await signIn(test, .editor)
            test.clock.advance(milliseconds: Session.codeTime)
            #expect(
                try await send(test, code(test, .editor), half.cookie).location?.hasPrefix("/office/sign-in") == true
            )
        }
    }

    /// A role demands it: whoever has none sets it up before anything else, and cannot switch it off.
    @Test(arguments: Engine.available) func aRoleDemandsIt(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            #expect(try await test.get("/office", as: .approver).status == 200)
            let demand = [("roles", "approver"), ("roles", "secrecy-reviewer")]
            let saved = try await test.post("/office/people/safety", as: .administrator, form: demand)
            #expect(saved.location == "/office/people/safety?did=changed")
            let safety = try await test.get("/office/people/safety", as: .administrator)
            #expect(safety.says("value=\"approver\" checked", "须设置"))
            let turned = try await test.get("/office/items", as: .approver)
            #expect(turned.location == "/office/account/second-factor?next=%2Foffice%2Fitems")
            #expect(try await test.get("/office", as: .editor).status == 200)
            let page = try await test.get(Self.page, as: .approver)
            #expect(page.status == 200 && page.says("您的角色必须使用动态口令"))
            _ = try await test.post(Self.page, as: .approver, form: [("do", "begin")])
            let form = [("do", "confirm"), ("code", try await code(test, .approver))]
            let on = try await test.post(Self.page, as: .approver, form: form)
            let cookie = String(try #require(on.headers["set-cookie"]).prefix { $0 != ";" })
            #expect(try await test.get("/office/items", headers: ["cookie": cookie]).status == 200)
            test.clock.advance(milliseconds: 30_000)
            let token = SecretToken(String(cookie.drop { $0 != "=" }.dropFirst()))
            let off = try await test.post(
                Self.page,
                form: [("do", "off"), ("code", try await code(test, .approver)), ("csrf", token.formToken)],
                headers: ["cookie": cookie]
            )
            #expect(off.status == 409 && off.says("不能关闭"))
        }
    }

    @Test(arguments: Engine.available) func anAdministratorResetsIt(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await setUp(test, .editor)
            let id = try #require(test.people[.editor]).id
            #expect(try await test.get("/office/people/\(id)", as: .administrator).says("重置动态口令"))
            let answer = try await test.post("/office/people/\(id)/second-factor", as: .administrator)
            #expect(answer.location == "/office/people/\(id)?did=factor-reset")
            #expect(try await signIn(test, .editor).to == "/office")
            let trail = try await test.app.database.read { try $0.audit.about(id.text).map(\.act) }
            #expect(trail.contains("person.second-factor-on") && trail.contains("person.second-factor-reset"))
            let own = try #require(test.people[.administrator]).id
            let refused = try await test.post("/office/people/\(own)/second-factor", as: .administrator)
            #expect(refused.status == 409 && refused.says("不能重置自己的动态口令"))
            let stranger = try #require(test.people[.stranger]).id
            #expect(try await test.post("/office/people/\(stranger)/second-factor", as: .administrator).status == 404)
        }
    }

    /// The one-time link sets the password, and the code is asked for all the same.
    @Test(arguments: Engine.available) func aLinkDoesNotGoAroundIt(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            _ = try await setUp(test, .editor)
            let id = try #require(test.people[.editor]).id
            let link = try await MakeOneTimeLink(person: id, actor: test.actor(.administrator)).run(in: test.app)
            let password = "three blind mice run"
            let answer = try await test.post(
                "/office/welcome/\(link.text)",
                form: [("password", password), ("password-again", password)]
            )
            let cookie = String(try #require(answer.headers["set-cookie"]).prefix { $0 != ";" })
            let inside = try await test.get("/office", headers: ["cookie": cookie])
            #expect(inside.location?.hasPrefix("/office/sign-in/code") == true)
        }
    }

    /// When the key file is lost, recovery codes still let people in, for they are hashed and not sealed.
    @Test(arguments: Engine.available) func aLostKeyLeavesTheRecoveryCodes(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let codes = try await setUp(test, .editor)
            var app = test.app
            app.keys = KeyRing([Array(repeating: 9, count: 32)])
            let token = try await SignIn(login: "editor", password: Seat.password).run(in: app)
            let session = try #require(await app.session(token))
            let lost = app
            await #expect(throws: KeyRing.Failure.self) {
                try await ShowCode(typed: "123456", session: session).run(in: lost)
            }
            let whole = try await ShowCode(typed: codes[1], session: session).run(in: app)
            #expect(try await app.session(whole)?.stage == .whole)
        }
    }
}
