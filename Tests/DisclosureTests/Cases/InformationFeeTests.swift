import Codes
import Disclosure
import Testing

@Suite struct InformationFeeTests {
    /// Vectors of 国办函〔2020〕109号, in 元.
    @Test func byItem() {
        let vectors = [(0, 0), (10, 0), (11, 100), (30, 2000), (31, 2200), (40, 4000), (50, 7000), (60, 11000)]
        for (count, yuan) in vectors { #expect(InformationFee.byItem(count).amount == Int64(yuan) * 100, "\(count)") }
    }

    @Test func byPage() {
        let vectors = [(0, 0), (30, 0), (31, 10), (100, 700), (150, 1700), (200, 2700), (250, 4700)]
        for (count, yuan) in vectors { #expect(InformationFee.byPage(count).amount == Int64(yuan) * 100, "\(count)") }
    }

    /// What is charged for a request is what it adds to its month.
    @Test func addingUpToTheSame() {
        var sum: Int64 = 0
        for count in 0..<100 { sum += InformationFee.byItem(adding: 1, to: count).amount }
        #expect(sum == InformationFee.byItem(100).amount)
    }

    @Test func moreIsNeverCheaper() {
        for count in 0..<400 {
            #expect(InformationFee.byItem(count).amount <= InformationFee.byItem(count + 1).amount)
            #expect(InformationFee.byPage(count).amount <= InformationFee.byPage(count + 1).amount)
        }
    }
}
