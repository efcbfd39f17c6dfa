import Foundation

/// A new archive that says nothing about who made it and when.

/// Writes entries one after the other: those that stay are copied as they are packed, new ones are stored.
struct ZipWriter: ~Copyable {
    private var file: FileSink
    private var directory: [UInt8] = []
    private var entries = 0

    init(_ path: String) throws(DocumentProblem) {
        file = try FileSink(path)
    }

    /// Copies an entry of another archive without unpacking it; extra fields and times stay behind.
    mutating func copy(_ entry: ZipEntry, from source: any ByteSource) throws(DocumentProblem) {
        let offset = file.written
        try file.write(head(entry, signature: [0x50, 0x4B, 3, 4], isDirectory: false, offset: 0))
        try file.copy(entry.data, of: source)
        directory += head(entry, signature: [0x50, 0x4B, 1, 2], isDirectory: true, offset: offset)
        entries += 1
    }

    /// Stores new bytes under a name.
    mutating func store(_ bytes: [UInt8], as name: String) throws(DocumentProblem) {
        let entry = ZipEntry(
            name: name,
            isDeflated: false,
            checkSum: CRC32.of(bytes),
            packedBytes: bytes.count,
            unpackedBytes: bytes.count,
            headAt: 0,
            data: 0..<bytes.count,
            hasDescriptor: false
        )
        try copy(entry, from: MemorySource(bytes))
    }

    /// Writes the directory and closes the file; without it there is no archive.
    consuming func finish() throws(DocumentProblem) {
        let start = file.written
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        end += Self.little(entries, 2) + Self.little(entries, 2)
        end += Self.little(directory.count, 4) + Self.little(start, 4) + [0, 0]
        try file.write(directory + end)
        try file.finish()
    }

    private func head(_ entry: ZipEntry, signature: [UInt8], isDirectory: Bool, offset: Int) -> [UInt8] {
        let name = Array(entry.name.utf8)
        // 1 January 1980, the first day that the format knows.
        let day: [UInt8] = [0, 0, 0x21, 0]
        var head = signature + (isDirectory ? [20, 0] : []) + [20, 0, 0, 8]
        head += Self.little(entry.isDeflated ? 8 : 0, 2) + day + Self.little(Int(entry.checkSum), 4)
        head += Self.little(entry.packedBytes, 4) + Self.little(entry.unpackedBytes, 4) + Self.little(name.count, 2)
        head += [0, 0]
        if isDirectory { head += Array(repeating: 0, count: 10) + Self.little(offset, 4) }
        return head + name
    }

    private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
