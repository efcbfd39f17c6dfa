import Civil
import Database
import Disclosure
import Foundation
import TestKit
import Testing
import Web

/// What somebody types into the forms of cases is lost neither by a mistake nor by the end of a session.
@Suite struct CaseFormTests {
    /// What a clerk typed, and what is wrong with it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        var key: String
        var value: String
        var said: String
        var testDescription: String { "\(key)=\(value)" }
    }

    static let mistakes = [
        Mistake(key: "received-on", value: "昨天", said: "请填写收到日期"),
        Mistake(key: "received-on", value: "2099-01-04", said: "收到日期不能晚于今天"),
        Mistake(key: "received-on", value: "2001-01-04", said: "那天还没有这类办件的办理规定"),
        Mistake(key: "channel", value: "", said: "请选择来件方式"),
        Mistake(key: "identity", value: "999999199001010017", said: "id=\"field-identity-error\""),
        Mistake(key: "medium", value: "", said: "id=\"field-medium-error\""),
    ]

    @Test(arguments: Engine.available, mistakes)
    func aMistakeAtTheIntakeKeepsEverything(engine: Engine, mistake: Mistake) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let typed = CaseForm.request.with("agent", "李代理").with(mistake.key, mistake.value)
            let answer = try await test.post("/office/cases/new/request", as: .cases, form: typed)
            let isRefused = answer.status == 422 && answer.says(mistake.said)
            #expect(isRefused, "\(answer.text)")
            for (key, value) in typed where !["channel", "medium", "delivery", "applicant-kind"].contains(key) {
                let isKept = answer.says(value)
                #expect(isKept, "\(key)")
            }
            for value in ["paper", "mail"] where mistake.key != "medium" || value == "mail" {
                let isKept = answer.text.contains("value=\"\(value)\" checked")
                #expect(isKept, "\(value)")
            }
            #expect(try await test.app.database.read { try $0.integer("SELECT count(*) FROM case_file") } == 0)
        }
    }

    /// The Regulations of 2007 ask for less and know no plain mail: a day mistyped into their time loses nothing either.
    @Test(arguments: Engine.available) func aDayUnderAnotherLawKeepsWhatThatDoesNotAskFor(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let typed = CaseForm.request.with("received-on", "2015-09-08").with("channel", "plain-mail")
            let answer = try await test.post("/office/cases/new/request", as: .cases, form: typed)
            #expect(answer.status == 422 && answer.says("不能以这种方式提出", "石桥县2023年危险化学品企业安全检查计划", "张测试"))
            #expect(answer.hidden("delivery") == "mail")
            let right = typed.with("received-on", "2025-09-08")
            #expect(try await test.post("/office/cases/new/request", as: .cases, form: right).says("已登记"))
        }
    }

    @Test(arguments: Engine.available) func aMistakeOnThePageOfACaseKeepsEverything(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let id = try await test.newCase()
            let words = "请写明年度。\n并写明 <类别>。"
            for day in ["昨天", "2025-09-07", "2025-09-09", ""] {
                let answer = try await test.record("clarify", on: day, to: id, [("reason", words)])
                #expect(
                    answer.status == 422 && answer.says("id=\"field-clarify_on-error\"", "并写明 &lt;类别&gt;。"),
                    "\(day)"
                )
            }
            let long = words + String(repeating: "长", count: SendMessage.longest)
            for (path, key) in [("messages", "message"), ("notes", "note_text")] {
                let answer = try await test.post("/office/cases/\(id)/\(path)", as: .cases, form: [(key, long)])
                #expect(
                    answer.status == 422 && answer.says("id=\"field-\(key)-error\"", "并写明 &lt;类别&gt;。长长"),
                    "\(path)"
                )
            }
            let nobody = try await test.post(
                "/office/cases/\(id)/assignment",
                as: .cases,
                form: [("officer", ID<Person>("01ARZ3NDEKTSV4RRFFQ69G5FAV").text), ("assign_reason", words)]
            )
            #expect(nobody.status == 422 && nobody.says("并写明 &lt;类别&gt;。"), "\(nobody.status)")
            #expect(try await test.caseFile(id).events == 2)
        }
    }

    /// A form of a case, sent after its session ended.
    private func sendTooLate(_ test: TestApp, _ path: String, _ typed: [(String, String)]) async throws -> Answer {
        let token = try await SignIn(login: Seat.cases.rawValue, password: Seat.password).run(in: test.app)
        test.clock.advance(milliseconds: Instant.hours(13))
        let answer = try await test.post(
            path,
            form: typed + [("csrf", token.formToken)],
            headers: ["cookie": "gongkai=\(token.text)"]
        )
        #expect(answer.status == 303 && answer.location?.contains("did=kept") == true, "\(answer.text)")
        test.forgetSessions()
        let kept = try #require(answer.location?.components(separatedBy: "kept%2F").last?.prefix { $0 != "&" })
        return try await test.get("/office/kept/\(kept)", as: .cases)
    }

    /// Sends what the page of a kept form would send.
    private func sendNow(_ test: TestApp, _ page: Answer, _ path: String, _ typed: [(String, String)]) async throws
        -> Answer
    {
        let kept = try #require(page.hidden("kept-form"))
        for (key, value) in typed {
            let carried = page.hidden(key)?.replacing("&#10;", with: "\n").replacing("&lt;", with: "<")
                .replacing("&gt;", with: ">")
            #expect(carried == value, "\(key)")
        }
        return try await test.post(path, as: .cases, form: typed + [("kept-form", kept)])
    }

    @Test(arguments: Engine.available) func anIntakeOfAnEndedSessionIsSentLater(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let path = "/office/cases/new/request"
            let page = try await sendTooLate(test, path, CaseForm.request)
            // By the names of the form, and choices in words.
            #expect(page.says("来件方式", "挂号信", "收到日期", "获取信息的形式", "纸质文件", "姓名或者单位名称", "张测试", "999999199001010016"))
            #expect(!page.says("<td>medium") && !page.says("<td>paper"))
            let filed = try await sendNow(test, page, path, CaseForm.request)
            #expect(filed.says("已登记：〔2025〕依申请1号"), "\(filed.text)")
            let twice = try await test.post(
                path,
                as: .cases,
                form: CaseForm.request + [("kept-form", page.hidden("kept-form") ?? "")]
            )
            #expect(twice.status == 409 && twice.says("已经提交过"))
        }
    }

    @Test(arguments: Engine.available) func anEventOfAnEndedSessionIsSentLater(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let id = try await test.newCase()
            let path = "/office/cases/\(id)/events/clarify"
            let typed = [("base", "2"), ("clarify_reason", "请写明年度。\n并写明<类别>。"), ("clarify_on", "2025-09-08")]
            let page = try await sendTooLate(test, path, typed)
            #expect(page.says("理由", "并写明&lt;类别&gt;。", "发生日期") && !page.says("<td>clarify_reason", "<td>base"))
            let done = try await sendNow(test, page, path, typed)
            #expect(done.location == "/office/cases/\(id)?did=event", "\(done.text)")
            #expect(try await test.caseFile(id).state == "clarifying")
        }
    }

    /// A colleague was quicker: the words come back, with what has happened.
    @Test(arguments: Engine.available) func whatWasKeptMeetsANewEvent(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let id = try await test.newCase()
            let path = "/office/cases/\(id)/events/clarify"
            let typed = [("base", "2"), ("clarify_reason", "请写明年度。"), ("clarify_on", "2025-09-08")]
            let page = try await sendTooLate(test, path, typed)
            try await test.record("ask-reasons", on: "2025-09-08", to: id, [("reason", "一月内已申请多次。")])
            let late = try await sendNow(test, page, path, typed)
            #expect(late.status == 409 && late.says("已有新的进展", "请写明年度。", "待说明理由"), "\(late.text)")
        }
    }

    @Test(arguments: Engine.available) func wordsOfAnEndedSessionAreSentLater(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let id = try await test.newCase()
            for (path, key, name) in [("messages", "message", "给申请人的话"), ("notes", "note_text", "内部备注")] {
                let address = "/office/cases/\(id)/\(path)"
                let page = try await sendTooLate(test, address, [(key, "正在查找。\n请稍候。")])
                #expect(page.says(name, "正在查找。"))
                let done = try await sendNow(test, page, address, [(key, "正在查找。\n请稍候。")])
                #expect(done.status == 303, "\(done.text)")
            }
            let officer = try test.actor(.officer).person.text
            let address = "/office/cases/\(id)/assignment"
            let page = try await sendTooLate(test, address, [("officer", officer), ("assign_reason", "熟悉情况")])
            #expect(page.says("办件人员", "熟悉情况") && !page.says("<td>\(officer)"))
            let done = try await sendNow(test, page, address, [("officer", officer), ("assign_reason", "熟悉情况")])
            #expect(done.status == 303, "\(done.text)")
            #expect(try await test.caseFile(id).officer?.text == officer)
        }
    }
}
