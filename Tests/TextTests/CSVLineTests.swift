import Testing
import Text

/// Lines that every spreadsheet reads the same way, and none of them runs.
@Suite struct CSVLineTests {
    struct Cell: Sendable {
        var plain: String
        var written: String
    }

    @Test(arguments: [
        Cell(plain: "", written: ""), Cell(plain: "安全", written: "安全"), Cell(plain: "a,b", written: "\"a,b\""),
        Cell(plain: "a\"b", written: "\"a\"\"b\""), Cell(plain: "a\nb", written: "\"a\nb\""),
        Cell(plain: "a\r\nb", written: "\"a\r\nb\""), Cell(plain: "=1+1", written: "'=1+1"),
        Cell(plain: "+8613800000000", written: "'+8613800000000"), Cell(plain: "-5", written: "'-5"),
        Cell(plain: "@SUM(A1)", written: "'@SUM(A1)"), Cell(plain: "\t=1", written: "'\t=1"),
        Cell(plain: "\r=1", written: "\"'\r=1\""), Cell(plain: "\n=1", written: "\"'\n=1\""),
        Cell(plain: "=HYPERLINK(\"http://x\",\"y\")", written: "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
        Cell(plain: "＝1+1", written: "'＝1+1"), Cell(plain: "a=b", written: "a=b"), Cell(plain: " =1", written: " =1"),
    ])
    func aCell(cell: Cell) {
        #expect(String(decoding: CSVLine.bytes([cell.plain]), as: UTF8.self) == cell.written + "\r\n")
    }

    @Test func aLine() {
        #expect(String(decoding: CSVLine.bytes(["a", "", "=b,c"]), as: UTF8.self) == "a,,\"'=b,c\"\r\n")
        #expect(CSVLine.byteOrderMark == Array("\u{FEFF}".utf8))
    }
}
