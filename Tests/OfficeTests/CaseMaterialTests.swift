import Database
import Disclosure
import TestKit
import Testing

/// Files that applicants add reach those who may know who asked, and nobody else.
@Suite struct CaseMaterialTests {
    private static let picture: [UInt8] = [0x89] + Array("picture of the tank".utf8)

    /// A report with a file, assigned to the officer who entered it; gives its id.
    private func reported(_ test: TestApp) async throws -> String {
        let entered = try await test.post("/office/cases/new/tip", as: .cases, form: CaseForm.tip)
        let id = try #require(entered.text(between: "class=\"button\" href=\"/office/cases/", and: "\""))
        let code = try #require(entered.text(between: "<code>", and: "</code>"))
        let page = try await test.post("/shiqiao/cases", form: [("code", code), ("contact", "000-7654321")])
        let access = try #require(page.hidden("access"))
        let sent = try await test.upload(
            "/shiqiao/cases/files",
            form: [("access", access)],
            files: [FormFile("file", "李举报拍摄.png", Self.picture)]
        )
        #expect(sent.status == 200, "\(sent.text)")
        let officer = try test.actor(.cases).person.text
        _ = try await test.post("/office/cases/\(id)/assignment", as: .cases, form: [("officer", officer)])
        return id
    }

    @Test(arguments: Engine.available) func theOfficerOpensWhatTheInformantAdded(engine: Engine) async throws {
        try await TestApp.run(on: engine, documents: PlainReader()) { test in
            let id = try await reported(test)
            let page = try await test.get("/office/cases/\(id)", as: .cases)
            #expect(page.says("补充材料", "李举报拍摄.png", "打开材料"))
            let path = try #require(page.text(between: "action=\"/office/cases/\(id)/files/", and: "\""))
            for seat in Seat.allCases where seat != .cases {
                let other = try await test.get("/office/cases/\(id)", as: seat)
                #expect(!other.says("李举报") && !other.says("打开材料"), "\(seat)")
                let taken = try await test.post("/office/cases/\(id)/files/\(path)", as: seat)
                #expect([403, 404].contains(taken.status) && taken.bytes != Self.picture, "\(seat): \(taken.status)")
            }
            let opened = try await test.post("/office/cases/\(id)/files/\(path)", as: .cases)
            #expect(opened.status == 200 && opened.bytes == Self.picture)
            #expect(opened.headers["content-type"] == "image/png")
            #expect(opened.headers["content-disposition"]?.hasPrefix("attachment; ") == true)
            #expect(opened.headers["cache-control"] == "no-store")
            let trail = try await test.get("/office/audit", as: .auditor)
            #expect(trail.says("打开申请人的材料") && !trail.says("李举报"))
        }
    }

    /// A file is found only at its own case.
    @Test(arguments: Engine.available) func aFileStaysWithItsCase(engine: Engine) async throws {
        try await TestApp.run(on: engine, documents: PlainReader()) { test in
            let id = try await reported(test)
            let page = try await test.get("/office/cases/\(id)", as: .cases)
            let file = try #require(page.text(between: "action=\"/office/cases/\(id)/files/", and: "\""))
            let request = try await test.newCase(CaseForm.request.with("received-on", "2024-03-04"))
            for path in ["/office/cases/\(request)/files/\(file)", "/office/cases/\(id)/files/x"] {
                #expect(try await test.post(path, as: .cases).status == 404)
            }
            let read = try await test.app.database.read {
                try $0.integer("SELECT count(*) FROM audit WHERE act = 'case.read-file'")
            }
            #expect(read == 0)
        }
    }
}
