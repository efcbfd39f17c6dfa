import Disclosure

let canonicalCases: [FuzzCase] = [
    FuzzCase("version: what is written is read, and two versions differ", share: half) { chance in
        let one = someVersion(&chance)
        let bytes = CanonicalBytes.encode(one.content, attachments: one.attachments)
        guard let read = try? CanonicalBytes.decode(bytes) else { throw BrokenPromise("cannot be read: \(bytes.text)") }
        try promise(read.attachments == one.attachments, "the attachments changed")
        let wanted = one.content.entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        try promise(read.content.entries.count == wanted.count, "fields are lost or made up")
        for (entry, other) in zip(read.content.entries, wanted) {
            let isSame = entry.key.utf8.elementsEqual(other.key.utf8) && entry.text.utf8.elementsEqual(other.text.utf8)
            try promise(isSame, "the field \(other.key) changed")
        }
        let two = someVersion(&chance)
        if CanonicalBytes.encode(two.content, attachments: two.attachments) == bytes {
            let isSame = Set(two.content.entries) == Set(one.content.entries) && two.attachments == one.attachments
            try promise(isSame, "two versions have one encoding")
        }
    },
    FuzzCase("version: whatever is read is written the same", share: half) { chance in
        var bytes = mutation.input(&chance)
        // Mostly with the right beginning, or nothing else is ever tried.
        if chance.number(below: 8) != 0, !bytes.starts(with: CanonicalBytes.header) {
            bytes = CanonicalBytes.header + bytes
        }
        guard let read = try? CanonicalBytes.decode(bytes) else { return }
        let again = CanonicalBytes.encode(read.content, attachments: read.attachments)
        try promise(again == bytes, "two encodings of one version")
        for entry in read.content.entries { try promise(!entry.text.isEmpty, "an empty value was read") }
    },
]

private let sha = String(repeating: "0123456789abcdef", count: 4)

private let mutation = Mutation(
    corpus: [
        "disclosure-version/v1\nformed-on 10\n2024-03-01\ntext 7\n一\n二\ntitle 6\n公告\nattachment \(sha) 12 附 件.pdf\n",
        "disclosure-version/v1\n", "disclosure-version/v1\na 1\nx\nb 2\n\n\n\n",
        "disclosure-version/v1\nattachment \(sha) 0 a\nattachment \(sha) 0 a\n",
    ].map { Array($0.utf8) },
    words: [
        "a 1\nx\n", "attachment \(sha) 1 x\n", " 0\n\n", " 01", " +1", " -1", " 9223372036854775807\n", "title 6\n公告\n",
        "\n",
        "disclosure-version/v1\n", "attachment ", "e\u{301} 1\nx\n", "é 1\nx\n",
    ]
)

private func someVersion(_ chance: inout Chance) -> (content: ItemContent, attachments: [Attachment]) {
    var content = ItemContent()
    for _ in 0..<chance.number(below: 5) {
        content[chance.one(of: ["title", "text", "formed-on", "a", "attachment", "z-9"])] = chance.text(
            upTo: 40,
            besides: ["a 1\nx\n", "\nattachment \(sha) 1 x\n", " 3\n"]
        )
    }
    var attachments: [Attachment] = []
    for _ in 0..<chance.number(below: 3) {
        let name = chance.text(upTo: 12, besides: ["\nattachment \(sha) 1 x", ".pdf", "\ntitle 1\nx"])
        attachments.append(Attachment(sha256: sha, size: chance.number(below: 1 << 40), name: name))
    }
    return (content, attachments)
}
