import Database
import Disclosure
import Documents
import Foundation
import TestKit
import Testing

/// Letters as files: for those who may read them, on the record, and in words where the machine cannot write them.
@Suite struct LetterFileTests {
    private static let pdf = """
        for a in "$@"; do case $a in --print-to-pdf=*) printf '%%PDF-1.7 of the test' > "${a#*=}";; esac; done
        """

    @Test(arguments: Engine.available) func aLetterIsTakenAsAFile(engine: Engine) async throws {
        let tools = try PretendPrinter(Self.pdf)
        try await TestApp.run(on: engine, tools: tools.box) { test in
            let id = try await test.newCase(CaseForm.request.with("received-on", "2024-03-04"))
            let page = try await test.post("/office/cases/\(id)/letters/2", as: .cases)
            #expect(page.says("下载 PDF", "下载 Word 文件", "/office/cases/\(id)/letters/2/pdf"))
            #expect(!page.says("没有安装"))
            let pdf = try await test.post("/office/cases/\(id)/letters/2/pdf", as: .cases)
            #expect(pdf.status == 200 && pdf.text == "%PDF-1.7 of the test")
            #expect(pdf.headers["content-type"] == "application/pdf")
            #expect(pdf.headers["cache-control"] == "no-store")
            #expect(pdf.headers["content-disposition"]?.hasPrefix("attachment; filename=\"__") == true)
            #expect(pdf.headers["content-disposition"]?.contains("%E5%85%AC%E5%A4%8D") == true)
            let word = try await test.post("/office/cases/\(id)/letters/2/docx", as: .cases)
            #expect(word.status == 200 && word.bytes.starts(with: [0x50, 0x4B, 3, 4]))
            let text = try Self.text(of: word.bytes)
            #expect(text.contains("石桥县应急管理局登记回执") && text.contains("张测试：") && text.contains("公复〔2024〕1号"))
            for path in ["2/odt", "1/pdf", "x/pdf", "9/docx"] {
                #expect(try await test.post("/office/cases/\(id)/letters/\(path)", as: .cases).status == 404, "\(path)")
            }
            for seat in [Seat.auditor, .administrator, .approver] {
                #expect(try await test.post("/office/cases/\(id)/letters/2/docx", as: seat).status == 403, "\(seat)")
            }
            let reads = try await test.app.database.read { tx in
                try tx.integer("SELECT count(*) FROM audit WHERE act = 'case.read-applicant' AND subject = \(id)")
            }
            // The page, the PDF and the Word file.
            #expect(reads == 3)
        }
    }

    @Test(arguments: Engine.available) func withoutAProgramThePageSaysSo(engine: Engine) async throws {
        try await TestApp.run(on: engine, tools: Toolbox(searchPath: [])) { test in
            let id = try await test.newCase(CaseForm.request.with("received-on", "2024-03-04"))
            let page = try await test.post("/office/cases/\(id)/letters/2", as: .cases)
            #expect(page.says("没有安装生成 PDF 的程序", "下载 Word 文件") && !page.says("下载 PDF"))
            let english = try await test.post("/en/office/cases/\(id)/letters/2", as: .cases)
            #expect(english.says("This server has no program that writes PDF"))
            let pdf = try await test.post("/office/cases/\(id)/letters/2/pdf", as: .cases)
            #expect(pdf.status == 503 && pdf.says("没有安装生成 PDF 的程序", "请用浏览器打印页面"))
            #expect(try await test.post("/office/cases/\(id)/letters/2/docx", as: .cases).status == 200)
        }
    }

    @Test(arguments: Engine.available) func aProgramThatHangsOrDiesIsTold(engine: Engine) async throws {
        for (script, words) in [("sleep 60", "用时过长"), ("exit 1", "程序出错"), ("kill -SEGV $$", "程序出错")] {
            let tools = try PretendPrinter(script)
            try await TestApp.run(on: engine, tools: tools.box) { test in
                let id = try await test.newCase(CaseForm.request.with("received-on", "2024-03-04"))
                let pdf = try await test.post("/office/cases/\(id)/letters/2/pdf", as: .cases)
                #expect(pdf.status == 503 && pdf.says(words, "请用浏览器打印页面"), "\(script)")
                #expect(try await test.post("/office/cases/\(id)/letters/2", as: .cases).status == 200)
            }
        }
    }

    /// Two are printed at once and a few wait; the next is told at once.
    @Test func onlySoManyAtOnce() async throws {
        let tools = try PretendPrinter("sleep 60")
        let typesetting = Typesetting()
        let document = TypesetDocument(title: "文书", blocks: [])
        let ends = await withTaskGroup(of: TypesettingProblem?.self) { group in
            for _ in 0..<(Typesetting.most + 3) {
                group.addTask {
                    do {
                        _ = try await typesetting.bytes(of: document, as: .pdf, with: tools.box)
                        return nil
                    } catch {
                        return error as? TypesettingProblem
                    }
                }
            }
            return await group.reduce(into: [TypesettingProblem?]()) { $0.append($1) }
        }
        #expect(ends.count { $0 == .busy } == 3)
        #expect(ends.count { $0 == .timedOut } == Typesetting.most)
        // The places are free again.
        let box = try PretendPrinter(Self.pdf)
        let bytes = try await typesetting.bytes(of: document, as: .pdf, with: box.box)
        #expect(bytes.starts(with: "%PDF".utf8))
    }

    static func text(of docx: [UInt8]) throws -> String {
        let path = NSTemporaryDirectory() + "gongkai-letter-\(UUID().uuidString).docx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(docx).write(to: URL(fileURLWithPath: path))
        return ExtractedText.read(path, kind: .docx, with: Toolbox(searchPath: [])).text
    }
}

/// A program of the test's own in the place of the one that prints; it has a second.
final class PretendPrinter: Sendable {
    let box: Toolbox
    private let folder: String

    init(_ script: String) throws {
        folder = NSTemporaryDirectory() + "gongkai-printer-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/chromium"
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        var box = Toolbox(searchPath: [folder, "/usr/bin"])
        box.limits.toolSeconds = 1
        self.box = box
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }
}
