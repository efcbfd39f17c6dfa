import Civil
import Disclosure
import TestKit
import Testing

/// Signing in, being locked out, signing out, and the one-time link.
@Suite struct SignInTests {
    private let right = [("login", "editor"), ("password", Seat.password)]

    @Test(arguments: Engine.available) func theRightPasswordOpensTheOffice(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let door = try await test.get("/office/items?state=draft")
            #expect(door.location == "/office/sign-in?next=%2Foffice%2Fitems%3Fstate%3Ddraft")
            let page = try await test.get(try #require(door.location))
            #expect(page.hidden("next") == "/office/items?state=draft")
            let next = page.hidden("next") ?? ""
            let answer = try await test.post("/office/sign-in", form: right + [("next", next)])
            #expect(answer.status == 303)
            #expect(answer.location == "/office/items?state=draft")
            let cookie = try #require(answer.headers["set-cookie"])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            let pair = String(cookie.prefix { $0 != ";" })
            let inside = try await test.get("/office", headers: ["cookie": pair])
            #expect(inside.status == 200 && inside.says("测试editor", "我的工作台"))
        }
    }

    @Test(arguments: [
        "https://elsewhere.example/", "//elsewhere.example", "/office@elsewhere.example", "/\\elsewhere", "/nanhai",
        "/office/\\x", "/office\r\nset-cookie: a=b", "javascript:alert(1)", "/en//elsewhere.example", "/officer",
    ]) func nextLeadsNowhereElse(next: String) async throws {
        try await TestApp.run(on: .sqlite) { test in
            let answer = try await test.post("/office/sign-in", form: right + [("next", next)])
            #expect(answer.location == "/office")
        }
    }

    @Test(arguments: Engine.available) func wrongPasswordsLockTheAccountForAWhile(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let wrong = [("login", "editor"), ("password", "wrong wrong wrong")]
            for _ in 1...5 {
                let answer = try await test.post("/office/sign-in", form: wrong)
                #expect(answer.status == 422)
                #expect(answer.says("用户名或密码不正确", "value=\"editor\""))
                #expect(!answer.says("wrong wrong"))
            }
            #expect(try await test.post("/office/sign-in", form: right).says("账号已锁定至 2024-03-04 09:01"))
            test.clock.advance(milliseconds: 61_000)
            #expect(try await test.post("/office/sign-in", form: right).status == 303)
        }
    }

    /// A name that does not exist is answered like a wrong password.
    @Test(arguments: Engine.available) func anUnknownNameTellsNothing(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let answer = try await test.post(
                "/office/sign-in",
                form: [("login", "nobody"), ("password", "some password")]
            )
            #expect(answer.status == 422 && answer.says("用户名或密码不正确"))
        }
    }

    @Test(arguments: Engine.available) func signingOutEndsTheSession(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let answer = try await test.post("/office/sign-out", as: .editor)
            #expect(answer.location == "/office/sign-in?did=signed-out")
            #expect(answer.headers["set-cookie"]?.contains("Max-Age=0") == true)
            #expect(try await test.get("/office", as: .editor).status == 303)
            #expect(try await test.get("/office/sign-in?did=signed-out").says("您已退出登录"))
        }
    }

    @Test(arguments: Engine.available) func signingOutEverywhereEndsAll(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let other = try await test.post("/office/sign-in", form: right)
            let cookie = String(try #require(other.headers["set-cookie"]).prefix { $0 != ";" })
            #expect(try await test.get("/office/account", as: .editor).says("您现在在 2 处登录"))
            _ = try await test.post("/office/sign-out-everywhere", as: .editor)
            #expect(try await test.get("/office", headers: ["cookie": cookie]).status == 303)
        }
    }

    /// A session ends twelve hours after its last use, not before.
    @Test(arguments: Engine.available) func aSessionEndsAfterTwelveIdleHours(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test async throws in
            #expect(try await test.get("/office", as: .editor).status == 200)
            test.clock.advance(milliseconds: Instant.hours(11))
            #expect(try await test.get("/office", as: .editor).status == 200)
            test.clock.advance(milliseconds: Instant.hours(11))
            #expect(try await test.get("/office", as: .editor).status == 200)
            test.clock.advance(milliseconds: Instant.hours(13))
            #expect(try await test.get("/office", as: .editor).status == 303)
        }
    }

    @Test(arguments: Engine.available) func theOneTimeLinkWorksOnce(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let person = try #require(test.people[.colleague])
            let made = try await test.post("/office/people/\(person.id)/link", as: .administrator)
            #expect(made.status == 200 && made.says("请现在复制", person.name))
            let address = try #require(made.text(between: "http://127.0.0.1:8080", and: "<"))
            #expect(address.hasPrefix("/office/welcome/"))
            #expect(try await test.get(address).says("设置您的密码"))

            let short = try await test.post(address, form: [("password", "short"), ("password-again", "short")])
            #expect(short.status == 422 && short.says("密码至少十个字符"))
            let uneven = [("password", "three blind mice run"), ("password-again", "three blind mice ran")]
            #expect(try await test.post(address, form: uneven).says("两次输入的密码不一致"))

            let even = [("password", "three blind mice run"), ("password-again", "three blind mice run")]
            let answer = try await test.post(address, form: even)
            #expect(answer.location == "/office?did=password")
            #expect(answer.headers["set-cookie"] != nil)
            #expect(try await test.get(address).status == 404)
            #expect(try await test.post(address, form: even).says("链接已失效"))
            let signIn = [("login", "colleague"), ("password", "three blind mice run")]
            #expect(try await test.post("/office/sign-in", form: signIn).status == 303)
        }
    }

    @Test(arguments: Engine.available) func theOneTimeLinkEndsAfterThreeDays(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let person = try #require(test.people[.colleague])
            let made = try await test.post("/office/people/\(person.id)/link", as: .administrator)
            let address = try #require(made.text(between: "http://127.0.0.1:8080", and: "<"))
            test.clock.advance(days: 3)
            #expect(try await test.get(address).status == 404)
        }
    }
}
