import Disclosure
import Testing
import Web

@testable import Portal

@Suite struct FacetQueryTests {
    private func query(_ text: String, isWholeList: Bool = false) -> FacetQuery {
        FacetQuery(FormFields(query: text), known: ["year", "duty", "kinds"], isWholeList: isWholeList)
    }

    @Test func onlyKnownKeysAreReadAndEachOnce() {
        let read = query("facet.year=2024&facet.nothing=1&facet.year=2023&year=2022&facet.duty=&before=7")
        #expect(read.choices.map(\.key) == ["year"])
        #expect(read["year"] == "2024")
    }

    @Test func aChoiceIsAddedReplacedAndTakenAway() {
        let read = query("facet.year=2024&facet.duty=PEN")
        #expect(read.with("kinds", "fine") == "?facet.year=2024&facet.duty=PEN&facet.kinds=fine")
        #expect(read.with("year", "2023") == "?facet.duty=PEN&facet.year=2023")
        #expect(read.without("duty") == "?facet.year=2024")
        #expect(read.cleared == "")
        #expect(read.before(41) == "?facet.year=2024&facet.duty=PEN&before=41")
        #expect(query("").before(nil) == "")
    }

    @Test func valuesAreEncodedForAnAddress() {
        #expect(query("facet.kinds=%26a%3D%E7%BD%9A").before(nil) == "?facet.kinds=%26a%3D%E7%BD%9A")
    }

    @Test func theWholeListStaysTheWholeList() {
        let read = query("list=all&facet.year=2024", isWholeList: true)
        #expect(read.cleared == "?list=all")
        #expect(read.without("year") == "?list=all")
        #expect(read.before(3) == "?list=all&facet.year=2024&before=3")
    }
}
