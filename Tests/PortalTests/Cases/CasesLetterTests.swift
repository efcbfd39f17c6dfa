import Database
import Disclosure
import Documents
import TestKit
import Testing

/// The letters of a case as files for its applicant, without an account.
@Suite struct CasesLetterTests {
    @Test(arguments: Engine.available) func anApplicantTakesALetter(engine: Engine) async throws {
        try await TestApp.run(on: engine, tools: Toolbox(searchPath: [])) { test in
            let (code, file) = try await test.fileCase("request", Applicants.person + Applicants.request)
            try await test.record("confirm", to: file.id)
            try await test.record("consult-third", to: file.id, ["party": "某某公司", "reason": "涉及商业秘密"])
            let page = try await test.openCase(code, "000-1234567")
            #expect(page.says("文书：公复〔2024〕1号", "下载 Word 文件", "没有安装生成 PDF 的程序"))
            #expect(unbalancedElements(in: page.text) == [])
            let access = try Applicants.hidden("access", in: page.text)
            func take(_ place: String, _ format: String, _ access: String, from agency: String = "shiqiao") async throws
                -> Answer
            {
                let form = [("access", access), ("place", place), ("as", format)]
                return try await test.post("/\(agency)/cases/letters", form: form)
            }
            let word = try await take("2", "docx", access)
            #expect(word.status == 200 && word.bytes.starts(with: [0x50, 0x4B, 3, 4]))
            #expect(word.headers["cache-control"] == "no-store")
            #expect(word.headers["content-disposition"]?.hasPrefix("attachment; ") == true)
            let pdf = try await take("2", "pdf", access)
            #expect(pdf.status == 503 && pdf.says("没有安装生成 PDF 的程序"))
            // What went to a third party is theirs.
            for (place, format) in [("1", "docx"), ("3", "docx"), ("9", "docx"), ("x", "docx"), ("2", "odt")] {
                #expect(try await take(place, format, access).status == 404, "\(place) \(format)")
            }
            #expect(try await take("2", "docx", "nothing").status == 403)
            #expect(try await take("2", "docx", access, from: "qingshan").status == 404)
            test.clock.advance(milliseconds: 3_700_000)
            #expect(try await take("2", "docx", access).status == 403)
        }
    }

    @Test(.enabled(if: TypesetFormat.pdf.isAvailable(with: Toolbox()))) func thePDFIsAPDF() async throws {
        try await TestApp.run(on: .sqlite) { test in
            let (code, file) = try await test.fileCase("request", Applicants.person + Applicants.request)
            try await test.record("confirm", to: file.id)
            let page = try await test.openCase(code, "000-1234567")
            #expect(page.says("下载 PDF") && !page.says("没有安装"))
            let access = try Applicants.hidden("access", in: page.text)
            let form = [("access", access), ("place", "2"), ("as", "pdf")]
            let pdf = try await test.post("/shiqiao/cases/letters", form: form)
            #expect(pdf.status == 200 && pdf.bytes.starts(with: "%PDF-".utf8) && pdf.bytes.count > 5_000)
        }
    }
}
