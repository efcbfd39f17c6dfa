import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// What the nights find about cases, on desks and pages: clocks, messages, refusals, notices that did not arrive.
@Suite struct CaseWatchTests {
    @Test(arguments: Engine.available) func clocksAndMessagesStandOnTheDesk(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let id = try await test.newCase(CaseForm.request.map { $0.0 == "received-on" ? ($0.0, "2024-03-04") : $0 })
            try await SendMessage("办到哪里了", to: ID(id), by: .applicant).run(in: test.app)
            try test.goOn(to: "2024-03-15")
            try await test.night(.caseClocks)
            try await test.night(.caseMessages)
            for seat in [Seat.cases, .officer, .approver] {
                let due = try await test.get("/office/due", as: seat)
                #expect(due.says("〔2024〕依申请1号", "/office/cases/\(id)#clocks", "期限到2024年3月13日为止"), "\(seat)")
                #expect(due.says("申请人留言待回复", "应于2024年3月13日前回复"), "\(seat)")
                #expect(!due.says("张测试") && !due.says("检查计划") && !due.says("办到哪里"))
                #expect(try await test.get("/office", as: seat).says("到期提醒"), "\(seat)")
            }
            #expect(try await test.get("/en/office/due", as: .cases).says("until 13 March 2024", "to be answered by"))
            #expect(!(try await test.get("/office/due", as: .editor)).says("依申请1号"))
            #expect(!(try await test.get("/office/due", as: .stranger)).says("依申请1号"))
        }
    }

    @Test(arguments: Engine.available) func aRefusedRequestIsAssessedOnItsPage(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let id = try await test.newCase()
            try await test.record(
                "propose",
                on: "2025-09-08",
                to: id,
                [("outcome", "refuse-third"), ("answer", "涉及第三方")]
            )
            try await test.record("sign", on: "2025-09-08", to: id, as: .approver)
            let path = "/office/cases/\(id)/assessment"
            #expect(try await test.get("/office/cases/\(id)", as: .officer).says(path, "再次评估"))
            #expect(!(try await test.get("/office/cases/\(id)", as: .cases)).says(path))
            try test.goOn(to: "2026-09-09")
            try await test.night(.caseReviews)
            #expect(try await test.get("/office/due", as: .officer).says(path, "2026年9月8日起应再次评估"))
            #expect(try await test.get(path, as: .officer).says("下次评估日期：2026年9月8日", "仍不予公开", "保护第三方合法权益"))
            let bare = try await test.post(path, as: .officer, form: [("outcome", "still-closed")])
            #expect(bare.status == 422 && bare.says("请写明理由", "checked"))
            let kept = try await test.post(
                path,
                as: .officer,
                form: [("outcome", "still-closed"), ("reason", "第三方仍不同意")]
            )
            #expect(kept.location == "\(path)?did=assessed")
            let after = try await test.get(path, as: .officer)
            #expect(after.says("以往评估", "第三方仍不同意", "2027年9月9日"))
            #expect(try await test.get("/en\(path)", as: .officer).says("Assess again", "Earlier assessments"))
            let open = try await test.post(path, as: .officer, form: [("outcome", "open"), ("reason", "第三方已同意")])
            #expect(open.location == "/office/duties")
            let late = try await test.post(path, as: .officer, form: [("outcome", "open"), ("reason", "a")])
            #expect(late.status == 409)
            #expect(try await test.get(path, as: .stranger).status == 403)
        }
    }

    @Test(arguments: Engine.available) func aNoticeThatDidNotArriveIsTold(engine: Engine) async throws {
        let mail = TestMail()
        let from = try #require(MailAddress("gongkai@example.gov.cn"))
        let settings = Settings(
            database: .sqlite(path: ""),
            dataDirectory: "",
            attachmentMegabytes: 1,
            mail: MailSettings(way: .program("/usr/sbin/sendmail"), from: from)
        )
        try await TestApp.run(on: engine, settings: settings, mailer: mail) { test in
            let file = try await FileCase(
                agency: test.agency.id,
                kind: "request",
                applicant: Applicant(name: "张测试", identity: "999999199001010016", email: "test@example.com"),
                typed: ["description": "检查计划", "medium": "paper", "delivery": "mail"],
                wantsNotices: true
            ).run(in: test.app).file
            #expect(try await test.get("/office/cases/\(file.id)", as: .cases).says("邮件提醒"))
            mail.fail(.refused(550))
            try await RecordEvent("confirm", to: file.id, by: .staff(test.actor(.cases))).run(in: test.app)
            try await test.runJobs()
            let page = try await test.get("/office/cases/\(file.id)", as: .cases)
            #expect(page.says("最近一次未能送达：对方邮件服务器拒收") && !page.says("test@example.com"))
            let due = try await test.get("/office/due", as: .cases)
            #expect(due.says("邮件提醒未能送达", "请用其他方式告知申请人", "/office/cases/\(file.id)"))
        }
    }
}
