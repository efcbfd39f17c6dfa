/// Pictures of a few bytes, whole in structure.
enum TestPicture {
    static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return big(data.count, 4) + body + big(Int(Packing.crc(body)), 4)
    }

    /// A grey picture; the pixels are zeros.
    static func png(_ width: Int = 2, _ height: Int = 2, extra: [UInt8] = [], data: [UInt8]? = nil) -> [UInt8] {
        let head = big(width, 4) + big(height, 4) + [8, 0, 0, 0, 0]
        let pixels = data ?? Packing.zlib([UInt8](repeating: 0, count: 6))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", head) + extra + chunk("IDAT", pixels)
            + chunk("IEND", [])
    }

    static func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] { [0xFF, marker] + big(body.count + 2, 2) + body }

    /// A JPEG with these segments before its frame.
    static func jpeg(_ width: Int = 8, _ height: Int = 8, extra: [UInt8] = [], after: [UInt8] = []) -> [UInt8] {
        let frame: [UInt8] = [8] + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0]
        let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]
        return [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]) + extra
            + segment(0xDB, [UInt8](repeating: 1, count: 65)) + segment(0xC0, frame) + scan + [0xFF, 0xD9] + after
    }

    /// EXIF with an orientation, a camera's name and words that stand for a place.
    static func exif(orientation: UInt8) -> [UInt8] {
        let entries: [UInt8] = [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
        return segment(
            0xE1,
            Array("Exif\0\0".utf8) + [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0] + entries + [0, 0, 0, 0]
                + Array("GPSLatitude 39.9 Camera of Li Na".utf8)
        )
    }

    /// A GIF of one pixel with these extensions.
    static func gif(extra: [UInt8] = [], width: Int = 1) -> [UInt8] {
        let screen =
            Array("GIF89a".utf8) + [UInt8(width & 0xFF), UInt8(width >> 8), 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
        return screen + extra + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]
    }

    /// An extended WebP with EXIF and XMP.
    static func webp(extra: Bool = true) -> [UInt8] {
        let exif = Array("GPSLatitude 39.9".utf8)
        let lossless: [UInt8] = [0x2F, 0, 0, 0, 0, 0]
        var chunks = riff("VP8X", [extra ? 0x0C : 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) + riff("VP8L", lossless)
        if extra { chunks += riff("EXIF", exif) + riff("XMP ", Array("<x:xmpmeta>Li Na</x:xmpmeta>".utf8)) }
        return Array("RIFF".utf8) + little(chunks.count + 4) + Array("WEBP".utf8) + chunks
    }

    private static func riff(_ name: String, _ data: [UInt8]) -> [UInt8] {
        Array(name.utf8) + little(data.count) + data + (data.count % 2 == 1 ? [0] : [])
    }

    static func big(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func little(_ value: Int) -> [UInt8] { big(value, 4).reversed() }
}
