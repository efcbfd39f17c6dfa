import Html
import Testing

/// A page of 200 rows is a few tenths of a millisecond; the check guards the ratio to plain copying, not a wall clock.
@Suite struct SpeedTests {
    private func table(rows: Int) -> HTML {
        let lines = (0..<rows).map { row -> HTML in
            """
            <tr><td class="date">\("2024年3月8日")</td><td><a href="\(url: "/items/01HQ\(row)")">\
            \("关于开展危险化学品企业安全生产专项检查的通知 <\(row)>")</a></td>
            <td>\("应急〔2024〕12号")</td><td>\(row)</td></tr>
            """
        }
        return "<table><tbody>\(lines)</tbody></table>"
    }

    @Test func aTableOfTwoHundredRowsIsComplete() {
        let page = table(rows: 200).text
        #expect(page.components("<tr>") == 200)
        #expect(page.components("专项检查的通知 &lt;199&gt;") == 1)
    }

    @Test func timeGrowsWithLengthNotWithItsSquare() {
        let clock = ContinuousClock()
        func best(_ rows: Int) -> Duration {
            (0..<5).map { _ in clock.measure { _ = table(rows: rows) } }.min() ?? .zero
        }
        _ = best(200)
        // Other tests run at the same time, so one quiet moment in five is enough; with the square it would be 256.
        let isQuick = (0..<5).contains { _ in best(3_200) < best(200) * 64 }
        #expect(isQuick)
    }
}

extension String {
    /// How often a text occurs in this one.
    fileprivate func components(_ part: String) -> Int {
        var count = 0
        var rest = utf8[...]
        while rest.count >= part.utf8.count {
            if rest.starts(with: part.utf8) { count += 1 }
            rest = rest.dropFirst()
        }
        return count
    }
}
