import Documents
import Foundation
import Testing

/// What is under a box is gone: as text, as picture, and from every byte of the file.
struct RedactionTests {
    private let scratch: Scratch
    private let box: Toolbox

    init() throws {
        scratch = try Scratch()
        box = try scratch.toolbox()
    }

    private func redact(_ bytes: [UInt8], _ boxes: [PageBox]) throws -> (RedactionProof, String) {
        let copy = scratch.path + "/redacted"
        let proof = try PDFRedaction(try scratch.write(bytes), boxes: boxes, with: box).write(to: copy)
        #expect(try scratch.leftovers().isEmpty)
        return (proof, copy)
    }

    /// The boxes of a passage, found as the office page finds them.
    private func boxes(of passage: String, in bytes: [UInt8]) throws -> [PageBox] {
        let file = try scratch.write(bytes)
        let layout = try PDFLayout.read(file, with: box)
        let passages = layout.pages.flatMap { page in
            page.text.ranges(of: passage).map { range in
                let start = page.text.utf8.distance(from: page.text.startIndex, to: range.lowerBound)
                return PagePassage(page: page.page, utf8Range: start..<(start + passage.utf8.count))
            }
        }
        return try layout.boxes(covering: passages, in: file, with: box).flatMap(\.self)
    }

    private func text(_ path: String) -> ExtractedText { ExtractedText.read(path, kind: .pdf, with: box) }

    @Test func theNumberGoesAndTheRestStays() throws {
        let bytes = TestPDF(pages: ["First page", "Name: Zhang San\nID 110105194912310021 end\nFine 500", "Last"]).bytes
        let places = try boxes(of: "110105194912310021", in: bytes)
        #expect(places.count == 1 && places.first?.page == 2)
        let (proof, copy) = try redact(bytes, places)
        #expect(proof.pages == [2] && proof.boxes == 1 && proof.wordsBefore == 1)
        let text = text(copy)
        #expect(text.state == .read && text.pagesWithoutText.isEmpty)
        for word in ["First page", "Zhang", "San", "ID", "end", "Fine", "500", "Last"] {
            #expect(text.text.contains(word))
        }
        #expect(!text.text.contains("110105") && !text.text.contains("0021"))
        #expect(try examinedFile(copy).pages == 3)
    }

    /// The picture is black there, and what stands beside it can still be seen.
    @Test func thePictureShowsABlackBox() throws {
        let bytes = TestPDF(pages: ["AAAA secret BBBB"]).bytes
        let (_, copy) = try redact(bytes, try boxes(of: "secret", in: bytes))
        let picture = try PDFPageDrawing.picture(copy, page: 1, dots: 72, with: box)
        #expect(try examined(picture).size == PictureSize(width: 595, height: 842))
    }

    @Test func rotatedAndCroppedPages() throws {
        var pdf = TestPDF(pages: ["Top secret words"])
        let page = "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >>"
        pdf.objects[3] = Array("\(page) /Rotate 90 /CropBox [50 50 500 800] >>".utf8)
        let places = try boxes(of: "secret", in: pdf.bytes)
        let (proof, copy) = try redact(pdf.bytes, places)
        #expect(proof.wordsBefore == 1)
        #expect(!text(copy).text.contains("secret"))
        let layout = try PDFLayout.read(copy, with: box)
        #expect(layout.pages.map(\.width) == [750] && layout.pages.map(\.height) == [450])
    }

