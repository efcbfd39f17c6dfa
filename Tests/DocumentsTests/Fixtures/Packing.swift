import CDocuments

/// zlib's own packing, for fixtures only: the program unpacks and never packs.
enum Packing {
    static func zlib(_ bytes: [UInt8]) -> [UInt8] { pack([bytes], MAX_WBITS) }

    static func bare(_ bytes: [UInt8]) -> [UInt8] { pack([bytes], -MAX_WBITS) }

    /// So many zeros, packed without ever being there.
    static func zeros(_ count: Int, bare: Bool) -> [UInt8] {
        let block = [UInt8](repeating: 0, count: 1 << 20)
        return pack(Array(repeating: block, count: count >> 20), bare ? -MAX_WBITS : MAX_WBITS)
    }

    static func crcOfZeros(_ count: Int) -> UInt32 {
        let block = [UInt8](repeating: 0, count: 1 << 20)
        return UInt32((0..<(count >> 20)).reduce(UInt(0)) { sum, _ in crc32(sum, block, UInt32(block.count)) })
    }

    static func crc(_ bytes: [UInt8]) -> UInt32 { UInt32(crc32(0, bytes, UInt32(bytes.count))) }

    private static func pack(_ pieces: [[UInt8]], _ bits: Int32) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream,
            9,
            Z_DEFLATED,
            bits,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        defer { deflateEnd(&stream) }
        var packed: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        for (index, piece) in pieces.enumerated() {
            var piece = piece
            let flush = index == pieces.count - 1 ? Z_FINISH : Z_NO_FLUSH
            piece.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                repeat {
                    room.withUnsafeMutableBufferPointer { output in
                        stream.next_out = output.baseAddress
                        stream.avail_out = UInt32(output.count)
                        deflate(&stream, flush)
                        packed += output.prefix(output.count - Int(stream.avail_out))
                    }
                } while stream.avail_out == 0
            }
        }
        return packed
    }
}
