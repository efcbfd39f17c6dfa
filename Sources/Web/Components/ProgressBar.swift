/// Work of more than two seconds shows how far it really is, in numbers as well as in a bar.

package import Html
package import Text

/// How much of a long piece of work is done.
package struct ProgressBar: Component {
    package var label: Phrase
    package var done: Int
    package var total: Int
    /// What is counted, such as 行 or rows.
    package var unit: Phrase
    /// A page with several bars gives each its own id.
    package var id: String

    package init(
        label: Phrase,
        done: Int,
        total: Int,
        unit: Phrase,
        id: String
    ) {
        self.label = label
        self.done = done
        self.total = total
        self.unit = unit
        self.id = id
    }

    package func html(in language: Language) -> HTML {
        """
        <div class="progress"><label for="\(id)">\(label[language])</label>\
        <progress id="\(id)" value="\(max(0, min(done, total)))" max="\(max(total, 1))"></progress>\
        <p class="small quiet">\(words[language])</p></div>
        """
    }

    private var words: Phrase {
        Phrase(
            zh: "已完成 \(done.grouped(in: .zh)) / \(total.grouped(in: .zh)) \(unit.zh)",
            en: "\(done.grouped(in: .en)) of \(total.grouped(in: .en)) \(unit.en) done"
        )
    }
}
