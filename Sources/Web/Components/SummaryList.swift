/// Keys and values, one under the other, for everything that is a record and not a table.

package import Html
package import Text

/// A list of keys with their values.
package struct SummaryList: Component {
    /// A key with its value.
    package struct Row: Sendable {
        package var label: Phrase
        package var value: HTML

        package init(
            label: Phrase,
            value: HTML
        ) {
            self.label = label
            self.value = value
        }
    }

    package var rows: [Row]

    package init(
        rows: [Row]
    ) {
        self.rows = rows
    }

    package func html(in language: Language) -> HTML {
        let drawn = rows.map { row -> HTML in
            "<div><dt>\(row.label[language])</dt><dd>\(row.value)</dd></div>"
        }
        return "<dl class=\"summary ruled\">\(drawn)</dl>"
    }
}
