/// The header table of a public document, as every clerk knows it from the State Council's policy library
/// (索引号 · 主题分类 · 发文机关 · 成文日期 · 标题 · 发文字号 · 发布日期 · 有效性).

package import Civil
package import Html
package import Text

/// What identifies a document; rows without a value are left out.
package struct DocumentHeader: Component {
    /// 索引号.
    package var indexNumber: String
    /// 主题分类.
    package var topic: String?
    /// 发文机关.
    package var issuer: String
    /// 成文日期: when it was made.
    package var written: CivilDate?
    /// 标题.
    package var title: String
    /// 发文字号.
    package var number: String?
    /// 发布日期: when it was made public.
    package var published: CivilDate
    /// 有效性, in the words of the law: 有效, 失效, 已废止, 已修改.
    package var validity: Tag

    package init(
        indexNumber: String,
        topic: String? = nil,
        issuer: String,
        written: CivilDate? = nil,
        title: String,
        number: String? = nil,
        published: CivilDate,
        validity: Tag
    ) {
        self.indexNumber = indexNumber
        self.topic = topic
        self.issuer = issuer
        self.written = written
        self.title = title
        self.number = number
        self.published = published
        self.validity = validity
    }

    package func html(in language: Language) -> HTML {
        let rows: [(Phrase, HTML?, Bool)] = [
            (Phrase(zh: "索引号", en: "Index number"), HTML(text: indexNumber), false),
            (Phrase(zh: "主题分类", en: "Subject"), topic.map { HTML.record($0, in: language) }, false),
            (Phrase(zh: "发文机关", en: "Issued by"), HTML.record(issuer, in: language), false),
            (Phrase(zh: "成文日期", en: "Written"), written?.element(in: language), false),
            (Phrase(zh: "标题", en: "Title"), HTML.record(title, in: language), true),
            (Phrase(zh: "发文字号", en: "Document no."), number.map { HTML.record($0, in: language) }, false),
            (Phrase(zh: "发布日期", en: "Published"), published.element(in: language), number == nil),
            (Phrase(zh: "有效性", en: "In force"), validity.html(in: language), true),
        ]
        let cells = rows.compactMap { label, value, isWide -> HTML? in
            guard let value else { return nil }
            return """
                <div\(attribute: "class", isWide ? "wide" : nil)><dt>\(label[language])</dt><dd>\(value)</dd></div>
                """
        }
        return "<dl class=\"document-header\">\(cells)</dl>"
    }
}
