/// Changes single tags of an XML part and leaves every other byte as it is.

enum XmlRewriting {
    /// What becomes of a tag.
    enum Verdict {
        case keep
        case change(XmlTag)
        /// Takes an empty element out; any other is kept.
        case remove
        /// Keeps the element and empties its text.
        case empty
    }

    /// The part with every start tag judged; nil when nothing changes.
    static func rewrite(_ bytes: [UInt8], _ judge: (XmlTag) -> Verdict) throws(DocumentProblem) -> [UInt8]? {
        var result: [UInt8] = []
        var copied = 0
        var place = 0
        while let open = bytes.position(of: 0x3C, from: place) {
            let end = try end(of: bytes, from: open)
            place = end
            guard open + 1 < end - 1, !Self.isNoStart(bytes[open + 1]) else { continue }
            guard let tag = XmlText.tag(Array(bytes[(open + 1)..<(end - 1)])) else { throw .broken(nil) }
            switch judge(tag) {
            case .keep: continue
            case .change(let changed):
                guard changed != tag else { continue }
                result += bytes[copied..<open] + Array(changed.markup.utf8)
                copied = end
            case .remove:
                guard tag.isEmpty else { continue }
                result += bytes[copied..<open]
                copied = end
            case .empty:
                guard !tag.isEmpty, let next = bytes.position(of: 0x3C, from: end), next > end else { continue }
                result += bytes[copied..<end]
                copied = next
                place = next
            }
        }
        return copied == 0 && result.isEmpty ? nil : result + bytes[copied...]
    }

    private static func isNoStart(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x21 || byte == 0x3F }

    /// Behind the tag, comment, or section that opens here.
    private static func end(of bytes: [UInt8], from open: Int) throws(DocumentProblem) -> Int {
        let mark: [UInt8]
        let rest = bytes[open...]
        if rest.starts(with: Array("<!--".utf8)) {
            mark = Array("-->".utf8)
        } else if rest.starts(with: Array("<![CDATA[".utf8)) {
            mark = Array("]]>".utf8)
        } else {
            return try tagEnd(bytes, from: open)
        }
        var place = open
        while let close = bytes.position(of: 0x3E, from: place) {
            if Array(bytes[open...close]).ends(with: mark) { return close + 1 }
            place = close + 1
        }
        throw .broken(nil)
    }

    private static func tagEnd(_ bytes: [UInt8], from open: Int) throws(DocumentProblem) -> Int {
        var quote: UInt8?
        for place in (open + 1)..<bytes.count {
            let byte = bytes[place]
            if let mark = quote {
                if byte == mark { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3E {
                return place + 1
            }
        }
        throw .broken(nil)
    }
}

extension XmlTag {
    /// The tag as it is written.
    var markup: String {
        let written = attributes.map { " \($0.name)=\"\(Self.escaped($0.value))\"" }.joined()
        return "<\(name)\(written)\(isEmpty ? "/" : "")>"
    }

    /// The tag with these attributes emptied.
    func emptying(_ names: Set<String>) -> XmlTag {
        var tag = self
        for index in tag.attributes.indices where names.contains(tag.attributes[index].name) {
            tag.attributes[index].value = ""
        }
        return tag
    }

    private static func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\r", "\t": result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
