package import Civil
import Crypto
import Database

/// One version of an item: stored once as canonical bytes and never changed; what a page shows is derived from them.
package struct Version: Sendable, Hashable {
    package var id: ID<Version>
    package var item: ID<Item>
    /// 1, 2, 3… within the item.
    package var number: Int
    package var author: ID<Person>
    package var content: ItemContent
    package var attachments: [Attachment]
    /// `disclosure-version/v1` of everything in it.
    package var bytes: [UInt8]
    /// SHA-256 of the bytes; opinions bind to it.
    package var hash: String
    /// 32 bytes that keep the ledger from telling what a withdrawn version said.
    package var salt: [UInt8]
    package var createdAt: Instant

    /// The first eight digits of the hash, for people.
    package var shortHash: String { String(hash.prefix(8)) }

    package init(
        id: ID<Version>,
        item: ID<Item>,
        number: Int,
        author: ID<Person>,
        content: ItemContent,
        attachments: [Attachment],
        salt: [UInt8],
        createdAt: Instant
    ) {
        self.id = id
        self.item = item
        self.number = number
        self.author = author
        self.content = content
        self.attachments = attachments
        bytes = CanonicalBytes.encode(content, attachments: attachments)
        hash = SHA256.hex(bytes)
        self.salt = salt
        self.createdAt = createdAt
    }

    /// The same encoding of what the public may see, which the ledger leaf covers.
    package func publicBytes(of duty: Duty) -> [UInt8] {
        CanonicalBytes.encode(duty.publicContent(of: content), attachments: publicAttachments(of: duty))
    }

    /// The files that the public gets: all but those of a field that is never published.
    package func publicAttachments(of duty: Duty) -> [Attachment] {
        let kept = duty.fileFields.filter { $0.showing == .never }.flatMap { AttachmentLines.files(content[$0.key]) }
        let hashes = Set(kept.map(\.sha256))
        return attachments.filter { !hashes.contains($0.sha256) }
    }

    /// SHA-256 of salt and public bytes: the `body` of the ledger leaf.
    package func commitment(to publicBytes: [UInt8]) -> String { SHA256.hex(salt + publicBytes) }
}

/// What the public was given of a version, masked, as the ledger covers it.
package struct PublicVersion: Sendable, Hashable {
    /// `disclosure-version/v1` of everything in it.
    package let bytes: [UInt8]
    package let content: ItemContent
    /// The files that were published with it.
    package let attachments: [Attachment]
    /// The salt of the version that it was taken from.
    package let salt: [UInt8]

    /// SHA-256 of salt and bytes: the `body` of the ledger leaf.
    package var commitment: String { SHA256.hex(salt + bytes) }

    init(_ row: SQLRow) throws {
        bytes = try row.bytes("bytes")
        salt = try row.bytes("salt")
        (content, attachments) = try CanonicalBytes.decode(bytes)
    }
}

/// A file that belongs to a version, known by its content.
package struct Attachment: Sendable, Hashable {
    /// 64 lower-case hexadecimal digits.
    package var sha256: String
    /// In bytes.
    package var size: Int
    /// One line: line ends and other control characters have become blanks, for a name may not look like a line of its
    /// own in the canonical bytes.
    package let name: String

    package init(sha256: String, size: Int, name: String) {
        self.sha256 = sha256
        self.size = size
        var line = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            line.append(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : scalar)
        }
        self.name = String(line)
    }
}
