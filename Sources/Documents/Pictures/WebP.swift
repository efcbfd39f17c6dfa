/// WebP: a RIFF file of chunks, each of even length.
extension PictureAnatomy {
    private static let needed: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]

    mutating func walkWebP(_ source: any ByteSource, _ limits: DocumentLimits) throws(DocumentProblem) {
        guard let head = try source.exactly(12, at: 0) else { throw .broken(nil) }
        let end = head.little32(4) + 8
        guard end <= source.count else { throw .broken(nil) }
        guard end == source.count else { throw .hiddenContent }
        var place = 12
        var chunks: [Piece] = []
        var frames = 0
        while place < end {
            guard let chunk = try source.exactly(8, at: place) else { throw .broken(nil) }
            let name = String(decoding: chunk[0..<4], as: UTF8.self)
            let length = chunk.little32(4)
            let next = place + 8 + length + length % 2
            guard next <= end else { throw .broken(nil) }
            try measureWebP(try source.bytes(at: place + 8, count: min(length, 16)), name, limits)
            frames += name == "ANMF" ? 1 : 0
            guard frames * size.width * size.height <= limits.pixels * 10 else { throw .bomb(.pixels) }
            if name == "VP8X" {
                chunks.append(.bytes(try withoutFlags(source, place..<next)))
            } else if Self.needed.contains(name) {
                chunks.append(.range(place..<next))
            } else {
                drop(place..<next)
            }
            place = next
        }
        guard size.width > 0 else { throw .broken(nil) }
        let rest = end - 8 - removed
        let length = (0..<4).map { UInt8(truncatingIfNeeded: rest >> ($0 * 8)) }
        pieces = [.bytes(Array("RIFF".utf8) + length + Array("WEBP".utf8))] + chunks
    }

    /// The head of an extended file without its promise of EXIF and XMP.
    private func withoutFlags(_ source: any ByteSource, _ range: Range<Int>) throws(DocumentProblem) -> [UInt8] {
        var bytes = try source.bytes(at: range.lowerBound, count: range.count)
        guard bytes.count >= 18 else { throw .broken(nil) }
        bytes[8] &= ~0x0C
        return bytes
    }

    private mutating func measureWebP(
        _ body: [UInt8],
        _ name: String,
        _ limits: DocumentLimits
    ) throws(DocumentProblem) {
        switch name {
        case "VP8X" where body.count >= 10:
            let width = 1 + body.little16(4) + Int(body[6]) << 16
            let height = 1 + body.little16(7) + Int(body[9]) << 16
            try measure(width, height, limits)
        case "VP8 " where body.count >= 10:
            guard body[3...5].elementsEqual([0x9D, 0x01, 0x2A]) else { throw .broken(nil) }
            try measure(body.little16(6) & 0x3FFF, body.little16(8) & 0x3FFF, limits)
        case "VP8L" where body.count >= 5:
            guard body[0] == 0x2F else { throw .broken(nil) }
            let bits = body.little32(1)
            try measure(1 + bits & 0x3FFF, 1 + (bits >> 14) & 0x3FFF, limits)
        case "VP8X", "VP8 ", "VP8L": throw .broken(nil)
        default: return
        }
    }
}
