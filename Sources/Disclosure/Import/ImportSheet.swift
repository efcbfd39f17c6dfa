import Foundation
package import Text

/// What became of a row that was not published, for the clerk.
package struct ImportNote: Sendable, Hashable {
    package enum Fate: String, Sendable, CaseIterable {
        /// Not taken; mend it and import the file again.
        case refused
        /// Left as a draft for the secrecy reviewer.
        case held

        var name: Phrase {
            switch self {
            case .refused: Phrase(zh: "未导入", en: "not imported")
            case .held: Phrase(zh: "留作草稿，待保密审查", en: "kept as a draft for the secrecy review")
            }
        }
    }

    package var line: Int
    package var sourceID: String
    package var title: String
    package var fate: Fate
    /// Name of the field; empty for the row as a whole.
    package var field: String
    package var message: Phrase
}

/// The sheet of everything that was not published: CSV with a byte order mark, so that a spreadsheet opens it rightly.
///
/// It is written as the rows are read and is there only when there was something to write.
package final class ImportSheet {
    private let path: String
    private var handle: FileHandle?
    private var pending: [UInt8] = []
    private(set) var count = 0

    /// - Throws: `UnreadableFile` when an old sheet is in the way and cannot be removed.
    init(path: String) throws {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw Self.unwritable(path)
        }
    }

    func add(_ note: ImportNote) throws {
        if handle == nil { try begin() }
        let cells = [
            String(note.line), note.sourceID, note.title, note.fate.name.zh, note.field, note.message.zh,
            note.message.en,
        ]
        pending += Self.line(cells)
        count += 1
        if pending.count > 64 * 1024 { try flush() }
    }

    /// Writes what is left; the path when there is a sheet.
    func finish() throws -> String? {
        try flush()
        try? handle?.close()
        return handle == nil ? nil : path
    }

    private func begin() throws {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw Self.unwritable(path) }
        self.handle = handle
        pending = [0xEF, 0xBB, 0xBF] + Self.line(["行号", "来源编号", "标题", "处理", "栏目", "问题", "problem"])
    }

    private func flush() throws {
        guard let handle, !pending.isEmpty else { return }
        do {
            try handle.write(contentsOf: Data(pending))
        } catch {
            throw Self.unwritable(path)
        }
        pending = []
    }

    private static func unwritable(_ path: String) -> UnreadableFile {
        UnreadableFile(zh: "无法写入问题清单「\(path)」", en: "The sheet of problems “\(path)” cannot be written")
    }

    /// One record (RFC 4180).
    ///
    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it. All of it by bytes: an equals sign or
    /// a quote with an accent on it is one character, and still what it is to a spreadsheet.
    package static func line(_ cells: [String]) -> [UInt8] {
        let quoted = cells.map { cell -> [UInt8] in
            let isFormula = cell.utf8.first.map { "=+-@\t\r".utf8.contains($0) } == true
            let safe = isFormula ? [UInt8(ascii: "'")] + cell.utf8 : Array(cell.utf8)
            guard safe.contains(where: { "\",\n\r".utf8.contains($0) }) else { return safe }
            let quote = UInt8(ascii: "\"")
            return [quote] + safe.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
        }
        return Array(quoted.joined(separator: ",".utf8)) + "\r\n".utf8
    }
}
