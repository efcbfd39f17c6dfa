/// What stands in an entry, piece by piece and checked to the end.

/// The pieces of one entry; the last call checks length and check sum.
struct ZipEntryReader {
    private let entry: ZipEntry
    private let source: any ByteSource
    private let inflater: Inflater?
    private var produced = 0
    private var sum = CRC32()
    private var isDone = false

    init(_ entry: ZipEntry, in directory: ZipDirectory) throws(DocumentProblem) {
        self.entry = entry
        source = directory.source
        inflater =
            entry.isDeflated ? try Inflater(directory.source, range: entry.data, wrapping: .bare) : nil
    }

    /// The next piece of at most 64 kB; nil after the last.
    mutating func next() throws(DocumentProblem) -> [UInt8]? {
        guard !isDone else { return nil }
        guard let piece = try piece() else {
            isDone = true
            let isWhole = produced == entry.unpackedBytes && UInt32(truncatingIfNeeded: sum.value) == entry.checkSum
            guard isWhole, inflater?.packedEnd ?? entry.data.upperBound == entry.data.upperBound else {
                throw .broken(nil)
            }
            return nil
        }
        produced += piece.count
        guard produced <= entry.unpackedBytes else { throw .bomb(.unpacked) }
        sum.add(piece)
        return piece
    }

    private func piece() throws(DocumentProblem) -> [UInt8]? {
        if let inflater { return try inflater.next() }
        let piece = try source.bytes(
            at: entry.data.lowerBound + produced,
            count: min(1 << 16, entry.data.count - produced)
        )
        return piece.isEmpty ? nil : piece
    }
}

extension ZipDirectory {
    /// All bytes of an entry, for parts that are small or must be changed as a whole.
    func contents(of entry: ZipEntry, atMost limit: Int) throws(DocumentProblem) -> [UInt8] {
        guard entry.unpackedBytes <= limit else { throw .bomb(.unpacked) }
        var reader = try ZipEntryReader(entry, in: self)
        var bytes: [UInt8] = []
        while let piece = try reader.next() { bytes += piece }
        return bytes
    }
}
