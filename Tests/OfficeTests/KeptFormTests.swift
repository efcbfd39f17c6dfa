import Civil
import Database
import Disclosure
import Foundation
import TestKit
import Testing
import Web

/// A session that ends while somebody types loses nothing, and nobody else gets it.
@Suite struct KeptFormTests {
    /// Signs somebody in anew and gives the session's cookie.
    private func cookie(_ test: TestApp, _ seat: Seat) async throws -> String {
        let token = try await SignIn(login: seat.rawValue, password: Seat.password).run(in: test.app)
        return "gongkai=\(token.text)"
    }

    /// Lets a session end with a form under way; gives the form with its old token and the old cookie.
    private func typedTooLate(_ test: TestApp) async throws -> (form: [(String, String)], cookie: String) {
        let token = try await SignIn(login: "editor", password: Seat.password).run(in: test.app)
        test.clock.advance(milliseconds: Instant.hours(13))
        return (Samples.vessel + [("csrf", token.formToken)], "gongkai=\(token.text)")
    }

    /// The form of a page with its hidden fields, as the button would send it.
    private func hiddenFields(_ answer: Answer) -> [(String, String)] {
        answer.text.components(separatedBy: "<input type=\"hidden\" name=\"").dropFirst().compactMap { piece in
            guard let name = piece.components(separatedBy: "\"").first else { return nil }
            guard let value = piece.components(separatedBy: "value=\"").dropFirst().first else { return nil }
            return (name, String(value.prefix { $0 != "\"" }).replacing("&#10;", with: "\n"))
        }
    }

    /// Only the fields of the form that sends what was kept.
    private func sending(_ page: Answer) -> [(String, String)] {
        let fields = hiddenFields(page)
        guard let start = fields.firstIndex(where: { $0.0 == "item_duty" }) else { return [] }
        guard let end = fields[start...].firstIndex(where: { $0.0 == "csrf" }) else { return [] }
        return Array(fields[start...end])
    }

    @Test(arguments: Engine.available) func whatWasTypedIsSentAfterSigningIn(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let (form, old) = try await typedTooLate(test)
            let answer = try await test.post("/office/items", form: form, headers: ["cookie": old])
            let location = try #require(answer.location)
            #expect(answer.status == 303 && location.contains("did=kept"))
            let door = try await test.get(location)
            #expect(door.says("您输入的内容没有丢失", "加密保留一小时"))
            let next = try #require(door.hidden("next"))
            let entered = try await test.post(
                "/office/sign-in",
                form: [("login", "editor"), ("password", Seat.password), ("next", next)]
            )
            #expect(entered.location == next)
            let new = String(try #require(entered.headers["set-cookie"]).prefix { $0 != ";" })
            #expect(try await test.get("/office", headers: ["cookie": new]).says("您有输入的内容还没有提交"))
            let page = try await test.get(next, headers: ["cookie": new])
            #expect(page.status == 200 && page.says("虚构渔0001号安全检查结果", "船主", "欧阳某人", "现在提交"))
            let sent = sending(page)
            #expect(sent.contains { $0 == ("crew.1.count", "6") } && sent.contains { $0 == ("item_do", "save") })
            let saved = try await test.post("/office/items", form: sent, headers: ["cookie": new])
            #expect(saved.status == 303 && saved.location?.hasSuffix("did=saved") == true, "\(saved.text)")
            // Not a second time, and nothing is left of it.
            let twice = try await test.post("/office/items", form: sent, headers: ["cookie": new])
            #expect(twice.status == 409 && twice.says("已经提交过"))
            #expect(try await test.get(next, headers: ["cookie": new]).status == 404)
            let counts = try await test.app.database.read {
                (try $0.integer("SELECT count(*) FROM item"), try $0.integer("SELECT count(*) FROM kept_form"))
            }
            #expect(counts == (1, 0))
        }
    }

