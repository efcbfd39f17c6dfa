/// The first bytes say what a file claims to be; whether it is that, the examination finds out.

enum Recognition {
    /// What the first bytes look like.
    enum Family: Hashable {
        case pdf
        case zip
        case picture(DocumentKind)
        case svg
        case webPage
        case program
        case oldOffice
        case archive
        case other
    }

    /// The family by the first bytes; 1,024 are enough.
    static func family(_ head: [UInt8]) -> Family {
        if let picture = picture(head) { return .picture(picture) }
        for (family, starts) in signatures where starts.contains(where: { head.starts(with: $0) }) { return family }
        return markup(head)
    }

    /// The kind of picture, if it looks like one.
    static func picture(_ head: [UInt8]) -> DocumentKind? {
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if head.starts(with: Array("GIF87a".utf8)) || head.starts(with: Array("GIF89a".utf8)) { return .gif }
        let isWebP = head.starts(with: Array("RIFF".utf8)) && head.dropFirst(8).starts(with: Array("WEBP".utf8))
        return isWebP ? .webp : nil
    }

    private static let signatures: [(Family, [[UInt8]])] = [
        (.pdf, [Array("%PDF-".utf8)]),
        (.zip, [[0x50, 0x4B, 0x03, 0x04]]),
        (.oldOffice, [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Array("{\\rtf".utf8)]),
        (
            .program,
            [
                Array("MZ".utf8), [0x7F, 0x45, 0x4C, 0x46], Array("#!".utf8), [0xCA, 0xFE, 0xBA, 0xBE],
                [0xCF, 0xFA, 0xED, 0xFE], [0xCE, 0xFA, 0xED, 0xFE], [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
            ]
        ),
        (
            .archive,
            [
                Array("Rar!".utf8), [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B], Array("BZh".utf8),
                [0xFD, 0x37, 0x7A, 0x58, 0x5A], [0x28, 0xB5, 0x2F, 0xFD], [0x50, 0x4B, 0x05, 0x06], Array("MSCF".utf8),
            ]
        ),
    ]

    /// Text that a browser would take for a page or a drawing.
    private static func markup(_ head: [UInt8]) -> Family {
        let text = Array(head.prefix(1_024)).filter { $0 != 0 }
        let has = { (word: String) in text.contains(word: Array(word.utf8)) }
        if has("<svg") { return .svg }
        if ["<!doctype html", "<html", "<script", "<body", "<head", "<iframe"].contains(where: has) { return .webPage }
        if has("<?php") || has("@echo off") { return .program }
        return .other
    }
}
