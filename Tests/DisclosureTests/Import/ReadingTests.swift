import Testing
import Text

@testable import Disclosure

/// Files are read piece by piece, in the encodings and with the mistakes that offices' files have.
@Suite struct ReadingTests {
    private func lines(_ bytes: [UInt8]) throws -> [String] {
        let folder = try ImportFolder()
        var reader = LineReader(try FileBytes(path: folder.file("a.jsonl", bytes), encoding: .utf8))
        var lines: [String] = []
        while let line = try reader.next() {
            lines.append("\(line.number) \(String(decoding: line.bytes, as: UTF8.self))")
        }
        return lines
    }

    @Test func linesEndInEitherWayAndTheLastNeedNotEnd() throws {
        #expect(try lines(Array("一\r\n二\n\n四".utf8)) == ["1 一", "2 二", "3 ", "4 四"])
        #expect(try lines([0xEF, 0xBB, 0xBF] + Array("a\n".utf8)) == ["1 a"])
        #expect(try lines([]) == [])
    }

    @Test func linesLongerThanAPieceAreWhole() throws {
        let long = String(repeating: "长", count: 200_000)
        #expect(try lines(Array("\(long)\nb".utf8)) == ["1 \(long)", "2 b"])
    }

    @Test func aFileOfAnotherKindIsRefusedInWords() throws {
        let folder = try ImportFolder()
        #expect(throws: UnreadableFile.self) { _ = try FileBytes(path: "\(folder.path)/none.csv", encoding: .utf8) }
        #expect(throws: UnreadableFile.self) { _ = try FileBytes(path: "\(folder.path)/none.csv", encoding: .gb18030) }
        #expect(throws: UnreadableFile.self) { try lines([0xFF, 0xFE, 0x41, 0x00]) }
    }

