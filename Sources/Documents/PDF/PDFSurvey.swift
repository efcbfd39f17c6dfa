/// Everything that a PDF says of itself outside of pictures and page contents, compressed objects included.

/// One walk through a PDF: its pages, and nothing in it that acts by itself.
struct PDFSurvey: Sendable {
    /// Objects of the type Page; earlier versions of a page in the same file count as well.
    private(set) var pages = 0
    /// Keys of metadata that were met, such as `Author` or `Metadata`.
    private(set) var metadata: Set<String> = []
    /// Where JPEG pictures stand as they are, with whatever a camera wrote into them.
    private(set) var photos: [Range<Int>] = []

    /// What a clerk should know of before the file is published.
    private(set) var remarks: Set<DocumentRemark> = []

    private let source: any ByteSource
    private let limits: DocumentLimits
    /// Bytes that may still be unpacked to see how large streams become.
    private var budget = 1 << 30

    private static let metadataKeys: Set<String> = [
        "Author", "Creator", "Producer", "Company", "Manager", "Keywords", "Subject", "CreationDate", "ModDate",
        "Metadata", "PieceInfo", "SourceModified", "LastModified",
    ]
    private static let comments: Set<String> = [
        "Highlight", "Underline", "StrikeOut", "Squiggly", "Ink", "Caret", "Popup",
    ]
    private static let active: [String: DocumentProblem.ActiveContent] = [
        "JS": .script, "JavaScript": .script,
        "Launch": .launch, "ImportData": .launch, "SubmitForm": .launch, "GoToE": .launch,
        "EF": .embeddedFile, "EmbeddedFile": .embeddedFile, "FileAttachment": .embeddedFile,
        "XFA": .dynamicForm, "RichMedia": .dynamicForm, "Movie": .dynamicForm, "Sound": .dynamicForm,
        "3D": .dynamicForm,
    ]

    /// Walks through the file; throws the first reason against it.
    init(_ source: any ByteSource, limits: DocumentLimits) throws(DocumentProblem) {
        self.source = source
        self.limits = limits
        try requireWhole()
        var tokens = PDFTokens(source)
        try walk(&tokens, isTopLevel: true)
        guard pages > 0 else { throw .broken(.pdf) }
    }

    /// Begins with its version and ends with its end mark: nothing stands before or behind.
    private func requireWhole() throws(DocumentProblem) {
        let head = String(decoding: try source.bytes(at: 0, count: 7), as: UTF8.self)
        guard head == "%PDF-1." || head == "%PDF-2." else { throw .broken(.pdf) }
        let tail = try source.bytes(at: max(0, source.count - 1_024), count: 1_024)
        guard let end = tail.lastPosition(of: Array("%%EOF".utf8)) else { throw .broken(.pdf) }
        guard tail[(end + 5)...].allSatisfy({ [0, 9, 10, 12, 13, 26, 32].contains($0) }) else { throw .hiddenContent }
    }

    private mutating func walk(_ tokens: inout PDFTokens, isTopLevel: Bool) throws(DocumentProblem) {
        var object = PDFObject()
        while let token = try tokens.next() {
            if case .keyword("obj") = token {
                object = PDFObject()
                continue
            }
            if case .keyword("stream") = token, isTopLevel {
                try passStream(of: object, &tokens)
                object = PDFObject()
                continue
            }
            if case .name(let name) = token { try take(name, after: object.key) }
            object.take(token)
            guard object.pixels <= limits.pixels else { throw .bomb(.pixels) }
        }
    }

    private mutating func take(_ name: String, after key: String?) throws(DocumentProblem) {
        if name == "Encrypt" { throw .encrypted }
        if let content = Self.active[name] { throw .active(content) }
        if Self.metadataKeys.contains(name) { metadata.insert(name) }
        if name == "Sig", key == "Type" { remarks.insert(.signature) }
        if key == "Subtype", Self.comments.contains(name) { remarks.insert(.comments) }
        if name == "Page", key == "Type" {
            pages += 1
            guard pages <= limits.pages else { throw .bomb(.pages) }
        }
    }

    // MARK: - streams

