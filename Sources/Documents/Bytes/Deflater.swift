import CDocuments

/// Packs bytes piece by piece, in zlib's wrapping, for the pictures of a redacted PDF.
final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>

    init() throws(DocumentProblem) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit_(stream, 6, ZLIB_VERSION, size) == Z_OK else { throw .unreadable }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// The packed form of the next bytes, as far as there is any yet.
    func pack(_ bytes: [UInt8], isLast: Bool = false) throws(DocumentProblem) -> [UInt8] {
        var bytes = bytes
        var packed: [UInt8] = []
        var result = Z_OK
        let room = 1 << 16
        bytes.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(input.count)
            repeat {
                packed += [UInt8](unsafeUninitializedCapacity: room) { output, filled in
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(room)
                    result = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    filled = room - Int(stream.pointee.avail_out)
                }
            } while result == Z_OK && stream.pointee.avail_out == 0
        }
        guard result == Z_OK || result == Z_BUF_ERROR || result == Z_STREAM_END else { throw .unreadable }
        return packed
    }
}
