import Disclosure
import Testing

/// What fuzzing found: a name with a line end would have been a second attachment in the canonical bytes.
@Suite struct AttachmentLineTests {
    @Test func aNameIsOneLine() throws {
        let sha = String(repeating: "a", count: 64)
        let one = Attachment(sha256: sha, size: 1, name: "甲\nattachment \(sha) 2 乙\u{0}\r\u{85}")
        #expect(one.name == "甲 attachment \(sha) 2 乙   ")
        let read = try CanonicalBytes.decode(CanonicalBytes.encode(ItemContent(), attachments: [one]))
        #expect(read.attachments == [one])
    }

    /// A skin tone after a blank is one character with it: a reader that goes by characters sees no blank there.
    @Test(arguments: ["\u{1F3FB}.pdf", "\u{301}.pdf", "附 \u{301}件.pdf", " ", ""]) func anyNameIsReadBack(name: String)
        throws
    {
        let file = Attachment(sha256: String(repeating: "a", count: 64), size: 1, name: name)
        let read = try CanonicalBytes.decode(CanonicalBytes.encode(ItemContent(), attachments: [file]))
        #expect(read.attachments.map { Array($0.name.utf8) } == [Array(name.utf8)])
    }
}
