import Civil
import Database
import Disclosure
import TestKit
import Testing

/// Cases that are handled together, one that becomes several, and what of a case becomes public.
@Suite struct CaseRelationTests {
    @Test(arguments: Engine.available) func casesGoTogetherAndEachCounts(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let first = try await test.newCase(CaseForm.request)
            let second = try await test.newCase(CaseForm.request.with("name", "李测试"))
            let merged = try await test.post(
                "/office/cases/\(second)/merge",
                as: .cases,
                form: [("lead", " 〔2025〕依申请1号 "), ("merge_reason", "申请同一份文件")]
            )
            #expect(merged.location == "/office/cases/\(second)?did=merged", "\(merged.text.prefix(2_000))")
            let lead = try await test.get("/office/cases/\(first)", as: .cases)
            #expect(lead.says("并案办理的其他办件", "〔2025〕依申请2号", "并案的办件一并登记：〔2025〕依申请2号", "申请同一份文件"))
            #expect(
                try await test.get("/en/office/cases/\(second)", as: .cases).says(
                    "Handled with",
                    "Handle by itself again"
                )
            )

            let together = [("reason", "请写明年度。"), ("merged", "merged")]
            let asked = try await test.record("clarify", on: "2025-09-08", to: first, together)
            #expect(asked.status == 303)
            #expect(try await test.caseFile(first).state == "clarifying")
            #expect(try await test.caseFile(second).state == "clarifying")
            let own = try await test.record("corrected", on: "2025-09-08", to: second, [("answer", "2023年度。")])
            #expect(own.status == 303)
            // The second is in hand by now: what is meant for both happens to neither.
            let refused = try await test.record(
                "corrected",
                on: "2025-09-08",
                to: first,
                [("answer", "也是2023年度。"), ("merged", "merged")]
            )
            #expect(refused.status == 409)
            #expect(refused.says("没有保存：并案的「〔2025〕依申请2号」不能同时登记", "也是2023年度。"))
            #expect(try await test.caseFile(first).state == "clarifying")

