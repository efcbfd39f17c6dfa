/// What belongs to a document: its explanation, what it changes, what it rests on (解读关联).

package import Civil
package import Html
package import Text

/// Links to related items; nothing when there are none.
package struct RelatedItems: Component {
    /// One related item.
    package struct Relation: Sendable {
        /// How it is related, such as 解读 or 依据.
        package var kind: Phrase
        package var title: String
        package var url: String
        package var date: CivilDate?

        package init(
            kind: Phrase,
            title: String,
            url: String,
            date: CivilDate? = nil
        ) {
            self.kind = kind
            self.title = title
            self.url = url
            self.date = date
        }
    }

    package var relations: [Relation]

    package init(
        relations: [Relation]
    ) {
        self.relations = relations
    }

    package func html(in language: Language) -> HTML {
        guard !relations.isEmpty else { return .empty }
        let rows = relations.map { relation -> HTML in
            """
            <li><span class="quiet">\(relation.kind[language])</span>\
            <a href="\(url: relation.url)">\(HTML.record(relation.title, in: language))</a>\
            \(optional: relation.date.map { "<span class=\"quiet small\">\($0.element(in: language))</span>" })</li>
            """
        }
        return
            "<section class=\"block\"><h2>\(heading[language])</h2><ul class=\"related ruled\">\(rows)</ul></section>"
    }

    private var heading: Phrase { Phrase(zh: "相关信息", en: "Related") }
}
