import Documents
import Foundation
import Testing

/// Archives that promise, hide, overlap or explode are refused within bounds of memory and time.
struct ArchiveTests {
    private let body = TestOffice.paragraph("x")

    @Test func aBombIsRefusedByWhatItPromises() throws {
        let zip = TestOffice.docx(body, [.init("word/media/a.bin", zeros: 200), .init("word/media/b.bin", zeros: 200)])
        #expect(try problem(zip.bytes) == .bomb(.unpacked))
    }

    @Test func aBombWithinTheLimitIsRefusedByItsRatio() throws {
        let zip = TestOffice.docx(body, [.init("word/media/a.bin", zeros: 100)])
        #expect(try problem(zip.bytes) == .bomb(.unpacked))
    }

    /// The directory says one kilobyte, the bytes unpack to 200 MB: unpacking stops at once.
    @Test func aBombThatLiesIsStopped() throws {
        var bomb = TestZip.Entry("word/media/a.bin", zeros: 200)
        bomb.unpacked = 1_024
        let bytes = TestOffice.docx(body, [bomb]).bytes
        let before = try peakMemory()
        let start = ContinuousClock.now
        #expect(try problem(bytes) == .bomb(.unpacked))
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(try peakMemory() - before < 64 << 20)
    }

    /// What is large and honest is unpacked once without being held.
    @Test func aLargeFileCostsNoMemory() throws {
        var limits = DocumentLimits()
        limits.ratio = 100_000
        let bytes = TestOffice.docx(body, [.init("word/media/a.bin", zeros: 200)]).bytes
        let before = try peakMemory()
        let start = ContinuousClock.now
        #expect(try problem(bytes, limits: limits) == nil)
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(try peakMemory() - before < 64 << 20)
    }

    @Test func tooManyEntries() throws {
        let many = (0..<5_100).map { TestZip.Entry("word/a\($0).xml", [], isDeflated: false) }
        #expect(try problem(TestOffice.docx(body, many).bytes) == .bomb(.entries))
    }

    @Test func entriesThatShareTheirBytes() throws {
        var twin = TestZip.Entry("word/document.xml", [UInt8]())
        let zip = TestOffice.docx(body)
        twin = zip.entries[1]
        twin.sharesHeadOf = 1
        #expect(try problem(TestZip(entries: zip.entries + [twin]).bytes) == .hiddenContent)
    }

    @Test func bytesBetweenEntries() throws {
        var zip = TestOffice.docx(body)
        zip.between = Array("<script>alert(1)</script>".utf8)
        #expect(try problem(zip.bytes) == .hiddenContent)
    }

    @Test func aComment() throws {
        var zip = TestOffice.docx(body)
        zip.comment = Array("<script>".utf8)
        #expect(try problem(zip.bytes) == .hiddenContent)
    }

    @Test(arguments: [
        "../x.xml", "/etc/passwd", "word/../../x", "word\\x.xml", "word//x.xml", "./x.xml", "C:x", "a\u{0}b",
        String(repeating: "a", count: 600),
    ])
    func namesThatLeadElsewhere(_ name: String) throws {
        #expect(try problem(TestOffice.docx(body, [.init(name, "x")]).bytes) == .hiddenContent)
    }

    @Test func twoEntriesOfOneName() throws {
        #expect(try problem(TestOffice.docx(body, [.init("WORD/document.xml", "x")]).bytes) == .hiddenContent)
    }

    @Test func anEncryptedEntry() throws {
        var secret = TestZip.Entry("word/x.xml", "x")
        secret.flags |= 1
        #expect(try problem(TestOffice.docx(body, [secret]).bytes) == .encrypted)
    }

    struct Embedded: Sendable {
        var bytes: [UInt8]
        var problem: DocumentProblem
    }

    @Test(arguments: [
        Embedded(bytes: TestZip(entries: [.init("a", "x")]).bytes, problem: .bomb(.nested)),
        Embedded(bytes: [0x1F, 0x8B, 8, 0], problem: .bomb(.nested)),
        Embedded(bytes: KindTests.ole, problem: .active(.embeddedFile)),
        Embedded(bytes: Array("%PDF-1.4".utf8), problem: .active(.embeddedFile)),
        Embedded(bytes: Array("MZ".utf8), problem: .active(.macros)),
        Embedded(bytes: TestPicture.png(40_000, 40_000), problem: .bomb(.pixels)),
    ])
    func filesInside(_ embedded: Embedded) throws {
        let zip = TestOffice.docx(body, [.init("word/embeddings/a.bin", embedded.bytes)])
        #expect(try problem(zip.bytes) == embedded.problem)
    }

    @Test func contentFromAnotherComputer() throws {
        let relation = { (type: String) in
            TestZip.Entry(
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"http://x/\(type)\" Target=\"http://x.example/\" TargetMode=\"External\"/>"
                    + "</Relationships>"
            )
        }
        #expect(try problem(TestOffice.docx(body, [relation("image")]).bytes) == .active(.outsideContent))
        #expect(try problem(TestOffice.docx(body, [relation("hyperlink")]).bytes) == nil)
    }

    @Test func aChangedCheckSum() throws {
        var part = TestZip.Entry("word/x.bin", "hello")
        part.crc ^= 1
        #expect(try problem(TestOffice.docx(body, [part]).bytes) == .broken(.docx))
    }

    /// A document type could declare entities that grow without end.
    @Test func entitiesAreNotDeclared() throws {
        let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>"
        #expect(try problem(TestOffice.docx(body, [.init("word/footnotes.xml", laughs)]).bytes) == .broken(.docx))
        #expect(try problem(TestOffice.docx(TestOffice.paragraph("&b;")).bytes) == .broken(.docx))
    }

    @Test func depthHasAnEnd() throws {
        let deep = String(repeating: "<w:p>", count: 5_000) + String(repeating: "</w:p>", count: 5_000)
        #expect(try problem(TestOffice.docx(deep).bytes) == .bomb(.unpacked))
    }
}
