import Testing
import Web

/// A form with files is the same whatever the pieces in which it comes, and nothing that is malformed or too large is taken.
@Suite struct MultipartParserTests {
    /// What a form says, put together again.
    struct Part: Sendable, Hashable {
        var name: String
        var fileName: String?
        var type: String?
        var content: String

        init(_ name: String, _ content: String, file fileName: String? = nil, type: String? = nil) {
            self.name = name
            self.fileName = fileName
            self.type = type
            self.content = content
        }
    }

    struct Vector: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var body: String
        var parts: [Part]
    }

    static let vectors = [
        Vector(testDescription: "no part at all", body: "--B--\r\n", parts: []),
        Vector(
            testDescription: "fields and a file in order",
            body: "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B\r\n"
                + "Content-Disposition: form-data; name=\"f\"; filename=\"名单.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
                + "%PDF\r\n\r\n--b\r\n-- B\r\n--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n2\r\n--B--",
            parts: [
                Part("a", "1"), Part("f", "%PDF\r\n\r\n--b\r\n-- B", file: "名单.pdf", type: "application/pdf"),
                Part("a", "2"),
            ]
        ),
        Vector(
            testDescription: "content that nearly is a boundary",
            body: "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n-\r\n--\r\r\n--C\r\r\n--B--\r\n",
            parts: [Part("a", "\r\n-\r\n--\r\r\n--C\r")]
        ),
        Vector(
            testDescription: "empty parts, blanks behind a boundary, a preamble and an epilogue",
            body: "seen by nobody\r\n--B \t\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--B\r\n"
                + "content-disposition:form-data;name=f;filename=\"\"\r\n\r\n\r\n--B--\r\nnor this",
            parts: [Part("a", ""), Part("f", "", file: "")]
        ),
        Vector(
            testDescription: "accents on what is written with a percent sign, and on a separator of folders",
            body:
                "--B\r\nContent-Disposition: form-data; name=\"a%0A\u{301}%22\u{301}\"; filename=\"x/\u{301}y.pdf\"\r\n\r\nx\r\n"
                + "--B--\r\n",
            parts: [Part("a\n\u{301}\"\u{301}", "x", file: "\u{301}y.pdf")]
        ),
        Vector(
            testDescription: "names as different browsers write them",
            body: [
                "name=\"a\\\"b\"; filename=\"C:\\\\Users\\\\x\\\\r.pdf\"",
                "name=\"a%22b\"; filename=\"/tmp/%22q%22;x.pdf\"",
                "name=c; filename*=UTF-8''%E5%90%8D%E5%8D%95%20%2B.pdf; filename=\"old.pdf\"",
                "name=d; filename*=GBK''%C3%FB.pdf; filename=\"old.pdf\"", "name=e; filename=\"..\"",
                "name=\"f\"; filename=\"C:\\x\\\"", "NAME=\"g\" ; FileName=\"a\tb.pdf\" ;",
            ].map { "--B\r\nContent-Disposition: form-data; \($0)\r\n\r\nx\r\n" }.joined() + "--B--\r\n",
            parts: [
                Part("a\"b", "x", file: "r.pdf"), Part("a\"b", "x", file: "\"q\";x.pdf"),
                Part("c", "x", file: "名单 +.pdf"),
                Part("d", "x", file: "old.pdf"), Part("e", "x", file: ""), Part("f", "x", file: ""),
                Part("g", "x", file: "ab.pdf"),
            ]
        ),
    ]

    /// Pieces of one byte, of two, and so on up to the whole form.
    @Test(arguments: vectors) func theSameInPiecesOfEverySize(vector: Vector) throws {
        let body = Array(vector.body.utf8)
        for size in 1...body.count {
            #expect(try Self.parts(of: body, pieces: size) == vector.parts, "in pieces of \(size)")
        }
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var body: String
        var failure: MultipartFailure

        init(_ what: String, _ body: String, _ failure: MultipartFailure) {
            testDescription = what
            self.body = body
            self.failure = failure
        }
    }

    private static func part(_ header: String, _ content: String = "x") -> String {
        "--B\r\n\(header)\r\n\r\n\(content)\r\n--B--\r\n"
    }

    private static let named = "Content-Disposition: form-data; name=\"a\""

    static let malformed = [
        Bad("nothing", "", .cutOff),
        Bad("no boundary", String(repeating: "x", count: 5000), .notAForm),
        Bad("too much behind the end", "--B--" + String(repeating: "x", count: 5000), .notAForm),
        Bad("cut off in the content", "--B\r\n\(named)\r\n\r\nx", .cutOff),
        Bad("cut off in the header", "--B\r\n\(named)\r\n", .cutOff),
        Bad("cut off behind the boundary", "--B\r\n\(named)\r\n\r\nx\r\n--B-", .cutOff),
        Bad("text behind the boundary", "--Bx\r\n\(named)\r\n\r\nx\r\n--B--", .badBoundary),
        Bad("one hyphen behind the boundary", "--B-\r\n\(named)\r\n\r\nx\r\n--B--", .badBoundary),
        Bad("a bare line feed behind the boundary", "--B\n\(named)\r\n\r\nx\r\n--B--", .badBoundary),
        Bad("many blanks behind the boundary", "--B\(String(repeating: " ", count: 100))\r\n", .badBoundary),
        Bad("bare line feeds in the header", "--B\r\n\(named)\n\nx\r\n--B--", .badHeader),
        Bad("no header", "--B\r\n\r\nx\r\n--B--", .badHeader),
        Bad("no disposition", part("Content-Type: text/plain"), .badHeader),
        Bad("two dispositions", part("\(named)\r\n\(named)"), .badHeader),
        Bad("a continued line", part("\(named);\r\n filename=\"x\""), .badHeader),
        Bad("a line without a colon", part("\(named)\r\nnonsense"), .badHeader),
        Bad("a zero byte", part("\(named)\r\nX: \0"), .badHeader),
        Bad("another disposition", part("Content-Disposition: attachment; name=\"a\""), .badHeader),
        Bad("a quote never closed", part("Content-Disposition: form-data; name=\"a"), .badHeader),
        Bad("a name twice", part("\(named); name=\"b\""), .badHeader),
        Bad("text behind a quote", part("\(named)x"), .badHeader),
        Bad("an encoded part", part("\(named)\r\nContent-Transfer-Encoding: base64"), .badHeader),
        Bad("no name", part("Content-Disposition: form-data; filename=\"x\""), .noName),
        Bad("an empty name", part("Content-Disposition: form-data; name=\"\""), .noName),
        Bad("a large header", part("\(named)\r\nX: \(String(repeating: "y", count: 300))"), .headerTooLarge),
        Bad("a large field", part(named, String(repeating: "y", count: 101)), .fieldTooLarge),
        Bad("a large file", part("\(named); filename=\"x\"", String(repeating: "y", count: 201)), .fileTooLarge),
        Bad("many parts", String(repeating: "--B\r\n\(named)\r\n\r\n\r\n", count: 9) + "--B--", .tooManyParts),
        Bad(
            "many fields",
            String(repeating: "--B\r\n\(named)\r\n\r\n\(String(repeating: "y", count: 90))\r\n", count: 4) + "--B--",
            .fieldTooLarge
        ),
    ]

    @Test(arguments: malformed) func refusedInPiecesOfEverySize(bad: Bad) {
        let body = Array(bad.body.utf8)
        for size in Set([1, 2, 3, 7, 64, max(1, body.count)]) {
            #expect(throws: bad.failure, "in pieces of \(size)") { try Self.parts(of: body, pieces: size) }
        }
    }

    /// What has failed stays failed, whatever comes afterwards.
    @Test func nothingIsTakenAfterAFailure() throws {
        var parser = try Self.parser()
        #expect(throws: MultipartFailure.badBoundary) { try parser.feed(Array("--Bx".utf8)) }
        #expect(throws: MultipartFailure.badBoundary) { try parser.feed(Array("--B--".utf8)) }
        #expect(throws: MultipartFailure.badBoundary) { try parser.finish() }
    }

    struct Header: Sendable {
        var value: String
        var boundary: String?

        init(_ value: String, _ boundary: String?) {
            self.value = value
            self.boundary = boundary
        }
    }

    @Test(arguments: [
        Header("multipart/form-data; boundary=----WebKitFormBoundaryAbC", "----WebKitFormBoundaryAbC"),
        Header("Multipart/Form-Data; charset=utf-8; BOUNDARY=\"a b'()\"", "a b'()"),
        Header("application/x-www-form-urlencoded", nil), Header("", nil), Header("multipart/mixed; boundary=x", nil),
    ])
    func theBoundaryStandsInTheContentType(header: Header) throws {
        let boundary = try MultipartBoundary(contentType: header.value)
        #expect(boundary.map { String(decoding: $0.bytes, as: UTF8.self) } == header.boundary)
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a ",
        "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=a\u{7F}b",
        "multipart/form-data; boundary=a; boundary=b",
        "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
    ])
    func aBoundaryThatCannotBeUsed(value: String) {
        #expect(throws: MultipartFailure.noBoundary) { try MultipartBoundary(contentType: value) }
    }

    private static func parser() throws -> MultipartParser {
        let boundary = try #require(try MultipartBoundary(contentType: "multipart/form-data; boundary=B"))
        let limits = MultipartLimits(headerSize: 256, parts: 8, fieldSize: 100, fieldsSize: 300, fileSize: 200)
        return MultipartParser(boundary: boundary, limits: limits)
    }

    private static func parts(of body: [UInt8], pieces size: Int) throws -> [Part] {
        var parser = try parser()
        var parts: [Part] = []
        var content: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: size) {
            for event in try parser.feed(Array(body[start..<min(start + size, body.count)])) {
                switch event {
                case .began(let part):
                    parts.append(Part(part.name, "", file: part.fileName, type: part.mediaType))
                    content = []
                case .bytes(let bytes):
                    #expect(!bytes.isEmpty)
                    content += bytes
                case .ended: parts[parts.count - 1].content = String(decoding: content, as: UTF8.self)
                }
            }
        }
        try parser.finish()
        return parts
    }
}
