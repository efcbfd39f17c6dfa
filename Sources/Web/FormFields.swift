package import Disclosure

/// The fields of a query or a form in the order they came, several of one name allowed; and the files that came with it.
package struct FormFields: Sendable, Hashable {
    package private(set) var fields: [(name: String, value: String)] = []
    /// Files in the order they came, stored for as long as the request is answered.
    package private(set) var files: [ReceivedFile] = []

    package init() {}

    /// Adds a field of a form with files; its line ends become `\n`, as in every other form.
    mutating func append(_ name: String, _ bytes: [UInt8]) {
        fields.append((name, String(decoding: bytes.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)))
    }

    mutating func append(_ file: ReceivedFile) {
        files.append(file)
    }

    /// Reads a form or a query string (`application/x-www-form-urlencoded`).
    ///
    /// Line ends become `\n`; bytes that are no UTF-8 become U+FFFD, so that a check refuses them where they stand.
    package init(urlEncoded bytes: some Collection<UInt8>) {
        for pair in Array(bytes).split(separator: UInt8(ascii: "&")) {
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let name = percentDecoded(pair[..<equals], plusIsBlank: true)
            let value = percentDecoded(pair[equals...].dropFirst(), plusIsBlank: true)
            fields.append((name, value))
        }
    }

    package init(query: String?) { self.init(urlEncoded: (query ?? "").utf8) }

    /// The first value of a name; nil when it is not there.
    package subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// The first value without blanks around it, empty when missing.
    package func text(_ name: String) -> String {
        guard let value = self[name] else { return "" }
        var rest = value[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    /// Everything but the values of one name.
    package func without(_ name: String) -> FormFields {
        var rest = self
        rest.fields.removeAll { $0.name == name }
        return rest
    }

    /// One value for each name, several joined by commas (as a choice of several is kept).
    package var joined: [String: String] {
        Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $0 + "," + $1 })
    }

    package static func == (one: FormFields, other: FormFields) -> Bool {
        one.fields.elementsEqual(other.fields) { $0.name == $1.name && $0.value == $1.value }
            && one.files == other.files
    }

    package func hash(into hasher: inout Hasher) {
        for field in fields {
            hasher.combine(field.name)
            hasher.combine(field.value)
        }
        hasher.combine(files)
    }
}

/// Percent-encoding of one value for a query string (RFC 3986: everything but unreserved characters).
package func queryEncoded(_ text: String) -> String {
    var encoded: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            encoded.append(byte)
        default:
            encoded.append(UInt8(ascii: "%"))
            encoded.append(digits[Int(byte >> 4)])
            encoded.append(digits[Int(byte & 15)])
        }
    }
    return String(decoding: encoded, as: UTF8.self)
}

/// Undoes percent-encoding; what is no valid escape stays as it is (WHATWG URL §1.3).
///
/// Carriage returns are dropped: a form's line end is `\n`.
func percentDecoded(_ bytes: some Collection<UInt8>, plusIsBlank: Bool) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = Array(bytes)[...]
    while var byte = rest.popFirst() {
        if byte == UInt8(ascii: "+"), plusIsBlank { byte = UInt8(ascii: " ") }
        if byte == UInt8(ascii: "%"), let value = escape(at: rest) {
            rest = rest.dropFirst(2)
            byte = value
        }
        if byte != UInt8(ascii: "\r") { decoded.append(byte) }
    }
    return String(decoding: decoded, as: UTF8.self)
}

/// The byte that two hexadecimal digits at the beginning stand for.
private func escape(at rest: ArraySlice<UInt8>) -> UInt8? {
    var digits = rest.makeIterator()
    guard let upper = digits.next().flatMap(hexDigit), let lower = digits.next().flatMap(hexDigit) else { return nil }
    return upper << 4 | lower
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
