/// `disclosure-version/v1`: the one way to write a version as bytes.
///
/// The first line is `disclosure-version/v1`. Then, for each field in byte order of its key, `key SP length LF value LF`
/// with the length in bytes as a decimal number without leading zeros; then, for each attachment in its order,
/// `attachment SP sha256 SP size SP name LF`. Keys are lower-case letters, digits and hyphens; empty values are left out.
package enum CanonicalBytes {
    package static let header = Array("disclosure-version/v1\n".utf8)

    package enum DecodingFailure: Error, Sendable { case notCanonical(at: Int) }

    package static func encode(_ content: ItemContent, attachments: [Attachment]) -> [UInt8] {
        var bytes = header
        let ordered = content.entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for entry in ordered {
            bytes += "\(entry.key) \(entry.text.utf8.count)\n".utf8
            bytes += entry.text.utf8
            bytes.append(UInt8(ascii: "\n"))
        }
        for file in attachments {
            bytes += "attachment \(file.sha256) \(file.size) \(file.name)\n".utf8
        }
        return bytes
    }

    /// Reads bytes back.
    /// - Throws: `DecodingFailure` for anything that `encode` would not have written.
    package static func decode(_ bytes: [UInt8]) throws -> (content: ItemContent, attachments: [Attachment]) {
        var content = ItemContent()
        var attachments: [Attachment] = []
        guard bytes.starts(with: header) else { throw DecodingFailure.notCanonical(at: 0) }
        var place = header.count
        while place < bytes.count {
            guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else {
                throw DecodingFailure.notCanonical(at: place)
            }
            // By bytes: a letter that combines with the blank before it is one character with it.
            let words = bytes[place..<end].split(
                separator: UInt8(ascii: " "),
                maxSplits: 3,
                omittingEmptySubsequences: false
            ).map { String(decoding: $0, as: UTF8.self) }
            if words.count == 4, words[0] == "attachment", let size = Int(words[2]) {
                attachments.append(Attachment(sha256: words[1], size: size, name: words[3]))
                place = end + 1
            } else if words.count == 2, let length = Int(words[1]), length >= 0, length < bytes.count - end {
                let value = bytes[(end + 1)..<(end + 1 + length)]
                content[words[0]] = String(decoding: value, as: UTF8.self)
                place = end + length + 2
            } else {
                throw DecodingFailure.notCanonical(at: place)
            }
        }
        guard encode(content, attachments: attachments) == bytes else {
            throw DecodingFailure.notCanonical(at: bytes.count)
        }
        return (content, attachments)
    }
}
