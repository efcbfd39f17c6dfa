import Foundation

/// A PDF without its author, producer and dates, rewritten by qpdf from what its cross references really reach.

/// Takes metadata out of a PDF: document information, XMP, private data of programs, and the names of who commented.
///
/// Bookmarks, links, tags for screen readers and page labels stay.
struct PDFCleaning {
    /// Above this length of the list of objects only the pages are taken over, without bookmarks and tags.
    private static let longestList = 12 << 20
    private static let dropped: Set<String> = [
        "/Metadata", "/PieceInfo", "/LastModified", "/CreatorInfo", "/SourceModified",
    ]
    private static let markup: Set<String> = [
        "/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Ink", "/Stamp", "/Line",
        "/Square", "/Circle", "/Polygon", "/PolyLine", "/Caret", "/Popup",
    ]
    private static let ofMarkup: Set<String> = ["/T", "/M", "/CreationDate", "/NM"]

    private let box: Toolbox

    init(_ box: Toolbox) { self.box = box }

    /// Writes the clean copy; the folder takes what lies between.
    func write(_ path: String, to copy: String, in folder: borrowing PrivateFolder) throws(ToolFailure) {
        try qpdf(["--json=2", "--json-key=qpdf", path], in: folder)
        guard let list = read(folder.file("output")) else {
            return try qpdf(["--empty", "--deterministic-id", "--pages", path, "1-z", "--", copy], in: folder)
        }
        guard let update = Self.update(list),
            (try? update.write(to: URL(fileURLWithPath: folder.file("update")))) != nil
        else { throw .broken }
        let change = "--update-from-json=\(folder.file("update"))"
        try qpdf(["--deterministic-id", path, change, copy], in: folder)
    }

    /// Exit code 3 is a file that had to be mended and was.
    private func qpdf(_ arguments: [String], in folder: borrowing PrivateFolder) throws(ToolFailure) {
        try ToolCall(tool: .qpdf, arguments: ["--warning-exit-0"] + arguments).run(in: folder, with: box)
    }

    private func read(_ path: String) -> Data? {
        guard let source = try? FileSource(path), source.count <= Self.longestList else { return nil }
        return (try? source.bytes(at: 0, count: source.count)).map { Data($0) }
    }

    /// The objects that change, in qpdf's form; nil when the list cannot be read.
    private static func update(_ list: Data) -> Data? {
        guard let root = try? JSONSerialization.jsonObject(with: list) as? [String: Any] else { return nil }
        guard let parts = root["qpdf"] as? [[String: Any]], parts.count == 2 else { return nil }
        var changes: [String: Any] = [:]
        for (name, object) in parts[1] {
            guard let object = object as? [String: Any] else { return nil }
            if let value = object["value"] {
                let (clean, isChanged) = cleaned(value, isTrailer: name == "trailer")
                if isChanged { changes[name] = ["value": clean] }
            } else if let stream = object["stream"] as? [String: Any], let value = stream["dict"] {
                let (clean, isChanged) = cleaned(value)
                if isChanged { changes[name] = ["stream": ["dict": clean]] }
            }
        }
        return try? JSONSerialization.data(withJSONObject: ["qpdf": [parts[0], changes]])
    }

    private static func cleaned(_ value: Any, isTrailer: Bool = false) -> (value: Any, isChanged: Bool) {
        if let list = value as? [Any] {
            let parts = list.map { cleaned($0) }
            return (parts.map(\.value), parts.contains(where: \.isChanged))
        }
        guard let dictionary = value as? [String: Any] else { return (value, false) }
        var result: [String: Any] = [:]
        var isChanged = false
        let isMarkup = (dictionary["/Subtype"] as? String).map { markup.contains($0) } == true
        for (key, value) in dictionary {
            let isDropped =
                dropped.contains(key) || isMarkup && ofMarkup.contains(key)
                || isTrailer && (key == "/Info" || key == "/ID")
            let (clean, isOther) = cleaned(value)
            if !isDropped { result[key] = clean }
            isChanged = isChanged || isDropped || isOther
        }
        return (result, isChanged)
    }
}

/// JPEG pictures inside a PDF keep what the camera wrote; it is overwritten where it stands, so that nothing moves.
enum PhotoBlanking {
    /// Overwrites EXIF, XMP, and comments of the pictures in a file of ours; false when one cannot be walked through.
    static func blank(_ path: String, photos: [Range<Int>]) throws(DocumentProblem) -> Bool {
        guard !photos.isEmpty else { return true }
        let source = try FileSource(path)
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .unreadable }
        defer { close(descriptor) }
        var areClean = true
        for photo in photos {
            guard let segments = try telling(source, photo) else {
                areClean = false
                continue
            }
            for segment in segments {
                let zeros = [UInt8](repeating: 0, count: segment.count)
                guard pwrite(descriptor, zeros, zeros.count, off_t(segment.lowerBound)) == zeros.count else {
                    throw .unreadable
                }
            }
        }
        guard fsync(descriptor) == 0 else { throw .unreadable }
        return areClean
    }

    /// The bodies of the segments before the scan that no viewer needs; nil when it is no JPEG.
    private static func telling(_ source: any ByteSource, _ photo: Range<Int>) throws(DocumentProblem) -> [Range<Int>]?
    {
        guard try source.exactly(2, at: photo.lowerBound) == [0xFF, 0xD8] else { return nil }
        var found: [Range<Int>] = []
        var place = photo.lowerBound + 2
        while place + 4 <= photo.upperBound, let head = try source.exactly(4, at: place), head[0] == 0xFF {
            if head[1] == 0xDA { return found }
            let end = place + 2 + head.big16(2)
            guard end <= photo.upperBound, end >= place + 4 else { return nil }
            switch head[1] {
            case 0xE1, 0xE3...0xED, 0xEF, 0xFE: found.append((place + 4)..<end)
            default: break
            }
            place = end
        }
        return nil
    }
}
