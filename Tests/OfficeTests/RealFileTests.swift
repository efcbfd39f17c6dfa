import Database
import Disclosure
import Documents
import TestKit
import Testing

/// Real files on their whole way through the office, with the programs that the machine has, and without any.
@Suite struct RealFileTests {
    /// A PDF of one page with a line of text, and an author that nobody should read.
    private static func pdf(_ text: String) -> [UInt8] {
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
            /Resources << /Font << /F1 5 0 R >> >> >>
            """,
            "<< /Length \(text.utf8.count + 32) >>\nstream\nBT /F1 24 Tf 72 720 Td (\(text)) Tj ET\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "<< /Author (Zhang San) /Title (Plan) >>",
        ]
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            file += String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n"
        }
        file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 6 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }

    private static func upload(_ name: String, _ bytes: [UInt8], to id: String, _ test: TestApp) async throws -> Answer
    {
        let base = [("item_base", try await test.item(id).currentVersion.text)]
        let path = "/office/items/\(id)/attachments"
        return try await test.upload(path, as: .editor, form: base, files: [FormFile("file", name, bytes)])
    }

    @Test(arguments: Engine.available) func aNumberInAPDFIsFoundAndItsAuthorIsGone(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.itemInReview()
            // A name says nothing: what begins like a PDF is one.
            let answer = try await Self.upload("名单.docx", Self.pdf("Call 13800138000 today"), to: id, test)
            #expect(answer.status == 303, "\(answer.text)")
            try await test.runJobs()
            let page = try await test.get("/office/items/\(id)/opinions/secrecy", as: .secrecy)
            #expect(page.says("<b>手机号码</b> · 名单.pdf", "138****8000", "发现 1 处", "已清除作者"))
            #expect(try await test.opine("secrecy", on: id, as: .secrecy).status == 422)
            #expect(try await test.opine("secrecy", on: id, as: .secrecy, reason: "已公开的值班电话").status == 303)
            let published = try await test.opine("sign-off", on: id, as: .approver)
            #expect(published.location?.hasSuffix("did=published") == true)
            let leaf = try #require(try await test.item(id).leafID)
            let file = try await test.get("/shiqiao/items/\(leaf)/files/%E5%90%8D%E5%8D%95.pdf")
            #expect(file.status == 200 && file.headers["content-type"] == "application/pdf")
            #expect(!file.text.contains("Zhang San"))
        }
    }

    @Test(arguments: Engine.available) func whatIsNoDocumentIsRefusedInWords(engine: Engine) async throws {
        try await TestApp.runAtSea(on: engine) { test in
            let id = try await test.newItem()
            for (name, bytes, says) in [
                ("网页.pdf", Array("<!doctype html><html><script>x</script>".utf8), "不接收网页文件"),
                ("图.png", Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), "不接收 SVG 图形"),
                ("程序.pdf", Array("MZ".utf8) + [UInt8](repeating: 0, count: 200), "不接收程序和脚本"),
                (
                    "旧.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600),
                    "另存为 .docx"
                ),
                ("断.pdf", Array(Self.pdf("whole").prefix(300)), "已损坏或不完整"),
                ("文字.txt", Array("只是文字".utf8), "不是可以上传的文件类型"),
            ] {
                let answer = try await Self.upload(name, bytes, to: id, test)
                #expect(answer.status == 422, "\(name)")
                #expect(answer.says("「\(name)」", says), "\(name)")
            }
            #expect(try await test.currentVersion(of: id).attachments.isEmpty)
            #expect(try test.waitingFiles().isEmpty)
        }
    }

    /// A machine without the programs takes files all the same, says what it could not do, and asks a person.
    @Test(arguments: Engine.available) func aMachineWithoutPrograms(engine: Engine) async throws {
        let bare = InstalledReader(Toolbox(searchPath: []))
        try await TestApp.run(on: engine, overlay: [SeaDuty.file], documents: bare) { test in
            let id = try await test.itemInReview()
            #expect(try await Self.upload("计划.pdf", Self.pdf("Call 13800138000"), to: id, test).status == 303)
            try await test.runJobs()
            let page = try await test.get("/office/items/\(id)/opinions/secrecy", as: .secrecy)
            #expect(page.says("没有安装读取 PDF 文字的程序", "没有安装清除 PDF 作者信息的程序", "「计划.pdf」"))
            let blocked = try await test.opine("secrecy", on: id, as: .secrecy)
            #expect(blocked.status == 422 && blocked.says("请打开逐个核对，并勾选确认"))
        }
    }
}
