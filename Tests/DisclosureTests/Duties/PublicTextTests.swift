import Testing
import Text

@testable import Disclosure

/// Masks hide persons, display texts say dates, money, options and places in words.
struct PublicTextTests {
    struct Masked: Sendable {
        var mask: Field.Mask
        var text: String
        var masked: String

        init(_ mask: Field.Mask, _ text: String, _ masked: String) {
            self.mask = mask
            self.text = text
            self.masked = masked
        }
    }

    static let masks: [Masked] = [
        Masked(.surname, "王明", "王某"),
        Masked(.surname, "王小明", "王某某"),
        Masked(.surname, "欧阳修文", "欧阳某某"),
        Masked(.surname, "诸葛亮", "诸葛某"),
        Masked(.surname, "东方", "东某"),
        Masked(.surname, "王", "王某"),
        Masked(.surname, "王某某", "王某某"),
        Masked(.surname, "王明、司马光，李四", "王某、司马某，李某"),
        Masked(.surname, "阿依古丽·买买提", "阿某某"),
        Masked(.surname, "John Smith", "J***"),
        Masked(.identity, "11010519491231002X", "110105********002X"),
        Masked(.identity, "110105491231002", "110105******002"),
        Masked(.identity, "E12345678", "E1*****78"),
        Masked(.identity, "12345", "*****"),
        Masked(.phone, "13800138000", "138****8000"),
        Masked(.phone, "85611135", "85****35"),
        Masked(.phone, "110", "***"),
        Masked(.address, "广东省佛山市南海区桂城街道演示路1号", "广东省佛山市南海区***"),
        Masked(.address, "某市某区演示小区3栋", "某市某区***"),
        Masked(.address, "内蒙古自治区锡林郭勒盟东乌珠穆沁旗演示苏木", "内蒙古自治区锡林郭勒盟东乌珠穆沁旗***"),
        Masked(.address, "演示路1号", "***"),
    ]

    private func field(_ type: FieldType, _ showing: Field.Showing) -> Field {
        Field(
            key: "value",
            name: Phrase(zh: "值", en: "Value"),
            hint: nil,
            type: type,
            required: .never,
            showing: showing,
            isFacet: false,
            limit: nil,
            code: nil
        )
    }

    @Test(arguments: masks) func hidesWhatIsPrivate(_ row: Masked) {
        #expect(field(.text, .masked(row.mask)).publicText(of: row.text) == row.masked)
    }

    @Test func neverIsNothing() {
        #expect(field(.text, .never).publicText(of: "x") == nil)
        #expect(field(.text, .shown).publicText(of: "x") == "x")
        #expect(field(.text, .shown).publicText(of: "") == nil)
    }

    struct Shown: Sendable {
        var type: FieldType
        var canonical: String
        var zh: String
        var en: String

        init(_ type: FieldType, _ canonical: String, _ zh: String, _ en: String) {
            self.type = type
            self.canonical = canonical
            self.zh = zh
            self.en = en
        }
    }

    static let shown: [Shown] = [
        Shown(.date, "2018-03-08", "2018年3月8日", "8 March 2018"),
        Shown(.money(.yuan), "200000000", "2,000,000元", "2,000,000 yuan"),
        Shown(.money(.yuan), "123450", "1,234.50元", "1,234.50 yuan"),
        Shown(.money(.tenThousandYuan), "200000", "0.2万元", "2,000 yuan"),
        Shown(FieldReadTests.kinds, "fine,stop", "罚款、责令停产停业", "Fine, Order to stop"),
        Shown(FieldReadTests.yesNo, "yes", "是", "Yes"),
        Shown(FieldReadTests.yesNo, "gone", "gone", "gone"),
        Shown(.region, "440605", "广东省佛山市南海区", "广东省佛山市南海区"),
        Shown(.industry, "B", "采矿业", "采矿业"),
        Shown(
            .attachment,
            "\(FieldReadTests.digest) 1 a b.pdf\n\(FieldReadTests.digest) 2 c",
            "a b.pdf、c",
            "a b.pdf, c"
        ),
        Shown(.date, "not a date", "not a date", "not a date"),
    ]

    @Test(arguments: shown) func saysItInWords(_ row: Shown) {
        let field = field(row.type, .shown)
        #expect(field.displayText(of: row.canonical, language: .zh) == row.zh)
        #expect(field.displayText(of: row.canonical, language: .en) == row.en)
    }
}
