import Documents
import Foundation
import Testing

/// The content of a file decides, and every refusal says what to do.
struct KindTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var kind: DocumentKind?
        var problem: DocumentProblem?

        init(_ name: String, _ bytes: [UInt8], _ kind: DocumentKind) {
            testDescription = name
            self.bytes = bytes
            self.kind = kind
        }

        init(_ name: String, _ bytes: [UInt8], _ problem: DocumentProblem) {
            testDescription = name
            self.bytes = bytes
            self.problem = problem
        }

        init(_ name: String, _ text: String, _ problem: DocumentProblem) {
            self.init(name, Array(text.utf8), problem)
        }
    }

    static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    static let docm = "application/vnd.ms-word.document.macroEnabled.main+xml"
    static let slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"

    static let cases: [Case] = [
        Case("PDF", TestPDF(pages: ["Hello"]).bytes, .pdf),
        Case("Word", TestOffice.docx(TestOffice.paragraph("x")).bytes, .docx),
        Case("Excel", TestOffice.xlsx(rows: "").bytes, .xlsx),
        Case("PNG", TestPicture.png(), .png),
        Case("JPEG", TestPicture.jpeg(), .jpeg),
        Case("GIF", TestPicture.gif(), .gif),
        Case("WebP", TestPicture.webp(), .webp),
        Case("nothing", [], .empty),
        Case("plain text", "hello", .unknownKind),
        Case("HTML", "<!DOCTYPE html><p>x", .forbidden(.webPage)),
        Case("HTML after white space", "\n\n  <HTML><p>x", .forbidden(.webPage)),
        Case("HTML in UTF-16", Array("<script>".utf8).flatMap { [$0, 0] }, .forbidden(.webPage)),
        Case("SVG", "<?xml version=\"1.0\"?><svg xmlns=\"x\"/>", .forbidden(.svg)),
        Case("Windows program", "MZ\u{90}...", .forbidden(.program)),
        Case("Linux program", [0x7F, 0x45, 0x4C, 0x46, 2, 1], .forbidden(.program)),
        Case("script", "#!/bin/sh\n", .forbidden(.program)),
        Case("old Word", ole, .forbidden(.oldOffice)),
        Case("RTF", "{\\rtf1 }", .forbidden(.oldOffice)),
        Case("gzip", [0x1F, 0x8B, 8, 0], .forbidden(.archive)),
        Case("RAR", "Rar!\u{1A}", .forbidden(.archive)),
        Case("plain ZIP", TestZip(entries: [.init("a.txt", "x")]).bytes, .forbidden(.archive)),
        Case(
            "Word with macros",
            TestZip(entries: [TestOffice.types(docm, part: "word/document.xml")]).bytes,
            .forbidden(.macros)
        ),
        Case(
            "Word that hides its macros",
            TestZip(entries: [
                TestOffice.types(
                    TestOffice.documentMain,
                    part: "word/document.xml",
                    more: "<Override PartName=\"/word/v.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"
                )
            ]).bytes,
            .forbidden(.macros)
        ),
        Case(
            "slides",
            TestZip(entries: [TestOffice.types(slides, part: "ppt/presentation.xml")]).bytes,
            .forbidden(.otherOffice)
        ),
        Case("page before a PDF", Array("<html>".utf8) + TestPDF(pages: ["x"]).bytes, .forbidden(.webPage)),
        Case("page behind a PDF", TestPDF(pages: ["x"]).bytes + Array("<script>x</script>".utf8), .hiddenContent),
        Case("page behind a GIF", TestPicture.gif() + Array("<script>x</script>".utf8), .hiddenContent),
        Case("page behind a PNG", TestPicture.png() + Array("<script>x</script>".utf8), .hiddenContent),
        Case("page behind a JPEG", TestPicture.jpeg(after: Array("<SCRIPT>x</SCRIPT>".utf8)), .active(.script)),
        Case("drawing behind a JPEG", TestPicture.jpeg(after: Array("<SVG xmlns=".utf8)), .active(.script)),
        Case(
            "four letters that chance writes",
            TestPicture.jpeg(extra: TestPicture.segment(0xFE, Array("<sVg".utf8))),
            .jpeg
        ),
        Case("ZIP behind a PNG", TestPicture.png() + TestOffice.docx("").bytes, .hiddenContent),
        Case(
            "page in a comment of a GIF",
            TestPicture.gif(extra: [0x21, 0xFE, 8] + Array("<script>".utf8) + [0]),
            .active(.script)
        ),
        Case("program before a Word document", Array("MZ".utf8) + TestOffice.docx("").bytes, .forbidden(.program)),
    ]

    @Test(arguments: cases)
    func contentDecides(_ sample: Case) throws {
        if let kind = sample.kind {
            #expect(try examined(sample.bytes).kind == kind)
        } else {
            #expect(try problem(sample.bytes) == sample.problem)
        }
    }

    @Test func aFileLargerThanTheLimitIsNotRead() throws {
        var limits = DocumentLimits()
        limits.fileBytes = 1_000
        #expect(try problem([UInt8](repeating: 0, count: 1_001), limits: limits) == .tooLarge(limit: 1_000))
    }

    @Test func aLinkIsNotFollowed() throws {
        let scratch = try Scratch()
        let file = try scratch.write(TestPicture.png())
        try FileManager.default.createSymbolicLink(atPath: file + "-link", withDestinationPath: file)
        #expect(throws: DocumentProblem.unreadable) { try DocumentKind.detect(file + "-link") }
        #expect(throws: DocumentProblem.unreadable) { try DocumentKind.detect(scratch.path) }
    }

    /// A file cut off anywhere is refused, in whatever kind, and nothing crashes.
    @Test(arguments: cases.filter { $0.kind != nil })
    func whatIsCutOffIsRefused(_ sample: Case) throws {
        let scratch = try Scratch()
        for (index, length) in stride(from: 1, to: sample.bytes.count - 1, by: 3).enumerated() {
            let file = try scratch.write(Array(sample.bytes.prefix(length)), "cut\(index)")
            #expect(throws: DocumentProblem.self) { try DocumentKind.detect(file) }
        }
    }

    /// Any byte of a good file changed: it is taken or refused, and nothing crashes or hangs.
    @Test(arguments: cases.filter { $0.kind != nil })
    func aChangedByteDoesNoHarm(_ sample: Case) throws {
        let scratch = try Scratch()
        for place in sample.bytes.indices {
            var bytes = sample.bytes
            bytes[place] ^= UInt8(truncatingIfNeeded: 0x55 &+ place)
            let file = try scratch.write(bytes)
            let kind = try? DocumentKind.detect(file)
            #expect(kind == nil || kind == sample.kind)
        }
    }
}
