/// A chart in words, for who cannot see it, who searches, and who prints: a table for each state.

package import Disclosure
package import Html
package import Text

/// What can happen in each state, who does it, what follows, and in which time.
package struct FlowTable: Component {
    package let words: FlowWords
    /// Keeps the tables of several charts on a page apart.
    package let id: String

    package init(_ procedure: Procedure, id: String) {
        words = FlowWords(procedure)
        self.id = id
    }

    private static let columns = [
        DataTable.Column(label: Phrase(zh: "事项", en: "What happens")),
        DataTable.Column(label: Phrase(zh: "谁办", en: "Who does it")),
        DataTable.Column(label: Phrase(zh: "之后", en: "What follows")),
        DataTable.Column(label: Phrase(zh: "期限", en: "Time limits")),
        DataTable.Column(label: Phrase(zh: "文书", en: "Letter")),
        DataTable.Column(label: Phrase(zh: "依据", en: "Basis")),
    ]

    package func html(in language: Language) -> HTML {
        let procedure = words.procedure
        return procedure.states.enumerated().map { index, state -> HTML in
            let events = procedure.events.filter { $0.from.contains(state.key) }
            let name = Phrase(
                zh: "\(index + 1). \(state.name.zh)（\(words.waits(state).zh)）",
                en: "\(index + 1). \(state.name.en) (\(words.waits(state).en))"
            )
            guard !events.isEmpty else { return "<p><b>\(name[language])</b></p>" }
            return DataTable(
                caption: name,
                columns: Self.columns,
                rows: events.map { row($0, language) },
                id: "\(id)-\(state.key)"
            ).html(in: language)
        }.joined()
    }

    private func row(_ event: Procedure.Event, _ language: Language) -> [DataTable.Cell] {
        let next = event.to.flatMap(words.procedure.state)?.name ?? Phrase(zh: "状态不变", en: "stays there")
        let limits = words.limits(event).map { HTML(text: $0[language]) }.joined(by: "<br>")
        return [
            .text(event.name[language]), .text(words.performers(event)[language]), .text(next[language]),
            limits.isEmpty ? .blank : .markup(limits),
            words.letter(event).map { .text($0[language]) } ?? .blank,
            words.article(event).map { .text($0[language]) } ?? .blank,
        ]
    }
}
