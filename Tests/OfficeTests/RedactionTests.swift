import Database
import Disclosure
import Documents
import Foundation
import TestKit
import Testing

/// A clerk takes passages out of a PDF: the new file has nothing of them, and the old one never leaves the office.
@Suite struct RedactionTests {
    static let number = "11010519491231002X"
    static let pages = [["Penalty decision"], ["Zhang San", "ID \(number) and 13800138000", "Fine 500"]]

    @Test(arguments: Engine.available) func whatTheScannerFindsGoes(engine: Engine) async throws {
        try await TestApp.runWithTools(on: engine) { test in
            let id = try await test.newItem()
            let old = try await test.attachPDF(Self.pages, to: id)
            let path = "/office/items/\(id)/files/\(old.sha256)/redaction"
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("发现 2 处", "遮盖「决定书.pdf」", path))

            let page = try await test.get(path, as: .editor)
            #expect(page.status == 200)
            #expect(page.says("公民身份号码", "第 2 页：110105********002X", "手机号码", "<rect ", "第 2 页，共 2 页", "checked"))
            #expect(!page.says(Self.number))
            let picture = try await test.get("/office/items/\(id)/files/\(old.sha256)/pages/2", as: .secrecy)
            #expect(picture.status == 200 && picture.headers["content-type"] == "image/png")
            #expect(picture.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))

            let form = [
                ("item_base", page.hidden("item_base") ?? ""),
                ("cover-identityNumber", Self.box(page, "cover-identityNumber")), ("ground-identityNumber", "privacy"),
                ("cover-mobileNumber", Self.box(page, "cover-mobileNumber")), ("ground-mobileNumber", ""),
            ]
            let answer = try await test.post(path, as: .editor, form: form)
            #expect(answer.location == "/office/items/\(id)?did=redacted#attachments", "\(answer.text)")
            try await test.runJobs()
            let new = try #require(try await test.currentVersion(of: id).attachments.first)
            #expect(new.name == "决定书.pdf" && new.sha256 != old.sha256)
            let text = try test.readText(of: new.sha256)
            #expect(text.contains("Penalty decision") && text.contains("Zhang San") && text.contains("Fine 500"))
            #expect(!text.contains("1101") && !text.contains("002X") && !text.contains("138"))
            let shown = try await test.get("/office/items/\(id)?did=redacted", as: .editor)
            #expect(shown.says("已遮盖并复查", "没有发现", "附件遮盖", "个人隐私", "个人信息保护法第二十五条", "遮盖附件"))
            #expect(shown.says("2 处。遮盖后再次提取框内文字：无"))
        }
    }

    /// The original stays in the office: no page, file, or search of the portal knows it.
    @Test(arguments: Engine.available) func theOriginalIsNeverPublic(engine: Engine) async throws {
        try await TestApp.runWithTools(on: engine) { test in
            let id = try await test.newItem()
            let old = try await test.attachPDF(Self.pages, to: id)
            let path = "/office/items/\(id)/files/\(old.sha256)/redaction"
            let form = [
                ("item_base", try await test.item(id).currentVersion.text),
                ("words", "Zhang San\n\(Self.number)\n13800138000"), ("words-ground", "personal-information"),
                ("places", ""), ("places-ground", "privacy"),
            ]
            #expect(try await test.post(path, as: .editor, form: form).status == 303)
            try await test.runJobs()
            #expect(try await test.post("/office/items/\(id)/review", as: .editor).status == 303)
            let review = try await test.get("/office/items/\(id)/opinions/secrecy", as: .secrecy)
            #expect(review.says("附件遮盖", "个人信息保护法第二十五条"))
            try await test.opine("secrecy", on: id, as: .secrecy)
            try await test.opine("sign-off", on: id, as: .approver)
            try await test.runJobs()
            let item = try await test.item(id)
            #expect(item.state == .published)
            let new = try #require(try await test.currentVersion(of: id).attachments.first)
            let address = "/shiqiao/items/\(try #require(item.leafID))"
            let portal = try await test.get(address)
            #expect(portal.status == 200 && portal.says("决定书.pdf") && !portal.says(old.sha256))
            let file = try await test.get("\(address)/files/%E5%86%B3%E5%AE%9A%E4%B9%A6.pdf")
            let place = try #require(test.app.blobs.path(of: new.sha256))
            let stored = Array(try Data(contentsOf: URL(fileURLWithPath: place)))
            #expect(file.status == 200 && file.bytes == stored)
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains(Self.number))
            // The staff still sees it, and that is written down.
            let original = try await test.get("/office/items/\(id)/files/\(old.sha256)", as: .secrecy)
            #expect(original.status == 200)
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("查看未公开的附件"))
        }
    }

    @Test(arguments: Engine.available) func mistakesLoseNothing(engine: Engine) async throws {
        try await TestApp.runWithTools(on: engine) { test in
            let id = try await test.newItem()
            let old = try await test.attachPDF(Self.pages, to: id)
            let path = "/office/items/\(id)/files/\(old.sha256)/redaction"
            let base = ("item_base", try await test.item(id).currentVersion.text)
            let wrong = try await test.post(
                path,
                as: .editor,
                form: [
                    base, ("words", "nobody here"), ("words-ground", ""), ("places", "2 30 forty"),
                    ("places-ground", "privacy"),
                ]
            )
            #expect(wrong.status == 422)
            #expect(wrong.says("文件里找不到「nobody here」", "不是五个数", "请选择不公开的理由"))
            #expect(wrong.says("nobody here</textarea>", "2 30 forty</textarea>"))
            let nothing = try await test.post(path, as: .editor, form: [base])
            #expect(nothing.status == 422 && nothing.says("请至少选择一处要遮盖的内容"))
            let outside = try await test.post(
                path,
                as: .editor,
                form: [base, ("places", "9 1 1 5 5"), ("places-ground", "privacy")]
            )
            #expect(outside.status == 422 && outside.says("第 9 页上的遮盖框不在页面内"))
            let late = try await test.post(path, as: .editor, form: [("item_base", "x"), ("places", "1 1 1 5 5")])
            #expect(late.status == 409)
            #expect(try await test.currentVersion(of: id).attachments == [old])
            #expect(try test.waitingFiles().isEmpty)
            let rows = try await test.app.database.read { try $0.redactions.all(of: old.sha256) }
            #expect(rows.isEmpty)
        }
    }

    /// A file redacted twice shows both redactions, the second made on the result of the first.
    @Test(arguments: Engine.available) func redactedTwice(engine: Engine) async throws {
        try await TestApp.runWithTools(on: engine) { test in
            let id = try await test.newItem()
            var file = try await test.attachPDF(Self.pages, to: id)
            for (place, ground) in [("2 20 40 60 15", "trade-secret"), ("1 20 40 60 15", "state-secret")] {
                let form = [
                    ("item_base", try await test.item(id).currentVersion.text), ("places", place),
                    ("places-ground", ground),
                ]
                let answer = try await test.post(
                    "/office/items/\(id)/files/\(file.sha256)/redaction",
                    as: .editor,
                    form: form
                )
                #expect(answer.status == 303, "\(answer.text)")
                file = try #require(try await test.currentVersion(of: id).attachments.first)
            }
            let sha256 = file.sha256
            let rows = try await test.app.database.read { try $0.redactions.all(of: sha256) }
            #expect(rows.map(\.box.page) == [1, 2])
            #expect(rows.map(\.ground) == [.stateSecret, .tradeSecret])
            #expect(abs((rows.first?.box.x ?? 0) - 56.69) < 0.01)
            await #expect(throws: (any Error).self) {
                try await test.app.database.write { try $0.execute("DELETE FROM redaction") }
            }
        }
    }

    @Test(arguments: Engine.available) func withoutThePrograms(engine: Engine) async throws {
        try await TestApp.runWithTools(on: engine, tools: Toolbox(searchPath: [])) { test in
            let id = try await test.newItem()
            let old = try await test.attachPDF(Self.pages, to: id)
            let page = try await test.get("/office/items/\(id)/files/\(old.sha256)/redaction", as: .editor)
            #expect(page.status == 409 && page.says("没有安装遮盖 PDF 所需的程序（poppler-utils）"))
            #expect(try await test.get("/office/items/\(id)/files/\(old.sha256)/pages/1", as: .editor).status == 409)
        }
    }

    private static func box(_ page: Answer, _ name: String) -> String {
        page.text(between: "name=\"\(name)\" value=\"", and: "\"") ?? ""
    }
}
