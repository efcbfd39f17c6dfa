import TestKit
import Testing
import Text

@testable import Disclosure

/// What does not fit is said in words before the first row is touched.
@Suite struct ImportRefusalTests {
    struct Misfit: Sendable, CustomTestStringConvertible {
        var key: String
        var change: @Sendable (inout ItemImport) -> Void

        var testDescription: String { key }
    }

    @Test(arguments: [
        Misfit(key: "agency") { $0.agency = "nowhere" },
        Misfit(key: "duty") { $0.duty = "NOSUCH" },
        Misfit(key: "editor") { $0.editor = "nobody" },
        Misfit(key: "editor") { $0.editor = "stranger" },
        Misfit(key: "reviewer") { $0.reviewer = "editor" },
        Misfit(key: "approver") { $0.approver = "secrecy" },
        Misfit(key: "approver") { ($0.reviewer, $0.approver) = ("everybody", "everybody") },
        Misfit(key: "class") { $0.itemClass = "none" },
        Misfit(key: "section") { $0.section = "99" },
        Misfit(key: "nonsense") { $0.fixed["nonsense"] = "1" },
    ])
    func whatDoesNotFitIsSaidBeforeTheFirstRow(_ misfit: Misfit) async throws {
        try await TestApp.run(on: .sqlite) { test in
            let folder = try ImportFolder()
            var wanted = try ImportSamples.wanted(folder.file("docs.jsonl", ImportSamples.documents))
            misfit.change(&wanted)
            do {
                _ = try await wanted.run(in: test.app)
                Issue.record("it was taken")
            } catch Refusal.invalid(let problems) {
                #expect(problems.contains { $0.key == misfit.key })
            }
            #expect(try await ImportSamples.items(test).isEmpty)
        }
    }

    @Test(arguments: Engine.available) func anAgencyWithClassesWantsOneForEveryRow(_ engine: Engine) async throws {
        try await TestApp.run(on: engine) { test in
            try await AddAgencyPart(
                .itemClass(code: "docs", name: Phrase(zh: "文件类", en: "Documents")),
                to: test.agency.id,
                actor: nil
            ).run(in: test.app)
            let folder = try ImportFolder()
            var wanted = try ImportSamples.wanted(folder.file("docs.jsonl", ImportSamples.documents))
            #expect(try await wanted.rehearse(in: test.app).refused == 4)
            wanted.itemClass = "docs"
            #expect(try await wanted.run(in: test.app).published == 3)
            #expect(try await ImportSamples.items(test).allSatisfy { $0.itemClass != nil })
        }
    }

    @Test func aTableWithoutIdsIsRefusedBeforeTheFirstRow() async throws {
        try await TestApp.run(on: .sqlite) { test in
            let folder = try ImportFolder()
            let wanted = try ImportSamples.wanted(folder.file("a.csv", "title,formed-on\n甲,2015-01-01\n"), form: .table)
            await #expect(throws: UnreadableFile.self) { try await wanted.run(in: test.app) }
        }
    }

    /// Files are uploaded: a line of text that claims to be one would publish what nobody can open.
    @Test func aFileCannotBeImportedAsText() async throws {
        try await TestApp.run(on: .sqlite) { test in
            let folder = try ImportFolder()
            let hash = String(repeating: "0", count: 64)
            let row = "{\"id\": 1, \"title\": \"办事指南\", \"date\": \"2015-06-01\", \"forms\": \"\(hash) 12 表.pdf\"}\n"
            let wanted = try ImportSamples.wanted(folder.file("guides.jsonl", row), duty: "GUIDE")
            #expect(try await wanted.run(in: test.app).refused == 1)
            let notes = try ImportFolder.text("\(folder.path)/guides.jsonl.errors.csv")
            #expect(notes.contains("文件不能写成文字，请留空，保存后在信息页面上传"))
        }
    }
}
