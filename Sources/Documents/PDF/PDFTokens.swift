/// The words of a PDF (ISO 32000-1, 7.2): names, numbers, keywords; strings are passed over.

/// What stands in a PDF outside of its streams.
enum PDFToken: Hashable {
    case name(String)
    case number(Int)
    case keyword(String)
    case dictionaryStart
    case dictionaryEnd
    case arrayStart
    case arrayEnd
    case string
}

/// Reads tokens from front to back.
struct PDFTokens {
    var cursor: ByteCursor

    init(_ source: any ByteSource, at position: Int = 0) {
        cursor = ByteCursor(source, at: position)
    }

    /// The next token; nil at the end.
    ///
    /// A string that never ends is refused: something would hide behind it.
    mutating func next() throws(DocumentProblem) -> PDFToken? {
        while let byte = try cursor.next() {
            switch byte {
            case 0, 9, 10, 12, 13, 32: continue
            case 0x25: try skipLine()
            case 0x28:
                try skipString()
                return .string
            case 0x3C:
                if try cursor.peek() == 0x3C {
                    _ = try cursor.next()
                    return .dictionaryStart
                }
                guard try cursor.seek(0x3E) else { throw .broken(.pdf) }
                _ = try cursor.next()
                return .string
            case 0x3E:
                if try cursor.peek() == 0x3E { _ = try cursor.next() }
                return .dictionaryEnd
            case 0x5B: return .arrayStart
            case 0x5D: return .arrayEnd
            case 0x2F: return .name(Self.name(try word([])))
            case 0x29, 0x7B, 0x7D: continue
            default:
                let text = String(decoding: try word([byte]), as: UTF8.self)
                return Int(text).map { .number($0) } ?? .keyword(text)
            }
        }
        return nil
    }

    private mutating func skipLine() throws(DocumentProblem) {
        while let byte = try cursor.next() {
            if byte == 10 || byte == 13 { return }
        }
    }

    private mutating func skipString() throws(DocumentProblem) {
        var depth = 1
        while depth > 0 {
            switch try cursor.next() {
            case nil: throw .broken(.pdf)
            case 0x5C: _ = try cursor.next()
            case 0x28: depth += 1
            case 0x29: depth -= 1
            default: continue
            }
        }
    }

    /// The bytes up to the next delimiter; of an endless word only the start is kept.
    private mutating func word(_ start: [UInt8]) throws(DocumentProblem) -> [UInt8] {
        var word = start
        while let byte = try cursor.peek(), !Self.isDelimiter(byte) {
            _ = try cursor.next()
            if word.count < 256 { word.append(byte) }
        }
        return word
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 9, 10, 12, 13, 32, 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D: true
        default: false
        }
    }

    /// A name with its escapes resolved: `J#53` is `JS`.
    private static func name(_ bytes: [UInt8]) -> String {
        guard bytes.contains(0x23) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let digits = bytes.dropFirst(index + 1).prefix(2)
            if bytes[index] == 0x23, digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                result.append(value)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