    /// In the database it is unreadable, and the trail says that something was kept, not what.
    @Test(arguments: Engine.available) func itIsKeptUnreadable(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let (form, old) = try await typedTooLate(test)
            _ = try await test.post("/office/items", form: form, headers: ["cookie": old])
            let (sealed, trail) = try await test.app.database.read { tx in
                (
                    try tx.rows("SELECT sealed FROM kept_form").map { try $0.bytes("sealed") },
                    try tx.rows("SELECT act, detail FROM audit WHERE act = 'form.keep'").map { try $0.text("detail") }
                )
            }
            #expect(sealed.count == 1 && trail == [""])
            let plain = Array("item_duty".utf8)
            let bytes = try #require(sealed.first)
            let isReadable = bytes.indices.dropLast(plain.count).contains { bytes[$0...].starts(with: plain) }
            #expect(!isReadable)
        }
    }

    @Test(arguments: Engine.available) func nobodyElseSeesIt(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let (form, old) = try await typedTooLate(test)
            let answer = try await test.post("/office/items", form: form, headers: ["cookie": old])
            let path = "/office/kept/" + (try #require(answer.location?.text(between: "kept%2F", and: "&")))
            for seat in Seat.allCases where seat != .editor {
                let page = try await test.get(path, as: seat)
                #expect(page.status == 404 && !page.says("虚构渔"), "\(seat)")
                #expect(try await test.post(path, as: seat).status == 404)
                #expect(try await test.get("/office", as: seat).says("您有输入的内容") == false)
                let stolen = Samples.vessel + [("kept-form", path.components(separatedBy: "/").last ?? "")]
                #expect([403, 409].contains(try await test.post("/office/items", as: seat, form: stolen).status))
            }
            #expect(try await test.get(path, headers: ["cookie": cookie(test, .editor)]).says("虚构渔"))
        }
    }

    /// Somebody else has signed in at the same browser meanwhile: it waits for the person who typed it.
    @Test(arguments: Engine.available) func aFormUnderAnotherSessionIsKeptForItsPerson(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let (form, _) = try await typedTooLate(test)
            let colleague = try await cookie(test, .colleague)
            let answer = try await test.post("/office/items", form: form, headers: ["cookie": colleague])
            #expect(answer.status == 403)
            let editor = try await cookie(test, .editor)
            #expect(try await test.get("/office", headers: ["cookie": editor]).says("您有输入的内容还没有提交"))
            #expect(try await test.get("/office", headers: ["cookie": colleague]).says("您有输入的内容") == false)
        }
    }

    /// Signed in again in another window: the form of the earlier session is shown before it is sent.
    @Test(arguments: Engine.available) func aFormOfOnesEarlierSessionIsShown(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let (form, _) = try await typedTooLate(test)
            let new = try await cookie(test, .editor)
            let answer = try await test.post("/office/items", form: form, headers: ["cookie": new])
            let path = try #require(answer.location)
            #expect(answer.status == 303 && path.hasPrefix("/office/kept/"))
            #expect(try await test.get(path, headers: ["cookie": new]).says("虚构渔0001"))
        }
    }

    @Test(arguments: Engine.available) func afterAnHourItIsGone(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let (form, old) = try await typedTooLate(test)
            let answer = try await test.post("/office/items", form: form, headers: ["cookie": old])
            let path = "/office/kept/" + (try #require(answer.location?.text(between: "kept%2F", and: "&")))
            let new = try await cookie(test, .editor)
            test.clock.advance(milliseconds: KeptForm.lifetime - 1)
            let page = try await test.get(path, headers: ["cookie": new])
            #expect(page.status == 200)
            test.clock.advance(milliseconds: 1)
            #expect(try await test.get(path, headers: ["cookie": new]).status == 404)
            let late = try await test.post("/office/items", form: sending(page), headers: ["cookie": new])
            #expect(late.status == 409)
            try await test.app.scheduleHourlyJobs()
            try await test.runJobs()
            #expect(try await test.app.database.read { try $0.integer("SELECT count(*) FROM kept_form") } == 0)
        }
    }

    /// Nothing is kept of a form that no page of ours made, that comes from another site, or that holds a secret.
    @Test(arguments: Engine.available) func whatIsNotKept(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let (form, old) = try await typedTooLate(test)
            let secret = [("old-password", "a"), ("password", "b"), form.last ?? ("", "")]
            let tries: [(String, [(String, String)], [String: String])] = [
                ("/office/items", form.with("csrf", "guess"), [:]), ("/office/items", form.with("csrf", nil), [:]),
                ("/office/items", form, ["origin": "https://elsewhere.example"]),
                ("/office/items", form, ["Sec-Fetch-Site": "cross-site"]), ("/office/account/password", secret, [:]),
                ("/office/items", form, ["content-type": "text/plain"]),
            ]
            for (path, form, headers) in tries {
                let answer = try await test.post(path, form: form, headers: headers.merging(["cookie": old]) { $1 })
                #expect(answer.status == 303 && answer.location == "/office/sign-in", "\(path) \(headers)")
            }
            #expect(try await test.app.database.read { try $0.integer("SELECT count(*) FROM kept_form") } == 0)
            let large = form + [("text", String(repeating: "x", count: 6 * 1024 * 1024))]
            let refused = try await test.post("/office/items", form: large, headers: ["cookie": old])
            #expect(refused.status == 413 && refused.says("超过 6 MB"))
        }
    }

    /// A few forms of one person are kept, the newest; more are not heaped up.
    @Test(arguments: Engine.available) func onlyTheNewestFew(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let (form, old) = try await typedTooLate(test)
            for _ in 1...8 {
                _ = try await test.post("/office/items", form: form, headers: ["cookie": old])
                test.clock.advance(milliseconds: 1_000)
            }
            #expect(try await test.app.database.read { try $0.integer("SELECT count(*) FROM kept_form") } == 5)
        }
    }

    /// A mistake in what was kept comes back as typed, like any other.
    @Test(arguments: Engine.available) func aMistakeIsShownWithEverythingTyped(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            var (form, old) = try await typedTooLate(test)
            form = form.with("vessel", "")
            let answer = try await test.post("/office/items", form: form, headers: ["cookie": old])
            let path = "/office/kept/" + (try #require(answer.location?.text(between: "kept%2F", and: "&")))
            let new = try await cookie(test, .editor)
            let page = try await test.get(path, headers: ["cookie": new])
            let sent = try await test.post("/office/items", form: sending(page), headers: ["cookie": new])
            #expect(sent.status == 422 && sent.says("id=\"field-vessel-error\"", "虚构渔0001号安全检查结果"))
        }
    }

    /// Thrown away by its person.
    @Test(arguments: Engine.available) func itCanBeThrownAway(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let (form, old) = try await typedTooLate(test)
            let answer = try await test.post("/office/items", form: form, headers: ["cookie": old])
            let path = "/office/kept/" + (try #require(answer.location?.text(between: "kept%2F", and: "&")))
            #expect(try await test.post(path, as: .editor).location == "/office?did=dropped")
            #expect(try await test.get(path, as: .editor).status == 404)
        }
    }
}

extension String {
    /// The text between two others, the first time they stand around one.
    fileprivate func text(between start: String, and end: String) -> String? {
        guard let begin = range(of: start) else { return nil }
        guard let finish = self[begin.upperBound...].range(of: end) else { return nil }
        return String(self[begin.upperBound..<finish.lowerBound])
    }
}
