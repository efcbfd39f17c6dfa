import Civil
import Disclosure
import Testing

/// Ids sort by the time they were made, within one millisecond too.
@Suite struct ULIDTests {
    @Test func theTextIsTheOneOfTheFormat() {
        let source = ULIDSource()
        let zero = source.next(at: Instant(milliseconds: 0), random: Array(repeating: 0, count: 10))
        #expect(zero == "00000000000000000000000000")
        let full = ULIDSource().next(
            at: Instant(milliseconds: 281_474_976_710_655),
            random: Array(repeating: 255, count: 10)
        )
        #expect(full == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
    }

    @Test func idsOfOneMillisecondKeepTheirOrder() {
        let source = ULIDSource()
        let now = Instant(milliseconds: 1_709_514_000_000)
        let ids = (0..<1_000).map { _ in source.next(at: now, random: [1, 2, 3, 4, 5, 6, 7, 8, 9, 254]) }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == 1_000)
        let later = source.next(at: now.adding(milliseconds: 1), random: Array(repeating: 0, count: 10))
        #expect(later > ids[999])
    }
}
