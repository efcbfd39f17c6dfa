/// The parts of a picture file: which a viewer needs, and which only tell where, when and by whom it was taken.

/// Width and height in pixels.
package struct PictureSize: Sendable, Hashable {
    /// Pixels from left to right.
    package var width: Int
    /// Pixels from top to bottom.
    package var height: Int

    /// A size.
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// A picture that was walked through from its first byte to its last.
struct PictureAnatomy: Sendable {
    /// What a clean copy is made of.
    enum Piece: Sendable, Hashable {
        case range(Range<Int>)
        case bytes([UInt8])
    }

    var kind: DocumentKind
    var size = PictureSize(width: 0, height: 0)
    /// The pieces of a copy without metadata, in order.
    var pieces: [Piece] = []
    /// Bytes of the picture that a clean copy leaves out.
    var removed = 0

    /// Walks through the picture; refuses what is cut off, damaged, or larger than the limits.
    init(_ source: any ByteSource, limits: DocumentLimits) throws(DocumentProblem) {
        guard let kind = Recognition.picture(try source.bytes(at: 0, count: 16)) else { throw .broken(nil) }
        self.kind = kind
        switch kind {
        case .png: try walkPNG(source, limits)
        case .jpeg: try walkJPEG(source, limits)
        case .gif: try walkGIF(source, limits)
        case .webp: try walkWebP(source, limits)
        case .pdf, .docx, .xlsx: throw .broken(nil)
        }
    }

    /// Sets the size, unless it is nothing or beyond the limits.
    mutating func measure(_ width: Int, _ height: Int, _ limits: DocumentLimits) throws(DocumentProblem) {
        guard width > 0, height > 0 else { throw .broken(nil) }
        guard width <= limits.pictureSide, height <= limits.pictureSide, width * height <= limits.pixels else {
            throw .bomb(.pixels)
        }
        size = PictureSize(width: width, height: height)
    }

    mutating func keep(_ range: Range<Int>) {
        if case .range(let last)? = pieces.last, last.upperBound == range.lowerBound {
            pieces[pieces.count - 1] = .range(last.lowerBound..<range.upperBound)
        } else {
            pieces.append(.range(range))
        }
    }

    mutating func drop(_ range: Range<Int>) { removed += range.count }

    /// Writes the copy without metadata.
    func writeClean(_ source: any ByteSource, to path: String) throws(DocumentProblem) {
        var sink = try FileSink(path)
        for piece in pieces {
            switch piece {
            case .range(let range): try sink.copy(range, of: source)
            case .bytes(let bytes): try sink.write(bytes)
            }
        }
        try sink.finish()
    }

    /// The copy without metadata, for pictures inside documents.
    func clean(_ source: any ByteSource) throws(DocumentProblem) -> [UInt8] {
        var bytes: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .range(let range): bytes += try source.bytes(at: range.lowerBound, count: range.count)
            case .bytes(let more): bytes += more
            }
        }
        return bytes
    }
}
