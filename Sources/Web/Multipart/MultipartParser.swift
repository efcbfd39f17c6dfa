/// A form with files is read as it comes (`multipart/form-data`, RFC 7578 over RFC 2046 §5.1): parts in order, in chunks of
/// any size, and never more of it in memory than one chunk and the header of one part.

/// Takes a form apart byte by byte.
package struct MultipartParser: Sendable {
    /// What stands in a chunk, in order.
    package enum Event: Sendable, Equatable {
        case began(MultipartPart)
        /// Some bytes of the part, never none.
        case bytes(ArraySlice<UInt8>)
        case ended
    }

    private enum State: Sendable, Equatable {
        /// Before the first boundary; whatever stands there is no part of the form.
        case preamble
        /// Behind a boundary: blanks and a line end, or the two hyphens of the last one.
        case boundaryEnd
        case header
        case body
        /// Behind the last boundary.
        case epilogue
        case failed(MultipartFailure)
    }

    /// Line end, two hyphens and the boundary; only its first byte is a carriage return, so that a match that breaks off
    /// can begin anew at the breaking byte alone.
    private let delimiter: [UInt8]
    private let limits: MultipartLimits
    private var state = State.preamble
    /// How much of the delimiter the last bytes are.
    ///
    /// The first boundary may stand at the very beginning, without a line end.
    private var matched = 2
    /// What has come of a header or behind a boundary.
    private var held: [UInt8] = []
    private var isFile = false
    private var partCount = 0
    private var partSize = 0
    private var fieldsSize = 0
    private var strayCount = 0

    /// - Parameter boundary: as it stands in the header `Content-Type` of the request.
    package init(boundary: MultipartBoundary, limits: MultipartLimits) {
        delimiter = Array("\r\n--".utf8) + boundary.bytes
        self.limits = limits
    }

    /// Takes the next bytes.
    ///
    /// - Throws: at the first byte that cannot be right or goes beyond a limit; a parser that has thrown takes nothing more.
    package mutating func feed(_ chunk: [UInt8]) throws(MultipartFailure) -> [Event] {
        var events: [Event] = []
        var rest = chunk[...]
        do throws(MultipartFailure) {
            while !rest.isEmpty {
                switch state {
                case .preamble, .body: try takeBody(&rest, &events)
                case .boundaryEnd: try takeBoundaryEnd(rest.removeFirst())
                case .header: try takeHeader(rest.removeFirst(), &events)
                case .epilogue:
                    try passOver(rest.count)
                    rest = []
                case .failed(let failure): throw failure
                }
            }
        } catch {
            state = .failed(error)
            throw error
        }
        return events
    }

    /// Says that no more bytes come.
    ///
    /// - Throws: unless the last boundary has been there.
    package mutating func finish() throws(MultipartFailure) {
        switch state {
        case .epilogue: return
        case .failed(let failure): throw failure
        case .preamble, .boundaryEnd, .header, .body:
            state = .failed(.cutOff)
            throw .cutOff
        }
    }

    // MARK: Between boundaries

    private mutating func takeBody(_ rest: inout ArraySlice<UInt8>, _ events: inout [Event]) throws(MultipartFailure) {
        if matched == 0 {
            let end = rest.firstIndex(of: delimiter[0]) ?? rest.endIndex
            try give(rest[..<end], &events)
            rest = rest[end...]
        }
        while let byte = rest.first {
            guard byte == delimiter[matched] else {
                // What looked like a boundary was content.
                let begun = delimiter[..<matched]
                matched = 0
                return try give(begun, &events)
            }
            matched += 1
            rest.removeFirst()
            guard matched == delimiter.count else { continue }
            matched = 0
            if state == .body { events.append(.ended) }
            state = .boundaryEnd
            return
        }
    }

    private mutating func give(_ bytes: ArraySlice<UInt8>, _ events: inout [Event]) throws(MultipartFailure) {
        guard !bytes.isEmpty else { return }
        guard state == .body else { return try passOver(bytes.count) }
        partSize += bytes.count
        if isFile {
            guard partSize <= limits.fileSize else { throw .fileTooLarge }
        } else {
            fieldsSize += bytes.count
            guard partSize <= limits.fieldSize, fieldsSize <= limits.fieldsSize else { throw .fieldTooLarge }
        }
        events.append(.bytes(bytes))
    }

    /// Bytes before the first boundary and behind the last have no meaning, and no browser sends any.
    private mutating func passOver(_ count: Int) throws(MultipartFailure) {
        strayCount += count
        guard strayCount <= limits.strayBytes else { throw .notAForm }
    }

    // MARK: Boundaries and headers

    private mutating func takeBoundaryEnd(_ byte: UInt8) throws(MultipartFailure) {
        held.append(byte)
        switch byte {
        case UInt8(ascii: "\n") where held.dropLast().last == UInt8(ascii: "\r"):
            held = []
            partCount += 1
            guard partCount <= limits.parts else { throw .tooManyParts }
            state = .header
        case UInt8(ascii: "-") where held == [byte]: return
        case UInt8(ascii: "-") where held == [byte, byte]:
            held = []
            state = .epilogue
        case UInt8(ascii: "\r") where !held.dropLast().contains(byte) && held.first != UInt8(ascii: "-"): return
        case UInt8(ascii: " ") where held.allSatisfy { $0 == byte || $0 == 0x09 } && held.count < 64: return
        case UInt8(ascii: "\t") where held.allSatisfy { $0 == byte || $0 == 0x20 } && held.count < 64: return
        default: throw .badBoundary
        }
    }

    private mutating func takeHeader(_ byte: UInt8, _ events: inout [Event]) throws(MultipartFailure) {
        held.append(byte)
        guard held.count <= limits.headerSize else { throw .headerTooLarge }
        guard byte == UInt8(ascii: "\n") else { return }
        guard held.dropLast().last == UInt8(ascii: "\r") else { throw .badHeader }
        let isWhole = held.count == 2 || held.suffix(4) == [0x0D, 0x0A, 0x0D, 0x0A]
        guard isWhole else { return }
        let part = try MultipartPart(header: held)
        held = []
        isFile = part.fileName != nil
        partSize = 0
        state = .body
        events.append(.began(part))
    }
}
