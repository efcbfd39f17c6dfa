import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// Following a case with its code: who gets in, what is shown, and what the applicant can do.
@Suite struct CasesFollowTests {
    /// A wrong code and a wrong contact end in the very same page.
    @Test(arguments: Engine.available) func wrongCodeAndWrongContactAreTheSame(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let (code, _) = try await test.fileCase("request", Applicants.person + Applicants.request)
            let wrongContact = try await test.openCase(code, "000-7654321")
            let wrongCode = try await test.openCase("0000-0000-0000", "000-7654321")
            #expect(wrongContact.status == 422 && wrongCode.status == 422)
            #expect(wrongContact.text.replacing(code, with: "0000-0000-0000") == wrongCode.text)
            #expect(wrongCode.says("没有查到：查询码或者联系方式不对", "value=\"000-7654321\""))
            let elsewhere = try await test.post("/qingshan/cases", form: [("code", code), ("contact", "0001234567")])
            #expect(elsewhere.status == 422)
            #expect(try await test.openCase(code, "").status == 422)
            for contact in ["000-1234567", "0001234567", "TEST@example.com "] {
                let right = try await test.openCase(code.lowercased().filter { $0 != "-" }, contact)
                #expect(right.status == 200 && right.says("〔2024〕依申请1号", "等本机关办理"), "\(contact)")
                #expect(right.headers["cache-control"] == "no-store")
                for secret in ["张测试", "999999199001010016", "1234567", "test@example"] {
                    #expect(!right.text.contains(secret), "\(secret)")
                }
                #expect(unbalancedElements(in: right.text) == [])
                let ids = values(of: " id", in: right.text)
                #expect(Set(ids).count == ids.count)
            }
        }
    }

    /// Guessing codes is slow, whatever they are.
    @Test(arguments: Engine.available) func guessingWaits(engine: Engine) async throws {
        let settings = Settings(
            database: .sqlite(path: ""),
            dataDirectory: "",
            attachmentMegabytes: 1,
            clientAddressHeader: "x-real-ip"
        )
        try await TestApp.run(on: engine, settings: settings) { test in
            let form = [("code", "0000-0000-0000"), ("contact", "1")]
            for _ in 0..<10 {
                let answer = try await test.post("/shiqiao/cases", form: form, headers: ["x-real-ip": "192.0.2.7"])
                #expect(answer.status == 422)
            }
            let late = try await test.post("/shiqiao/cases", form: form, headers: ["x-real-ip": "192.0.2.7"])
            #expect(late.status == 429 && late.says("提交过于频繁", "value=\"0000-0000-0000\""))
        }
    }

    /// A request over the internet: provisional clock, clarification, correction, withdrawal, and the explained day.
    @Test(arguments: Engine.available) func aRequestIsCorrectedAndWithdrawn(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let (code, file) = try await test.fileCase("request", Applicants.person + Applicants.request)
            let arrived = try await test.openCase(code, "000-1234567")
            #expect(arrived.says("待确认", "期限从确认之日起算", "如何计算", "日历图", "撤回"))
            #expect(!arrived.says("回复：") && !arrived.says("name=\"answer\""))

            try await test.record("confirm", to: file.id)
            try await test.record("clarify", to: file.id, ["reason": "请写明检查的年份"])
            let asked = try await test.openCase(code, "000-1234567")
            #expect(asked.says("待补正，等您办理", "回复：通知补正", "请写明检查的年份", "计时中止"))
            let empty = try await test.act("events", "corrected", on: asked)
            #expect(empty.status == 422 && empty.says("请填写「答复内容」"))
            let corrected = try await test.act("events", "corrected", on: asked, [("answer", "2023年\n全年")])
            #expect(corrected.says("文书：", "张测试"))
            #expect(corrected.status == 200 && corrected.says("已提交，本机关会看到", "办理中", "<p>2023年</p><p>全年</p>"))
            #expect(!corrected.says("name=\"answer\""))

            let withdrawn = try await test.act("events", "withdraw", on: corrected, [("reason", "已经找到")])
            #expect(withdrawn.status == 200 && withdrawn.says("已撤回", "已经结束", "办理结果"))
            let acts = try await test.app.database.read { try $0.audit.about(file.id.text).map(\.act) }
            #expect(acts == ["case.receive", "case.handle", "case.handle", "case.respond", "case.respond"])
            // The office's own events are not the applicant's to make.
            #expect(try await test.act("events", "confirm", on: withdrawn).status == 404)
            #expect(try await test.act("events", "nothing", on: withdrawn).status == 404)
        }
    }

    /// Notes, assignments and proposals stay inside; what was signed is shown with its remedy.
    @Test(arguments: Engine.available) func theAnswerIsShownWhenItIsSigned(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let (code, file) = try await test.fileCase("request", Applicants.person + Applicants.request)
            try await test.record("confirm", to: file.id)
            try await SendMessage("内部备注一", to: file.id, isNote: true, by: .staff(test.actor(.cases))).run(in: test.app)
            try await SendMessage("请留意来信", to: file.id, by: .staff(test.actor(.cases))).run(in: test.app)
            try await test.record("consult-third", to: file.id, ["party": "某第三方公司", "reason": "涉及商业秘密"])
            try await test.record("third-answered", to: file.id, ["result": "agrees", "note": "第三方备注"])
            try await test.record("ask-extension", to: file.id, ["days": "10", "reason": "内容较多"])
            try await test.record("extend", to: file.id, as: .approver)
            let proposal = ["outcome": "open-given", "answer": "现予公开\n见附件", "note": "内部意见二"]
            try await test.record("propose", to: file.id, proposal)
            let before = try await test.openCase(code, "000-1234567")
            #expect(before.says("待签发", "请留意来信", "征求第三方意见", "同意延期", "内容较多"))
            for secret in ["内部备注一", "某第三方公司", "涉及商业秘密", "第三方备注", "现予公开", "内部意见二", "拟定答复", "予以公开"] {
                #expect(!before.says(secret), "\(secret)")
            }
            try await test.record("sign", to: file.id, as: .approver)
            let after = try await test.openCase(code, "000-1234567")
            #expect(after.says("已答复", "予以公开", "<p>现予公开</p><p>见附件</p>", "60日内申请行政复议", "按期办结"))
            #expect(!after.says("内部意见二") && !after.says("name=\"file\""))
            let english = try await test.post("/en/shiqiao/cases", form: [("code", code), ("contact", "000-1234567")])
            #expect(english.says("Released", "administrative review within 60 days", "href=\"/shiqiao/cases\""))
        }
    }

    /// A tip needs no name; without a contact the code is enough, with one it is not.
    @Test(arguments: Engine.available) func aTipMayBeAnonymous(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let form = try await test.get("/shiqiao/ask/tip")
            #expect(form.says("可以不留姓名和联系方式", "只有承办这件举报的一名工作人员可以查看") && !form.says("name=\"identity\""))
            let (code, file) = try await test.fileCase("tip", Applicants.tip)
            #expect(try await test.openCase(code, "").says("〔2024〕举报1号", "待受理"))
            #expect(file.applicantMark == nil)
            let words = try await test.app.database.read { [app = test.app] tx in
                try tx.cases.words(.applicant, of: file.id, in: app)
            }
            #expect(words == nil)

            let (other, named) = try await test.fileCase("tip", Applicants.tip + [("telephone", "000-5550000")])
            #expect(try await test.openCase(other, "").status == 422)
            #expect(try await test.openCase(other, "000-5550001").status == 422)
            let opened = try await test.openCase(other, "0005550000")
            #expect(opened.status == 200 && !opened.says("5550000"))
            let kept = try await test.app.database.read { [app = test.app] tx in
                try tx.cases.words(.applicant, of: named.id, in: app)?["telephone"]
            }
            #expect(kept == "000-5550000")
        }
    }

    /// A message goes to the office; one that does not fit, or comes after something new, stays on the page.
    @Test(arguments: Engine.available) func messagesAreSentAndKept(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let (code, file) = try await test.fileCase("request", Applicants.person + Applicants.request)
            let page = try await test.openCase(code, "000-1234567")
            let long = String(repeating: "长", count: 3_001)
            let refused = try await test.act("messages", "message", on: page, [("message", long)])
            #expect(refused.status == 422 && refused.says("现有3001字", long))
            let sent = try await test.act("messages", "message", on: page, [("message", "请问办到哪里了 <b>?</b>")])
            #expect(sent.status == 200 && sent.says("留言已送到本机关", "请问办到哪里了 &lt;b&gt;?&lt;/b&gt;"))
            // The same page a second time, as a reload would: told, not doubled.
            let twice = try await test.act("messages", "message", on: page, [("message", "再问一次")])
            #expect(twice.status == 409 && twice.says("已有新的进展", "再问一次"))
            try await test.record("confirm", to: file.id)
            let stale = try await test.act("events", "withdraw", on: sent, [("reason", "不需要了")])
            #expect(stale.status == 409 && stale.says("不需要了", "办理中"))
        }
    }

    /// After an hour the code is asked again, and what was typed goes along to the page.
    @Test(arguments: Engine.available) func theTicketEndsAndNothingIsLost(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let (code, _) = try await test.fileCase("request", Applicants.person + Applicants.request)
            let page = try await test.openCase(code, "000-1234567")
            test.clock.advance(milliseconds: 3_600_001)
            let ended = try await test.act("messages", "message", on: page, [("message", "写了很久的留言")])
            #expect(ended.status == 403 && ended.says("已超过一小时", "name=\"message\" value=\"写了很久的留言\""))
            let again = try await test.post(
                "/shiqiao/cases",
                form: [("code", code), ("contact", "000-1234567"), ("message", "写了很久的留言"), ("do", "message")]
            )
            #expect(again.status == 200 && again.says("写了很久的留言</textarea>", "〔2024〕依申请1号"))
            let forged = try await test.post("/shiqiao/cases/messages", form: [("access", "00"), ("message", "a")])
            #expect(forged.status == 403)
            let access = try Applicants.hidden("access", in: again.text)
            let elsewhere = try await test.post(
                "/qingshan/cases/messages",
                form: [("access", access), ("message", "a")]
            )
            #expect(elsewhere.status == 404)
        }
    }

    /// Files are examined, sealed with their names, and counted; without a page of the case nothing is taken.
    @Test(arguments: Engine.available) func filesAreSealed(engine: Engine) async throws {
        try await TestApp.run(on: engine, documents: PlainReader()) { test in
            let (code, file) = try await test.fileCase("request", Applicants.person + Applicants.request)
            let page = try await test.openCase(code, "000-1234567")
            let access = [("access", try Applicants.hidden("access", in: page.text))]
            let picture: [UInt8] = [0x89] + Array("secret picture (author)".utf8)
            let bad = try await test.upload(
                "/shiqiao/cases/files",
                form: access,
                files: [FormFile("file", "照片.png", picture), FormFile("file", "坏.exe", Array("MZ".utf8))]
            )
            #expect(bad.status == 422 && bad.says("「坏.exe」：不是可以上传的类型") && !bad.says("照片.png"))
            let done = try await test.upload(
                "/shiqiao/cases/files",
                form: access,
                files: [FormFile("file", "欧阳的照片.png", picture)]
            )
            #expect(done.status == 200 && done.says("文件已加密保存", "欧阳的照片.png", "您补充的材料"))
            let stored = try await test.app.database.read { tx in
                try tx.rows("SELECT sealed FROM case_words").map { try $0.bytes("sealed") }
            }
            for bytes in stored {
                #expect(bytes.firstRange(of: Array("secret picture".utf8)) == nil)
                #expect(bytes.firstRange(of: Array("欧阳".utf8)) == nil)
            }
            let content = try await test.app.database.read { [app = test.app] tx in
                let attachment = try #require(try tx.cases.attachments(of: file.id, in: app).first)
                return try tx.cases.content(of: attachment.id, file.id, in: app)
            }
            #expect(content == [0x89] + Array("secret picture ".utf8))
            let many = (0..<5).map { FormFile("file", "\($0).png", picture) }
            let full = try await test.upload("/shiqiao/cases/files", form: access, files: many)
            #expect(full.status == 422 && full.says("现在已有1个"))
            let none = try await test.upload("/shiqiao/cases/files", form: access, files: [])
            #expect(none.status == 422 && none.says("请选择要上传的文件"))
            for ticket in ["", "00"] {
                let stranger = try await test.upload("/shiqiao/cases/files", form: [("access", ticket)], files: many)
                #expect(stranger.status == 403 && stranger.says("请重新输入查询码"))
            }
        }
    }
}
