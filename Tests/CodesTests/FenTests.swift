import Codes
import Testing

struct FenTests {
    struct Row: Sendable {
        let typed: String
        let fen: Int64
        let text: String
    }

    @Test(arguments: [
        Row(typed: "0", fen: 0, text: "0"),
        Row(typed: "2000", fen: 200_000, text: "2000"),
        Row(typed: "2000.5", fen: 200_050, text: "2000.50"),
        Row(typed: "0.01", fen: 1, text: "0.01"),
        Row(typed: "1,234,567.89", fen: 123_456_789, text: "1234567.89"),
        Row(typed: "￥１，２３４．５０元", fen: 123_450, text: "1234.50"),
        Row(typed: "-3.10", fen: -310, text: "-3.10"),
        Row(typed: "1.2000", fen: 120, text: "1.20"),
        Row(typed: "007", fen: 700, text: "7"),
        Row(typed: "92233720368547758.07", fen: .max, text: "92233720368547758.07"),
        Row(typed: "-92233720368547758.08", fen: .min, text: "-92233720368547758.08"),
    ])
    func yuanAreReadExactly(_ row: Row) throws {
        let money = try Fen(yuan: row.typed)
        #expect(money.amount == row.fen)
        #expect(money.yuanText == row.text)
        #expect(try Fen(yuan: money.yuanText) == money)
    }

    @Test(arguments: [
        Row(typed: "0.2", fen: 200_000, text: "0.2"),
        Row(typed: "0.000001", fen: 1, text: "0.000001"),
        Row(typed: "12", fen: 12_000_000, text: "12"),
        Row(typed: "1,234.5万元", fen: 1_234_500_000, text: "1234.5"),
        Row(typed: "0.20000000", fen: 200_000, text: "0.2"),
        Row(typed: "-0.5万", fen: -500_000, text: "-0.5"),
        Row(typed: "9223372036854.775807", fen: .max, text: "9223372036854.775807"),
    ])
    func tenThousandsAreReadExactly(_ row: Row) throws {
        let money = try Fen(tenThousandYuan: row.typed)
        #expect(money.amount == row.fen)
        #expect(money.tenThousandText == row.text)
        #expect(try Fen(tenThousandYuan: money.tenThousandText) == money)
    }

    @Test(arguments: [
        "", "元", "abc", "1.", ".5", "1..2", "1.2.3", "12,34", "1,2345", ",123", "1,", "1e3", "两千", "1.234", "--1", "+1",
        "92233720368547758.08", "99999999999999999999", "１万２",
    ])
    func otherTextsAreNoYuan(_ typed: String) {
        #expect(throws: CodeProblem.self) { try Fen(yuan: typed) }
    }

    @Test(arguments: ["0.0000001", "9223372036854.775808", "", "x"])
    func otherTextsAreNoTenThousands(_ typed: String) {
        #expect(throws: CodeProblem.self) { try Fen(tenThousandYuan: typed) }
    }

    @Test func theWrongUnitIsConverted() {
        let inYuan = #expect(throws: CodeProblem.self) { try Fen(yuan: "2.5万元") }
        #expect(inYuan?.proposal == "25000")
        let inTenThousands = #expect(throws: CodeProblem.self) { try Fen(tenThousandYuan: "-2000元") }
        #expect(inTenThousands?.proposal == "-0.2")
        let huge = #expect(throws: CodeProblem.self) { try Fen(yuan: "99999999999999999万元") }
        #expect(huge?.proposal == nil)
    }

    @Test func sumsRefuseToOverflow() {
        #expect(Fen(1).adding(Fen(2)) == Fen(3))
        #expect(Fen(.max).adding(Fen(1)) == nil)
        #expect(Fen(1) < Fen(2))
    }
}
