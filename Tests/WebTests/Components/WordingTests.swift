import Civil
import Html
import Testing
import Text
import Web

@Suite struct WordingTests {
    struct Number: Sendable {
        var value: Int
        var zh: String
        var en: String
    }

    @Test(arguments: [
        Number(value: 0, zh: "0", en: "0"),
        Number(value: 999, zh: "999", en: "999"),
        Number(value: 1_000, zh: "1\u{A0}000", en: "1,000"),
        Number(value: 1_234_567, zh: "1\u{A0}234\u{A0}567", en: "1,234,567"),
        Number(value: -12_345, zh: "-12\u{A0}345", en: "-12,345"),
        Number(
            value: .min,
            zh: "-9\u{A0}223\u{A0}372\u{A0}036\u{A0}854\u{A0}775\u{A0}808",
            en: "-9,223,372,036,854,775,808"
        ),
    ])
    func digitsStandInThrees(number: Number) {
        #expect(number.value.grouped(in: .zh) == number.zh)
        #expect(number.value.grouped(in: .en) == number.en)
    }

    @Test func sizesAreShort() {
        #expect(812.fileSize == "812 B")
        #expect(34_999.fileSize == "34 kB")
        #expect(1_299_999.fileSize == "1.2 MB")
        #expect(20_000_000.fileSize == "20.0 MB")
    }

    @Test func datesAreInWordsAndForMachines() throws {
        let date = try #require(CivilDate(year: 2018, month: 3, day: 8))
        #expect(date.element(in: .zh).text == "<time datetime=\"2018-03-08\">2018年3月8日</time>")
        #expect(date.element(in: .en).text == "<time datetime=\"2018-03-08\">8 March 2018</time>")
    }
}
