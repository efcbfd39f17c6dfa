/// Every figure can be traced: a number, what it counts in one sentence, and the way to exactly the records behind it.

package import Html
package import Text

/// One figure.
package struct FigureNumber: Component {
    package var name: Phrase
    package var value: Int
    package var unit: Phrase
    /// What is counted, and over which time, in one sentence.
    package var definition: Phrase
    /// The list of the counted records.
    package var listURL: String

    package init(
        name: Phrase,
        value: Int,
        unit: Phrase,
        definition: Phrase,
        listURL: String
    ) {
        self.name = name
        self.value = value
        self.unit = unit
        self.definition = definition
        self.listURL = listURL
    }

    package func html(in language: Language) -> HTML {
        """
        <section class="figure"><h3 class="figure-name">\(name[language])</h3>\
        <p class="figure-value">\(value.grouped(in: language))<span>\(unit[language])</span></p>\
        <p class="small quiet">\(definition[language])</p><a href="\(url: listURL)">\(list[language])</a></section>
        """
    }

    private var list: Phrase {
        Phrase(zh: "列出这 \(value.grouped(in: .zh)) \(unit.zh)", en: "List these \(value.grouped(in: .en)) \(unit.en)")
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
