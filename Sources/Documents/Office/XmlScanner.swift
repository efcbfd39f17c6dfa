/// The XML of Office files, read from front to back: no document types, no entities but the five, no depth without end.

/// What the scanner meets.
enum XmlEvent: Hashable {
    case start(XmlTag)
    case end(String)
    case text([UInt8])
}

/// A start tag.
struct XmlTag: Hashable {
    /// The name as written, such as `w:t`.
    var name: String
    var attributes: [XmlAttribute]
    var isEmpty: Bool

    /// The name without its prefix.
    var local: String { Self.local(name) }

    /// The value of the attribute of this name, whatever its prefix.
    subscript(_ local: String) -> String? { attributes.first { Self.local($0.name) == local }?.value }

    static func local(_ name: String) -> String {
        name.split(separator: ":", omittingEmptySubsequences: false).last.map(String.init) ?? name
    }
}

/// An attribute as written, without its quotes.
struct XmlAttribute: Hashable {
    var name: String
    var value: String
}

/// Reads XML piece by piece; what it holds is one tag or one text.
struct XmlScanner {
    /// Bytes of one tag or text, and elements within each other.
    private static let longest = 4 << 20
    private static let deepest = 512

    private var piece: () throws(DocumentProblem) -> [UInt8]?
    private var buffer: [UInt8] = []
    private var index = 0
    private var depth = 0
    private var pendingEnd: String?
    private var isFirst = true

    /// Takes its bytes from a function that gives the next piece and nil at the end.
    init(pieces: @escaping () throws(DocumentProblem) -> [UInt8]?) {
        piece = pieces
    }

    /// Scans bytes that are in memory.
    init(_ bytes: [UInt8]) {
        var rest: [UInt8]? = bytes
        self.init { () throws(DocumentProblem) -> [UInt8]? in
            defer { rest = nil }
            return rest
        }
    }

    /// The next event; nil at the end of a document whose elements are all closed.
    mutating func next() throws(DocumentProblem) -> XmlEvent? {
        if let name = pendingEnd {
            pendingEnd = nil
            depth -= 1
            return .end(name)
        }
        while true {
            guard let byte = try peek() else {
                guard depth == 0 else { throw .broken(nil) }
                return nil
            }
            if byte != 0x3C {
                let text = try XmlText.decoded(take(until: 0x3C, orEnd: true))
                if depth > 0, !text.isEmpty { return .text(text) }
                continue
            }
            index += 1
            if let event = try markup() { return event }
        }
    }

    private mutating func markup() throws(DocumentProblem) -> XmlEvent? {
        switch try peek() {
        case 0x3F:
            try skip(past: Array("?>".utf8))
            return nil
        case 0x21: return try declaration()
        case 0x2F:
            index += 1
            let name = XmlText.string(try take(until: 0x3E)).trimmingSpaces
            try drop()
            depth -= 1
            guard depth >= 0 else { throw .broken(nil) }
            return .end(name)
        default: return try startTag()
        }
    }

    /// A comment is passed over, CDATA is text, and a document type is refused: nothing here needs one.
    private mutating func declaration() throws(DocumentProblem) -> XmlEvent? {
        try fill(9)
        let rest = buffer[index...].prefix(9)
        if rest.starts(with: Array("!--".utf8)) {
            index += 3
            try skip(past: Array("-->".utf8))
            return nil
        }
        if rest.starts(with: Array("![CDATA[".utf8)) {
            index += 8
            return .text(try text(until: Array("]]>".utf8)))
        }
        throw .broken(nil)
    }

    private mutating func startTag() throws(DocumentProblem) -> XmlEvent {
        var bytes: [UInt8] = []
        // A > inside quotes does not end the tag.
        repeat {
            if !bytes.isEmpty { bytes.append(0x3E) }
            bytes += try take(until: 0x3E)
            try drop()
            guard bytes.count <= Self.longest else { throw .broken(nil) }
        } while XmlText.hasOpenQuote(bytes)
        guard let tag = XmlText.tag(bytes) else { throw .broken(nil) }
        depth += 1
        guard depth <= Self.deepest else { throw .bomb(.unpacked) }
        if tag.isEmpty { pendingEnd = tag.name }
        return .start(tag)
    }

    // MARK: - bytes

    private mutating func peek() throws(DocumentProblem) -> UInt8? {
        if index < buffer.count { return buffer[index] }
        guard var next = try piece() else { return nil }
        if isFirst {
            isFirst = false
            if next.starts(with: [0xEF, 0xBB, 0xBF]) { next.removeFirst(3) }
            if next.starts(with: [0xFE, 0xFF]) || next.starts(with: [0xFF, 0xFE]) { throw .broken(nil) }
        }
        buffer = next
        index = 0
        return try peek()
    }

    /// Makes sure that so many bytes are in the buffer, unless the end comes first.
    private mutating func fill(_ count: Int) throws(DocumentProblem) {
        while buffer.count - index < count {
            guard let next = try piece() else { return }
            buffer = Array(buffer[index...]) + next
            index = 0
        }
    }

    private mutating func drop() throws(DocumentProblem) {
        guard try peek() != nil else { throw .broken(nil) }
        index += 1
    }

    private mutating func take(until byte: UInt8, orEnd: Bool = false) throws(DocumentProblem) -> [UInt8] {
        var taken: [UInt8] = []
        while try peek() != nil {
            if let found = buffer.position(of: byte, from: index) {
                taken += buffer[index..<found]
                index = found
                return taken
            }
            taken += buffer[index...]
            index = buffer.count
            guard taken.count <= Self.longest else { throw .broken(nil) }
        }
        guard orEnd else { throw .broken(nil) }
        return taken
    }

    private mutating func text(until mark: [UInt8]) throws(DocumentProblem) -> [UInt8] {
        var taken: [UInt8] = []
        while !taken.ends(with: mark) {
            guard let byte = try peek(), taken.count <= Self.longest else { throw .broken(nil) }
            taken.append(byte)
            index += 1
        }
        return Array(taken.dropLast(mark.count))
    }

    private mutating func skip(past mark: [UInt8]) throws(DocumentProblem) {
        var last: [UInt8] = []
        while last != mark {
            guard let byte = try peek() else { throw .broken(nil) }
            index += 1
            last.append(byte)
            if last.count > mark.count { last.removeFirst() }
        }
    }
}

extension [UInt8] {
    func ends(with mark: [UInt8]) -> Bool { count >= mark.count && suffix(mark.count).elementsEqual(mark) }
}

extension String {
    var trimmingSpaces: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
