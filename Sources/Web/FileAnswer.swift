package import Disclosure
package import Documents
package import HTTPTypes
package import Hummingbird
import NIOCore

/// An uploaded file is handed out so that it can do no harm: as what it is by its content, never run by the browser as part
/// of this site, and straight from the disk.
package struct FileAnswer: Sendable {
    package var name: String
    package var kind: DocumentKind
    /// Of the bytes; also the entity tag, for they can never change.
    package var sha256: String
    package var reader: BlobReader

    package init(name: String, kind: DocumentKind, sha256: String, reader: BlobReader) {
        self.name = name
        self.kind = kind
        self.sha256 = sha256
        self.reader = reader
    }

    /// The whole file, the part that the browser asks for, or word that it has it already.
    package func response(to headers: HTTPFields) -> Response {
        let tag = "\"\(sha256)\""
        var fields: HTTPFields = [
            .contentType: kind.mediaType,
            .contentDisposition: "\(isInline ? "inline" : "attachment"); \(Self.names(name))",
            .contentSecurityPolicy:
                "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox",
            .eTag: tag,
            .acceptRanges: "bytes",
        ]
        if let known = headers[.ifNoneMatch], Self.matches(known, tag) {
            return Response(status: .notModified, headers: fields)
        }
        // A part of another file than the browser began with would be of no use.
        let isSame = headers[.ifRange].map { $0 == tag } ?? true
        switch isSame ? ByteRange.read(headers[.range], size: reader.size) : .whole {
        case .whole: return Response(status: .ok, headers: fields, body: body(0..<reader.size))
        case .part(let range):
            fields[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(reader.size)"
            return Response(status: .partialContent, headers: fields, body: body(range))
        case .outside:
            return Response(status: .rangeNotSatisfiable, headers: [.contentRange: "bytes */\(reader.size)"])
        }
    }

    /// A file that stands nowhere on the disk: to be saved by whoever asked for it, and in nobody's cache.
    package static func saved(_ bytes: [UInt8], name: String, kind: DocumentKind) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: kind.mediaType,
                .contentDisposition: "attachment; \(names(name))",
                .contentSecurityPolicy: "default-src 'none'; sandbox",
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// What a browser shows without running anything in it.
    private var isInline: Bool { kind == .pdf || kind.isPicture }

    private func body(_ range: Range<Int>) -> ResponseBody {
        let reader = reader
        return ResponseBody(contentLength: range.count) { writer in
            var place = range.lowerBound
            while place < range.upperBound {
                let bytes = try await reader.piece(
                    at: place,
                    atMost: min(BlobReader.pieceSize, range.upperBound - place)
                )
                // Fewer bytes than were promised break the connection off, so that nobody takes them for the whole.
                guard !bytes.isEmpty else { throw BlobCut() }
                try await writer.write(ByteBuffer(bytes: bytes))
                place += bytes.count
            }
            try await writer.finish(nil)
        }
    }

    /// The name twice: in ASCII for old programs, and as it is (RFC 6266, RFC 8187).
    package static func names(_ name: String) -> String {
        let plain = name.unicodeScalars.map { scalar -> Character in
            let isPlain = (0x20..<0x7F).contains(scalar.value) && scalar != "\"" && scalar != "\\" && scalar != "%"
            return isPlain ? Character(scalar) : "_"
        }
        return "filename=\"\(String(plain))\"; filename*=UTF-8''\(queryEncoded(name))"
    }

    private static func matches(_ known: String, _ tag: String) -> Bool {
        known.split(separator: ",").contains { part in
            let word = part.filter { $0 != " " }
            return word == "*" || word == tag || word == "W/\(tag)"
        }
    }
}

/// A file that is shorter than it was when it was opened.
struct BlobCut: Error {}

/// The part of a file that a browser asks for (RFC 9110 §14); several parts at once are answered with the whole.
enum ByteRange: Hashable {
    case whole
    case part(Range<Int>)
    case outside

    static func read(_ header: String?, size: Int) -> ByteRange {
        guard let header, header.hasPrefix("bytes="), !header.contains(",") else { return .whole }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }) else { return .whole }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, let last?) where first <= last:
            return first < size ? .part(first..<(min(last, size - 1) + 1)) : .outside
        case (let first?, nil) where ends[1].isEmpty: return first < size ? .part(first..<size) : .outside
        case (nil, let count?) where ends[0].isEmpty:
            return count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .outside
        default: return .whole
        }
    }
}
