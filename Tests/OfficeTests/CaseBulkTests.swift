import Civil
import Database
import Disclosure
import TestKit
import Testing

/// Several cases at once: chosen, previewed, done once, each by the rules of the single act.
@Suite struct CaseBulkTests {
    @Test(arguments: Engine.available) func casesAreAssignedTogether(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let ids = [
                try await test.newCase(CaseForm.request), try await test.newCase(CaseForm.request),
                try await test.newCase(CaseForm.tip.with("received-on", "2025-09-08"), of: "tip"),
            ]
            let page = try await test.get("/office/cases/bulk", as: .cases)
            #expect(page.says("〔2025〕依申请1号", "〔2025〕依申请2号", "name=\"case\""))
            #expect(!page.text.contains(ids[2]), "a report of a danger is handled by itself")
            let officer = try test.actor(.cases).person.text
            let blank = try await test.post(
                "/office/cases/bulk",
                as: .cases,
                form: [("act", "assign"), ("reason", "分工")]
            )
            #expect(blank.status == 422 && blank.says("请勾选办件", "请选择办件人员或者科室", "分工"))
            let form = [("act", "assign"), ("officer", officer), ("reason", "分工"), ("case", ids[0]), ("case", ids[1])]
            let preview = try await test.post("/office/cases/bulk", as: .cases, form: form)
            #expect(preview.status == 200 && preview.says("将办理", "分给", "确认办理这 2 条"))
            #expect(try await test.caseFile(ids[0]).officer == nil, "a preview does nothing")
            let english = try await test.post("/en/office/cases/bulk", as: .cases, form: form)
            #expect(english.says("Assigned to", "Confirm for these 2"))

            // Between preview and confirmation something happens to the second.
            _ = try await test.post("/office/cases/\(ids[1])/notes", as: .cases, form: [("note_text", "已电话联系")])
            let bulk = try #require(preview.hidden("bulk"))
            let seen = ids.prefix(2).map { ("chosen", "\($0).2") }
            let run = [("bulk", bulk), ("act", "assign"), ("officer", officer), ("reason", "分工")] + seen
            let done = try await test.post("/office/cases/bulk/run", as: .cases, form: run)
            #expect(done.location == "/office/cases/bulk/\(bulk)", "\(done.text.prefix(2_000))")
            let results = try await test.get("/office/cases/bulk/\(bulk)", as: .cases)
            #expect(results.says("已办理 1 条，未办理 1 条", "〔2025〕依申请1号", "已有新的进展"))
            #expect(try await test.caseFile(ids[0]).officer?.text == officer)
            #expect(try await test.caseFile(ids[1]).officer == nil)
            // Sent again, nothing happens again.
            let again = try await test.post("/office/cases/bulk/run", as: .cases, form: run)
            #expect(again.status == 303)
            #expect(try await test.caseFile(ids[0]).events == 3)
            #expect(try await test.get("/office/cases/bulk/\(bulk)", as: .officer).status == 404)
        }
    }

    @Test(arguments: Engine.available) func anEventIsRecordedOnSeveral(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let fax = CaseForm.request.with("channel", "fax")
            let ids = [try await test.newCase(fax), try await test.newCase(fax)]
            _ = try await test.newCase(CaseForm.request)
            let page = try await test.get("/office/cases/bulk?act=request.confirm", as: .cases)
            #expect(page.says("〔2025〕依申请1号", "〔2025〕依申请2号", "政府信息公开申请：确认申请"))
            #expect(!page.says("〔2025〕依申请3号"), "it began with its receipt")
            #expect(!page.says("value=\"request.propose\""), "a reply asks for an answer")
            let forged = try await test.post(
                "/office/cases/bulk",
                as: .cases,
                form: [("act", "request.propose"), ("case", ids[0])]
            )
            #expect(forged.status == 422)
            let preview = try await test.post(
                "/office/cases/bulk",
                as: .cases,
                form: [("act", "request.confirm")] + ids.map { ("case", $0) }
            )
            #expect(preview.says("登记后：办理中", "确认办理这 2 条"))
            let run = try await test.post(
                "/office/cases/bulk/run",
                as: .cases,
                form: [("bulk", try #require(preview.hidden("bulk"))), ("act", "request.confirm")]
                    + ids.map { ("chosen", "\($0).1") }
            )
            #expect(run.status == 303)
            for id in ids {
                let file = try await test.caseFile(id)
                #expect(file.state == "in-hand" && file.isConfirmed)
            }
        }
    }
}
