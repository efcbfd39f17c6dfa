import Database
import Disclosure
import TestKit
import Testing

/// Applicants get their own files back, as downloads, with the ticket of their own case and no other.
@Suite struct CaseDownloadTests {
    private static let picture: [UInt8] = [0x89] + Array("secret picture ".utf8)

    private static func file(_ test: TestApp, _ page: Answer, name: String) async throws -> (Answer, String) {
        let access = [("access", try Applicants.hidden("access", in: page.text))]
        let done = try await test.upload(
            "/shiqiao/cases/files",
            form: access,
            files: [FormFile("file", name, picture)]
        )
        try #require(done.status == 200, "\(done.text)")
        return (done, try Applicants.hidden("file", in: done.text))
    }

    private static func download(_ test: TestApp, _ page: Answer, _ file: String, from agency: String = "shiqiao")
        async throws -> Answer
    {
        let access = try Applicants.hidden("access", in: page.text)
        return try await test.post("/\(agency)/cases/download", form: [("access", access), ("file", file)])
    }

    @Test(arguments: Engine.available) func theOwnFileComesBackAsADownload(engine: Engine) async throws {
        try await TestApp.run(on: engine, documents: PlainReader()) { test in
            let (code, _) = try await test.fileCase("request", Applicants.person + Applicants.request)
            let opened = try await test.openCase(code, "000-1234567")
            let (page, id) = try await Self.file(test, opened, name: "欧阳\"的照片.png")
            #expect(unbalancedElements(in: page.text) == [])
            let answer = try await Self.download(test, page, id)
            #expect(answer.status == 200 && answer.bytes == Self.picture)
            #expect(answer.headers["content-type"] == "image/png")
            #expect(answer.headers["content-disposition"]?.hasPrefix("attachment; filename=\"") == true)
            #expect(answer.headers["content-disposition"]?.contains("filename*=UTF-8''%E6%AC%A7%E9%98%B3") == true)
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            let policy = answer.headers["content-security-policy"]
            #expect(policy?.contains("default-src 'none'") == true && policy?.hasSuffix("sandbox") == true)
            // Opened again later, the page leads to it as well.
            let again = try await test.openCase(code, "000-1234567")
            #expect(again.says("下载："))
            #expect(try await Self.download(test, again, id).bytes == Self.picture)
        }
    }

    @Test(arguments: Engine.available) func nobodyElseGetsIt(engine: Engine) async throws {
        try await TestApp.run(on: engine, documents: PlainReader()) { test in
            let (code, mine) = try await test.fileCase("request", Applicants.person + Applicants.request)
            let (page, id) = try await Self.file(test, test.openCase(code, "000-1234567"), name: "a.png")
            let (otherCode, _) = try await test.fileCase("request", Applicants.person + Applicants.request)
            let other = try await test.openCase(otherCode, "000-1234567")
            #expect(try await Self.download(test, other, id).status == 404)
            #expect(try await Self.download(test, page, id, from: "qingshan").status == 404)
            #expect(try await Self.download(test, page, "none").status == 404)
            for ticket in ["", "00"] {
                let stranger = try await test.post("/shiqiao/cases/download", form: [("access", ticket), ("file", id)])
                #expect(stranger.status == 403 && stranger.says("请重新输入查询码"))
            }
            _ = try await test.app.database.write {
                try $0.execute("DELETE FROM case_words WHERE case_file = \(mine.id)")
            }
            #expect(try await Self.download(test, page, id).status == 404)
            test.clock.advance(milliseconds: 3_600_001)
            #expect(try await Self.download(test, page, id).status == 403)
        }
    }
}
