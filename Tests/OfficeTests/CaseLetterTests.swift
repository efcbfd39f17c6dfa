import Civil
import Database
import Disclosure
import TestKit
import Testing

/// Letters of cases in the office: read on the record, and written from the office's own texts.
@Suite struct CaseLetterTests {
    @Test(arguments: Engine.available) func aLetterIsReadByThoseWhoMayKnowWhoAsked(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let id = try await test.newCase(CaseForm.request.with("received-on", "2024-03-04"))
            let page = try await test.get("/office/cases/\(id)", as: .cases)
            #expect(page.says("登记回执", "公复〔2024〕1号", "SHIQIAO-LETTER-2024-00001", "打开文书"))
            let letter = try await test.post("/office/cases/\(id)/letters/2", as: .cases)
            #expect(letter.status == 200)
            #expect(letter.says("石桥县应急管理局登记回执", "张测试：", "已经收到并登记", "盐值"))
            let english = try await test.post("/en/office/cases/\(id)/letters/2", as: .cases)
            #expect(english.says("Proof", "Salt", "Back to the case"))
            for seat in [Seat.auditor, .administrator, .approver] {
                let seen = try await test.get("/office/cases/\(id)", as: seat)
                #expect(seen.says("公复〔2024〕1号") && !seen.says("打开文书"), "\(seat)")
                #expect(try await test.post("/office/cases/\(id)/letters/2", as: seat).status == 403, "\(seat)")
            }
            #expect(try await test.post("/office/cases/\(id)/letters/1", as: .cases).status == 404)
            #expect(try await test.post("/office/cases/\(id)/letters/x", as: .cases).status == 404)
            let reads = try await test.app.database.read { tx in
                try tx.integer("SELECT count(*) FROM audit WHERE act = 'case.read-applicant' AND subject = \(id)")
            }
            #expect(reads == 2)
        }
    }

    @Test(arguments: Engine.available) func anOfficeWritesItsOwnTexts(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let path = "/office/cases/letters"
            #expect(try await test.get(path, as: .officer).says("文书模板", "登记回执", "文号格式"))
            #expect(try await test.get("/en\(path)", as: .officer).says("Texts of letters", "Receipt"))
            let wrong = try await test.post("\(path)/receipt", as: .officer, form: [("text", "收到{{nobody}}。我写的话")])
            #expect(wrong.status == 422)
            #expect(wrong.says("没有「nobody」这个名称", "收到{{nobody}}。我写的话"))
            let right = try await test.post("\(path)/receipt", as: .officer, form: [("text", "收到{{case_number}}。")])
            #expect(right.status == 303)
            #expect(try await test.get(path, as: .officer).says("（本机关文本）", "收到{{case_number}}。", "恢复内置文本"))
            let id = try await test.newCase(CaseForm.request.with("received-on", "2024-03-04"))
            #expect(try await test.post("/office/cases/\(id)/letters/2", as: .cases).says("收到〔2024〕依申请1号。"))
            let back = try await test.post("\(path)/receipt", as: .officer, form: [("do", "shipped")])
            #expect(back.status == 303)
            #expect(try await !test.get(path, as: .officer).says("（本机关文本）"))
            #expect(try await test.post("\(path)/nothing", as: .officer, form: [("text", "x")]).status == 404)
        }
    }
}