    private func records(_ text: String) throws -> [TableReader.Record] {
        let folder = try ImportFolder()
        var reader = TableReader(try FileBytes(path: folder.file("a.csv", text), encoding: .utf8))
        var records: [TableReader.Record] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    struct Table: Sendable {
        var text: String
        var records: [TableReader.Record]
    }

    static func record(_ line: Int, _ cells: [String], _ flaw: TableReader.Flaw? = nil) -> TableReader.Record {
        TableReader.Record(line: line, cells: cells, flaw: flaw)
    }

    @Test(arguments: [
        Table(text: "a,b\r\n1,2\r\n", records: [record(1, ["a", "b"]), record(2, ["1", "2"])]),
        Table(text: "a,b\n1,2", records: [record(1, ["a", "b"]), record(2, ["1", "2"])]),
        Table(text: "\n\na\n\nb\n", records: [record(3, ["a"]), record(5, ["b"])]),
        Table(text: "\"x,y\",\"he \"\"said\"\"\"\n", records: [record(1, ["x,y", "he \"said\""])]),
        Table(text: "\"two\r\nlines\",z\nnext", records: [record(1, ["two\r\nlines", "z"]), record(3, ["next"])]),
        Table(text: ",,\n", records: [record(1, ["", "", ""])]),
        Table(text: "\"\"\n", records: []),
        Table(text: "a\"b,c\n", records: [record(1, ["a\"b", "c"], .quoteInside)]),
        Table(text: "\"a\"b,c\nd", records: [record(1, ["a", "c"], .textBehindQuote), record(2, ["d"])]),
        Table(text: "x\n\"open,y\nz", records: [record(1, ["x"]), record(2, ["open,y\nz"], .openQuote)]),
    ])
    func tablesAreReadAsTheStandardSays(_ table: Table) throws {
        #expect(try records(table.text) == table.records)
    }

    private func source(_ name: String, _ text: String) throws -> [SourceRecord] {
        let folder = try ImportFolder()
        let form = try #require(RecordForm(path: name))
        var reader = try RecordReader(path: folder.file(name, text), form: form, encoding: .utf8)
        var records: [SourceRecord] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    @Test func objectsBecomeTexts() throws {
        let records = try source(
            "a.jsonl",
            """
            {"id": 7, "title": "标题 \\u4e00", "share": 0.2, "open": true, "date": null}

            {"id": 8, "tags": ["a"]}
            not json
            ["a"]
            {"id": 9}
            """
        )
        #expect(records.map(\.line) == [1, 3, 4, 5, 6])
        #expect(records[0].values == ["id": "7", "title": "标题 一", "share": "0.2", "open": "true"])
        #expect(records.map { $0.flaw == nil } == [true, false, false, false, true])
    }

    @Test func aRowWithAnotherNumberOfCellsIsToldApart() throws {
        let records = try source("a.csv", "id,title\n1,甲\n2,乙,丙\n3\n4,丁\n")
        #expect(records.map { $0.flaw == nil } == [true, false, false, true])
        #expect(records[1].flaw?.zh.contains("3 列") == true)
        #expect(records[3].values == ["id": "4", "title": "丁"])
        #expect(records.map(\.line) == [2, 3, 4, 5])
    }

    @Test(arguments: ["", "id,id\n1,2\n", "id,,b\n"]) func aTableWithoutAGoodHeaderIsRefused(_ text: String) {
        #expect(throws: UnreadableFile.self) { try source("a.csv", text) }
    }

    struct Guess: Sendable {
        var bytes: [UInt8]
        var encoding: FileEncoding
    }

    @Test(arguments: [
        Guess(bytes: Array("标题".utf8), encoding: .utf8),
        Guess(bytes: [], encoding: .utf8),
        Guess(bytes: [0xB1, 0xEA, 0xCC, 0xE2], encoding: .gb18030),
        // Overlong, a surrogate, beyond U+10FFFF, and a sequence that is cut off.
        Guess(bytes: [0xC0, 0x80], encoding: .gb18030),
        Guess(bytes: [0xED, 0xA0, 0x80], encoding: .gb18030),
        Guess(bytes: [0xF4, 0x90, 0x80, 0x80], encoding: .gb18030),
        Guess(bytes: Array("标".utf8.dropLast()), encoding: .gb18030),
        Guess(bytes: [0xF0, 0x9F, 0x98, 0x80, 0xE0, 0xA0, 0x80], encoding: .utf8),
    ])
    func theEncodingIsFoundOut(_ guess: Guess) throws {
        let folder = try ImportFolder()
        #expect(try FileEncoding.guess(path: folder.file("a.csv", guess.bytes)) == guess.encoding)
    }

    /// 标题 in GB 2312 is B1 EA CC E2; the second line holds a character that only GB 18030 has (U+20000 as 95 32 82 36).
    @Test func tablesOfOldSpreadsheetsAreRead() throws {
        let folder = try ImportFolder()
        let bytes: [UInt8] =
            Array("id,".utf8) + [0xB1, 0xEA, 0xCC, 0xE2] + Array("\n1,".utf8) + [0x95, 0x32, 0x82, 0x36]
        let file = try folder.file("a.csv", bytes)
        var reader = try RecordReader(path: file, form: .table, encoding: FileEncoding.guess(path: file))
        #expect(reader.header == ["id", "标题"])
        #expect(try reader.next()?.values == ["id": "1", "标题": "𠀀"])
    }

    @Test func whatIsNeitherIsRefused() throws {
        let folder = try ImportFolder()
        let file = try folder.file("a.jsonl", [0x7B, 0xFF, 0xFF, 0xFF, 0x0A])
        var reader = try RecordReader(path: file, form: .jsonLines, encoding: .gb18030)
        #expect(throws: UnreadableFile.self) { while try reader.next() != nil {} }
    }

    struct Cell: Sendable {
        var cell: String
        var written: String
    }

    @Test(arguments: [
        Cell(cell: "甲", written: "甲\r\n"),
        Cell(cell: "a,b", written: "\"a,b\"\r\n"),
        Cell(cell: "say \"x\"", written: "\"say \"\"x\"\"\"\r\n"),
        Cell(cell: "=1+1", written: "'=1+1\r\n"),
        // An equals sign with an accent on it, and a line end of two: one character each.
        Cell(cell: "=\u{301}1+1", written: "'=\u{301}1+1\r\n"),
        Cell(cell: "\r\n=1", written: "\"'\r\n=1\"\r\n"),
        Cell(cell: "a\"\u{301}", written: "\"a\"\"\u{301}\"\r\n"),
        Cell(cell: "-5", written: "'-5\r\n"),
        Cell(cell: "@x\ny", written: "\"'@x\ny\"\r\n"),
    ])
    func theSheetOfProblemsHoldsNoFormulas(_ cell: Cell) {
        #expect(String(decoding: ImportSheet.line([cell.cell]), as: UTF8.self) == cell.written)
    }
}
