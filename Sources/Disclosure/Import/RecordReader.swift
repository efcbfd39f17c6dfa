import Foundation
package import Text

/// How the records of a file are written.
package enum RecordForm: String, Sendable, CaseIterable {
    /// One JSON object a line.
    case jsonLines = "jsonl"
    /// A header line and comma-separated values.
    case table = "csv"

    /// By the ending of the file's name; nil for any other.
    package init?(path: String) {
        let ending = path.split(separator: ".").last.map { $0.lowercased() }
        switch ending {
        case "jsonl", "ndjson": self = .jsonLines
        case "csv": self = .table
        default: return nil
        }
    }
}

/// One record of a file as it stands there: texts by the name of their column, or what is wrong with it.
package struct SourceRecord: Sendable, Hashable {
    /// The line on which it begins, from 1.
    package var line: Int
    package var values: [String: String]
    package var flaw: Phrase?
}

/// The records of a file one after another, whatever their form.
package struct RecordReader {
    private enum Form {
        case jsonLines(LineReader)
        case table(TableReader, header: [String])
    }

    private let source: FileBytes
    private var form: Form

    /// - Throws: `UnreadableFile` when there is no such file, or its header cannot be used.
    package init(path: String, form: RecordForm, encoding: FileEncoding) throws {
        try self.init(source: FileBytes(path: path, encoding: encoding), form: form)
    }

    /// - Throws: `UnreadableFile` when the header cannot be used.
    package init(source: FileBytes, form: RecordForm) throws {
        self.source = source
        switch form {
        case .jsonLines: self.form = .jsonLines(LineReader(source))
        case .table:
            var table = TableReader(source)
            let header = try Self.header(&table)
            self.form = .table(table, header: header)
        }
    }

    /// Bytes read so far.
    var bytesRead: Int { source.count }

    /// The column names of a table; nil for a form without a header.
    var header: [String]? {
        if case .table(_, let header) = form { header } else { nil }
    }

    /// The next record, or nil at the end of the file.
    /// - Throws: `UnreadableFile` when the file cannot be read on.
    package mutating func next() throws -> SourceRecord? {
        switch form {
        case .jsonLines(var lines):
            defer { form = .jsonLines(lines) }
            while let (number, bytes) = try lines.next() {
                if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                return Self.record(number, json: bytes)
            }
            return nil
        case .table(var table, let header):
            defer { form = .table(table, header: header) }
            return try table.next().map { Self.record($0, header: header) }
        }
    }

    private static func header(_ table: inout TableReader) throws -> [String] {
        guard let first = try table.next() else {
            throw UnreadableFile(zh: "文件是空的", en: "The file is empty")
        }
        let names = first.cells.map(FieldText.trimmed)
        if first.flaw != nil || names.contains("") {
            throw UnreadableFile(
                zh: "第一行必须是表头，每一列都要有名称",
                en: "The first line must be the header, with a name for every column"
            )
        }
        if let twice = names.first(where: { name in names.count(where: { $0 == name }) > 1 }) {
            throw UnreadableFile(zh: "表头中「\(twice)」出现了两次", en: "“\(twice)” stands twice in the header")
        }
        return names
    }

    private static func record(_ table: TableReader.Record, header: [String]) -> SourceRecord {
        var record = SourceRecord(line: table.line, values: [:], flaw: table.flaw.map(words))
        guard record.flaw == nil else { return record }
        guard table.cells.count == header.count else {
            record.flaw = Phrase(
                zh: "有 \(table.cells.count) 列，表头有 \(header.count) 列；含逗号的内容须加英文双引号",
                en: "\(table.cells.count) cells, but the header has \(header.count); text with commas stands in quotes"
            )
            return record
        }
        for (name, cell) in zip(header, table.cells) { record.values[name] = cell }
        return record
    }

    private static func words(_ flaw: TableReader.Flaw) -> Phrase {
        switch flaw {
        case .openQuote:
            Phrase(zh: "引号没有成对，直到文件末尾", en: "A quote is not closed until the end of the file")
        case .textBehindQuote:
            Phrase(zh: "引号结束后还有内容，引号内的引号须写两次", en: "Text behind a closing quote; a quote inside is doubled")
        case .quoteInside:
            Phrase(zh: "格内有单独的引号，整格须加引号并把其中的引号写两次", en: "A lone quote in a cell; quote the cell and double it")
        }
    }

    private static func record(_ line: Int, json bytes: [UInt8]) -> SourceRecord {
        guard let object = try? JSONDecoder().decode([String: JSONText].self, from: Data(bytes)) else {
            return SourceRecord(
                line: line,
                values: [:],
                flaw: Phrase(zh: "这一行不是完整的 JSON 对象", en: "This line is no sound JSON object")
            )
        }
        if let nested = object.sorted(by: { $0.key < $1.key }).first(where: { $0.value == .nested }) {
            return SourceRecord(
                line: line,
                values: [:],
                flaw: Phrase(zh: "「\(nested.key)」不是一段文字", en: "“\(nested.key)” is not a piece of text")
            )
        }
        return SourceRecord(line: line, values: object.compactMapValues(\.text), flaw: nil)
    }
}

/// A JSON value that can stand in one field.
private enum JSONText: Decodable, Sendable, Hashable {
    case text(String)
    case null
    /// An object or an array, which no field can take.
    case nested

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    init(from decoder: any Decoder) throws {
        guard let value = try? decoder.singleValueContainer() else {
            self = .nested
            return
        }
        if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if value.decodeNil() {
            self = .null
        } else if let number = try? value.decode(Int64.self) {
            self = .text(String(number))
        } else if let number = try? value.decode(Decimal.self) {
            self = .text(number.description)
        } else if let flag = try? value.decode(Bool.self) {
            self = .text(flag ? "true" : "false")
        } else {
            self = .nested
        }
    }
}
