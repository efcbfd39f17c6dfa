/// Errors stand together at the top of a page, each a link to its field; the focus goes there when the page opens.

package import Html
package import Text

/// What has to be put right before the form can go on.
package struct ErrorSummary: Component {
    /// One error and the field it belongs to.
    package struct Mistake: Sendable {
        /// The key of the field; nothing for an error of the form as a whole.
        package var key: String?
        package var message: Phrase

        package init(
            key: String?,
            message: Phrase
        ) {
            self.key = key
            self.message = message
        }
    }

    package var mistakes: [Mistake]

    package init(
        mistakes: [Mistake]
    ) {
        self.mistakes = mistakes
    }

    package func html(in language: Language) -> HTML {
        guard !mistakes.isEmpty else { return .empty }
        let lines = mistakes.map { mistake -> HTML in
            guard let key = mistake.key else { return "<li>\(mistake.message[language])</li>" }
            return "<li><a href=\"#\(FormField.id(of: key))\">\(mistake.message[language])</a></li>"
        }
        return """
            <div class="errors" role="alert" tabindex="-1" autofocus><h2>\(heading[language])</h2><ul>\(lines)</ul>\
            <p class="small quiet">\(kept[language])</p></div>
            """
    }

    private var heading: Phrase {
        Phrase(
            zh: mistakes.count == 1 ? "有 1 处需要改" : "有 \(mistakes.count) 处需要改",
            en: mistakes.count == 1 ? "There is one problem" : "There are \(mistakes.count) problems"
        )
    }
    private var kept: Phrase { Phrase(zh: "您填写的内容都还在。", en: "Everything you typed is still here.") }
}
