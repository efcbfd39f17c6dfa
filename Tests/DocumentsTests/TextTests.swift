import Documents
import Foundation
import Testing

/// What a reader can select is what the search and the scan see; where nothing can be read, a state says so.
struct TextTests {
    private func text(_ bytes: [UInt8], _ kind: DocumentKind, _ change: (inout Toolbox) -> Void = { _ in }) throws
        -> ExtractedText
    {
        let scratch = try Scratch()
        var box = try scratch.toolbox()
        change(&box)
        let text = ExtractedText.read(try scratch.write(bytes), kind: kind, with: box)
        #expect(try scratch.leftovers().isEmpty)
        return text
    }

    @Test func wordWithWhatIsDeletedAndCommented() throws {
        let body = """
            <w:p><w:r><w:t>处罚</w:t></w:r><w:r><w:t xml:space="preserve"> 决定 &amp; &#x4E66;</w:t></w:r></w:p>\
            <w:p><w:del w:author="x"><w:r><w:delText>110105194912310021</w:delText></w:r></w:del></w:p>\
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """
        let comment =
            "<w:comments \(TestOffice.word)><w:comment w:id=\"1\">\(TestOffice.paragraph("批注"))</w:comment></w:comments>"
        let header = "<w:hdr \(TestOffice.word)>\(TestOffice.paragraph("页眉"))</w:hdr>"
        let zip = TestOffice.docx(body, [.init("word/comments.xml", comment), .init("word/header1.xml", header)])
        let text = try text(zip.bytes, .docx)
        #expect(text.state == .read)
        #expect(text.text.hasPrefix("处罚 决定 & 书\n110105194912310021\n甲"))
        #expect(text.text.contains("批注") && text.text.contains("页眉"))
        #expect(try examined(zip.bytes).remarks == [.comments, .trackedChanges])
    }

    @Test func excelWithNumbersAndWhatNoCellShows() throws {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1.3800138E10</v></c></row>\
            <row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>内联</t></is></c><c r="B2"><f>1+1</f><v>2.5</v></c></row>
            """
        let zip = TestOffice.xlsx(rows: rows, shared: ["当事人", "已删除的文字"])
        let text = try text(zip.bytes, .xlsx)
        #expect(text.text.contains("当事人\t13800138000\t\n内联\t2.5"))
        #expect(text.text.contains("处罚") && text.text.contains("已删除的文字"))
        #expect(try examined(zip.bytes).remarks == [.hiddenContent])
    }

    @Test func textBeyondTheLimitIsSaid() throws {
        let zip = TestOffice.docx((0..<50).map { TestOffice.paragraph("第\($0)段") }.joined())
        let text = try text(zip.bytes, .docx) { $0.limits.textBytes = 200 }
        #expect(text.state == .tooLarge)
        #expect(text.text.hasPrefix("第0段") && text.text.utf8.count <= 200)
    }

    @Test func picturesHaveNoText() throws {
        #expect(try text(TestPicture.png(), .png).state == .picture)
    }

    @Test func pdfPageByPage() throws {
        let text = try text(TestPDF(pages: ["Penalty 42", "", "The end"]).bytes, .pdf)
        #expect(text.state == .read)
        #expect(text.text.contains("Penalty 42") && text.text.contains("The end"))
        #expect(text.pagesWithoutText == [2])
    }

    @Test func aScanSaysSo() throws {
        let text = try text(TestPDF(pages: ["", ""]).bytes, .pdf)
        #expect(text.state == .scanned && text.pagesWithoutText == [1, 2])
    }

    @Test func withoutTheProgram() throws {
        #expect(try text(TestPDF(pages: ["x"]).bytes, .pdf) { $0.searchPath = [] }.state == .toolMissing)
        let word = try text(TestOffice.docx(TestOffice.paragraph("甲")).bytes, .docx) { $0.searchPath = [] }
        #expect(word == (try text(TestOffice.docx(TestOffice.paragraph("甲")).bytes, .docx)) && word.text == "甲")
    }

    struct Program: Sendable {
        var script: String
        var state: TextState
    }

    /// A program that sleeps, writes, eats or fails is ended, with everything that it started, and leaves nothing.
    @Test(arguments: [
        Program(script: "sleep 30 & sleep 30", state: .timedOut),
        Program(script: "while :; do :; done", state: .timedOut),
        Program(script: "exec cat /dev/zero > text", state: .tooLarge),
        Program(script: "exec cat /dev/zero", state: .tooLarge),
        Program(script: "exec tail /dev/zero", state: .tooLarge),
        Program(script: "exit 1", state: .broken),
        Program(script: "kill -SEGV $$", state: .broken),
    ])
    func programsAreKeptWithinLimits(_ program: Program) throws {
        let scratch = try Scratch()
        try scratch.program("pdftotext", program.script)
        var box = try scratch.toolbox([scratch.path, "/usr/bin"])
        box.limits.toolSeconds = 5
        box.limits.toolMemory = 256 << 20
        box.limits.textBytes = 1 << 20
        let file = try scratch.write(TestPDF(pages: ["x"]).bytes)
        let start = ContinuousClock.now
        #expect(ExtractedText.read(file, kind: .pdf, with: box).state == program.state)
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(try scratch.leftovers().isEmpty)
    }

    /// What a killed process left behind goes by age; what is in use, and what is not ours, stays.
    @Test func leftovers() throws {
        let scratch = try Scratch()
        for name in ["gongkai-document-abc123", "other"] {
            try FileManager.default.createDirectory(
                atPath: "\(scratch.path)/\(name)",
                withIntermediateDirectories: true
            )
        }
        PrivateFolder.removeLeftovers(in: scratch.path, before: 1_000_000_000)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 2)
        PrivateFolder.removeLeftovers(in: scratch.path, before: 4_000_000_000)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["other"])
    }

    /// The program sees no variable and no open file of ours, and works in a folder of its own.
    @Test func theProgramSeesNothingOfOurs() throws {
        let scratch = try Scratch()
        try scratch.program("pdftotext", "{ env; pwd; ls /proc/self/fd; } > text")
        let box = try scratch.toolbox([scratch.path, "/usr/bin"])
        let file = try scratch.write(TestPDF(pages: ["x"]).bytes)
        let text = ExtractedText.read(file, kind: .pdf, with: box)
        let lines = text.text.split(separator: "\n").map(String.init)
        let names = lines.filter { $0.contains("=") }.compactMap { $0.split(separator: "=").first.map(String.init) }
        #expect(Set(names).isSubset(of: ["PATH", "LC_ALL", "HOME", "TMPDIR", "PWD", "_", "OLDPWD", "SHLVL"]))
        #expect(lines.contains { $0.hasPrefix("\(scratch.path)/private/gongkai-document-") })
        #expect(lines.filter { Int($0) != nil }.compactMap { Int($0) }.allSatisfy { $0 <= 3 })
    }
}
