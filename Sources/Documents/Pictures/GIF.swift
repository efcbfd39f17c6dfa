/// GIF (87a, 89a): a screen, then blocks of pictures and extensions, each made of small sub-blocks.
extension PictureAnatomy {
    mutating func walkGIF(_ source: any ByteSource, _ limits: DocumentLimits) throws(DocumentProblem) {
        guard let screen = try source.exactly(13, at: 0) else { throw .broken(nil) }
        try measure(screen.little16(6), screen.little16(8), limits)
        var place = 13 + Self.tableBytes(screen[10])
        keep(0..<place)
        var pixels = 0
        while true {
            guard let block = try source.exactly(1, at: place)?.first else { throw .broken(nil) }
            switch block {
            case 0x3B:
                guard pixels > 0 else { throw .broken(nil) }
                keep(place..<(place + 1))
                guard place + 1 == source.count else { throw .hiddenContent }
                return
            case 0x2C:
                guard let image = try source.exactly(10, at: place) else { throw .broken(nil) }
                pixels += image.little16(5) * image.little16(7)
                guard pixels <= limits.pixels * 10 else { throw .bomb(.pixels) }
                let data = place + 10 + Self.tableBytes(image[9]) + 1
                let end = try Self.blocksEnd(source, from: data)
                keep(place..<end)
                place = end
            case 0x21:
                let start = try source.bytes(at: place, count: 14)
                guard start.count >= 3 else {
                    throw .broken(nil)
                }
                let end = try Self.blocksEnd(source, from: place + 2)
                if Self.isNeeded(start) { keep(place..<end) } else { drop(place..<end) }
                place = end
            default: throw .broken(nil)
            }
        }
    }

    private static func tableBytes(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }

    /// How a frame is shown and how often all are repeated; comments, XMP and texts go.
    private static func isNeeded(_ head: [UInt8]) -> Bool {
        switch head[1] {
        case 0xF9: true
        case 0xFF:
            ["NETSCAPE2.0", "ANIMEXTS1.0"].contains(String(decoding: head.dropFirst(3).prefix(11), as: UTF8.self))
        default: false
        }
    }

    private static func blocksEnd(_ source: any ByteSource, from start: Int) throws(DocumentProblem) -> Int {
        var cursor = ByteCursor(source, at: start)
        while let length = try cursor.next() {
            if length == 0 { return cursor.position }
            cursor.move(to: cursor.position + Int(length))
        }
        throw .broken(nil)
    }
}
