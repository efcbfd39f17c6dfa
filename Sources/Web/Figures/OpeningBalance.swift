import Civil
package import Disclosure
package import Html
package import Text

/// What a number over all years begins with (期初数): the number from the days of paper, where it was read and what proves it.
package struct OpeningBalance: Component {
    package var line: FigureLine

    package init(line: FigureLine) { self.line = line }

    package func html(in language: Language) -> HTML {
        guard case .reading(let value, let source, let evidence) = line.record else { return .empty }
        let day = line.day.map { Phrase(zh: "截至\($0.chinese)", en: "as of \($0.english)") }
        let title = Phrase(
            zh: "期初数 \(value.shown(in: .zh))（\(day?.zh ?? "")）",
            en: "Opening balance \(value.shown(in: .en)) (\(day?.en ?? ""))"
        )
        let words = Phrase(
            zh: "来源：\(source)；依据：\(evidence)。其后的每一条记录都列在下面。",
            en: "Source: \(source); evidence: \(evidence). Every record since is listed below."
        )
        return Notice(title: title, text: words).html(in: language)
    }
}