            let parted = try await test.post("/office/cases/\(second)/part", as: .cases)
            #expect(parted.location == "/office/cases/\(second)?did=parted")
            #expect(try await !test.get("/office/cases/\(first)", as: .cases).says("并案办理的其他办件"))
            #expect(try await test.post("/office/cases/\(second)/part", as: .cases).status == 409)
            let count = try await test.app.database.read { tx in
                try tx.integer("SELECT count(*) FROM case_file WHERE kind = 'request'")
            }
            #expect(count == 2)
        }
    }

    @Test(arguments: Engine.available) func whatDoesNotGoTogetherIsRefusedWithWhatWasTyped(engine: Engine) async throws
    {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let first = try await test.newCase(CaseForm.request)
            let second = try await test.newCase(CaseForm.request)
            let third = try await test.newCase(CaseForm.request)
            _ = try await test.newCase(CaseForm.tip.with("received-on", "2025-09-08"), of: "tip")
            func merge(_ id: String, _ lead: String, _ reason: String = "同一事项") async throws -> Answer {
                try await test.post(
                    "/office/cases/\(id)/merge",
                    as: .cases,
                    form: [("lead", lead), ("merge_reason", reason)]
                )
            }
            let unknown = try await merge(first, "〔2025〕依申请99号")
            #expect(unknown.status == 422 && unknown.says("没有编号为「〔2025〕依申请99号」的其他办件", "同一事项"))
            let itself = try await merge(first, "〔2025〕依申请1号")
            #expect(itself.status == 422)
            let blank = try await merge(first, "〔2025〕依申请2号", " ")
            #expect(blank.status == 422 && blank.says("请写明并案的理由", "〔2025〕依申请2号"))
            #expect(try await merge(second, "〔2025〕依申请1号").status == 303)
            let again = try await merge(second, "〔2025〕依申请3号")
            #expect(again.status == 409 && again.says("已经并入「〔2025〕依申请1号」"))
            let chain = try await merge(third, "〔2025〕依申请2号")
            #expect(chain.status == 409 && chain.says("请并入「〔2025〕依申请1号」"))
            let leads = try await merge(first, "〔2025〕依申请3号")
            #expect(leads.status == 409 && leads.says("有其他办件并入这一件"))
            _ = try await test.record("withdraw", on: "2025-09-08", to: third)
            let closed = try await merge(third, "〔2025〕依申请1号")
            #expect(closed.status == 409 && closed.says("只有在办的办件可以并案"))
        }
    }

    @Test(arguments: Engine.available) func oneMatterToACase(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-10")
            let id = try await test.newCase(CaseForm.request)
            let blank = try await test.post(
                "/office/cases/\(id)/split",
                as: .cases,
                form: [("kept", "检查计划"), ("matters", "\n ")]
            )
            #expect(blank.status == 422 && blank.says("请至少写一个另立的事项", "检查计划"))
            let split = try await test.post(
                "/office/cases/\(id)/split",
                as: .cases,
                form: [("kept", "检查计划"), ("matters", "处罚决定清单\n事故调查报告")]
            )
            #expect(split.status == 303, "\(split.text.prefix(2_000))")
            let page = try await test.get("/office/cases/\(id)", as: .cases)
            #expect(page.says("由本件拆分出", "〔2025〕依申请2号", "〔2025〕依申请3号", "本件办理的事项"))
            let parts = try await test.app.database.read { try $0.cases.related(to: ID(id)).parts }
            let first = try await test.caseFile(id)
            #expect(parts.count == 2)
            for part in parts {
                #expect(part.receivedOn == first.receivedOn && part.dueOn == first.dueOn && part.isConfirmed)
                #expect(part.applicantMark == first.applicantMark && part.state == "in-hand")
            }
            let part = try #require(parts.last)
            #expect(try await test.get("/office/cases/\(part.id)", as: .cases).says("拆分自", "〔2025〕依申请1号", "事故调查报告"))
            // The reply clock of a part starts with the receipt of the first, whatever day it is split.
            #expect(part.dueOn?.iso == "2025-10-11")
            try await test.record("clarify", on: "2025-09-10", to: id, [("reason", "请写明年度。")])
            let waits = try await test.post(
                "/office/cases/\(id)/split",
                as: .cases,
                form: [("kept", "检查计划"), ("matters", "别的")]
            )
            #expect(waits.status == 409 && waits.says("只有由本机关办理中的办件可以拆分"))
        }
    }

    @Test(arguments: Engine.available) func anAnswerBecomesAnItemWithConsent(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let agreed = try await test.answeredQuestion("agreed")
            let refused = try await test.answeredQuestion("refused")
            #expect(try await test.get("/office/cases/\(agreed)", as: .officer).says("起草公开信息", "来信人同意公开"))
            #expect(try await !test.get("/office/cases/\(refused)", as: .officer).says("起草公开信息"))
            #expect(try await test.get("/office/items/new?duty=REPLY&case=\(refused)", as: .officer).status == 404)

            let form = try await test.get("/office/items/new?duty=REPLY&case=\(agreed)", as: .officer)
            #expect(form.says("烟花爆竹零售证怎么办", "请带营业执照到窗口办理。", "name=\"item_case\" value=\"\(agreed)\""))
            #expect(!form.says("13800000000"))
            let typed = [
                ("item_duty", "REPLY"), ("item_case", agreed), ("title", "烟花爆竹零售证怎么办"), ("formed-on", "2025-09-08"),
                ("origin", "own"), ("disclosure", "proactive"), ("way", "consultation"), ("asked-on", "2025-09-08"),
                ("question", "烟花爆竹零售证怎么办？"), ("answered-on", "2025-09-08"), ("answer", "请带营业执照到窗口办理。"),
            ]
            let forged = try await test.post(
                "/office/items",
                as: .officer,
                form: typed.map { $0.0 == "item_case" ? ($0.0, refused) : $0 }
            )
            #expect(forged.status == 409 && forged.says("来信人没有同意公开", "请带营业执照到窗口办理。"))
            let saved = try await test.post("/office/items", as: .officer, form: typed)
            #expect(saved.status == 303, "\(saved.text.prefix(3_000))")
            let page = try await test.get("/office/cases/\(agreed)", as: .officer)
            #expect(page.says("向社会公开", "烟花爆竹零售证怎么办", "草稿", "起草公开信息"))
            let items = try await test.app.database.read { try $0.cases.items(from: ID(agreed)) }
            #expect(items.map(\.duty) == ["REPLY"])
        }
    }
}

extension TestApp {
    /// An online question that was settled, with its telephone number in the words.
    fileprivate func answeredQuestion(_ consent: String) async throws -> String {
        let asked = [
            ("channel", "phone"), ("received-on", "2025-09-08"), ("subject", "烟花爆竹零售证怎么办"),
            ("description", "烟花爆竹零售证怎么办？请打13800000000回复。"), ("publish", consent), ("name", "王测试"),
            ("telephone", "000-1234567"),
        ]
        let id = try await newCase(asked, of: "consultation")
        _ = try await record(
            "settle",
            on: "2025-09-08",
            to: id,
            [("outcome", "answered"), ("answer", "请带营业执照到窗口办理。")]
        )
        return id
    }
}
