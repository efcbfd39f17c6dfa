import Disclosure
import TestKit
import Testing

/// People: adding, changing, making inactive, and a person's own account.
@Suite struct PeopleTests {
    private let lina = [("login", "Li.Na"), ("name", "测试新人"), ("roles", "editor"), ("roles", "case-officer")]

    @Test(arguments: Engine.available) func aPersonIsAdded(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let answer = try await test.post("/office/people", as: .administrator, form: lina)
            #expect(answer.status == 303)
            let page = try await test.get(try #require(answer.location), as: .administrator)
            #expect(page.says("已添加", "li.na", "尚未设置密码", "生成一次性链接", "value=\"editor\" checked"))
            let list = try await test.get("/office/people", as: .administrator)
            #expect(list.says("测试新人", "编辑、办件人员", "测试secrecy", "保密审查员"))
            #expect(!list.says("测试stranger"))
        }
    }

    @Test(arguments: Engine.available) func mistakesStandBesideTheirFields(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let wrong = [("login", "李娜"), ("name", ""), ("section", "elsewhere")]
            #expect(
                try await test.post("/office/people", as: .administrator, form: wrong).says(
                    "id=\"field-section-error\""
                )
            )
            let answer = try await test.post("/office/people", as: .administrator, form: wrong.with("section", nil))
            #expect(answer.status == 422)
            for key in ["login", "name", "roles"] { #expect(answer.says("id=\"field-\(key)-error\""), "\(key)") }
            #expect(answer.says("value=\"李娜\""))
            let taken = try await test.post("/office/people", as: .administrator, form: lina.with("login", "editor"))
            #expect(taken.status == 422 && taken.says("这个登录名已有人使用", "value=\"case-officer\" checked"))
            let mixed = lina + [("roles", "auditor")]
            #expect(try await test.post("/office/people", as: .administrator, form: mixed).says("审计员只查阅、不办理"))
        }
    }

    @Test(arguments: Engine.available) func aPersonMadeInactiveIsSignedOut(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            #expect(try await test.get("/office", as: .colleague).status == 200)
            let id = try #require(test.people[.colleague]).id
            let form = [("name", "测试同事"), ("roles", "editor"), ("standing", "inactive")]
            let answer = try await test.post("/office/people/\(id)", as: .administrator, form: form)
            #expect(answer.location == "/office/people/\(id)?did=changed")
            let page = try await test.get("/office/people/\(id)", as: .administrator)
            #expect(page.says("已停用", "value=\"inactive\" checked"))
            #expect(!page.says("生成一次性链接"))
            #expect(try await test.get("/office", as: .colleague).status == 303)
        }
    }

    @Test(arguments: Engine.available) func theLastAdministratorStays(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let id = try #require(test.people[.administrator]).id
            let form = [("name", "测试管理员"), ("roles", "editor"), ("standing", "active")]
            let answer = try await test.post("/office/people/\(id)", as: .administrator, form: form)
            #expect(answer.status == 422 && answer.says("不能取消自己的管理员身份"))
        }
    }

    @Test(arguments: Engine.available) func aNeighboursPersonDoesNotExistHere(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let id = try #require(test.people[.stranger]).id
            #expect(try await test.get("/office/people/\(id)", as: .administrator).status == 404)
            #expect(try await test.post("/office/people/\(id)", as: .administrator, form: lina).status == 404)
            #expect(try await test.post("/office/people/\(id)/link", as: .administrator).status == 404)
        }
    }

    @Test(arguments: Engine.available) func aPasswordIsChanged(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let new = "nine green bottles"
            let form = [("old-password", "not the old one"), ("password", new), ("password-again", new)]
            let wrong = try await test.post("/office/account/password", as: .editor, form: form)
            #expect(wrong.status == 422 && wrong.says("id=\"field-old-password-error\""))
            #expect(!wrong.says(new), "passwords are never sent back")
            let right = form.with("old-password", Seat.password)
            let answer = try await test.post("/office/account/password", as: .editor, form: right)
            #expect(answer.location == "/office/account?did=password")
            let cookie = String(try #require(answer.headers["set-cookie"]).prefix { $0 != ";" })
            #expect(try await test.get("/office/account", headers: ["cookie": cookie]).status == 200)
            #expect(try await test.get("/office", as: .editor).status == 303, "the old session has ended")
        }
    }

    /// The office opens in the language that a person chose.
    @Test(arguments: Engine.available) func aLanguageIsChosen(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let answer = try await test.post("/office/account/language", as: .editor, form: [("language", "en")])
            #expect(answer.location == "/en/office/account?did=language")
            let form = [("login", "editor"), ("password", Seat.password)]
            #expect(try await test.post("/office/sign-in", form: form).location == "/en/office")
            #expect(
                try await test.post("/office/account/language", as: .editor, form: [("language", "fr")]).status == 404
            )
        }
    }
}
