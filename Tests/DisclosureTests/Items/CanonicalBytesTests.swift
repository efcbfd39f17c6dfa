import Civil
import Disclosure
import Testing

@Suite struct CanonicalBytesTests {
    @Test func theBytesAreWrittenAsTheFormatSays() throws {
        let content = ItemContent([("title", "公告"), ("text", "一\n二"), ("formed-on", "2024-03-01")])
        let file = Attachment(sha256: String(repeating: "a", count: 64), size: 12, name: "附 件.pdf")
        let bytes = CanonicalBytes.encode(content, attachments: [file])
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == """
                disclosure-version/v1
                formed-on 10
                2024-03-01
                text 7
                一
                二
                title 6
                公告
                attachment \(file.sha256) 12 附 件.pdf

                """
        )
        let read = try CanonicalBytes.decode(bytes)
        #expect(CanonicalBytes.encode(read.content, attachments: read.attachments) == bytes)
        #expect(read.content["text"] == "一\n二")
        #expect(read.attachments == [file])
    }

    @Test(
        arguments: [
            "", "disclosure-version/v2\n", "disclosure-version/v1\ntitle 6\n公告",
            "disclosure-version/v1\ntitle 06\n公告\n",
            "disclosure-version/v1\ntitle 3\n公告\n", "disclosure-version/v1\nb 1\nx\na 1\nx\n",
            "disclosure-version/v1\na 1\nx\na 1\nx\n", "disclosure-version/v1\ntitle -1\n\n",
            "disclosure-version/v1\ntitle\n",
            "disclosure-version/v1\ntitle 0\n\n", "disclosure-version/v1\ntitle 99\nx\n",
        ])
    func nothingElseIsCanonical(text: String) {
        #expect(throws: CanonicalBytes.DecodingFailure.self) { try CanonicalBytes.decode(Array(text.utf8)) }
    }

    /// The vector of the format: a body that never changes gives a leaf that never changes.
    @Test func theLeafHasItsKnownHash() {
        let leaf = Leaf(
            id: "330100-CF-2026-00017",
            event: .publish,
            kind: "penalty",
            body: "7f01228e485fe24a9a2a8081b94a499774a3d2af78ed03ab79bf6c492d9ec3b1",
            previous: nil,
            basis: nil,
            date: .init("2026-03-05") ?? .first
        )
        #expect(leaf.bytes.count == 179)
        #expect(leaf.hash == "6e14befa98d14d39c984f45b174ab3e79f72599d2171cacac388871c31953a7d")
    }
}
