import Foundation

/// New files are written once, by their maker alone, and are whole on disk before anybody is told of them.

/// A file being written, which must not have been there before.
struct FileSink: ~Copyable {
    private let descriptor: Int32
    /// Bytes written so far.
    private(set) var written = 0

    init(_ path: String) throws(DocumentProblem) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .unreadable }
    }

    deinit { close(descriptor) }

    mutating func write(_ bytes: [UInt8]) throws(DocumentProblem) {
        let isWhole = bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                guard let start = buffer.baseAddress else { return false }
                let put = Foundation.write(descriptor, start + done, buffer.count - done)
                if put < 0 && errno == EINTR { continue }
                if put <= 0 { return false }
                done += put
            }
            return true
        }
        guard isWhole else { throw .unreadable }
        written += bytes.count
    }

    /// Copies a range of a source, by windows.
    mutating func copy(_ range: Range<Int>, of source: any ByteSource) throws(DocumentProblem) {
        var place = range.lowerBound
        while place < range.upperBound {
            let piece = try source.bytes(at: place, count: min(1 << 16, range.upperBound - place))
            if piece.isEmpty { throw .unreadable }
            try write(piece)
            place += piece.count
        }
    }

    /// Sees to it that the bytes are on disk.
    consuming func finish() throws(DocumentProblem) {
        guard fsync(descriptor) == 0 else { throw .unreadable }
    }
}