    /// Objects of the replaced page do not live on through a link, a shared list of resources, or an attachment.
    @Test func nothingLivesOn() throws {
        var pdf = TestPDF(pages: ["One", "Hidden words"], catalog: "/Outlines << /Title (Hidden words) >>")
        let resources = "/Resources << /Font << /F1 3 0 R >> /XObject << /S 8 0 R >> >>"
        let link = "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Dest [6 0 R /Fit] >>]"
        pdf.objects[3] = Array("<< /Type /Page /Parent 2 0 R /Contents 5 0 R \(resources) \(link) >>".utf8)
        pdf.objects[5] = Array("<< /Type /Page /Parent 2 0 R /Contents 7 0 R \(resources) >>".utf8)
        pdf.add(
            stream: Array("BT /F1 9 Tf (Shared secret) Tj ET".utf8),
            "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >>"
        )
        let (_, copy) = try redact(pdf.bytes, try boxes(of: "Hidden", in: pdf.bytes))
        let raw = try unpacked(copy)
        #expect(
            !raw.contains(text: "Hidden") && !raw.contains(text: "Shared secret") && !raw.contains(text: "Outlines")
        )
        #expect(raw.contains(text: "(One) Tj"))
    }

    @Test func metadataGoesAsWell() throws {
        let (_, copy) = try redact(MetadataTests.told.bytes, [PageBox(page: 1, x: 10, y: 10, width: 50, height: 50)])
        let raw = try unpacked(copy)
        for word in ["Li Na", "Printer of Wang", "xmpmeta", "GPSLatitude"] { #expect(!raw.contains(text: word)) }
        #expect(text(copy).text.contains("Hello"))
    }

    /// Chinese runs of letters are one word.
    ///
    /// The box covers the number wherever the font puts it, and spares what is far.
    @Test(arguments: ["iiiiiiiiiiiiii", "WWWWWWW", "Zhang", ""], ["WWWWWW", "illillillill", "", "village"])
    func aNumberInsideARun(_ before: String, _ after: String) throws {
        let number = "110105194912310021"
        let bytes = TestPDF(pages: ["\(before)\(number)\(after)"]).bytes
        let layout = try PDFLayout.read(try scratch.write(bytes), with: box)
        let word = try #require(layout.pages.first?.words.first)
        let place = try #require(try boxes(of: number, in: bytes).first)
        // Helvetica: a digit is 0.556 of the size wide, i 0.222, l 0.222, W 0.944.
        let widths: [Character: Double] = ["i": 5.33, "l": 5.33, "W": 22.66]
        let start = before.reduce(word.box.x) { $0 + (widths[$1] ?? 12) }
        if before != "Zhang" { #expect(place.x <= start && place.x + place.width >= start + 18 * 13.34) }
        if before == "WWWWWWW" { #expect(place.x > word.box.x + 40) }
        let (_, copy) = try redact(bytes, [place])
        #expect(!text(copy).text.contains { $0.isNumber })
    }

    /// The rest of a line stays in the layer of text, but for the letters beside the box.
    @Test func theRestOfTheRunCanBeFound() throws {
        let bytes = TestPDF(pages: ["Licence110105194912310021undersigned"]).bytes
        let (_, copy) = try redact(bytes, try boxes(of: "110105194912310021", in: bytes))
        let words = text(copy).text.split(whereSeparator: \.isWhitespace)
        #expect(words.count == 2)
        #expect("Licence".hasPrefix(words.first ?? "-") && (words.first?.count ?? 0) > 3)
        #expect("undersigned".hasSuffix(words.last ?? "-") && (words.last?.count ?? 0) > 6)
    }

    @Test func numbersBrokenOverTwoLines() throws {
        let bytes = TestPDF(pages: ["ID 1101051949\n12310021 end"]).bytes
        let places = try boxes(of: "110105194912310021", in: bytes)
        #expect(places.count == 2)
        let (proof, copy) = try redact(bytes, places)
        #expect(proof.wordsBefore == 2)
        #expect(text(copy).text.split(whereSeparator: \.isWhitespace) == ["ID", "end"])
    }

    struct Wrong: Sendable {
        var boxes: [PageBox]
        var problem: RedactionProblem
    }

    @Test(arguments: [
        Wrong(boxes: [], problem: .noBox),
        Wrong(boxes: [PageBox(page: 2, x: 1, y: 1, width: 9, height: 9)], problem: .outside(page: 2)),
        Wrong(boxes: [PageBox(page: 0, x: 1, y: 1, width: 9, height: 9)], problem: .outside(page: 0)),
        Wrong(boxes: [PageBox(page: 1, x: 600, y: 1, width: 9, height: 9)], problem: .outside(page: 1)),
        Wrong(boxes: [PageBox(page: 1, x: 1, y: 1, width: 0, height: 9)], problem: .outside(page: 1)),
        Wrong(boxes: [PageBox(page: 1, x: .nan, y: 1, width: 9, height: 9)], problem: .outside(page: 1)),
    ])
    func wrongBoxes(_ wrong: Wrong) throws {
        let bytes = TestPDF(pages: ["x"]).bytes
        #expect(throws: wrong.problem) { try redact(bytes, wrong.boxes) }
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/redacted"))
    }

    @Test func withoutThePrograms() throws {
        let place = PageBox(page: 1, x: 1, y: 1, width: 9, height: 9)
        let file = try scratch.write(TestPDF(pages: ["x"]).bytes)
        let none = PDFRedaction(file, boxes: [place], with: try scratch.toolbox([]))
        #expect(throws: RedactionProblem.missing(.pdfinfo)) { try none.write(to: scratch.path + "/redacted") }
    }

    /// A program that forgets to draw the box does not get away with it.
    @Test func withoutProofNothingIsWritten() throws {
        let bytes = TestPDF(pages: ["secret"]).bytes
        try scratch.program(
            "qpdf",
            "for last; do :; done; cp \(scratch.path)/upload \"$last\"; echo '{\"qpdf\":[{},{}]}'"
        )
        let cheat = try scratch.toolbox([scratch.path, "/usr/bin"])
        let places = try boxes(of: "secret", in: bytes)
        let redaction = PDFRedaction(try scratch.write(bytes), boxes: places, with: cheat)
        #expect(throws: RedactionProblem.notProven(page: 1)) { try redaction.write(to: scratch.path + "/redacted") }
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/redacted"))
        #expect(try scratch.leftovers().isEmpty)
    }

    private func examinedFile(_ path: String) throws -> DocumentExamination { try DocumentExamination.examine(path) }

    /// All bytes of a PDF with every stream unpacked, by qpdf.
    private func unpacked(_ path: String) throws -> [UInt8] {
        let raw = scratch.path + "/raw"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/qpdf")
        process.arguments = ["--qdf", "--object-streams=disable", path, raw]
        try process.run()
        process.waitUntilExit()
        return try scratch.read(raw)
    }
}
