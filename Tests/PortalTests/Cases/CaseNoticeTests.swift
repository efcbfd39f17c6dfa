import Database
import Disclosure
import TestKit
import Testing

/// Notices by e-mail on the portal: chosen while filing or later, stopped at any time, offered to nobody who informs.
@Suite struct CaseNoticeTests {
    private static func settings() throws -> Settings {
        let from = try #require(MailAddress("gongkai@example.gov.cn"))
        return Settings(
            database: .sqlite(path: ""),
            dataDirectory: "",
            attachmentMegabytes: 1,
            mail: MailSettings(way: .program("/usr/sbin/sendmail"), from: from)
        )
    }

    @Test(arguments: Engine.available) func theyAreChosenAndStopped(engine: Engine) async throws {
        let mail = TestMail()
        try await TestApp.run(on: engine, settings: Self.settings(), mailer: mail) { test in
            let form = try await test.get("/shiqiao/ask/request")
            #expect(form.says("邮件提醒（可以不选）", "邮件只有办件编号") && unbalancedElements(in: form.text) == [])
            #expect(!(try await test.get("/shiqiao/ask/tip")).says("邮件提醒"))
            let wish = [("notices", "yes")]
            let none = try await test.apply(
                for: "request",
                Applicants.person.filter { $0.0 != "email" } + Applicants.request + wish
            )
            #expect(none.status == 422 && none.says("要接收邮件提醒，请填写电子邮箱", "value=\"yes\" checked"))

            let (code, file) = try await test.fileCase("request", Applicants.person + Applicants.request + wish)
            try await test.record("confirm", to: file.id)
            try await test.runJobs()
            #expect(mail.taken.count == 1)
            let page = try await test.openCase(code, "000-1234567")
            #expect(page.says("停止邮件提醒") && !page.says("test@example"))
            let stopped = try await test.act("notices", "stop", on: page)
            #expect(stopped.status == 200 && stopped.says("已停止邮件提醒", "开启邮件提醒"))
            try await test.record("ask-reasons", to: file.id, ["reason": "频次高"])
            try await test.runJobs()
            #expect(mail.taken.count == 1)
            let started = try await test.act("notices", "start", on: stopped)
            #expect(started.says("已开启邮件提醒", "停止邮件提醒"))
            mail.fail(.refused(550))
            try await SendMessage("请回复", to: file.id, by: .staff(test.actor(.cases))).run(in: test.app)
            try await test.runJobs()
            #expect(try await test.openCase(code, "000-1234567").says("最近一次提醒没有送达：对方邮件服务器拒收"))
            let english = try await test.post("/en/shiqiao/cases", form: [("code", code), ("contact", "000-1234567")])
            #expect(english.says("Stop the notices", "the mail server refused it"))
            #expect(unbalancedElements(in: english.text) == [])
        }
    }

    @Test(arguments: Engine.available) func withoutMailNothingIsOffered(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            #expect(!(try await test.get("/shiqiao/ask/request")).says("邮件提醒"))
            let typed = Applicants.person + Applicants.request + [("notices", "yes")]
            let (code, _) = try await test.fileCase("request", typed)
            let page = try await test.openCase(code, "000-1234567")
            #expect(!page.says("邮件提醒"))
            #expect(try await test.act("notices", "start", on: page).status == 409)
            #expect(try await test.app.database.read { try $0.integer("SELECT count(*) FROM case_subscription") } == 0)
        }
    }
}
