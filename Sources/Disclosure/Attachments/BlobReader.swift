import Crypto
import Foundation
import NIOPosix

/// A stored file that is read in pieces, so that none is ever in memory as a whole.
package final class BlobReader: Sendable {
    /// In bytes.
    package let size: Int
    private let descriptor: Int32
    private let threads: NIOThreadPool

    /// How much is read at a time.
    package static let pieceSize = 128 * 1024

    init(path: String, threads: NIOThreadPool) throws {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BlobFailure(act: "open") }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            close(descriptor)
            throw BlobFailure(act: "stat")
        }
        size = Int(status.st_size)
        self.threads = threads
    }

    deinit {
        close(descriptor)
    }

    /// The bytes from an offset on, at most so many; none behind the end.
    package func piece(at offset: Int, atMost count: Int = pieceSize) async throws -> [UInt8] {
        try await threads.runIfActive { try self.bytes(at: offset, count) }
    }

    private func bytes(at offset: Int, _ count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = pread(
                    descriptor,
                    buffer.baseAddress?.advanced(by: filled),
                    count - filled,
                    off_t(offset + filled)
                )
                if read < 0, errno == EINTR { continue }
                guard read >= 0 else { throw BlobFailure(act: "read") }
                if read == 0 { break }
                filled += read
            }
        }
    }
}

extension BlobStore {
    /// Size and SHA-256 of a file; blocks.
    ///
    /// - Throws: `BlobFailure` when it cannot be read.
    package static func digest(of path: String) throws -> (size: Int, sha256: String) {
        let file = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw BlobFailure(act: "open") }
        defer { close(file) }
        var hasher = SHA256()
        var size = 0
        var buffer = [UInt8](repeating: 0, count: BlobReader.pieceSize)
        while true {
            let read = buffer.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress, $0.count) }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw BlobFailure(act: "read") }
            if read == 0 { return (size, Hex.text(hasher.finalize())) }
            buffer.withUnsafeBytes { hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<read])) }
            size += read
        }
    }
}
