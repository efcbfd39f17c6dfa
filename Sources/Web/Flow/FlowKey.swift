import Civil
import Disclosure
import Html
import Text

/// What stands above a chart: whose it is, its name, and the law.
struct FlowHead {
    let height: Int
    let html: HTML

    init(chart: FlowChart, width: Int, language: Language) {
        let law = chart.procedure.basis.words
        let basis = Phrase(zh: "依据\(law.zh)", en: "Under the \(law.en)")
        var y = 0
        var drawn = HTML.empty
        func add(_ text: String, _ style: FlowText.Style, _ look: String, leading: Int) {
            for line in FlowText.lines(text, style, width: style == .state ? width * 16 / 22 : width) {
                y += leading
                drawn +=
                    "<text class=\"\(look)\" x=\"\(width / 2)\" y=\"\(y)\" text-anchor=\"middle\">\(line.text)</text>"
            }
        }
        if let agency = chart.agency { add(agency[language], .small, "q", leading: 16) }
        add(chart.title[language], .state, "h", leading: 28)
        add(basis[language], .small, "q", leading: 22)
        html = drawn
        height = y + 22
    }
}

/// What stands below a chart: what its shapes mean.
struct FlowKey {
    let height: Int
    let html: HTML

    init(chart: FlowChart, width: Int, language: Language) {
        let used = Set(chart.procedure.events.flatMap(\.by))
        var entries: [(HTML, Phrase)] = [
            (
                "<rect class=\"s\" x=\"1\" y=\"3\" width=\"26\" height=\"14\" rx=\"3\"/>",
                Phrase(zh: "办件所处的状态", en: "Where a case stands")
            ),
            (
                "<rect class=\"s\" x=\"1\" y=\"3\" width=\"26\" height=\"14\" rx=\"7\"/>",
                Phrase(zh: "办结的状态", en: "Where it is closed")
            ),
            (
                "<path class=\"l\" d=\"M1 10h26\"/><path class=\"a\" d=\"M28 10l-8-4v8z\"/><path class=\"a\" d=\"M0 10l8-4v8z\"/>",
                Phrase(zh: "办后状态不变", en: "The case stays where it is")
            ),
        ]
        for performer in Performer.allCases where used.contains(performer) {
            let bar = FlowChart.bar(performer, x: 1, y: 3, height: 14)
            entries.append(
                (
                    "<rect class=\"e\" x=\"1\" y=\"3\" width=\"26\" height=\"14\"/>\(bar)",
                    FlowWords.name(performer)
                )
            )
        }
        var (x, y) = (0, 14)
        var drawn = HTML.empty
        for (sample, words) in entries {
            let length = 36 + FlowText.width(of: words[language], .small) + 18
            if x > 0, x + length > width { (x, y) = (0, y + 24) }
            drawn +=
                "<g transform=\"translate(\(x) \(y))\">\(sample)<text x=\"36\" y=\"15\">\(words[language])</text></g>"
            x += length
        }
        html = drawn
        height = y + 24
    }
}
