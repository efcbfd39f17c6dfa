import Foundation
import Testing
import Text

@testable import Documents

/// Documents set on paper: what the reader gets is what was written, and programs that fail do so in words and in time.
@Suite struct TypesetTests {
    static let letter = TypesetDocument(
        title: "石桥县应急管理局登记回执",
        number: "公复〔2024〕1号",
        blocks: [
            .addressee("张测试："), .paragraph("您于2024年3月4日提出的申请<b>&\"本机关已经收到\u{1}并登记。"),
            .table(caption: "收费", heads: ["项目", "金额"], rows: [["复印", "30元"]]),
            .signature(["石桥县应急管理局", "2024年3月4日"]),
        ]
    )

    /// Chromium where it is installed, as it is where the tests run (script/packages).
    static let hasPrinter = Toolbox().has(.chromium)

    @Test(.enabled(if: hasPrinter)) func aPDFHasItsTextAndItsType() throws {
        let scratch = try Scratch()
        // In the folder of the machine: the browser makes a socket there, whose path has at most 107 bytes.
        let long = (1...40).map {
            TypesetDocument.Block.paragraph("第\($0)段。" + String(repeating: "依法公开政府信息。", count: 12))
        }
        var document = Self.letter
        document.blocks.insert(contentsOf: long, at: 2)
        let file = try scratch.write(try document.bytes(as: .pdf, with: Toolbox()), "letter.pdf")
        let text = ExtractedText.read(file, kind: .pdf, with: Toolbox())
        #expect(text.state == .read && text.pagesWithoutText.isEmpty)
        let words = text.text.filter { !$0.isWhitespace }
        for part in ["石桥县应急管理局登记回执", "公复〔2024〕1号", "张测试：", "申请<b>&\"本机关已经收到并登记", "30元", "—1—", "—2—"] {
            #expect(words.contains(part), "\(part)")
        }
        let layout = try PDFLayout.read(file, with: Toolbox())
        #expect(layout.pages.count > 2)
        for page in layout.pages {
            #expect(abs(page.width - 595) < 2 && abs(page.height - 842) < 2)
        }
        let fonts = try Self.output("/usr/bin/pdffonts", [file]).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        // emb, sub, uni: nothing depends on the type of the reader's machine.
        for font in fonts { #expect(font.contains(" yes "), "\(font)") }
        // Our own examination finds nothing in it that does not belong there.
        #expect(throws: Never.self) { try DocumentExamination.examine(file) }
    }

    @Test func aWordFileIsTheSameEveryTimeAndReadable() throws {
        let scratch = try Scratch()
        let box = try scratch.toolbox([])
        let bytes = try Self.letter.bytes(as: .docx, with: box)
        #expect(try Self.letter.bytes(as: .docx, with: box) == bytes)
        #expect(try scratch.leftovers().isEmpty)
        let file = try scratch.write(bytes)
        let examined = try DocumentExamination.examine(file)
        #expect(examined.kind == .docx)
        let text = ExtractedText.read(file, kind: .docx, with: box)
        #expect(text.state == .read)
        for part in ["石桥县应急管理局登记回执", "公复〔2024〕1号", "张测试：", "申请<b>&\"本机关已经收到并登记。", "复印"] {
            #expect(text.text.contains(part), "\(part)")
        }
    }

    @Test func thePageLoadsAndRunsNothing() {
        let page = String(decoding: Self.letter.page, as: UTF8.self)
        #expect(page.contains("&lt;b&gt;&amp;&quot;本机关已经收到并登记"))
        #expect(page.contains("default-src 'none'") && page.contains("size:A4"))
        for word in ["http:", "https:", "file:", "url(", "<script", "<link"] {
            #expect(!page.contains(word), "\(word)")
        }
        let picture = TypesetDocument(title: "图", blocks: [.picture(svg: Array("<svg/>".utf8), words: "\"图\"")])
        let drawn = String(decoding: picture.page, as: UTF8.self)
        #expect(drawn.contains("alt=\"&quot;图&quot;\" src=\"data:image/svg+xml;base64,PHN2Zy8+\""))
    }

    @Test func linesOfATitleEndBetweenItsWords() {
        func page(_ title: String) -> String {
            String(decoding: TypesetDocument(title: title, blocks: [.paragraph("100.0%（1/1）")]).page, as: UTF8.self)
        }
        let long = page("石桥县应急管理局2023年政府信息公开工作年度报告")
        #expect(long.contains("<h1 class=\"parts\">石桥县应急管理局<wbr>2023年<wbr>政府信息公开工作年度报告</h1>"))
        #expect(page("政府信息公开申请答复书").contains("<h1>政府信息公开申请答复书</h1>"))
        #expect(long.contains("<p>100.0%<wbr>（1/1）</p>"))
    }

    struct Program: Sendable {
        var script: String
        var problem: TypesettingProblem
    }

    /// The script's way to the file that it has to write.
    private static let target = "for a in \"$@\"; do case $a in --print-to-pdf=*) f=${a#*=};; esac; done; "

    @Test(arguments: [
        Program(script: "sleep 30 & sleep 30", problem: .timedOut),
        Program(script: "while :; do :; done", problem: .timedOut),
        Program(script: target + "exec cat /dev/zero > \"$f\"", problem: .tooLarge),
        Program(script: target + "echo junk > \"$f\"", problem: .broken),
        Program(script: "exit 0", problem: .broken),
        Program(script: "exit 1", problem: .broken),
        Program(script: "kill -SEGV $$", problem: .broken),
    ])
    func programsThatFailDoSoInTime(_ program: Program) throws {
        let scratch = try Scratch()
        try scratch.program("chromium", program.script)
        var box = try scratch.toolbox([scratch.path, "/usr/bin"])
        box.limits.toolSeconds = 3
        box.limits.toolOutput = 1 << 20
        let start = ContinuousClock.now
        #expect(throws: program.problem) { try Self.letter.bytes(as: .pdf, with: box) }
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(try scratch.leftovers().isEmpty)
    }

    @Test func withoutAProgramThereIsNoPDF() throws {
        let scratch = try Scratch()
        let box = try scratch.toolbox([])
        #expect(!TypesetFormat.pdf.isAvailable(with: box) && TypesetFormat.docx.isAvailable(with: box))
        #expect(throws: TypesettingProblem.missing) { try Self.letter.bytes(as: .pdf, with: box) }
    }

    /// The other program takes the same page.
    @Test func theSmallerProgramTakesItsPlace() throws {
        let scratch = try Scratch()
        try scratch.program("weasyprint", "{ printf '%%PDF-1.7 '; env; cat \"$4\"; } > \"$5\"")
        let limiter = try #require(Toolbox().path(of: .prlimit))
        try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/prlimit", withDestinationPath: limiter)
        let written = try Self.letter.bytes(as: .pdf, with: try scratch.toolbox([scratch.path]))
        let text = String(decoding: written, as: UTF8.self)
        #expect(text.contains("http_proxy=http://127.0.0.1:9") && text.contains("石桥县应急管理局登记回执"))
    }

    private static func output(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