    private mutating func passStream(of object: PDFObject, _ tokens: inout PDFTokens) throws(DocumentProblem) {
        var start = tokens.cursor.position
        let ends = try source.bytes(at: start, count: 2)
        start += ends.starts(with: [13, 10]) ? 2 : ends.first == 10 || ends.first == 13 ? 1 : 0
        let flates = object.filters.count { $0 == "FlateDecode" || $0 == "Fl" }
        guard flates <= 1 else { throw .bomb(.unpacked) }
        let isFlate = flates == 1 && (object.filters.first == "FlateDecode" || object.filters.first == "Fl")
        if object.type == "ObjStm" {
            guard isFlate, object.filters.count == 1 else {
                guard object.filters.isEmpty else { throw .broken(.pdf) }
                let end = try streamEnd(object, from: start)
                try walkObjects(in: try source.bytes(at: start, count: min(end - start, 64 << 20)))
                return tokens.cursor.move(to: end)
            }
            try walkObjects(in: try unpacked(from: start))
        } else if isFlate {
            try requireReasonable(from: start)
        }
        let end = try streamEnd(object, from: start)
        if object.filters == ["DCTDecode"] || object.filters == ["DCT"] { photos.append(start..<end) }
        tokens.cursor.move(to: end)
    }

    private mutating func walkObjects(in bytes: [UInt8]) throws(DocumentProblem) {
        var tokens = PDFTokens(MemorySource(bytes))
        try walk(&tokens, isTopLevel: false)
    }

    /// The objects that are packed together in one stream.
    private func unpacked(from start: Int) throws(DocumentProblem) -> [UInt8] {
        let inflater = try Inflater(source, range: start..<source.count, wrapping: .zlib)
        var bytes: [UInt8] = []
        while let piece = try inflater.next() {
            bytes += piece
            guard bytes.count <= 64 << 20 else { throw .bomb(.unpacked) }
        }
        return bytes
    }

    /// Unpacks a stream without keeping it, to see how large it becomes; a damaged one is left to the reader's program.
    private mutating func requireReasonable(from start: Int) throws(DocumentProblem) {
        guard budget > 0 else { return }
        let inflater = try Inflater(source, range: start..<source.count, wrapping: .zlib)
        do throws(DocumentProblem) {
            while try inflater.next() != nil {
                guard inflater.produced <= limits.streamBytes else { throw .bomb(.unpacked) }
            }
        } catch {
            guard case .broken = error else { throw error }
        }
        budget -= inflater.produced
    }

    /// Where the stream ends: by its length if `endstream` stands there, else where `endstream` is first met.
    private func streamEnd(_ object: PDFObject, from start: Int) throws(DocumentProblem) -> Int {
        let mark = Array("endstream".utf8)
        if let length = object.length, length >= 0, length <= source.count - start {
            let after = try source.bytes(at: start + length, count: 12)
            if after.drop(while: { $0 == 10 || $0 == 13 }).starts(with: mark) { return start + length }
        }
        var cursor = ByteCursor(source, at: start)
        while try cursor.seek(0x65) {
            let place = cursor.position
            if try source.bytes(at: place, count: mark.count) == mark { return place }
            _ = try cursor.next()
        }
        throw .broken(.pdf)
    }
}

/// What is known of the object that is being read: the entries of its own dictionary.
private struct PDFObject {
    private(set) var type: String?
    private(set) var filters: [String] = []
    private(set) var length: Int?
    private var depth = 0
    private var width = 0
    private var height = 0
    private var numbers: [Int] = []
    /// The name before the present token, where that is the value of a key.
    private(set) var key: String?
    private var isInFilters = false

    var pixels: Int {
        let (product, isTooLarge) = width.multipliedReportingOverflow(by: height)
        return isTooLarge ? .max : product
    }

    mutating func take(_ token: PDFToken) {
        switch token {
        case .dictionaryStart:
            depth += 1
            key = nil
        case .dictionaryEnd:
            depth -= 1
            key = nil
        case .arrayStart: isInFilters = depth == 1 && (key == "Filter" || key == "F")
        case .arrayEnd:
            isInFilters = false
            key = nil
        case .name(let name): take(name)
        case .number(let number): take(number)
        case .keyword("R"):
            // The length stands in another object.
            if key == "Length" { length = nil }
        case .keyword, .string: key = nil
        }
    }

    private mutating func take(_ name: String) {
        if isInFilters {
            filters.append(name)
        } else if depth == 1, key == "Filter" {
            filters = [name]
            key = nil
        } else if key == "Type" {
            if depth == 1 { type = name }
            key = nil
        } else {
            key = name
        }
    }

    private mutating func take(_ number: Int) {
        guard depth == 1 else { return }
        switch key {
        case "Length": length = length ?? number
        case "Width": width = max(width, number)
        case "Height": height = max(height, number)
        default: return
        }
    }
}
