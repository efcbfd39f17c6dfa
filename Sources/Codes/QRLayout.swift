/// Sizes, positions and check bytes of QR codes at correction level M, as ISO/IEC 18004 tabulates them.
enum QRLayout {
    static let versions = 1...20

    /// Check bytes in each block, and number of blocks, by version.
    private static let checks = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
    private static let blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]

    private static func rawBytes(of version: Int) -> Int {
        var modules = (16 * version + 128) * version + 64
        if version >= 2 {
            let marks = version / 7 + 2
            modules -= (25 * marks - 10) * marks - 55
            if version >= 7 { modules -= 36 }
        }
        return modules / 8
    }

    private static func dataBytes(of version: Int) -> Int {
        rawBytes(of: version) - checks[version - 1] * blocks[version - 1]
    }

    /// The most bytes of text; mode and length take the rest.
    static func capacity(of version: Int) -> Int { dataBytes(of: version) - (version < 10 ? 2 : 3) }

    static func alignments(of version: Int) -> [Int] {
        guard version > 1 else { return [] }
        let marks = version / 7 + 2
        let step = (version * 8 + marks * 3 + 5) / (marks * 4 - 4) * 2
        let last = version * 4 + 10
        return [6] + (0..<marks - 1).reversed().map { last - $0 * step }
    }

    static func formatBits(_ mask: Int) -> Int {
        var rest = mask
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        return (mask << 10 | rest) ^ 0x5412
    }

    static func versionBits(_ version: Int) -> Int {
        var rest = version
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        return version << 12 | rest
    }

    static func inverts(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (x / 3 + y / 2) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }

    /// The text with mode, length, padding and check bytes, its blocks interleaved.
    static func codewords(_ text: [UInt8], version: Int) -> [UInt8] {
        let length = dataBytes(of: version)
        var bits = Bits()
        bits.append(0b0100, 4)
        bits.append(text.count, version < 10 ? 8 : 16)
        for byte in text { bits.append(Int(byte), 8) }
        bits.append(0, min(4, length * 8 - bits.count))
        bits.append(0, (8 - bits.count % 8) % 8)
        var data = bits.bytes
        var padding: UInt8 = 0xEC
        while data.count < length {
            data.append(padding)
            padding ^= 0xEC ^ 0x11
        }
        return interleaved(data, version)
    }

    private static func interleaved(_ data: [UInt8], _ version: Int) -> [UInt8] {
        let (count, check) = (blocks[version - 1], checks[version - 1])
        let raw = rawBytes(of: version)
        let short = raw / count - check
        let shortCount = count - raw % count
        let generator = generator(of: check)
        var pieces: [[UInt8]] = []
        var place = 0
        for block in 0..<count {
            let length = short + (block < shortCount ? 0 : 1)
            pieces.append(Array(data[place..<place + length]))
            place += length
        }
        let remainders = pieces.map { remainder(of: $0, by: generator) }
        var result: [UInt8] = []
        for index in 0...short { result += pieces.compactMap { index < $0.count ? $0[index] : nil } }
        for index in 0..<check { result += remainders.map { $0[index] } }
        return result
    }

    // MARK: Reed–Solomon over GF(256), polynomial 0x11D

    private static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
        var result = 0
        for bit in (0..<8).reversed() {
            result = result << 1 ^ (result >> 7) * 0x11D
            if other >> UInt8(bit) & 1 == 1 { result ^= Int(one) }
        }
        return UInt8(result)
    }

    private static func generator(of degree: Int) -> [UInt8] {
        var result = Array(repeating: UInt8(0), count: degree - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            for place in 0..<degree {
                result[place] = product(result[place], root)
                if place + 1 < degree { result[place] ^= result[place + 1] }
            }
            root = product(root, 2)
        }
        return result
    }

    private static func remainder(of data: [UInt8], by generator: [UInt8]) -> [UInt8] {
        var result = Array(repeating: UInt8(0), count: generator.count)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for place in generator.indices { result[place] ^= product(generator[place], factor) }
        }
        return result
    }

    /// Bits in the order of their sending.
    private struct Bits {
        private(set) var bytes: [UInt8] = []
        private(set) var count = 0

        mutating func append(_ value: Int, _ length: Int) {
            for place in (0..<length).reversed() {
                if count % 8 == 0 { bytes.append(0) }
                if value >> place & 1 == 1 { bytes[count / 8] |= 0x80 >> UInt8(count % 8) }
                count += 1
            }
        }
    }
}
