import Disclosure
import Testing
import Text

@Suite struct FigureAskedTests {
    @Test(arguments: [
        FigureAsked("items"), FigureAsked("items", .total), FigureAsked("requests.new", applicant: .natural),
        FigureAsked("requests", .total, applicant: .legalService),
    ]) func whatIsWrittenIsReadBack(_ asked: FigureAsked) {
        #expect(FigureAsked(text: asked.description) == asked)
    }

    @Test(arguments: [
        "", ":total", "items:", "items:all", "items:total:total", "items:natural:other", "a:total:other:x",
    ])
    func whatIsNoFigureIsRefused(_ text: String) {
        #expect(FigureAsked(text: text) == nil)
    }

    @Test func valuesArePrintedAsTheyStand() {
        let printed: [(FigureValue, String)] = [
            (.number(259), "259"), (.bound(70_000, .above), ">70000"), (.bound(40_000, .about), "≈40000"),
            (.bound(3, .atMost), "≤3"), (.money(0), "0"), (.money(12_345), "123.45"), (.money(-5), "-0.05"),
            (.share(32, of: 99), "32.3%"), (.share(0, of: 0), "—"), (.missing, "—"), (.notApplicable, "不涉及"),
        ]
        for (value, text) in printed { #expect(value.text(in: .zh) == text) }
    }
}

extension FigureAskedTests {
    @Test(arguments: [
        (1_234_500, "1.2345"), (0, "0"), (1_000_000, "1"), (-10_000, "-0.01"), (123_456_789, "123.456789"),
    ]) func moneyInTenThousandsIsPrintedWithoutLoss(_ fen: Int, _ text: String) {
        #expect(FigureValue.money(fen).text(in: .zh, unit: Phrase(zh: "万元", en: "10,000 yuan")) == text)
    }
}
