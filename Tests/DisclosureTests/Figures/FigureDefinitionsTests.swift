import Civil
import Database
import Disclosure
import TestKit
import Testing
import Text

/// Definitions of figures are read strictly, and an agency's own take the place of the standard ones.
@Suite struct FigureDefinitionsTests {
    static func file(_ figures: String, agency: String? = nil) -> CatalogueFile {
        let head = agency.map { "agency: \($0)\n" } ?? ""
        return CatalogueFile(name: "own.yaml", text: "\(head)figures:\n\(figures)\n")
    }

    static let leaflets = """
          - key: items
            zh: 公开信息
            en: Published
            unit: { zh: 条, en: items }
            group: proactive
            counts: items
            how: { zh: 本局口径。, en: Our way. }
          - key: leaflets
            zh: 宣传资料
            en: Leaflets
            unit: { zh: 份, en: leaflets }
            group: services
            counts: items
            duties: [PUBLICITY]
            facets: { form: [leaflet] }
            how: { zh: 宣传资料。, en: Leaflets. }
        """

    @Test func anAgencyHasFiguresOfItsOwn() throws {
        let figures = try Figures.load(overlay: [Self.file(Self.leaflets, agency: "shiqiao")])
        let ours = figures.all(of: "shiqiao")
        let theirs = figures.all(of: "qingshan")
        #expect(ours.first { $0.key == "items" }?.how.en == "Our way.")
        #expect(theirs.first { $0.key == "items" }?.how.en != "Our way.")
        #expect(ours.contains { $0.key == "leaflets" } && !theirs.contains { $0.key == "leaflets" })
        #expect(ours.count == theirs.count + 1)
        #expect(figures.all(of: "nanhai") == theirs, "figures of the demonstration are no other agency's")
        let forAll = try Figures.load(overlay: [Self.file(Self.leaflets)])
        #expect(forAll.all(of: "qingshan").contains { $0.key == "leaflets" })
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var from: String
        var to: String
        var says: String
        var testDescription: String { says }
    }

    static let mistakes = [
        Mistake(from: "counts: items", to: "counts: bananas", says: "counts"),
        Mistake(from: "group: services", to: "group: nowhere", says: "group"),
        Mistake(from: "    unit: { zh: 份, en: leaflets }\n", to: "", says: "unit"),
        Mistake(from: "how: { zh: 宣传资料。, en: Leaflets. }", to: "how: { zh: 宣传资料。 }", says: "key: \"en\""),
        Mistake(from: "key: leaflets", to: "key: items", says: "the figure «items» stands twice"),
        Mistake(from: "duties: [PUBLICITY]", to: "dutys: [PUBLICITY]", says: "dutys"),
        Mistake(
            from: "counts: items\n    duties: [PUBLICITY]\n    facets: { form: [leaflet] }",
            to: "counts: sum\n    sum: [nothing]",
            says: "«leaflets» names «nothing»"
        ),
    ]

    @Test(arguments: mistakes) func aMistakeIsReportedWithItsPlace(_ mistake: Mistake) {
        let broken = Self.leaflets.replacing(mistake.from, with: mistake.to, maxReplacements: 1)
        do {
            _ = try Figures.load(overlay: [Self.file(broken)])
            Issue.record("«\(mistake.says)» was not refused")
        } catch {
            let words = error.problems.map { "\($0)" }.joined(separator: "\n")
            #expect(words.contains(mistake.says), "\(words)")
            #expect(words.contains("file: \"own.yaml\""))
        }
    }

    @Test func periodsAreWholeDays() throws {
        let quarter = try #require(FigurePeriod.quarter(4, of: 2018))
        #expect((quarter.first.iso, quarter.last.iso) == ("2018-10-01", "2018-12-31"))
        let month = try #require(FigurePeriod.month(2, of: 2024))
        #expect((month.first.iso, month.last.iso) == ("2024-02-01", "2024-02-29"))
        #expect(FigurePeriod.quarter(5, of: 2018) == nil && FigurePeriod.month(13, of: 2018) == nil)
    }

    @Test func sharesAreRoundedHalfUpAndHaveABase() {
        #expect(FigureValue.share(32, of: 99).text(in: .zh) == "32.3%")
        #expect(FigureValue.share(1, of: 8).text(in: .zh) == "12.5%")
        #expect(FigureValue.share(1, of: 16).text(in: .en) == "6.3%")
        #expect(FigureValue.share(0, of: 0).text(in: .en) == "—")
        #expect(FigureValue.notApplicable.text(in: .zh) == "不涉及")
    }
}
