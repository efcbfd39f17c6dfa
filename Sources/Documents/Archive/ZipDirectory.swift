/// A DOCX or XLSX file is a ZIP archive; this one believes only what it has checked.

/// One file in the archive.
struct ZipEntry: Sendable, Hashable {
    var name: String
    /// Whether the bytes are deflated; otherwise they are stored as they are.
    var isDeflated: Bool
    var checkSum: UInt32
    var packedBytes: Int
    var unpackedBytes: Int
    /// Where its own head starts, and where its bytes are.
    var headAt: Int
    var data: Range<Int>
    /// Whether a descriptor of up to 24 bytes follows the data.
    var hasDescriptor: Bool

    /// The name as a key: names in these files do not tell cases apart.
    var key: String { name.lowercased() }
}

/// The entries of an archive without gaps, overlaps, tricks in names, or promises beyond the limits.
struct ZipDirectory: Sendable {
    let source: any ByteSource
    let entries: [ZipEntry]
    private let byKey: [String: Int]

    /// Reads the directory at the end and every entry's own head; unpacks nothing.
    init(_ source: any ByteSource, limits: DocumentLimits) throws(DocumentProblem) {
        self.source = source
        let end = try ZipEnd(source, limits: limits)
        guard let bytes = try source.exactly(end.size, at: end.offset) else { throw .broken(nil) }
        var entries: [ZipEntry] = []
        var place = 0
        for _ in 0..<end.entries {
            guard let record = ZipRecord(bytes, at: place) else { throw .broken(nil) }
            place = record.end
            entries.append(try record.entry(in: source, before: end.offset))
        }
        guard place == bytes.count else { throw .hiddenContent }
        try Self.requireNoGaps(entries, end: end.offset)
        try Self.requireReasonableSize(entries, limits: limits)
        var byKey: [String: Int] = [:]
        for (index, entry) in entries.enumerated() {
            guard byKey.updateValue(index, forKey: entry.key) == nil else { throw .hiddenContent }
        }
        self.entries = entries
        self.byKey = byKey
    }

    /// The entry of this name, in either case.
    subscript(_ name: String) -> ZipEntry? { byKey[name.lowercased()].map { entries[$0] } }

    /// Every byte up to the directory belongs to exactly one entry; the descriptor after one has 12 to 24 bytes.
    private static func requireNoGaps(_ entries: [ZipEntry], end: Int) throws(DocumentProblem) {
        let sorted = entries.sorted { $0.headAt < $1.headAt }
        guard sorted.first?.headAt == 0 else { throw .hiddenContent }
        for (index, entry) in sorted.enumerated() {
            let next = index + 1 < sorted.count ? sorted[index + 1].headAt : end
            let between = next - entry.data.upperBound
            let isRight = entry.hasDescriptor ? [0, 12, 16, 20, 24].contains(between) : between == 0
            guard isRight else { throw .hiddenContent }
        }
    }

    private static func requireReasonableSize(
        _ entries: [ZipEntry],
        limits: DocumentLimits
    ) throws(DocumentProblem) {
        var packed = 0
        var unpacked = 0
        for entry in entries {
            packed += entry.packedBytes
            unpacked += entry.unpackedBytes
            guard unpacked <= limits.unpackedBytes else { throw .bomb(.unpacked) }
            guard entry.isDeflated || entry.packedBytes == entry.unpackedBytes else { throw .broken(nil) }
        }
        if unpacked > limits.ratioFrom, unpacked / max(1, packed) > limits.ratio { throw .bomb(.unpacked) }
    }
}

/// The record at the very end that says where the directory is.
private struct ZipEnd {
    var entries: Int
    var offset: Int
    var size: Int

    init(_ source: any ByteSource, limits: DocumentLimits) throws(DocumentProblem) {
        let length = 22
        guard let record = try source.exactly(length, at: source.count - length) else { throw .broken(nil) }
        guard record.little32(0) == 0x0605_4B50, record.little16(20) == 0 else { throw .hiddenContent }
        let counts = (record.little16(8), record.little16(10))
        guard record.little16(4) == 0, record.little16(6) == 0, counts.0 == counts.1 else { throw .broken(nil) }
        entries = counts.0
        size = record.little32(12)
        offset = record.little32(16)
        guard entries <= limits.entries else { throw .bomb(.entries) }
        guard size <= entries * (46 + 1_024) else { throw .bomb(.entries) }
        guard offset + size == source.count - length else { throw .hiddenContent }
    }
}

/// One entry as the directory tells it.
private struct ZipRecord {
    private let bytes: [UInt8]
    private let at: Int
    let end: Int

    init?(_ bytes: [UInt8], at place: Int) {
        guard place + 46 <= bytes.count, bytes.little32(place) == 0x0201_4B50 else { return nil }
        end = place + 46 + bytes.little16(place + 28) + bytes.little16(place + 30) + bytes.little16(place + 32)
        guard end <= bytes.count else { return nil }
        self.bytes = bytes
        at = place
    }

    func entry(in source: any ByteSource, before limit: Int) throws(DocumentProblem) -> ZipEntry {
        let flags = bytes.little16(at + 8)
        if flags & 0x2041 != 0 { throw .encrypted }
        let method = bytes.little16(at + 10)
        guard method == 0 || method == 8 else { throw .broken(nil) }
        let nameBytes = Array(bytes[(at + 46)..<(at + 46 + bytes.little16(at + 28))])
        let head = bytes.little32(at + 42)
        let packed = bytes.little32(at + 20)
        let unpacked = bytes.little32(at + 24)
        guard packed != 0xFFFF_FFFF, unpacked != 0xFFFF_FFFF, head != 0xFFFF_FFFF else { throw .bomb(.unpacked) }
        guard let local = try source.exactly(30, at: head), local.little32(0) == 0x0403_4B50 else { throw .broken(nil) }
        guard local.little16(8) == method, local.little16(6) & 0x2041 == 0 else { throw .hiddenContent }
        guard try source.exactly(local.little16(26), at: head + 30) == nameBytes else { throw .hiddenContent }
        let start = head + 30 + local.little16(26) + local.little16(28)
        guard start + packed <= limit else { throw .broken(nil) }
        return ZipEntry(
            name: try Self.name(nameBytes),
            isDeflated: method == 8,
            checkSum: UInt32(bytes.little32(at + 16)),
            packedBytes: packed,
            unpackedBytes: unpacked,
            headAt: head,
            data: start..<(start + packed),
            hasDescriptor: flags & 8 != 0
        )
    }

    /// A relative path of plain names, without ways out or up.
    private static func name(_ bytes: [UInt8]) throws(DocumentProblem) -> String {
        guard let name = String(validating: bytes, as: UTF8.self), !name.isEmpty, bytes.count <= 512 else {
            throw .hiddenContent
        }
        let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x5C && $0 != 0x7F && $0 != 0x3A }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let folderOrFile = parts.last == "" ? parts.dropLast() : parts[...]
        guard isPlain, !folderOrFile.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
            throw .hiddenContent
        }
        return name
    }
}
