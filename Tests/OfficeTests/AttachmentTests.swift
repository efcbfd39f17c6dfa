import Database
import Disclosure
import Foundation
import TestKit
import Testing
import Text

/// Files beside an item: uploaded by an editor, part of the version, read before they are passed, public with the item.
@Suite struct AttachmentTests {
    @Test(arguments: Engine.available) func aFileBecomesANewVersion(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let id = try await test.newItem()
            let page = try await test.get("/office/items/\(id)", as: .editor)
            #expect(page.says("上传附件", "multipart/form-data", "每个不超过 1 MB", "name=\"item_base\""))
            let first = try await test.item(id).currentVersion
            let answer = try await test.attach([("救生 设备+清单%20.PDF", "%PDF-1.4 救生设备")], to: id)
            #expect(answer.location == "/office/items/\(id)?did=attached#attachments", "\(answer.text)")
            let version = try await test.currentVersion(of: id)
            #expect(version.id != first && version.number == 2)
            #expect(version.attachments.map(\.name) == ["救生 设备+清单%20.pdf"])
            let bytes = Array("%PDF-1.4 救生设备".utf8)
            #expect(String(decoding: version.bytes, as: UTF8.self).hasSuffix("救生 设备+清单%20.pdf\n"))
            #expect(version.attachments.map(\.size) == [bytes.count])

            let waiting = try await test.get("/office/items/\(id)?did=attached", as: .editor)
            #expect(waiting.says("附件已上传", "正在读取", "PDF 文件", "\(bytes.count) B", "1 个附件"))
            try await test.runJobs()
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("没有发现"))
            let sha256 = try #require(version.attachments.first?.sha256)
            let file = try await test.get("/office/items/\(id)/files/\(sha256)", as: .secrecy)
            #expect(file.status == 200 && file.bytes == bytes)
            #expect(try await test.get("/office/items/\(id)", as: .editor).says("查看未公开的附件"))
            // In parts or again, one reading is written down once; another person's by itself.
            let part = ["range": "bytes=3-"]
            #expect(
                try await test.get("/office/items/\(id)/files/\(sha256)", as: .secrecy, headers: part).status == 206
            )
            _ = try await test.get("/office/items/\(id)/files/\(sha256)", as: .legal)
            let entries = try await test.app.database.read { try $0.audit.about(id) }
            #expect(entries.count { $0.act == "item.read-file" } == 2)
            let difference = try await test.get("/office/items/\(id)/versions/2", as: .editor)
            #expect(difference.says("附件：", "救生 设备+清单%20.pdf"))
        }
    }

    /// Editing the text afterwards keeps the files; the form does not send them.
    @Test(arguments: Engine.available) func savingTheTextKeepsTheFiles(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let id = try await test.newItem()
            try await test.attach([("甲.pdf", "%PDF 1"), ("乙.png", "\u{89}PNG")], to: id)
            let form = Samples.vessel.with("item_duty", nil).with("vessel", "虚构渔0002")
                .with("item_base", try await test.item(id).currentVersion.text)
            #expect(try await test.post("/office/items/\(id)/edit", as: .editor, form: form).status == 303)
            let version = try await test.currentVersion(of: id)
            #expect(version.content["vessel"] == "虚构渔0002")
            #expect(version.attachments.map(\.name) == ["甲.pdf", "乙.png"])
        }
    }

    @Test(arguments: Engine.available) func namesOrderAndRemoval(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let id = try await test.newItem()
            try await test.attach([("甲.pdf", "%PDF 1"), ("乙.pdf", "%PDF 2"), ("丙.png", "\u{89}PNG")], to: id)
            let files = try await test.currentVersion(of: id).attachments
            let page = try await test.get("/office/items/\(id)/attachments", as: .editor)
            #expect(page.says("value=\"甲.pdf\"", "value=\"丙.png\"", "从这条信息中移除"))
            var form = files.map { ("file-id", $0.sha256) } + [("item_base", page.hidden("item_base") ?? "")]
            let keys = files.map { String($0.sha256.prefix(12)) }
            form += [("name-\(keys[0])", "甲/..\u{202E}\n.docx"), ("place-\(keys[0])", "３")]
            form += [("name-\(keys[1])", "乙"), ("place-\(keys[1])", ""), ("remove-\(keys[1])", "yes")]
            form += [("name-\(keys[2])", "首页.png"), ("place-\(keys[2])", "1")]
            let path = "/office/items/\(id)/attachments/arrangement"
            let answer = try await test.post(path, as: .editor, form: form)
            #expect(answer.location?.hasSuffix("did=arranged#attachments") == true, "\(answer.text)")
            let arranged = try await test.currentVersion(of: id)
            #expect(arranged.attachments.map(\.name) == ["首页.png", "甲_...pdf"])
            #expect(arranged.attachments.map(\.sha256) == [files[2].sha256, files[0].sha256])
            // The removed file stays with the version that had it.
            #expect(try await test.get("/office/items/\(id)/files/\(files[1].sha256)", as: .editor).status == 200)

            // What cannot be taken comes back as it was typed.
            form = form.with("item_base", arranged.id.text).with("name-\(keys[0])", "").with("place-\(keys[2])", "甲")
            let wrong = try await test.post(path, as: .editor, form: form)
            #expect(wrong.status == 422)
            #expect(wrong.says("有错误", "id=\"field-name-\(keys[0])-error\"", "id=\"field-place-\(keys[2])-error\""))
            #expect(wrong.says("value=\"甲\""))
            // Nothing changed, nothing written.
            let same = [("item_base", arranged.id.text)]
            #expect(try await test.post(path, as: .editor, form: same).status == 303)
            #expect(try await test.currentVersion(of: id).id == arranged.id)
        }
    }

    @Test(arguments: Engine.available) func twoAtOnceConflict(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let id = try await test.newItem()
            let base = try await test.item(id).currentVersion.text
            try await test.attach([("甲.pdf", "%PDF 1")], to: id)
            let file = [FormFile("file", "乙.pdf", Array("%PDF 2".utf8))]
            let path = "/office/items/\(id)/attachments"
            let late = try await test.upload(path, as: .colleague, form: [("item_base", base)], files: file)
            #expect(late.status == 409)
            #expect(late.says("别人刚刚保存了这条信息的新版本", "甲.pdf"))
            let without = try await test.upload(path, as: .colleague, files: file)
            #expect(without.status == 409)
            let arrange = try await test.post("\(path)/arrangement", as: .colleague, form: [("item_base", base)])
            #expect(arrange.status == 409)
            #expect(try await test.currentVersion(of: id).attachments.count == 1)
            #expect(try test.waitingFiles().isEmpty)
        }
    }

    /// A change in review voids the opinions, as every new version does.
    @Test(arguments: Engine.available) func aFileInReviewVoidsOpinions(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(try await test.get("/office/items/\(id)/attachments", as: .editor).says("已有的 1 个意见作废"))
            try await test.attach([("甲.pdf", "%PDF 1")], to: id)
            let page = try await test.get("/office/items/\(id)", as: .editor)
            #expect(page.says("只对第 1 版有效"))
            let refused = try await test.opine("sign-off", on: id, as: .approver)
            #expect(refused.status == 409 && refused.says("还在等待：保密审查"))
        }
    }

    struct Unfit: Sendable {
        var name: String
        var bytes: [UInt8]
        var says: String
    }

    @Test(arguments: Engine.available) func whatIsNotTakenIsSaidBesideTheFile(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let id = try await test.newItem()
            try await test.attach([("甲.pdf", "%PDF 1")], to: id)
            let before = try await test.currentVersion(of: id).id
            let cases = [
                Unfit(name: "网页.pdf", bytes: Array("<html><script>".utf8), says: "「网页.pdf」"),
                Unfit(name: "同.pdf", bytes: Array("%PDF 1".utf8), says: "内容相同"),
                Unfit(name: "甲.pdf", bytes: Array("%PDF 2".utf8), says: "已有附件「甲.pdf」"),
            ]
            for unfit in cases {
                let path = "/office/items/\(id)/attachments"
                let form = [("item_base", before.text)]
                let files = [
                    FormFile("file", "好.pdf", Array("%PDF \(unfit.name)".utf8)),
                    FormFile("file", unfit.name, unfit.bytes),
                ]
                let answer = try await test.upload(path, as: .editor, form: form, files: files)
                #expect(answer.status == 422, "\(unfit.name)")
                #expect(answer.says(unfit.says, "id=\"field-file-error\""), "\(unfit.name)")
            }
            let none = try await test.upload(
                "/office/items/\(id)/attachments",
                as: .editor,
                form: [("item_base", before.text)],
                files: [FormFile("file", "", [])]
            )
            #expect(none.status == 422 && none.says("请选择要上传的文件"))
            #expect(try await test.currentVersion(of: id).id == before)
            #expect(try test.waitingFiles().isEmpty)
        }
    }

    @Test(arguments: Engine.available) func thereIsAMostToEverything(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine, attachmentsPerItem: 3) { test in
            let id = try await test.newItem()
            try await test.attach([("1.pdf", "%PDF 1"), ("2.pdf", "%PDF 2")], to: id)
            let many = try await test.attach([("3.pdf", "%PDF 3"), ("4.pdf", "%PDF 4")], to: id)
            #expect(many.status == 422 && many.says("最多 3 个附件"))
            let huge = try await test.attach([("大.pdf", "%PDF" + String(repeating: "x", count: 1_048_576))], to: id)
            #expect(huge.status == 413 && huge.says("文件超过 1 MB，没有保存"))
            let parts = try await test.attach((1...4).map { ("\($0).pdf", "%PDF \($0)") }, to: id)
            #expect(parts.status == 413 && parts.says("分几次上传"))
            #expect(try await test.currentVersion(of: id).attachments.count == 2)
            #expect(try test.waitingFiles().isEmpty)
        }
    }

    @Test(arguments: Engine.available) func aBrokenUploadLeavesNothing(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let id = try await test.newItem()
            let path = "/office/items/\(id)/attachments"
            let csrf = try await test.token(of: .editor).formToken
            let base = try await test.item(id).currentVersion.text
            let file = FormFile("file", "甲.pdf", Array("%PDF 1".utf8))
            let whole = FormFile.body(fields: [("csrf", csrf), ("item_base", base)], files: [file])
            for length in [whole.count - 3, whole.count - 60, whole.count - 75] {
                let cut = try await test.sendMultipart(Array(whole.prefix(length)), to: path, as: .editor)
                #expect(cut.status == 422 && cut.says("上传没有完整到达"), "\(length)")
            }
            let noBoundary = ["content-type": "multipart/form-data"]
            #expect(try await test.sendMultipart(whole, to: path, as: .editor, headers: noBoundary).status == 422)
            // The form token comes before any file, or nothing is written.
            let late =
                FormFile.body(fields: [], files: [file]).dropLast(FormFile.boundary.utf8.count + 6)
                + FormFile.body(fields: [("csrf", csrf)], files: [])
            #expect(try await test.sendMultipart(Array(late), to: path, as: .editor).status == 403)
            let foreign = FormFile.body(fields: [("csrf", "another"), ("item_base", base)], files: [file])
            #expect(try await test.sendMultipart(foreign, to: path, as: .editor).status == 403)
            let elsewhere = ["origin": "https://elsewhere.example"]
            #expect(try await test.sendMultipart(whole, to: path, as: .editor, headers: elsewhere).status == 403)
            // A form that takes no files takes none.
            #expect(try await test.sendMultipart(whole, to: "/office/items/\(id)/edit", as: .editor).status == 415)
            #expect(try await test.currentVersion(of: id).attachments.isEmpty)
            #expect(try test.waitingFiles().isEmpty)
        }
    }

    @Test(arguments: Engine.available) func onlyItsOwnPeopleComeNear(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let id = try await test.newItem()
            try await test.attach([("甲.pdf", "%PDF 1")], to: id)
            let version = try await test.currentVersion(of: id)
            let sha256 = try #require(version.attachments.first?.sha256)
            let file = [FormFile("file", "乙.pdf", Array("%PDF 2".utf8))]
            let base = [("item_base", version.id.text)]
            let path = "/office/items/\(id)/attachments"
            #expect(try await test.upload(path, as: .stranger, form: base, files: file).status == 404)
            #expect(try await test.upload(path, as: .secrecy, form: base, files: file).status == 403)
            #expect(try await test.upload(path, form: base, files: file).status == 303)
            #expect(try await test.post("\(path)/arrangement", as: .stranger, form: base).status == 404)
            #expect(try await test.get(path, as: .stranger).status == 404)
            #expect(try await test.get("/office/items/\(id)/files/\(sha256)", as: .stranger).status == 404)
            #expect(try await test.get("/office/items/\(id)/files/\(sha256)", as: .auditor).status == 200)
            #expect(try await test.get("/office/items/\(id)/files/..", as: .editor).status == 404)
            let other = try await test.newItem(Samples.vessel.with("vessel", "虚构渔0009"))
            #expect(try await test.get("/office/items/\(other)/files/\(sha256)", as: .editor).status == 404)
            #expect(try test.waitingFiles().isEmpty)
        }
    }
}
