import Documents
import Testing

/// Pictures: sizes are believed before anybody paints them, and what a camera wrote is taken out without loss.
struct PictureTests {
    @Test func sizes() throws {
        #expect(try examined(TestPicture.png(3, 5)).size == PictureSize(width: 3, height: 5))
        #expect(try examined(TestPicture.jpeg(300, 200)).size == PictureSize(width: 300, height: 200))
        #expect(try examined(TestPicture.gif(width: 513)).size == PictureSize(width: 513, height: 1))
        #expect(try examined(TestPicture.webp()).size == PictureSize(width: 1, height: 1))
    }

    @Test(arguments: [
        TestPicture.png(60_000, 2), TestPicture.png(29_000, 29_000), TestPicture.jpeg(65_535, 65_535),
    ])
    func bombsByTheirHeads(_ bytes: [UInt8]) throws {
        #expect(try problem(bytes) == .bomb(.pixels))
    }

    @Test func framesCountAsWell() throws {
        let frames = (0..<500).flatMap { _ in TestPicture.chunk("fcTL", [UInt8](repeating: 0, count: 26)) }
        #expect(try problem(TestPicture.png(5_000, 5_000, extra: frames)) == .bomb(.pixels))
    }

    @Test func sizeNoughtIsBroken() throws {
        #expect(try problem(TestPicture.png(0, 2)) == .broken(.png))
        #expect(try problem(TestPicture.jpeg(0, 2)) == .broken(.jpeg))
    }

    @Test func aWrongCheckSumIsBroken() throws {
        var bytes = TestPicture.png()
        bytes[20] ^= 1
        #expect(try problem(bytes) == .broken(.png))
    }

    struct Told: Sendable {
        var kind: DocumentKind
        var bytes: [UInt8]
        var clean: [UInt8]
    }

    static let words = Array("Comment by Li Na, GPSLatitude 39.9".utf8)
    static let told = [
        Told(
            kind: .png,
            bytes: TestPicture.png(extra: TestPicture.chunk("tEXt", words) + TestPicture.chunk("eXIf", words)),
            clean: TestPicture.png()
        ),
        Told(
            kind: .jpeg,
            bytes: TestPicture.jpeg(
                extra: TestPicture.exif(orientation: 1) + TestPicture.segment(0xFE, words)
                    + TestPicture.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + words)
                    + TestPicture.segment(0xED, words) + TestPicture.segment(0xE2, Array("MPF\0".utf8) + words),
                after: words
            ),
            clean: TestPicture.jpeg()
        ),
        Told(
            kind: .gif,
            bytes: TestPicture.gif(
                extra: [0x21, 0xFE, UInt8(words.count)] + words + [0, 0x21, 0xFF, 11] + Array("XMP DataXMP".utf8)
                    + [UInt8(words.count)] + words + [0]
            ),
            clean: TestPicture.gif()
        ),
        Told(kind: .webp, bytes: TestPicture.webp(), clean: TestPicture.webp(extra: false)),
    ]

    @Test(arguments: told)
    func metadataGoesAndThePictureStays(_ told: Told) throws {
        let scratch = try Scratch()
        let copy = scratch.path + "/copy"
        let file = try scratch.write(told.bytes)
        let state = try MetadataRemoval.write(file, kind: told.kind, to: copy, with: scratch.toolbox([]))
        #expect(state == .removed)
        let clean = try scratch.read(copy)
        #expect(clean == told.clean)
        #expect(!clean.contains(text: "GPSLatitude"))
        #expect(try examined(clean).kind == told.kind)
    }

    /// A photograph taken upright stays upright.
    @Test func orientationStays() throws {
        let scratch = try Scratch()
        let file = try scratch.write(TestPicture.jpeg(extra: TestPicture.exif(orientation: 6)))
        let copies = ["\(scratch.path)/one", "\(scratch.path)/two"]
        #expect(try MetadataRemoval.write(file, kind: .jpeg, to: copies[0], with: scratch.toolbox([])) == .removed)
        #expect(try MetadataRemoval.write(copies[0], kind: .jpeg, to: copies[1], with: scratch.toolbox([])) == .removed)
        let (once, twice) = (try scratch.read(copies[0]), try scratch.read(copies[1]))
        #expect(once == twice)
        #expect(
            once.contains(text: "Exif\0\0MM") && !once.contains(text: "GPSLatitude") && !once.contains(text: "Camera")
        )
    }
}
