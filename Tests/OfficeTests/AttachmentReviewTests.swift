import Database
import Disclosure
import TestKit
import Testing

/// Files are reviewed like the text beside which they stand: scanned, and read by a person where the program cannot.
@Suite struct AttachmentReviewTests {
    @Test(arguments: Engine.available) func theTextIsReadBeforeTheOpinion(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.attach([("甲.pdf", "%PDF 平常文字")], to: id)
            let early = try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(early.status == 409 && early.says("附件的文字还在读取"))
            try await test.runJobs()
            #expect(try await test.opine("secrecy", on: id, as: .secrecy).status == 303)
        }
    }

    @Test(arguments: Engine.available) func whatTheScannerFindsInAFileBlocks(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.attach([("名单.pdf", "%PDF 手机13800138000，内部资料")], to: id)
            try await test.runJobs()
            let page = try await test.get("/office/items/\(id)/opinions/secrecy", as: .secrecy)
            #expect(page.says("扫描发现 2 处疑似敏感内容", "<b>手机号码</b> · 名单.pdf", "138****8000", "发现 2 处"))
            #expect(!page.says("13800138000"))
            let blocked = try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(blocked.status == 422 && blocked.says("放行须写明理由"))
            let passed = try await test.opine("secrecy", on: id, as: .secrecy, reason: "已取得本人同意")
            #expect(passed.status == 303)
            let opinion = try await test.app.database.read { try $0.items.opinions(of: ID(id)) }
            #expect(opinion.last?.cleared == "internalMatter 1 mobileNumber 1")
        }
    }

    /// Where the text cannot be read, the reviewer confirms by hand; the confirmation is kept with the opinion.
    @Test(arguments: Engine.available) func whatCannotBeReadIsConfirmedByHand(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let id = try await test.itemInReview()
            try await test.attach([("扫描件.pdf", "%PDF"), ("照片.png", "\u{89}PNG")], to: id)
            try await test.runJobs()
            let page = try await test.get("/office/items/\(id)/opinions/secrecy", as: .secrecy)
            #expect(page.says("这是扫描件，没有文字层", "图片里的文字无法读取"))
            #expect(page.says("「扫描件.pdf」、「照片.png」", "已逐个打开核对"))
            let blocked = try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(blocked.status == 422 && blocked.says("请打开逐个核对，并勾选确认", "id=\"field-unread-error\""))
            let form = [
                ("version", try await test.item(id).currentVersion.text), ("verdict", "pass"), ("unread", "yes"),
            ]
            let passed = try await test.post("/office/items/\(id)/opinions/secrecy", as: .secrecy, form: form)
            #expect(passed.status == 303, "\(passed.text)")
            let opinion = try await test.app.database.read { try $0.items.opinions(of: ID(id)) }
            #expect(opinion.last?.cleared == "unreadFile 2")
            // Sending back needs no such thing.
            try await test.attach([("又一.pdf", "%PDF \n")], to: id)
            #expect(
                try await test.opine("secrecy", on: id, as: .secrecy, verdict: "send-back", reason: "字迹不清").status
                    == 303
            )
        }
    }

    /// A file that a duty requires is asked for at submission, not at the draft.
    @Test(arguments: Engine.available) func aRequiredFileIsAskedForAtSubmission(engine: Engine) async throws {
        try await TestApp.runWithFiles(on: engine) { test in
            let form = Samples.vessel.with("item_duty", "CHART").with("item_do", "submit")
            let drafted = try await test.post("/office/items", as: .editor, form: form)
            #expect(drafted.status == 422 && drafted.says("请先上传「海图」，再提交审查", "草稿"))
            let items = try await test.get("/office/items", as: .editor)
            let id = try #require(items.text(between: "href=\"/office/items/0", and: "\"")).split(separator: "?")[0]
            let item = "0\(id)"
            let general = try await test.attach([("说明.pdf", "%PDF 1")], to: item)
            #expect(general.status == 303)
            #expect(try await test.post("/office/items/\(item)/review", as: .editor).status == 422)
            #expect(try await test.attach([("海图.png", "\u{89}PNG")], to: item, field: "nothing").status == 404)
            #expect(try await test.attach([("海图.png", "\u{89}PNG")], to: item, field: "chart").status == 303)
            let version = try await test.currentVersion(of: item)
            let file = try #require(version.attachments.last)
            #expect(version.content["chart"] == "\(file.sha256) \(file.size) 海图.png")
            #expect(try await test.post("/office/items/\(item)/review", as: .editor).status == 303)
            try await test.runJobs()

            // Removed from the item it is gone from the field as well.
            let lines = [
                ("item_base", version.id.text), ("file-id", file.sha256), ("name-\(file.sha256.prefix(12))", "海图"),
                ("remove-\(file.sha256.prefix(12))", "yes"),
            ]
            let path = "/office/items/\(item)/attachments/arrangement"
            #expect(try await test.post(path, as: .editor, form: lines).status == 303)
            #expect(try await test.currentVersion(of: item).content["chart"] == nil)
        }
    }
}
