/// JPEG (ITU-T T.81): segments that begin with FF and a marker, and scans between them.
extension PictureAnatomy {
    mutating func walkJPEG(_ source: any ByteSource, _ limits: DocumentLimits) throws(DocumentProblem) {
        var place = 2
        var hasScan = false
        keep(0..<2)
        while true {
            guard let marker = try source.exactly(2, at: place), marker[0] == 0xFF else { throw .broken(nil) }
            switch marker[1] {
            case 0xFF: place += 1
            case 0xD9:
                keep(place..<(place + 2))
                guard hasScan else { throw .broken(nil) }
                // Cameras append previews after the end: a clean copy leaves them out.
                drop((place + 2)..<source.count)
                return
            case 0x01, 0xD0...0xD8: throw .broken(nil)
            default:
                let end = try segmentEnd(source, place)
                try takeSegment(source, place..<end, marker[1], limits)
                place = end
                if marker[1] == 0xDA {
                    guard size.width > 0 else { throw .broken(nil) }
                    hasScan = true
                    place = try scanEnd(source, from: end)
                    keep(end..<place)
                }
            }
        }
    }

    private func segmentEnd(_ source: any ByteSource, _ place: Int) throws(DocumentProblem) -> Int {
        guard let length = try source.exactly(2, at: place + 2)?.big16(0), length >= 2 else { throw .broken(nil) }
        guard place + 2 + length <= source.count else { throw .broken(nil) }
        return place + 2 + length
    }

    private mutating func takeSegment(
        _ source: any ByteSource,
        _ range: Range<Int>,
        _ marker: UInt8,
        _ limits: DocumentLimits
    ) throws(DocumentProblem) {
        let head = try source.bytes(at: range.lowerBound + 4, count: min(range.count - 4, 16))
        switch marker {
        case 0xC4, 0xC8, 0xCC: keep(range)
        case 0xC0...0xCF:
            guard head.count >= 6 else { throw .broken(nil) }
            try measure(head.big16(3), head.big16(1), limits)
            keep(range)
        case 0xE0 where head.starts(with: Array("JFIF\0".utf8)): keepJFIF(source, range, head)
        case 0xE2 where head.starts(with: Array("ICC_PROFILE\0".utf8)): keep(range)
        case 0xEE where head.starts(with: Array("Adobe".utf8)): keep(range)
        case 0xE1:
            drop(range)
            let body = try source.bytes(at: range.lowerBound + 4, count: range.count - 4)
            if let turn = ExifOrientation.read(body) { pieces.append(.bytes(ExifOrientation.segment(turn))) }
        case 0xE0...0xEF, 0xFE: drop(range)
        default: keep(range)
        }
    }

    /// The head of a JFIF file says the density of its pixels; a thumbnail in it is left out.
    private mutating func keepJFIF(_ source: any ByteSource, _ range: Range<Int>, _ head: [UInt8]) {
        guard head.count >= 14, head[12] != 0 || head[13] != 0 else { return keep(range) }
        drop(range)
        pieces.append(.bytes([0xFF, 0xE0, 0, 16] + head[0..<12] + [0, 0]))
    }

    /// A scan ends before the next marker that is neither stuffing nor a restart.
    private func scanEnd(_ source: any ByteSource, from start: Int) throws(DocumentProblem) -> Int {
        var cursor = ByteCursor(source, at: start)
        while try cursor.seek(0xFF) {
            let place = cursor.position
            _ = try cursor.next()
            guard let next = try cursor.peek() else { break }
            if next == 0 || (0xD0...0xD7).contains(next) || next == 0xFF { continue }
            return place
        }
        throw .broken(nil)
    }
}

/// The one entry of EXIF that a picture needs: which side is up.
enum ExifOrientation {
    /// The orientation, 2 to 8; nil when there is none or it is upright.
    static func read(_ body: [UInt8]) -> UInt8? {
        guard body.starts(with: Array("Exif\0\0".utf8)), body.count >= 14 else { return nil }
        let tiff = Array(body.dropFirst(6))
        let isLittle = tiff.starts(with: [0x49, 0x49])
        let two = { (place: Int) in isLittle ? tiff.little16(place) : tiff.big16(place) }
        let four = { (place: Int) in isLittle ? tiff.little32(place) : tiff.big32(place) }
        let start = four(4)
        guard start >= 8, start + 2 <= tiff.count else { return nil }
        for index in 0..<two(start) {
            let entry = start + 2 + index * 12
            guard entry + 12 <= tiff.count else { return nil }
            guard two(entry) == 0x0112 else { continue }
            let value = two(entry + 8)
            return (2...8).contains(value) ? UInt8(value) : nil
        }
        return nil
    }

    /// A segment that says the orientation and nothing else.
    static func segment(_ orientation: UInt8) -> [UInt8] {
        let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
        let tiff: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1] + entry + [0, 0, 0, 0]
        let body = Array("Exif\0\0".utf8) + tiff
        return [0xFF, 0xE1, 0, UInt8(body.count + 2)] + body
    }
}
