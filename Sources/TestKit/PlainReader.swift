package import Disclosure
package import Documents
import Foundation
import Text

/// Reads files that tests make up: what follows the first four bytes of a PDF is its text, what begins with a byte above
/// 127 is a picture, and `(author)` is metadata.
package struct PlainReader: DocumentReader {
    package init() {}

    package func examine(_ path: String) throws -> ExaminedFile {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        if bytes.starts(with: Array("%PDF".utf8)) { return ExaminedFile(kind: .pdf) }
        if bytes.first.map({ $0 > 127 }) == true { return ExaminedFile(kind: .png) }
        throw UnfitFile(Phrase(zh: "不是可以上传的类型", en: "not a kind that is taken"))
    }

    package func strip(_ path: String, _ kind: DocumentKind, to newPath: String) throws -> MetadataState {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        if let author = bytes.range(of: Data("(author)".utf8)) { bytes.removeSubrange(author) }
        try bytes.write(to: URL(fileURLWithPath: newPath))
        return .removed
    }

    package func isAbleToRead(_ kind: DocumentKind) -> Bool { kind == .pdf }

    package func text(of path: String, _ kind: DocumentKind) throws -> FileText {
        guard kind == .pdf else { return FileText(.picture) }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let text = String(decoding: bytes.dropFirst(4), as: UTF8.self)
        return FileText(text.isEmpty ? .scanned : .read, text)
    }
}
