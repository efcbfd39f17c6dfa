import Crypto
import Foundation
import NIOPosix
import Synchronization

/// A file that is arriving: written to the disk as it comes, and hashed on the way.
package final class IncomingFile: Sendable {
    private struct State {
        var descriptor: Int32
        var hasher = SHA256()
        var size = 0
    }

    package let path: String
    private let state: Mutex<State>
    private let threads: NIOThreadPool

    init(path: String, threads: NIOThreadPool) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BlobFailure(act: "create") }
        self.path = path
        self.threads = threads
        state = Mutex(State(descriptor: descriptor))
    }

    deinit {
        let descriptor = state.withLock { $0.descriptor }
        if descriptor >= 0 { close(descriptor) }
    }

    /// Adds some bytes at the end.
    package func write(_ bytes: ArraySlice<UInt8>) async throws {
        try await threads.runIfActive { try self.state.withLock { try Self.append(bytes, to: &$0) } }
    }

    /// Closes the file.
    ///
    /// - Parameters:
    ///   - field: under which the form sent it.
    ///   - name: as the browser calls it.
    package func received(as field: String, called name: String) async throws -> ReceivedFile {
        let (size, sha256) = try state.withLock { state in
            let closed = close(state.descriptor)
            state.descriptor = -1
            guard closed == 0 else { throw BlobFailure(act: "close") }
            return (state.size, Hex.text(state.hasher.finalize()))
        }
        return ReceivedFile(field: field, name: name, path: path, size: size, sha256: sha256)
    }

    /// Gives the file up.
    package func discard() {
        unlink(path)
    }

    private static func append(_ bytes: ArraySlice<UInt8>, to state: inout State) throws {
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let written = Foundation.write(
                    state.descriptor,
                    UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                    rest.count
                )
                if written < 0 {
                    guard errno == EINTR else { throw BlobFailure(act: "write") }
                    continue
                }
                rest = rest.dropFirst(written)
            }
            state.hasher.update(bufferPointer: buffer)
        }
        state.size += bytes.count
    }
}

/// A file that came with a form and waits on the disk until the request is answered.
package struct ReceivedFile: Sendable, Hashable {
    /// The field of the form.
    package var field: String
    /// What the browser calls it, without folders.
    package var name: String
    package var path: String
    /// In bytes.
    package var size: Int
    /// 64 lower-case hexadecimal digits.
    package var sha256: String

    package init(field: String, name: String, path: String, size: Int, sha256: String) {
        self.field = field
        self.name = name
        self.path = path
        self.size = size
        self.sha256 = sha256
    }
}
