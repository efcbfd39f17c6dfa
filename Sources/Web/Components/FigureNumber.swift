/// Every figure can be traced: a number, what it counts in one sentence, and the way to exactly the records behind it.

package import Disclosure
package import Html
package import Text

/// One figure.
package struct FigureNumber: Component {
    package var name: Phrase
    package var value: FigureValue
    package var unit: Phrase
    /// What is counted, and over which time, in one sentence.
    package var definition: Phrase
    /// The list of the counted records; nil where a figure counts none.
    package var listURL: String?
    /// The value as it is read; a figure of days writes months.
    package var written: Phrase

    package init(
        name: Phrase,
        value: FigureValue,
        unit: Phrase,
        definition: Phrase,
        listURL: String?,
        written: Phrase? = nil
    ) {
        self.name = name
        self.value = value
        self.unit = unit
        self.definition = definition
        self.listURL = listURL
        self.written = written ?? Phrase(zh: value.shown(in: .zh), en: value.shown(in: .en))
    }

    package func html(in language: Language) -> HTML {
        """
        <section class="figure"><h3 class="figure-name">\(name[language])</h3>\
        <p class="figure-value">\(written[language])<span>\(unit[language])</span></p>\
        <p class="small quiet">\(definition[language])</p>\(optional: link(language))</section>
        """
    }

    private func link(_ language: Language) -> HTML? {
        guard let listURL, !value.leadsNowhere else { return nil }
        return "<a href=\"\(url: listURL)\">\(list[language])</a>"
    }

    private var list: Phrase {
        guard case .number = value else { return Phrase(zh: "列出所计的记录", en: "List the records that are counted") }
        return Phrase(zh: "列出这 \(written.zh) \(unit.zh)", en: "List these \(written.en) \(unit.en)")
    }
}

/// Figures side by side.
package struct FigureRow: Component {
    package var figures: [FigureNumber]

    package init(
        figures: [FigureNumber]
    ) {
        self.figures = figures
    }

    package func html(in language: Language) -> HTML {
        "<div class=\"figures\">\(figures.html(in: language))</div>"
    }
}
