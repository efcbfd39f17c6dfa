/// The header of one part says which field it is, and of a file what it is called (RFC 7578 §4.2).
package struct MultipartPart: Sendable, Hashable {
    /// The field of the form.
    package let name: String
    /// What the browser calls the file, without any folder; nil for a field that is no file, empty where none was chosen.
    package let fileName: String?
    /// What the browser takes it for, which nobody should believe.
    package let mediaType: String?

    package init(name: String, fileName: String? = nil, mediaType: String? = nil) {
        self.name = name
        self.fileName = fileName
        self.mediaType = mediaType
    }

    /// - Parameter header: lines that each end with CR LF, the empty line included.
    init(header: [UInt8]) throws(MultipartFailure) {
        var disposition: HeaderValue?
        var mediaType: String?
        for line in try Self.lines(of: header) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { throw .badHeader }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let value = line[line.index(after: colon)...]
            switch name {
            case "content-disposition":
                guard disposition == nil else { throw .badHeader }
                disposition = HeaderValue(value)
            case "content-type": mediaType = HeaderValue(value).kind
            case "content-transfer-encoding":
                // RFC 7578 §4.7: nothing is encoded any more.
                guard ["7bit", "8bit", "binary"].contains(HeaderValue(value).kind) else { throw .badHeader }
            default: break
            }
        }
        guard let disposition, disposition.isWhole, disposition.kind == "form-data" else { throw .badHeader }
        guard let field = disposition["name"], !field.isEmpty else { throw .noName }
        name = Self.text(field)
        self.mediaType = mediaType
        let plain = disposition["filename"].map(Self.text)
        fileName = (disposition["filename*"].flatMap(Self.extended) ?? plain).map(Self.withoutFolders)
    }

    /// The lines without their ends; a line that goes on in the next one (RFC 5322) has not been allowed for long.
    private static func lines(of header: [UInt8]) throws(MultipartFailure) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var begin = header.startIndex
        while let end = header[begin...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = header[begin..<end].dropLast()
            begin = header.index(after: end)
            if line.isEmpty { continue }
            guard line.first != 0x20, line.first != 0x09, !line.contains(UInt8(ascii: "\r")), !line.contains(0) else {
                throw .badHeader
            }
            lines.append(line)
        }
        return lines
    }

    /// Browsers write `%22`, `%0D` and `%0A` for what must not stand between quotes (WHATWG HTML), and nothing else.
    ///
    /// Byte by byte: to a text of characters `%0A` with an accent behind it is another character.
    private static func text(_ bytes: [UInt8]) -> String {
        var rest = bytes[...]
        var text: [UInt8] = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let escaped = escaped(rest.prefix(2)) {
                text.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func escaped(_ digits: ArraySlice<UInt8>) -> UInt8? {
        switch String(decoding: digits, as: UTF8.self) {
        case "22": UInt8(ascii: "\"")
        case "0D": UInt8(ascii: "\r")
        case "0A": UInt8(ascii: "\n")
        default: nil
        }
    }

    /// `UTF-8'language'percent-encoded` (RFC 8187); nil for another encoding.
    private static func extended(_ bytes: [UInt8]) -> String? {
        let parts = bytes.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, String(decoding: parts[0], as: UTF8.self).lowercased() == "utf-8" else { return nil }
        return percentDecoded(parts[2], plusIsBlank: false)
    }

    /// Some browsers send the whole path; only what comes last is a name.
    private static func withoutFolders(_ name: String) -> String {
        // Scalar by scalar: a separator with an accent on it is one to every file system.
        var last = name.unicodeScalars[...]
        if let separator = last.lastIndex(where: { $0 == "/" || $0 == "\\" }) {
            last = last[last.index(after: separator)...]
        }
        let visible = last.filter { $0.value >= 0x20 && $0.value != 0x7F }
        let text = String(String.UnicodeScalarView(visible))
        return text == "." || text == ".." ? "" : text
    }
}

/// The value of a header with parameters: `form-data; name="a"; filename="b"`.
struct HeaderValue {
    /// What stands before the first semicolon, in small letters.
    let kind: String
    /// False when a parameter could not be read or came twice.
    private(set) var isWhole = true
    private var parameters: [String: [UInt8]] = [:]

    init(_ bytes: some Collection<UInt8>) {
        var rest = Array(bytes)[...]
        kind = String(decoding: Self.trimmed(Self.taken(&rest, until: UInt8(ascii: ";"))), as: UTF8.self).lowercased()
        while !rest.isEmpty, isWhole {
            rest.removeFirst()
            isWhole = readParameter(&rest)
        }
    }

    /// - Returns: false when what stands there is no parameter, or one that was there before.
    private mutating func readParameter(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let name = Self.trimmed(Self.taken(&rest, until: UInt8(ascii: "="), UInt8(ascii: ";")))
        // A semicolon at the end has nothing behind it.
        if name.isEmpty, rest.isEmpty { return true }
        guard rest.first == UInt8(ascii: "="), !name.isEmpty else { return false }
        rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
        guard let value = Self.value(&rest) else { return false }
        return parameters.updateValue(value, forKey: String(decoding: name, as: UTF8.self).lowercased()) == nil
    }

    /// The value of a parameter, by its name in small letters.
    subscript(_ name: String) -> [UInt8]? { isWhole ? parameters[name] : nil }

    /// A word up to the next semicolon, or what stands between quotes; nil when a quote is never closed.
    private static func value(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard rest.first == UInt8(ascii: "\"") else { return Array(trimmed(taken(&rest, until: UInt8(ascii: ";")))) }
        rest.removeFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
                return rest.isEmpty || rest.first == UInt8(ascii: ";") ? value : nil
            case UInt8(ascii: "\\")
            where rest.first == UInt8(ascii: "\"") && rest.dropFirst().contains(UInt8(ascii: "\"")):
                // Before anything else, and at the end of a folder, a backslash stands for itself.
                value.append(rest.removeFirst())
            default: value.append(byte)
            }
        }
        return nil
    }

    private static func taken(_ rest: inout ArraySlice<UInt8>, until ends: UInt8...) -> ArraySlice<UInt8> {
        let end = rest.firstIndex { ends.contains($0) } ?? rest.endIndex
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        return rest
    }
}
