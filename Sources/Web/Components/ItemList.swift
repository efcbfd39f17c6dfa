/// A list of public items: date, title, document number and duty.

package import Civil
package import Html
package import Text

/// One item in a list.
package struct ListRow: Component {
    package var date: CivilDate
    package var title: String
    package var url: String
    /// 发文字号.
    package var number: String?
    /// 公开事项: the duty that it fulfils.
    package var duty: String?
    package var tag: Tag?

    package init(
        date: CivilDate,
        title: String,
        url: String,
        number: String? = nil,
        duty: String? = nil,
        tag: Tag? = nil
    ) {
        self.date = date
        self.title = title
        self.url = url
        self.number = number
        self.duty = duty
        self.tag = tag
    }

    package func html(in language: Language) -> HTML {
        let meta = [number, duty].compactMap { $0 }.map { text -> HTML in
            "<span>\(HTML.record(text, in: language))</span>"
        }
        let state = tag.map { $0.html(in: language) }
        return """
            <li>\(date.element(in: language))<div><a href="\(url: url)">\(HTML.record(title, in: language))</a>\
            <div class="meta">\(meta)\(optional: state)</div></div></li>
            """
    }
}

/// Rows in the order given.
package struct ItemList: Component {
    package var rows: [ListRow]

    package init(
        rows: [ListRow]
    ) {
        self.rows = rows
    }

    package func html(in language: Language) -> HTML {
        guard !rows.isEmpty else { return .empty }
        return "<ul class=\"rows ruled\">\(rows.html(in: language))</ul>"
    }
}
