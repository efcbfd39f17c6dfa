/// Escaping over UTF-8 bytes: the five characters that can end a text or a quoted attribute (WHATWG HTML §13.1.2).
extension [UInt8] {
    /// Appends text with `& < > " '` as character references; all other bytes are copied in runs.
    mutating func appendEscaped(_ text: some StringProtocol) {
        let copied: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped(bytes: $0) }
        if copied == nil {
            // A string bridged from elsewhere: make it contiguous once.
            Array(text.utf8).withUnsafeBufferPointer { appendEscaped(bytes: $0) }
        }
    }

    private mutating func appendEscaped(bytes source: UnsafeBufferPointer<UInt8>) {
        var runStart = 0
        for index in source.indices {
            guard let reference = characterReference(for: source[index]) else { continue }
            append(contentsOf: source[runStart..<index])
            reference.withUTF8Buffer { append(contentsOf: $0) }
            runStart = index + 1
        }
        append(contentsOf: source[runStart...])
    }

    /// Appends a whole number in plain decimal digits.
    mutating func appendDecimal(_ number: Int64) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var magnitude = number.magnitude
        let start = count
        repeat {
            append(UInt8(ascii: "0") + UInt8(magnitude % 10))
            magnitude /= 10
        } while magnitude > 0
        self[start...].reverse()
    }
}

@inline(__always)
private func characterReference(for byte: UInt8) -> StaticString? {
    // Every one of the five lies at or below ">", so Chinese text and most letters leave here.
    if byte > 0x3E { return nil }
    return switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
}
