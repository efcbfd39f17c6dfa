import Civil
import Database
import Disclosure
import TestKit
import Testing

/// A case on the pages of the office, from the letter to the signed reply.
@Suite struct CaseWalkTests {
    /// Request → clarification → correction → third party → extension → partial release, with the law's dates.
    @Test(arguments: Engine.available) func fromLetterToPartialRelease(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let filed = try await test.post("/office/cases/new/request", as: .cases, form: CaseForm.request)
            #expect(filed.says("已登记：〔2025〕依申请1号", "查询码", "请现在把编号和查询码交给申请人"))
            let id = try #require(filed.text(between: "class=\"button\" href=\"/office/cases/", and: "\""))
            let first = try await test.get("/office/cases/\(id)", as: .cases)
            #expect(first.says("安全检查计划", "办理中", "通知补正", "《中华人民共和国政府信息公开条例》第三十三条", "2025年9月9日"))
            #expect(!first.says("张测试") && !first.says("签发答复"))

            try test.goOn(to: "2025-09-15")
            let asked = try await test.record("clarify", on: "2025-09-15", to: id, [("reason", "请写明年度。")])
            #expect(asked.location == "/office/cases/\(id)?did=event")
            #expect(try await test.caseFile(id).dueOn == nil)
            #expect(try await test.get("/office/cases?standing=applicant", as: .cases).says("〔2025〕依申请1号", "暂不计时"))
            try test.goOn(to: "2025-09-22")
            try await test.record("corrected", on: "2025-09-22", to: id, [("answer", "2023年度。")])
            #expect(try await test.caseFile(id).dueOn?.iso == "2025-10-24")

            try test.goOn(to: "2025-09-24")
            try await test.record(
                "consult-third",
                on: "2025-09-24",
                to: id,
                [("party", "某某化工有限公司"), ("reason", "涉及商业秘密")]
            )
            #expect(try await test.get("/office/cases?standing=others", as: .cases).says("〔2025〕依申请1号"))
            try test.goOn(to: "2025-09-28")
            try await test.record("third-answered", on: "2025-09-28", to: id, [("result", "objects")])
            let due = try #require(try await test.caseFile(id).dueOn)
            try await test.record("ask-extension", on: "2025-09-28", to: id, [("days", "20"), ("reason", "查找档案")])
            #expect(try await test.get("/office", as: .approver).says("〔2025〕依申请1号", "决定延期"))
            let granted = try await test.record("extend", on: "2025-09-28", to: id, as: .approver)
            #expect(granted.status == 303, "\(granted.text)")
            let extended = try #require(try await test.caseFile(id).dueOn)
            #expect(extended > due)

            let incomplete = try await test.record(
                "propose",
                on: "2025-09-28",
                to: id,
                [("outcome", "partial"), ("answer", "部分公开，其余涉及商业秘密。")]
            )
            #expect(incomplete.status == 422)
            #expect(incomplete.says("其余部分不公开的理由", "部分公开，其余涉及商业秘密。", "id=\"field-propose_grounds\""))
            let proposed = try await test.record(
                "propose",
                on: "2025-09-28",
                to: id,
                [("outcome", "partial"), ("grounds", "refuse-third"), ("answer", "部分公开，其余涉及商业秘密。")]
            )
            #expect(proposed.status == 303, "\(proposed.text)")
            #expect(try await test.get("/office", as: .approver).says("〔2025〕依申请1号", "签发"))
            #expect(try await test.get("/office/cases/\(id)", as: .cases).says("等签发领导办理"))
            let signed = try await test.record("sign", on: "2025-09-28", to: id, as: .approver)
            #expect(signed.status == 303, "\(signed.text)")
            let file = try await test.caseFile(id)
            #expect(file.state == "replied" && file.outcome == "partial" && file.isOnTime == true)
            let closed = try await test.get("/en/office/cases/\(id)", as: .cases)
            #expect(closed.says("Released in part", "What happened", "Rights of a third party", "Reply 公复〔2025〕"))
            #expect(try await test.get("/office/cases?standing=closed", as: .cases).says("按时办结"))
        }
    }

    @Test(arguments: Engine.available) func mistakesAtTheCounterKeepEverything(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let wrong = CaseForm.request.with("medium", nil).with("identity", nil).with("received-on", "2024-03-01")
            let answer = try await test.post("/office/cases/new/request", as: .cases, form: wrong)
            #expect(answer.status == 422)
            #expect(answer.says("安全检查计划", "value=\"张测试\"", "value=\"000-1234567\"", "value=\"2024-03-01\""))
            #expect(answer.says("id=\"field-identity-error\"", "id=\"field-medium-error\""))
            let noDay = CaseForm.request.with("received-on", "昨天").with("channel", nil)
            let again = try await test.post("/office/cases/new/request", as: .cases, form: noDay)
            #expect(again.status == 422 && again.says("请选择来件方式", "请填写收到日期", "安全检查计划"))
            let count = try await test.app.database.read { try $0.integer("SELECT count(*) FROM case_file") }
            #expect(count == 0)
        }
    }

    /// Two look at the same case; the second is told, and nothing that was typed is lost, possible still or not.
    @Test(arguments: Engine.available) func aConflictKeepsTheText(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let id = try await test.newCase()
            let base = try #require(try await test.get("/office/cases/\(id)", as: .officer).hidden("base"))
            let note = try await test.post("/office/cases/\(id)/notes", as: .cases, form: [("note_text", "已电话联系。")])
            #expect(note.location == "/office/cases/\(id)?did=note")
            let form = [("clarify_reason", "请写明文号和年度。"), ("clarify_on", "2025-09-08"), ("base", base)]
            let conflict = try await test.post("/office/cases/\(id)/events/clarify", as: .officer, form: form)
            #expect(conflict.status == 409)
            #expect(conflict.says("请写明文号和年度。", "已有新的进展", "<details class=\"part\" open>", "已电话联系。"))
            let newBase = try #require(conflict.hidden("base"))
            #expect(newBase != base)
            // Meanwhile the applicant withdraws: there is no such form any more, and the text stands there all the same.
            try await test.record("withdraw", on: "2025-09-08", to: id)
            let lost = try await test.post(
                "/office/cases/\(id)/events/clarify",
                as: .officer,
                form: form.with("base", newBase)
            )
            #expect(lost.status == 409)
            #expect(lost.says("没有保存", "请写明文号和年度。"))
        }
    }

    @Test(arguments: Engine.available) func wordsToTheApplicantAndTheOffice(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let id = try await test.newCase()
            let empty = try await test.post("/office/cases/\(id)/messages", as: .cases, form: [("message", " ")])
            #expect(empty.status == 422 && empty.says("id=\"field-message-error\""))
            _ = try await test.post("/office/cases/\(id)/messages", as: .cases, form: [("message", "正在查找，请稍候。")])
            let officer = try test.actor(.officer).person.text
            let assigned = try await test.post(
                "/office/cases/\(id)/assignment",
                as: .cases,
                form: [("officer", officer), ("assign_reason", "档案在其手中")]
            )
            #expect(assigned.location == "/office/cases/\(id)?did=assigned")
            let page = try await test.get("/office/cases/\(id)", as: .cases)
            #expect(page.says("正在查找，请稍候。", "档案在其手中", "测试officer"))
            let editor = try test.actor(.editor).person.text
            let wrong = try await test.post("/office/cases/\(id)/assignment", as: .cases, form: [("officer", editor)])
            #expect(wrong.status == 422 && wrong.says("请选择本机关的办件人员"))
            #expect(try await test.get("/office/cases?who=mine", as: .officer).says("〔2025〕依申请1号"))
            #expect(try await test.get("/office/cases?who=mine", as: .cases).says("〔2025〕依申请1号") == false)
            #expect(try await test.get("/office/cases?who=nobody", as: .cases).says("〔2025〕依申请1号") == false)
            #expect(try await test.get("/office/cases", as: .approver).says("各办件人员", "测试officer"))
            #expect(try await test.get("/office/cases", as: .legal).says("各办件人员") == false)
        }
    }

    /// What goes late stands on the desks of those who can do something about it, by its number alone.
    @Test(arguments: Engine.available) func lateCasesStandOnTheDesk(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let id = try await test.newCase(CaseForm.request.with("channel", "fax"))
            #expect(try await test.get("/office", as: .cases).says("〔2025〕依申请1号", "确认、签收", "待确认"))
            let officer = try test.actor(.officer).person.text
            _ = try await test.post("/office/cases/\(id)/assignment", as: .cases, form: [("officer", officer)])
            #expect(try await test.get("/office", as: .cases).says("依申请1号") == false)
            // Nobody confirmed it, and it is late all the same.
            try test.goOn(to: "2025-10-20")
            let desk = try await test.get("/office", as: .officer)
            #expect(desk.says("〔2025〕依申请1号", "已逾期") && !desk.says("安全检查计划"))
            let list = try await test.get("/office/cases?standing=late", as: .officer)
            #expect(list.says("〔2025〕依申请1号", "title=\"", "#clocks", "0.0%（0/1）"))
            for seat in [Seat.editor, .administrator, .auditor, .approver, .stranger] {
                #expect(try await test.get("/office", as: seat).says("依申请1号") == false, "\(seat)")
            }
        }
    }

    /// The 31st request of a month: the fee stands on the form, and payment sets the clock anew.
    @Test(arguments: Engine.available) func aHeavyApplicantPays(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-03-03")
            let form = CaseForm.request.with("received-on", "2025-03-03")
            for _ in 1...30 { _ = try await test.newCase(form) }
            let id = try await test.newCase(form)
            let page = try await test.get("/office/cases/\(id)", as: .cases)
            #expect(page.says("本月已有31件申请（含本件）", "应收200", "同一申请人的其他办件", "内容相近的在办件"))
            try test.goOn(to: "2025-03-10")
            try await test.record("notice-fee", on: "2025-03-10", to: id, [("items", "1"), ("amount", "200")])
            #expect(try await test.caseFile(id).state == "paying")
            try test.goOn(to: "2025-03-12")
            try await test.record("paid", on: "2025-03-12", to: id)
            #expect(try await test.caseFile(id).dueOn?.iso == "2025-04-10")
            // Nobody had to be asked for clarification, so that nothing is late when the term for it is over.
            #expect(try await test.get("/office/cases/\(id)", as: .cases).says("告知补正"))
            try test.goOn(to: "2025-03-14")
            let later = try await test.get("/office/cases/\(id)", as: .cases)
            #expect(!later.says("告知补正") && !later.says("已逾期"))
        }
    }
}
