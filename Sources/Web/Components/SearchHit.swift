/// A search hit shows where the words were found, in title and in text.

package import Civil
package import Html
package import Text

/// One found item.
package struct SearchHit: Component {
    /// A piece of text and whether it was searched for.
    package struct Part: Sendable {
        package var text: String
        package var isMarked: Bool
        package init(_ text: String, isMarked: Bool = false) {
            self.text = text
            self.isMarked = isMarked
        }
    }

    package var title: [Part]
    package var url: String
    package var snippet: [Part]
    package var date: CivilDate
    package var number: String?
    package var duty: String?

    package init(
        title: [Part],
        url: String,
        snippet: [Part],
        date: CivilDate,
        number: String? = nil,
        duty: String? = nil
    ) {
        self.title = title
        self.url = url
        self.snippet = snippet
        self.date = date
        self.number = number
        self.duty = duty
    }

    package func html(in language: Language) -> HTML {
        let meta = [number, duty].compactMap { $0 }.map { text -> HTML in
            "<span>\(HTML.record(text, in: language))</span>"
        }
        return """
            <li class="hit"><h3\(lang(of: title, in: language))><a href="\(url: url)">\(title.map(markup))</a></h3>\
            <p\(lang(of: snippet, in: language))>\(snippet.map(markup))</p>\
            <div class="meta">\(date.element(in: language))\(meta)</div></li>
            """
    }

    private func markup(of part: Part) -> HTML {
        part.isMarked ? "<mark>\(part.text)</mark>" : HTML(text: part.text)
    }

    private func lang(of parts: [Part], in language: Language) -> HTML {
        let tag = parts.lazy.compactMap { HTML.languageTag(of: $0.text, in: language) }.first
        return "\(attribute: "lang", tag)"
    }
}

/// The hits of a search in order.
package struct SearchHits: Component {
    package var hits: [SearchHit]

    package init(
        hits: [SearchHit]
    ) {
        self.hits = hits
    }

    package func html(in language: Language) -> HTML {
        hits.isEmpty ? .empty : "<ol class=\"hits ruled\">\(hits.html(in: language))</ol>"
    }
}
