/// What was public never vanishes without a word: the page says what stood here, why it left and on which ground.

package import Civil
package import Html
package import Text

/// What is left on the page of an item that came down; that it is no longer public is the title of the page.
package struct Tombstone: Component {
    /// 索引号.
    package var indexNumber: String
    /// What it was called, where the ground allows it to be said still.
    package var title: String?
    /// What kind of information it was.
    package var kind: String
    package var published: CivilDate
    package var left: CivilDate
    /// Why it left, in words.
    package var reason: Phrase
    /// The legal ground (依据).
    package var ground: String
    /// An item that takes its place, if there is one.
    package var successor: RelatedItems.Relation?

    package init(
        indexNumber: String,
        title: String? = nil,
        kind: String,
        published: CivilDate,
        left: CivilDate,
        reason: Phrase,
        ground: String,
        successor: RelatedItems.Relation? = nil
    ) {
        self.indexNumber = indexNumber
        self.title = title
        self.kind = kind
        self.published = published
        self.left = left
        self.reason = reason
        self.ground = ground
        self.successor = successor
    }

    package func html(in language: Language) -> HTML {
        let named = title.map {
            [SummaryList.Row(label: Phrase(zh: "标题", en: "Title"), value: HTML.record($0, in: language))]
        }
        let list = SummaryList(
            rows: (named ?? []) + [
                .init(label: Phrase(zh: "索引号", en: "Index number"), value: HTML(text: indexNumber)),
                .init(label: Phrase(zh: "信息种类", en: "Kind"), value: HTML.record(kind, in: language)),
                .init(label: Phrase(zh: "发布日期", en: "Published"), value: published.element(in: language)),
                .init(label: Phrase(zh: "停止公开", en: "Left"), value: left.element(in: language)),
                .init(label: Phrase(zh: "原因", en: "Why"), value: HTML(text: reason[language])),
                .init(label: Phrase(zh: "依据", en: "Ground"), value: HTML.record(ground, in: language)),
            ]
        )
        let next = successor.map { relation -> HTML in
            """
            <p>\(relation.kind[language]) <a href="\(url: relation.url)">\(HTML.record(relation.title, in: language))</a></p>
            """
        }
        return """
            <section class="tombstone">\(list.html(in: language))\(optional: next)</section>
            """
    }
}
