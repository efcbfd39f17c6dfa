/// The small print of XML: quotes, attributes, and the five entities.

enum XmlText {
    static func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    static func hasOpenQuote(_ bytes: [UInt8]) -> Bool {
        var quote: UInt8?
        for byte in bytes where byte == 0x22 || byte == 0x27 {
            if quote == byte { quote = nil } else if quote == nil { quote = byte }
        }
        return quote != nil
    }

    /// The tag between `<` and `>`; nil when it is malformed.
    static func tag(_ bytes: [UInt8]) -> XmlTag? {
        var bytes = bytes[...]
        let isEmpty = bytes.last == 0x2F
        if isEmpty { bytes.removeLast() }
        let nameEnd = bytes.firstIndex(where: isSpace) ?? bytes.endIndex
        let name = string(Array(bytes[..<nameEnd]))
        guard !name.isEmpty, !name.contains("<") else { return nil }
        var rest = bytes[nameEnd...]
        var attributes: [XmlAttribute] = []
        while true {
            rest = rest.drop(while: isSpace)
            if rest.isEmpty { break }
            guard let equals = rest.firstIndex(of: 0x3D) else { return nil }
            let key = string(Array(rest[..<equals])).trimmingSpaces
            rest = rest[(equals + 1)...].drop(while: isSpace)
            guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return nil }
            rest.removeFirst()
            guard let end = rest.firstIndex(of: quote), let value = try? decoded(Array(rest[..<end])) else {
                return nil
            }
            attributes.append(XmlAttribute(name: key, value: string(value)))
            rest = rest[(end + 1)...]
        }
        return XmlTag(name: name, attributes: attributes, isEmpty: isEmpty)
    }

    /// Text with its entities replaced; an unknown entity is refused, for none can have been declared.
    static func decoded(_ bytes: [UInt8]) throws(DocumentProblem) -> [UInt8] {
        guard bytes.position(of: 0x26, from: 0) != nil else { return bytes }
        var result: [UInt8] = []
        var rest = bytes[...]
        while let ampersand = rest.firstIndex(of: 0x26) {
            result += rest[..<ampersand]
            rest = rest[(ampersand + 1)...]
            guard let end = rest.prefix(12).firstIndex(of: 0x3B) else { throw .broken(nil) }
            guard let scalar = scalar(of: string(Array(rest[..<end]))) else { throw .broken(nil) }
            result += Array(String(Character(scalar)).utf8)
            rest = rest[(end + 1)...]
        }
        return result + rest
    }

    private static func scalar(of name: String) -> Unicode.Scalar? {
        switch name {
        case "lt": "<"
        case "gt": ">"
        case "amp": "&"
        case "quot": "\""
        case "apos": "'"
        default:
            if name.hasPrefix("#x") {
                UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
            } else if name.hasPrefix("#") {
                UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
            } else {
                nil
            }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
