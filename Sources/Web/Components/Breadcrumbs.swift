/// Where a page stands: the way from the home page down to here.

package import Html
package import Text

/// The trail of pages above this one.
package struct Breadcrumbs: Component {
    /// A page on the way.
    package struct Step: Sendable {
        package var label: String
        package var url: String

        package init(
            label: String,
            url: String
        ) {
            self.label = label
            self.url = url
        }
    }

    package var steps: [Step]
    /// What the page itself is called.
    package var current: String

    package init(
        steps: [Step],
        current: String
    ) {
        self.steps = steps
        self.current = current
    }

    package func html(in language: Language) -> HTML {
        let links = steps.map { step -> HTML in
            "<li><a href=\"\(url: step.url)\">\(HTML.record(step.label, in: language))</a></li>"
        }
        return """
            <nav class="breadcrumbs" aria-label="\(place[language])"><ol>\(links)\
            <li><span aria-current="page">\(HTML.record(current, in: language))</span></li></ol></nav>
            """
    }

    private var place: Phrase { Phrase(zh: "当前位置", en: "You are here") }
}
