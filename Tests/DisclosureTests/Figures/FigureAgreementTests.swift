import Testing
import Text

@testable import Disclosure

/// Whether a counted value agrees with a printed one, and what is wrong with a table of printed ones.
@Suite struct FigureAgreementTests {
    static func row(_ value: String, _ relation: FigureRelation = .equal, _ unit: String = "条") -> PrintedRow {
        PrintedRow(
            line: 2,
            id: "a-1",
            bureau: "a",
            year: 2018,
            name: "x",
            scope: .period,
            relation: relation,
            value: value,
            unit: unit,
            channel: ""
        )
    }

    @Test func valuesAgreeWithWhatWasPrinted() {
        let cases: [(FigureValue, PrintedRow, Bool)] = [
            (.number(33), Self.row("33"), true), (.number(32), Self.row("33"), false),
            (.number(101), Self.row("100", .above), true), (.number(100), Self.row("100", .above), false),
            (.number(39_000), Self.row("40000", .about), true), (.number(30_000), Self.row("40000", .about), false),
            (.bound(40_000, .about), Self.row("40000", .about), true),
            (.bound(40_000, .about), Self.row("40000"), false),
            (.number(3), Self.row("3", .atMost), true), (.number(4), Self.row("3", .atMost), false),
            (.share(32, of: 99), Self.row("32.3", .equal, "%"), true),
            (.share(2, of: 99), Self.row("2", .equal, "%"), true),
            (.share(11, of: 99), Self.row("11", .equal, "%"), false),
            (.share(0, of: 0), Self.row("0", .equal, "%"), false),
            (.money(150), Self.row("1.5", .equal, "元"), true), (.money(1_500_000), Self.row("1.5", .equal, "万元"), true),
            (.money(0), Self.row("0", .equal, "元"), true), (.notApplicable, Self.row("not applicable"), true),
            (.number(0), Self.row("not applicable"), false), (.missing, Self.row("0"), false),
        ]
        for (value, row, agrees) in cases {
            let held = FigureAgreement.holds(value, value.text(in: .zh), row)
            #expect(held == agrees, "\(value) against \(row.printed)")
        }
    }

    static let head = "id,bureau,year,figure,scope,relation,value,unit,on_channel,as_printed\n"

    @Test func aTableIsRead() throws {
        let text = Self.head + "a-1,甲局,2018,公开数,cumulative,>,70000,份,,\"70000,余份\"\n"
        let rows = try PrintedRow.read(Array(text.utf8), file: "t.csv")
        #expect(rows.count == 1 && rows.first?.scope == .total && rows.first?.relation == .above)
        #expect(rows.first?.printed == ">70000" && rows.first?.line == 2)
    }

    @Test(arguments: [
        ("a-1,甲局,2018,公开数,year,≥,1,条,,x\n", "t.csv:2:6: key «relation»: no such value «≥»"),
        ("a-1,甲局,2018,公开数,month,=,1,条,,x\n", "t.csv:2:5: key «scope»"),
        ("a-1,甲局,zwei,公开数,year,=,1,条,,x\n", "t.csv:2:3: key «year»"),
        ("a-1,甲局,2018,公开数,year,=,,条,,x\n", "t.csv:2:7: key «value»: this cell is empty"),
        ("a-1,甲局,2018\n", "this line has 3 cells, the head has 10"),
        ("a-1,甲局,2018,公开数,year,=,1,条,,\"x\n", "a quote is not closed"),
        (
            "a-1,甲局,2018,公开数,year,=,1,条,,x\na-1,甲局,2018,公开数,year,=,1,条,,x\n",
            "t.csv:3:1: key «id»: the id «a-1» stands twice"
        ),
    ]) func aMistakeIsToldWithItsPlace(_ lines: String, _ says: String) {
        do {
            _ = try PrintedRow.read(Array((Self.head + lines).utf8), file: "t.csv")
            Issue.record("«\(says)» was not refused")
        } catch let error as CatalogueError {
            #expect(error.message.en.contains(says), "\(error.message.en)")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func aTableOfOtherColumnsIsRefused() {
        #expect(throws: CatalogueError.self) { try PrintedRow.read(Array("a,b\n1,2\n".utf8), file: "t.csv") }
        #expect(throws: UnreadableFile.self) { try PrintedRow.read([], file: "t.csv") }
        #expect(throws: UnreadableFile.self) { try PrintedRow.read([0xFF, 0xFE, 0x41], file: "t.csv") }
    }
}
