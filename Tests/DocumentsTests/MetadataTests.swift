import Documents
import Foundation
import Testing

/// The copy that is kept tells nothing of those who made it.
struct MetadataTests {
    private func clean(_ bytes: [UInt8], _ kind: DocumentKind, tools: Bool = true) throws -> (MetadataState, [UInt8]) {
        let scratch = try Scratch()
        let box = tools ? try scratch.toolbox() : try scratch.toolbox([])
        let copy = scratch.path + "/copy"
        let state = try MetadataRemoval.write(try scratch.write(bytes), kind: kind, to: copy, with: box)
        #expect(try scratch.leftovers().isEmpty)
        return (state, try scratch.read(copy))
    }

    @Test func word() throws {
        let thumbnail =
            "<Relationships><Relationship Id=\"a\" Type=\"x/thumbnail\" Target=\"docProps/thumbnail.jpeg\"/>"
            + "<Relationship Id=\"b\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        let zip = TestOffice.docx(
            "<w:p><w:ins w:id=\"1\" w:author=\"Li Na\"><w:r><w:t>甲 &lt;乙&gt;</w:t></w:r></w:ins></w:p>",
            [
                TestOffice.core, TestOffice.app, .init("_rels/.rels", thumbnail),
                .init("docProps/thumbnail.jpeg", TestPicture.jpeg()),
                .init("word/people.xml", "<w15:people><w15:person w15:author=\"Li Na\"/></w15:people>"),
                .init("word/media/image1.jpg", TestPicture.jpeg(extra: TestPicture.exif(orientation: 6))),
            ]
        )
        let (state, copy) = try clean(zip.bytes, .docx)
        #expect(state == .removed)
        #expect(try examined(copy).kind == .docx)
        let parts = try unzipped(copy)
        #expect(parts["word/document.xml"]?.contains("<w:t>甲 &lt;乙&gt;</w:t>") == true)
        #expect(parts["docProps/thumbnail.jpeg"] == nil)
        #expect(parts["_rels/.rels"]?.contains("officeDocument") == true)
        for (name, text) in parts {
            for word in ["Li Na", "Wang Qiang", "Bureau of Secrets", "GPSLatitude", "thumbnail"] {
                #expect(!text.contains(word), "\(word) in \(name)")
            }
        }
    }

    @Test func excel() throws {
        let zip = TestOffice.xlsx(
            rows: "<row r=\"1\"><c r=\"A1\"><v>42</v></c></row>",
            [
                TestOffice.core,
                .init("xl/comments1.xml", "<comments><authors><author>Li Na</author></authors></comments>"),
                .init("xl/persons/person.xml", "<personList><person displayName=\"Li Na\" userId=\"u\"/></personList>"),
            ]
        )
        let (state, copy) = try clean(zip.bytes, .xlsx)
        #expect(state == .removed)
        #expect(try unzipped(copy).values.allSatisfy { !$0.contains("Li Na") && !$0.contains("Wang Qiang") })
        #expect(try examined(copy).kind == .xlsx)
    }

    /// A copy cleaned again is the same, byte for byte.
    @Test func twiceIsOnce() throws {
        let zip = TestOffice.docx(TestOffice.paragraph("甲"), [TestOffice.core])
        let once = try clean(zip.bytes, .docx).1
        #expect(try clean(once, .docx).1 == once)
    }

    static let told: TestPDF = {
        var pdf = TestPDF(pages: ["Hello"], catalog: "/Metadata 6 0 R /PieceInfo << /X << /LastModified (x) >> >>")
        pdf.add(stream: Array("<x:xmpmeta>Li Na</x:xmpmeta>".utf8), "/Type /Metadata /Subtype /XML")
        pdf.add("<< /Author (Li Na) /Producer (Printer of Wang) /CreationDate (D:20260101) >>")
        pdf.add(
            stream: TestPicture.jpeg(extra: TestPicture.exif(orientation: 1)),
            "/Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"
        )
        let page = "<< /Type /Page /Parent 2 0 R /Contents 5 0 R"
        pdf.objects[3] = Array("\(page) /Resources << /Font << /F1 3 0 R >> /XObject << /I 8 0 R >> >> >>".utf8)
        pdf.trailer = "/Info 7 0 R"
        return pdf
    }()

    @Test func pdf() throws {
        let bytes = Self.told.bytes
        #expect(bytes.contains(text: "GPSLatitude"))
        let (state, copy) = try clean(bytes, .pdf)
        #expect(state == .removed)
        for word in ["Li Na", "Printer of Wang", "xmpmeta", "PieceInfo", "GPSLatitude", "2026"] {
            #expect(!copy.contains(text: word), "\(word)")
        }
        #expect(copy.contains(text: "DCTDecode"))
        let scratch = try Scratch()
        let text = ExtractedText.read(try scratch.write(copy), kind: .pdf, with: try scratch.toolbox())
        #expect(text.text == "Hello")
    }

    @Test func pdfWithoutTheProgramStaysAsItCame() throws {
        let (state, copy) = try clean(Self.told.bytes, .pdf, tools: false)
        #expect(state == .toolMissing)
        #expect(copy == Self.told.bytes)
    }

    @Test func whatQpdfCannotReadIsBroken() throws {
        var pdf = TestPDF(pages: ["x"])
        pdf.objects[0] = Array("<< /Type /Catalog /Pages 99 0 R >>".utf8)
        let bytes = pdf.bytes
        #expect(throws: DocumentProblem.broken(.pdf)) { try clean(Array(bytes.prefix(12)), .pdf) }
    }

    /// The parts of an archive as text, by an independent reader.
    private func unzipped(_ bytes: [UInt8]) throws -> [String: String] {
        let scratch = try Scratch()
        let file = try scratch.write(bytes)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import sys, zipfile, json
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            print(json.dumps({n: z.read(n).decode("utf-8", "replace") for n in z.namelist()}))
            """, file,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try JSONDecoder().decode([String: String].self, from: output)
    }
}
