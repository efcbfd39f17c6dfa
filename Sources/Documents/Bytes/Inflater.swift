import CDocuments

/// Unpacking piece by piece: nobody holds more than one piece, whatever the packed bytes promise.

/// Unpacks DEFLATE out of a range of a source; each call gives the next piece of at most 64 kB.
final class Inflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private let source: any ByteSource
    private var position: Int
    private let end: Int
    private var input: [UInt8] = []
    private var consumed = 0
    /// Whether the end of the packed data was reached.
    private(set) var isAtEnd = false
    /// Bytes given so far.
    private(set) var produced = 0
    /// Where the packed data ends in the source, as far as it was read.
    var packedEnd: Int { position - (input.count - consumed) }

    /// How the packed data is wrapped.
    enum Wrapping {
        /// As in ZIP files.
        case bare
        /// With zlib's head and check sum, as in PDF and PNG.
        case zlib
    }

    init(_ source: any ByteSource, range: Range<Int>, wrapping: Wrapping) throws(DocumentProblem) {
        self.source = source
        position = range.lowerBound
        end = range.upperBound
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let bits: Int32 = wrapping == .bare ? -MAX_WBITS : MAX_WBITS
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, bits, ZLIB_VERSION, size) == Z_OK else { throw .unreadable }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// The next piece; nil at the end.
    func next() throws(DocumentProblem) -> [UInt8]? {
        while !isAtEnd {
            if consumed == input.count {
                input = try source.bytes(at: position, count: min(1 << 16, end - position))
                position += input.count
                consumed = 0
                if input.isEmpty { throw .broken(nil) }
            }
            let piece = try step()
            if !piece.isEmpty {
                produced += piece.count
                return piece
            }
        }
        return nil
    }

    private func step() throws(DocumentProblem) -> [UInt8] {
        var result = Z_OK
        let capacity = 1 << 16
        let piece = [UInt8](unsafeUninitializedCapacity: capacity) { output, filled in
            input.withUnsafeMutableBufferPointer { buffer in
                guard let start = buffer.baseAddress else { return }
                stream.pointee.next_in = start + consumed
                stream.pointee.avail_in = UInt32(buffer.count - consumed)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(capacity)
                result = inflate(stream, Z_NO_FLUSH)
                consumed = buffer.count - Int(stream.pointee.avail_in)
                filled = capacity - Int(stream.pointee.avail_out)
            }
        }
        switch result {
        case Z_OK, Z_BUF_ERROR: return piece
        case Z_STREAM_END:
            isAtEnd = true
            return piece
        default: throw .broken(nil)
        }
    }
}

/// The check sum of ZIP and PNG.
struct CRC32 {
    private(set) var value: UInt = 0

    mutating func add(_ bytes: [UInt8]) {
        value = crc32(value, bytes, UInt32(bytes.count))
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        var sum = CRC32()
        sum.add(bytes)
        return UInt32(truncatingIfNeeded: sum.value)
    }
}
