import Civil
import Testing
import Text

@testable import Disclosure

/// What clerks type is read leniently, stored canonically, and refused with words that say what to do.
struct FieldReadTests {
    struct Typed: Sendable, CustomTestStringConvertible {
        var type: FieldType
        var typed: String
        var canonical: String?
        var testDescription: String { "\(typed) → \(canonical ?? "refused")" }

        init(_ type: FieldType, _ typed: String, _ canonical: String?) {
            self.type = type
            self.typed = typed
            self.canonical = canonical
        }
    }

    static let kinds: FieldType = .choices([
        .init(code: "warning", name: Phrase(zh: "警告、通报批评", en: "Warning")),
        .init(code: "fine", name: Phrase(zh: "罚款", en: "Fine")),
        .init(code: "stop", name: Phrase(zh: "责令停产停业", en: "Order to stop")),
    ])
    static let yesNo: FieldType = .choice([
        .init(code: "yes", name: Phrase(zh: "是", en: "Yes")), .init(code: "no", name: Phrase(zh: "否", en: "No")),
    ])
    static let digest = String(repeating: "0a", count: 32)

    static let table: [Typed] = [
        Typed(.text, "  安全\u{3000}生产 \n", "安全\u{3000}生产"),
        Typed(.text, "第一行\r\n第二行", "第一行  第二行"),
        Typed(.text, "a\u{0}b", nil),
        Typed(.text, "a\u{202E}b", nil),
        Typed(.longText, "\r\n  一段\r\n\r\n二段\n\n", "  一段\n\n二段"),
        Typed(.date, "2018年3月8日", "2018-03-08"),
        Typed(.date, "２０１８.３.８", "2018-03-08"),
        Typed(.date, "2018-02-30", nil),
        Typed(.time, "2018-03-08 14:05", "2018-03-08 14:05"),
        Typed(.time, "14:05", nil),
        Typed(.integer, "１,２３４", "1234"),
        Typed(.integer, "007", "7"),
        Typed(.integer, "-3", nil),
        Typed(.integer, "三", nil),
        Typed(.money(.yuan), "￥2,000.5元", "200050"),
        Typed(.money(.tenThousandYuan), "0.2", "200000"),
        Typed(.money(.tenThousandYuan), "2000元", nil),
        Typed(.money(.yuan), "0.001", nil),
        Typed(kinds, "罚款、责令停产停业", "fine,stop"),
        Typed(kinds, "stop,fine", "fine,stop"),
        Typed(kinds, "警告、通报批评", "warning"),
        Typed(kinds, "鞭刑", nil),
        Typed(yesNo, "是", "yes"),
        Typed(yesNo, "YES", "yes"),
        Typed(yesNo, "maybe", nil),
        Typed(.creditCode, "91440400192548256n", "91440400192548256N"),
        Typed(.creditCode, "91440400192548256M", nil),
        Typed(.region, "440605", "440605"),
        Typed(.region, "４４０６０５", "440605"),
        Typed(.region, "广东省佛山市南海区", "440605"),
        Typed(.region, "南海区", "440605"),
        Typed(.region, "东莞市", "441900"),
        Typed(.region, "999999", "999999"),
        Typed(.region, "440699", nil),
        Typed(.region, "市辖区", nil),
        Typed(.industry, "2614", "2614"),
        Typed(.industry, "c", "C"),
        Typed(.industry, "采矿业", "B"),
        Typed(.industry, "9999", nil),
        Typed(.documentNumber, "沙政办〔2018〕52号", "沙政办〔2018〕52号"),
        Typed(.documentNumber, "沙政办〔201852号", nil),
        Typed(.link, "https://www.example.gov.cn/a?b=1#c", "https://www.example.gov.cn/a?b=1#c"),
        Typed(.link, "HTTPS://example.cn", "https://example.cn"),
        Typed(.link, "javascript:alert(1)", nil),
        Typed(.link, "http://user:secret@example.cn/", nil),
        Typed(.link, "http://", nil),
        Typed(.link, "http://a b.cn", nil),
        Typed(.link, "www.example.cn", nil),
        Typed(.attachment, "\(digest) 120 报告 全文.pdf", nil),
        Typed(.item(duties: ["PEN"]), "11441700007280420Y/2021-00050", "11441700007280420Y/2021-00050"),
        Typed(.item(duties: []), "two words", nil),
    ]

    private func field(_ type: FieldType, key: String = "value") -> Field {
        Field(
            key: key,
            name: Phrase(zh: "值", en: "Value"),
            hint: nil,
            type: type,
            required: .never,
            showing: .shown,
            isFacet: false,
            limit: nil,
            code: nil
        )
    }

    private func today() throws -> FieldContext {
        FieldContext(today: try #require(CivilDate(year: 2024, month: 3, day: 9)))
    }

    @Test(arguments: table) func readsOrRefuses(_ row: Typed) throws {
        let read = field(row.type).read(row.typed, in: try today())
        if let canonical = row.canonical {
            #expect(read.problem == nil)
            #expect(read.canonical == canonical)
            // Reading what was read changes nothing.
            #expect(field(row.type).read(read.canonical, in: try today()).canonical == reread(row.type, canonical))
        } else {
            let problem = try #require(read.problem)
            #expect(!problem.message.zh.isEmpty && !problem.message.en.isEmpty)
        }
    }

    /// Money is typed in a unit and stored in fen, so it alone is not read back from its canonical form.
    private func reread(_ type: FieldType, _ canonical: String) -> String {
        switch type {
        case .money(.yuan): canonical + "00"
        case .money(.tenThousandYuan): canonical + "000000"
        default: canonical
        }
    }

    @Test func emptyIsNoProblem() throws {
        for type in Self.table.map(\.type) {
            let read = field(type).read(" \n\u{3000}", in: try today())
            #expect(read.canonical.isEmpty && read.problem == nil)
        }
    }

    @Test func formedOnIsNotInTheFuture() throws {
        let formed = field(.date, key: CommonFields.formedOn)
        #expect(formed.read("2024-03-09", in: try today()).problem == nil)
        let tomorrow = try #require(formed.read("2024-03-10", in: try today()).problem)
        #expect(tomorrow.message.zh.contains("不能晚于今天（2024年3月9日）"))
        #expect(formed.read("1918-03-08", in: try today()).problem != nil)
        #expect(field(.date).read("2024-03-10", in: try today()).problem == nil)
    }

    @Test func lengthIsBounded() throws {
        var short = field(.text)
        short.limit = 3
        #expect(short.read("安全生", in: try today()).problem == nil)
        #expect(short.read("安全生产", in: try today()).problem?.message.zh == "有 4 字，至多 3 字，请缩短")
    }

    @Test func aProposalIsShown() throws {
        let read = field(.documentNumber).read("沙政办[2018]52号", in: try today())
        #expect(read.problem?.message.zh.contains("是否为「沙政办〔2018〕52号」？") == true)
    }
}
