/// Documents and queries are cut into tokens by this one writer, so that they cannot disagree.

/// Writes the tokens of a normalised text, joined by single spaces.
struct TokenWriter {
    /// The tokens so far, in UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Whether the text ended in an ideograph that stands for every pair that begins with it (open ends only).
    private(set) var lastIsPrefix = false

    /// Longer words are written in pieces of this many scalars.
    private static let pieceLength = 64
    /// Between segments.
    private static let breakMark: UInt32 = 0xE000
    /// Before the hexadecimal digits of a scalar.
    private static let escapeMark: UInt32 = 0xE001
    /// Where a word goes on in the next piece, and where a piece continues the last one.
    private static let joinMark: UInt32 = 0xE002

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes the tokens of a normalised text.
    ///
    /// With `endsOpen` (queries) a run of ideographs at the end writes no final single: «应当» is the pair 应当, and a
    /// lone 应 is a prefix. A document's run is closed: 应当 and 当.
    mutating func write(_ text: UnsafeBufferPointer<UInt8>, endsOpen: Bool) {
        var previous: UInt32?
        var ideographs = 0
        var wordLength = 0
        var pendingBreak = false
        var at = 0
        while at < text.count {
            let (value, length) = Folding.decode(text, at)
            at += length
            if value == 0x20 {
                if let last = previous { writeToken(last) }
                previous = nil
                ideographs = 0
                wordLength = 0
                pendingBreak = !bytes.isEmpty
                continue
            }
            if pendingBreak {
                startToken()
                bytes.append(scalar: Self.breakMark)
                pendingBreak = false
            }
            if LetterKind.isIdeograph(value) {
                wordLength = 0
                if let before = previous { writeToken(before, value) }
                previous = value
                ideographs += 1
            } else {
                if let last = previous { writeToken(last) }
                previous = nil
                ideographs = 0
                writeWordScalar(value, &wordLength)
            }
        }
        guard let last = previous else { return }
        if !endsOpen {
            writeToken(last)
        } else if ideographs == 1 {
            writeToken(last)
            lastIsPrefix = true
        }
    }

    @inline(__always)
    private mutating func writeWordScalar(_ value: UInt32, _ length: inout Int) {
        if length == 0 {
            startToken()
        } else if length == Self.pieceLength {
            bytes.append(scalar: Self.joinMark)
            startToken()
            bytes.append(scalar: Self.joinMark)
            length = 0
        }
        writeScalar(value)
        length += 1
    }

    @inline(__always)
    private mutating func writeToken(_ first: UInt32, _ second: UInt32? = nil) {
        startToken()
        writeScalar(first)
        if let second { writeScalar(second) }
    }

    @inline(__always)
    private mutating func startToken() {
        if !bytes.isEmpty { bytes.append(0x20) }
    }

    @inline(__always)
    private mutating func writeScalar(_ value: UInt32) {
        if Self.survives(value) {
            bytes.append(scalar: value)
        } else {
            bytes.append(scalar: Self.escapeMark)
            for shift in stride(from: UInt32(20), through: 0, by: -4) {
                let digit = UInt8(truncatingIfNeeded: value >> shift & 0xF)
                bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
            }
        }
    }

    /// Whether SQLite's `unicode61` keeps the scalar as it is; the list is short on purpose, escaping the rest is safe.
    @inline(__always)
    private static func survives(_ value: UInt32) -> Bool {
        if value < 0x80 { return true }
        return switch value {
        case 0x4E00...0x9FCC, 0x3400...0x4DB5, 0x3005, 0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC,
            0xAC00...0xD7A3, 0xDF...0xF6, 0xF8...0xFE, 0x3B1...0x3C1, 0x3C3...0x3C9, 0x430...0x44F, 0x451:
            true
        default: false
        }
    }
}
