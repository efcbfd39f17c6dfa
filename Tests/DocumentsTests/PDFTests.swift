import Documents
import Testing

/// A PDF may be read and printed; it may not act.
struct PDFTests {
    @Test func pagesAreCounted() throws {
        #expect(try examined(TestPDF(pages: ["One", "Two", "Three"]).bytes).pages == 3)
        var limits = DocumentLimits()
        limits.pages = 2
        #expect(try problem(TestPDF(pages: ["One", "Two", "Three"]).bytes, limits: limits) == .bomb(.pages))
    }

    struct Acting: Sendable {
        var catalog: String
        var content: DocumentProblem.ActiveContent
    }

    static let acting = [
        Acting(catalog: "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", content: .script),
        Acting(catalog: "/OpenAction << /S /J#61vaScript /J#53 (x) >>", content: .script),
        Acting(catalog: "/OpenAction<</S/Launch/F(cmd.exe)>>", content: .launch),
        Acting(catalog: "/AA << /WC << /S /SubmitForm /F (http://x.example/) >> >>", content: .launch),
        Acting(
            catalog: "/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 9 0 R >> >>] >> >>",
            content: .embeddedFile
        ),
        Acting(catalog: "/AcroForm << /XFA 9 0 R >>", content: .dynamicForm),
    ]

    @Test(arguments: acting)
    func whatActsIsRefused(_ acting: Acting) throws {
        #expect(try problem(TestPDF(pages: ["x"], catalog: acting.catalog).bytes) == .active(acting.content))
    }

    @Test(arguments: acting)
    func packedObjectsAreReadAsWell(_ acting: Acting) throws {
        var pdf = TestPDF(pages: ["x"])
        pdf.add(packedObjects: ["<< /Type /Catalog >>", "<< \(acting.catalog) >>"])
        #expect(try problem(pdf.bytes) == .active(acting.content))
    }

    /// Words in a string are words.
    @Test func whatOnlyTalksOfScriptsIsTaken() throws {
        let talk = TestPDF(pages: ["/JavaScript \\(/JS\\)"], catalog: "/Lang (/JavaScript (nested) \\) /Launch)")
        #expect(try problem(talk.bytes) == nil)
    }

    @Test func aPasswordIsRefused() throws {
        var pdf = TestPDF(pages: ["x"])
        pdf.trailer = "/Encrypt 9 0 R"
        #expect(try problem(pdf.bytes) == .encrypted)
    }

    @Test func aStreamThatExplodesIsStopped() throws {
        var pdf = TestPDF(pages: ["x"])
        pdf.add(packed: Packing.zeros(300 << 20, bare: false))
        let bytes = pdf.bytes
        let before = try peakMemory()
        let start = ContinuousClock.now
        #expect(try problem(bytes) == .bomb(.unpacked))
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(try peakMemory() - before < 64 << 20)
    }

    @Test func packedTwiceIsABomb() throws {
        var pdf = TestPDF(pages: ["x"])
        pdf.add(stream: Packing.zlib(Packing.zeros(1 << 20, bare: false)), "/Filter [/FlateDecode /FlateDecode]")
        #expect(try problem(pdf.bytes) == .bomb(.unpacked))
    }

    @Test func aPictureTooLargeIsRefused() throws {
        var pdf = TestPDF(pages: ["x"])
        pdf.add(stream: [1, 2, 3], "/Subtype /Image /Width 100000 /Height 100000 /Filter /CCITTFaxDecode")
        #expect(try problem(pdf.bytes) == .bomb(.pixels))
    }

    @Test func aStringWithoutEndHidesNothing() throws {
        let pdf = TestPDF(pages: ["x"], catalog: "/Lang (open")
        #expect(try problem(pdf.bytes) == .broken(.pdf))
    }

    @Test func whatAClerkShouldKnow() throws {
        let note = "/X [<< /Type /Annot /Subtype /Popup >>] /Y << /Type /Sig /Filter /Adobe.PPKLite >>"
        #expect(try examined(TestPDF(pages: ["x"], catalog: note).bytes).remarks == [.comments, .signature])
    }

    @Test func noPageIsBroken() throws {
        #expect(try problem(TestPDF(pages: []).bytes) == .broken(.pdf))
    }
}
