import Database
import Disclosure
import TestKit
import Testing

/// Who asked, who informed, and who may know.
@Suite struct CaseSecrecyTests {
    /// The informant's name is visible to the officer of the case and to nobody else, on any page.
    @Test(arguments: Engine.available) func onlyTheOfficerOfTheCaseKnowsTheInformant(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let id = try await test.newCase(CaseForm.tip, of: "tip")
            let officer = try test.actor(.cases).person.text
            _ = try await test.post("/office/cases/\(id)/assignment", as: .cases, form: [("officer", officer)])
            for seat in Seat.allCases {
                for path in ["/office", "/office/cases", "/office/cases/\(id)", "/en/office/cases/\(id)"] {
                    let page = try await test.get(path, as: seat)
                    #expect(!page.says("李举报") && !page.says("000-7654321"), "\(path) as \(seat)")
                    let mayRead = seat == .cases || ([.approver, .everybody].contains(seat) && path.contains(id))
                    #expect(mayRead || !page.says("违规存放火药") && !page.says("某某烟花厂"), "\(path) as \(seat)")
                }
                let asked = try await test.post("/office/cases/\(id)/applicant", as: seat)
                #expect(asked.says("李举报") == (seat == .cases), "\(seat): \(asked.status)")
                #expect((asked.status == 200) == (seat == .cases), "\(seat)")
                let export = try await test.post("/office/audit/export", as: seat)
                #expect(!export.says("李举报"), "\(seat)")
            }
            let acts = try await test.app.database.read { try $0.audit.about(id).map(\.act) }
            #expect(acts.filter { $0 == "case.read-applicant" }.count == 1)
        }
    }

    /// That the same person asked for something elsewhere would give the informant away.
    @Test(arguments: Engine.available) func anotherCaseDoesNotGiveTheInformantAway(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            let tip = try await test.newCase(
                CaseForm.tip.with("name", "张测试").with("identity", "999999199001010016"),
                of: "tip"
            )
            let request = try await test.newCase(CaseForm.request.with("received-on", "2024-03-04"))
            let officer = try test.actor(.cases).person.text
            _ = try await test.post("/office/cases/\(tip)/assignment", as: .cases, form: [("officer", officer)])
            #expect(try await test.get("/office/cases/\(request)", as: .officer).says("同一申请人的其他办件") == false)
            #expect(try await test.get("/office/cases/\(tip)", as: .approver).says("同一申请人的其他办件") == false)
            #expect(try await test.get("/office/cases/\(tip)", as: .cases).says("同一申请人的其他办件"))
        }
    }

    @Test(arguments: Engine.available) func theApplicantIsShownOnceAndWrittenDown(engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try test.goOn(to: "2025-09-08")
            let id = try await test.newCase(CaseForm.request.with("description", "请联系我13800138000，索取检查计划"))
            #expect(try await test.get("/office/cases/\(id)", as: .auditor).says("检查计划"))
            #expect(try await test.get("/office/cases/\(id)", as: .auditor).says("13800138000") == false)
            #expect(try await test.get("/office/cases", as: .auditor).says("13800138000") == false)
            #expect(try await test.get("/office/cases/\(id)", as: .cases).says("13800138000", "查看申请人"))
            for seat in [Seat.auditor, .administrator, .approver, .legal] {
                #expect(try await test.post("/office/cases/\(id)/applicant", as: seat).status == 403, "\(seat)")
            }
            let shown = try await test.post("/office/cases/\(id)/applicant", as: .officer)
            #expect(shown.says("张测试", "999999199001010016"))
            let trail = try await test.get("/office/audit", as: .auditor)
            #expect(trail.says("查看申请人", "〔2025〕依申请1号") && !trail.says("张测试"))
        }
    }
}
