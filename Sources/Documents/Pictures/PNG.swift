/// PNG (ISO/IEC 15948): a signature and chunks, each with its check sum.
extension PictureAnatomy {
    /// What a viewer needs, animation included; text, EXIF, times and unknown chunks go.
    private static let needed: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST",
        "acTL", "fcTL", "fdAT", "cICP",
    ]

    mutating func walkPNG(_ source: any ByteSource, _ limits: DocumentLimits) throws(DocumentProblem) {
        var place = 8
        keep(0..<8)
        var frames = 0
        var hasData = false
        while true {
            guard let head = try source.exactly(8, at: place) else { throw .broken(nil) }
            let length = head.big32(0)
            let name = String(decoding: head[4...], as: UTF8.self)
            let end = place + 12 + length
            guard end <= source.count else { throw .broken(nil) }
            try requireCheckSum(source, place, length)
            if place == 8 {
                guard name == "IHDR", length == 13 else { throw .broken(nil) }
                try measurePNG(try source.bytes(at: place + 8, count: 13), limits)
            } else if name == "IHDR" {
                throw .broken(nil)
            }
            hasData = hasData || name == "IDAT"
            frames += name == "fcTL" ? 1 : 0
            guard frames * size.width * size.height <= limits.pixels * 10 else { throw .bomb(.pixels) }
            if Self.needed.contains(name) { keep(place..<end) } else { drop(place..<end) }
            place = end
            if name == "IEND" { break }
        }
        guard hasData else { throw .broken(nil) }
        guard place == source.count else { throw .hiddenContent }
    }

    private mutating func measurePNG(_ header: [UInt8], _ limits: DocumentLimits) throws(DocumentProblem) {
        let depth = Int(header[8])
        let allowed: [UInt8: [Int]] = [0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16]]
        guard allowed[header[9]]?.contains(depth) == true, header[10] == 0, header[11] == 0, header[12] <= 1 else {
            throw .broken(nil)
        }
        try measure(header.big32(0), header.big32(4), limits)
    }

    private func requireCheckSum(_ source: any ByteSource, _ place: Int, _ length: Int) throws(DocumentProblem) {
        var sum = CRC32()
        var at = place + 4
        let end = place + 8 + length
        while at < end {
            let piece = try source.bytes(at: at, count: min(1 << 16, end - at))
            if piece.isEmpty { throw .broken(nil) }
            sum.add(piece)
            at += piece.count
        }
        guard let stored = try source.exactly(4, at: end), stored.big32(0) == Int(sum.value) else { throw .broken(nil) }
    }
}
