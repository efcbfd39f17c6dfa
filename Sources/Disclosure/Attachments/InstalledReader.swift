import Foundation
import Text

/// Reads files with what is in the program and on the machine.
package struct InstalledReader: DocumentReader {
    package init() {}

    package func examine(_ path: String) throws -> ExaminedFile {
        let head = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(8)
        let kinds: [(DocumentKind, [UInt8])] = [
            (.pdf, Array("%PDF-".utf8)), (.png, [0x89, 0x50, 0x4E, 0x47]), (.jpeg, [0xFF, 0xD8, 0xFF]),
        ]
        guard let kind = kinds.first(where: { head.starts(with: $0.1) })?.0 else {
            throw UnfitFile(Phrase(zh: "这不是可以上传的文件类型。", en: "This kind of file is not taken."))
        }
        return ExaminedFile(kind: kind)
    }

    package func strip(_ path: String, _ kind: DocumentKind, to copy: String) throws -> MetadataState {
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        return .toolMissing
    }

    package func text(of path: String, _ kind: DocumentKind) throws -> FileText {
        FileText(kind.isPicture ? .picture : .toolMissing)
    }
}
