import Database
import Disclosure
import TestKit
import Testing
import Text

/// Signing in, being locked out, one-time links and passwords.
@Suite struct SignInTests {
    @Test(arguments: Engine.available) func fiveWrongPasswordsShutTheAccount(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            for _ in 1...5 {
                await #expect(throws: Refusal.self) {
                    try await SignIn(login: "editor", password: "wrong").run(in: test.app)
                }
            }
            // Locked even for the right password, and only then it says so.
            await #expect {
                try await SignIn(login: "editor", password: Seat.password).run(in: test.app)
            } throws: {
                if case Refusal.signInFailed(let words) = $0 { words.zh.contains("09:01") } else { false }
            }
            test.clock.advance(milliseconds: 61_000)
            _ = try await SignIn(login: "editor", password: Seat.password).run(in: test.app)
            let person = try await test.app.database.read { try $0.people.find(login: "editor") }
            #expect(person?.failures == 0)
        }
    }

    struct Pause: Sendable {
        var failures: Int
        var minutes: Int64
    }

    @Test(arguments: [
        Pause(failures: 0, minutes: 0), Pause(failures: 4, minutes: 0), Pause(failures: 5, minutes: 1),
        Pause(failures: 6, minutes: 2), Pause(failures: 9, minutes: 16), Pause(failures: 11, minutes: 60),
        Pause(failures: 1_000, minutes: 60),
    ])
    func thePauseDoublesUpToAnHour(pause: Pause) {
        #expect(Person.lockOut(afterFailures: pause.failures) == pause.minutes * 60_000)
    }

    @Test(arguments: Engine.available) func nobodyLearnsWhetherANameExists(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            var words: [Refusal] = []
            for login in ["editor", "nobody"] {
                do {
                    _ = try await SignIn(login: login, password: "wrong").run(in: test.app)
                } catch let refusal as Refusal {
                    words.append(refusal)
                }
            }
            #expect(words.count == 2)
            #expect(words.first == words.last)
        }
    }

    @Test(arguments: Engine.available) func aSessionEndsTwelveHoursAfterItsLastUse(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let token = try await SignIn(login: "editor", password: Seat.password).run(in: test.app)
            test.clock.advance(milliseconds: 11 * 3_600_000)
            #expect(try await test.app.session(token) != nil)
            test.clock.advance(milliseconds: 11 * 3_600_000)
            #expect(try await test.app.session(token)?.person.login == "editor")
            test.clock.advance(milliseconds: 12 * 3_600_000)
            #expect(try await test.app.session(token) == nil)
            #expect(try await test.app.session(SecretToken("guess")) == nil)
        }
    }

    @Test(arguments: Engine.available) func signingOutEverywhereEndsAllSessions(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let first = try await SignIn(login: "editor", password: Seat.password).run(in: test.app)
            let second = try await SignIn(login: "editor", password: Seat.password).run(in: test.app)
            let session = try #require(await test.app.session(first))
            try await SignOut(session: session, everywhere: true).run(in: test.app)
            #expect(try await test.app.session(first) == nil)
            #expect(try await test.app.session(second) == nil)
        }
    }

    @Test(arguments: Engine.available) func aOneTimeLinkWorksOnceAndNotForEver(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let form = PersonForm(login: "new.hand", name: "测试新手", roles: [.editor])
            let admin = try test.actor(.administrator)
            let person = try await AddPerson(form: form, agency: test.agency.id, actor: admin).run(in: test.app)
            await #expect(throws: Refusal.self) { try await SignIn(login: "new.hand", password: "").run(in: test.app) }
            let old = try await MakeOneTimeLink(person: person.id, actor: admin).run(in: test.app)
            test.clock.advance(milliseconds: MakeOneTimeLink.lifetime)
            await #expect(throws: Refusal.self) {
                try await SetPassword(password: "a longer secret", authority: .link(old)).run(in: test.app)
            }
            let link = try await MakeOneTimeLink(person: person.id, actor: admin).run(in: test.app)
            await #expect(throws: Refusal.self) {
                try await SetPassword(password: "short", authority: .link(link)).run(in: test.app)
            }
            _ = try await SetPassword(password: "a longer secret", authority: .link(link)).run(in: test.app)
            _ = try await SignIn(login: "new.hand", password: "a longer secret").run(in: test.app)
            await #expect(throws: Refusal.self) {
                try await SetPassword(password: "another secret", authority: .link(link)).run(in: test.app)
            }
        }
    }

    @Test(arguments: Engine.available) func changingThePasswordEndsTheSessions(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let token = try await SignIn(login: "editor", password: Seat.password).run(in: test.app)
            let actor = try test.actor(.editor)
            await #expect(throws: Refusal.self) {
                try await SetPassword(password: "a longer secret", authority: .oldPassword("wrong", of: actor))
                    .run(in: test.app)
            }
            _ = try await SetPassword(password: "a longer secret", authority: .oldPassword(Seat.password, of: actor))
                .run(in: test.app)
            #expect(try await test.app.session(token) == nil)
        }
    }

    @Test(arguments: Engine.available) func anAdministratorCannotLeaveTheAgencyWithoutOne(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let admin = try test.actor(.administrator)
            let form = PersonForm(login: "", name: "测试", roles: [.editor])
            await #expect(throws: Refusal.self) {
                try await ChangePerson(id: admin.person, form: form, actor: admin).run(in: test.app)
            }
            let stranger = try test.actor(.stranger).person
            await #expect(throws: Refusal.notFound) {
                try await ChangePerson(id: stranger, form: form, actor: admin).run(in: test.app)
            }
        }
    }

    @Test(arguments: Engine.available) func whoIsMadeInactiveIsOutAtOnce(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let token = try await SignIn(login: "editor", password: Seat.password).run(in: test.app)
            let form = PersonForm(login: "", name: "测试", roles: [.editor], isActive: false)
            let editor = try test.actor(.editor).person
            _ = try await ChangePerson(id: editor, form: form, actor: test.actor(.administrator)).run(in: test.app)
            #expect(try await test.app.session(token) == nil)
            await #expect(throws: Refusal.self) {
                try await SignIn(login: "editor", password: Seat.password).run(in: test.app)
            }
        }
    }
}
