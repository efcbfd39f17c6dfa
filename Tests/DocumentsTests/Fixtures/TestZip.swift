/// A small ZIP writer that can also lie.
struct TestZip {
    struct Entry {
        var name: String
        var data: [UInt8]
        var isDeflated = true
        var flags = 0x0800
        var unpacked: Int
        var crc: UInt32
        /// Points at the head of another entry.
        var sharesHeadOf: Int?

        init(_ name: String, _ contents: [UInt8], isDeflated: Bool = true) {
            self.name = name
            self.isDeflated = isDeflated
            data = isDeflated ? Packing.bare(contents) : contents
            unpacked = contents.count
            crc = Packing.crc(contents)
        }

        init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

        /// So many megabytes of nothing.
        init(_ name: String, zeros megabytes: Int) {
            self.init(name, [UInt8]())
            data = Packing.zeros(megabytes << 20, bare: true)
            unpacked = megabytes << 20
            crc = Packing.crcOfZeros(megabytes << 20)
        }
    }

    var entries: [Entry] = []
    var comment: [UInt8] = []
    var between: [UInt8] = []

    var bytes: [UInt8] {
        var body: [UInt8] = []
        var heads: [Int] = []
        var directory: [UInt8] = []
        for entry in entries {
            let name = Array(entry.name.utf8)
            var fields = little(20, 2) + little(entry.flags, 2) + little(entry.isDeflated ? 8 : 0, 2) + [0, 0, 0x21, 0]
            fields += little(Int(entry.crc), 4) + little(entry.data.count, 4) + little(entry.unpacked, 4)
            fields += little(name.count, 2) + [0, 0]
            if let shared = entry.sharesHeadOf {
                heads.append(heads[shared])
            } else {
                heads.append(body.count)
                body += [0x50, 0x4B, 3, 4] + fields + name + entry.data + between
            }
            directory += [0x50, 0x4B, 1, 2, 20, 0] + fields + [UInt8](repeating: 0, count: 10)
            directory += little(heads[heads.count - 1], 4) + name
        }
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(entries.count, 2) + little(entries.count, 2)
        end += little(directory.count, 4) + little(body.count, 4) + little(comment.count, 2) + comment
        return body + directory + end
    }

    private func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
