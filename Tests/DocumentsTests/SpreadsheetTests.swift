import Foundation
import Testing

@testable import Documents

/// Workbooks: text stays text, numbers keep their decimals, and another program reads the same cells.
@Suite struct SpreadsheetTests {
    /// LibreOffice is not needed by anything else, so the reading back is left out where it is not there.
    static let office = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test func partsAreThereAndTheSameEveryTime() throws {
        let scratch = try Scratch()
        let box = try scratch.toolbox([])
        let book = Spreadsheet([.init("数据", OfficialTables.cells), .init("申请", OfficialTables.applications)])
        let bytes = try book.bytes(with: box)
        #expect(try book.bytes(with: box) == bytes)
        #expect(try scratch.leftovers().isEmpty)
        let examined = try DocumentExamination.examine(try scratch.write(bytes))
        #expect(examined.kind == .xlsx)
        let xml = String(decoding: bytes, as: UTF8.self)
        for part in [
            "<sheet name=\"数据\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"申请\"",
            "<pane ySplit=\"3\" topLeftCell=\"A4\"",
            "<mergeCell ref=\"A1:D1\"/>", "<mergeCell ref=\"A2:A3\"/>", "<mergeCell ref=\"B2:C2\"/>",
            "<name val=\"宋体\"/>", "<c r=\"B5\" s=\"5\"><v>259</v></c>", "formatCode=\"0.00\"", "xSplit=\"3\"",
            "_x005F_x0041_ 控制", "@逗号,引号&quot;与&lt;尖括号&gt;&amp;", "quotePrefix=\"1\"", "<v>45351</v>",
            ">12345678901234567.89</t>", ">9223372036854775807</t>",
        ] {
            #expect(xml.contains(part), "\(part)")
        }
        #expect(!xml.contains("<f>") && !xml.contains("\u{1}控制"))
    }

    @Test func aLongCaptionHasRoomForItsLines() throws {
        let scratch = try Scratch()
        let table = ReportTable(
            caption: "历年主动公开信息数：2018年259条，上年没有记录，此前各年也没有记录",
            heads: [[.text("年度"), .text("数")]],
            rows: [[.text("2018"), .number(259)]]
        )
        let bytes = try Spreadsheet([.init("历年", table)]).bytes(with: try scratch.toolbox([]))
        let xml = String(decoding: bytes, as: UTF8.self)
        let height = try #require(xml.firstMatch(of: /<row r="1" ht="(\d+)"/).flatMap { Int($0.1) })
        #expect(height > 70)
        #expect(xml.contains("<row r=\"2\">"))
    }

    struct Name: Sendable {
        var asked: [String]
        var given: [String]
    }

    @Test(arguments: [
        Name(asked: ["年度/季度: [一]*?"], given: ["年度季度 一"]),
        Name(asked: ["", "'", "History"], given: ["Sheet1", "Sheet2", "Sheet3"]),
        Name(asked: ["表", "表", "表"], given: ["表", "表 2", "表 3"]),
        Name(asked: ["Data", "data"], given: ["Data", "data 2"]),
        Name(asked: [String(repeating: "长", count: 40)], given: [String(repeating: "长", count: 31)]),
        Name(
            asked: Array(repeating: String(repeating: "长", count: 40), count: 2),
            given: [String(repeating: "长", count: 31), String(repeating: "长", count: 29) + " 2"]
        ),
    ])
    func sheetsHaveNamesThatEveryProgramTakes(_ name: Name) {
        #expect(Spreadsheet.names(name.asked) == name.given)
    }

    @Test func columnsAndDaysAreCountedAsSpreadsheetsDo() {
        #expect(
            [0, 25, 26, 51, 52, 701, 702, 16_383].map(SpreadsheetSheet.name) == [
                "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD",
            ]
        )
        let days = ["1901-01-01", "2000-02-29", "2024-02-29", "2024-03-01", "2024-12-31"]
        #expect(days.map(SpreadsheetSheet.serial) == [367, 36_585, 45_351, 45_352, 45_657])
        #expect(["", "2024-3-8", "1900-01-01", "2024-13-01", "无"].allSatisfy { SpreadsheetSheet.serial($0) == nil })
        #expect(["12", "-0.50", "007.1"].allSatisfy { DecimalText($0) != nil })
        #expect(
            ["", "-", "1.", ".5", "1,000", "1e5", "１", "1.2.3", "1234567890123456"].allSatisfy {
                DecimalText($0) == nil
            }
        )
    }

    @Test func whatNoSpreadsheetHoldsIsRefused() throws {
        let wide = ReportTable(caption: "", heads: [], rows: [Array(repeating: .blank, count: 16_385)])
        #expect(throws: TypesettingProblem.tooLarge) { try Spreadsheet([.init("宽", wide)]).bytes(with: Toolbox()) }
        #expect(throws: Never.self) { try Spreadsheet([]).bytes(with: Toolbox()) }
    }

    @Test(
        .enabled(if: office != nil, "soffice (LibreOffice) is not installed, so no other program reads the file back")
    )
    func anotherProgramReadsTheSameCells() throws {
        let scratch = try Scratch()
        let program = try #require(Self.office)
        let bytes = try Spreadsheet([.init("数据", OfficialTables.cells)]).bytes(with: Toolbox())
        let file = try scratch.write(bytes, "book.xlsx")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [
            "-env:UserInstallation=file://\(scratch.path)/profile", "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "--outdir", scratch.path, file,
        ]
        process.standardOutput = Pipe()
        process.standardError = Pipe()
        try process.run()
        process.waitUntilExit()
        let csv = try String(contentsOfFile: scratch.path + "/book.csv", encoding: .utf8)
        #expect(
            csv.split(separator: "\n").map(String.init) == [
                "数据,,,", "名称,数,,日期", ",件,元,", "=1+1,0,0.10,2024-02-29", "\"@逗号,引号\"\"与<尖括号>&\",259,204.00,1999-12-31",
                "-3,-3,-12.5,2000-03-01", "_x0041_ 控制,123456789012345,12345678901.25,",
                "007,9223372036854775807,12345678901234567.89,无",
                "注：本表由程序生成。,,,",
            ]
        )
    }
}
