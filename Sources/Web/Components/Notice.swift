/// A notice says one thing: what happened, what to take care of, or what went wrong and what to do about it.

package import Html
package import Text

/// A message in the page.
package struct Notice: Component {
    /// What the message is for.
    package enum Kind: Sendable, CaseIterable {
        case note, done, care, wrong

        fileprivate var cssClass: String {
            switch self {
            case .note: "notice"
            case .done: "notice notice-done"
            case .care: "notice notice-care"
            case .wrong: "notice notice-wrong"
            }
        }

        fileprivate var icon: Icon {
            switch self {
            case .note: .note
            case .done: .done
            case .care: .care
            case .wrong: .wrong
            }
        }

        /// Whether a screen reader should speak up by itself.
        fileprivate var role: String? {
            switch self {
            case .note, .care: nil
            case .done: "status"
            case .wrong: "alert"
            }
        }
    }

    package var kind: Kind
    package var title: Phrase
    package var text: Phrase?
    /// Links or buttons below the text.
    package var more: HTML

    package init(
        kind: Kind = .note,
        title: Phrase,
        text: Phrase? = nil,
        more: HTML = .empty
    ) {
        self.kind = kind
        self.title = title
        self.text = text
        self.more = more
    }

    package func html(in language: Language) -> HTML {
        """
        <div class="\(kind.cssClass)"\(attribute: "role", kind.role)>\(kind.icon.html)<div><h2>\(title[language])</h2>\
        \(optional: text.map { "<p>\($0[language])</p>" })\(more)</div></div>
        """
    }
}

/// An error: what happened, whether what was typed is safe, and what to do.
package struct ErrorNotice: Component {
    package var happened: Phrase
    package var isSafe: Phrase
    package var whatToDo: Phrase
    /// The number under which the operator finds the error.
    package var requestID: String?

    package init(
        happened: Phrase,
        isSafe: Phrase,
        whatToDo: Phrase,
        requestID: String? = nil
    ) {
        self.happened = happened
        self.isSafe = isSafe
        self.whatToDo = whatToDo
        self.requestID = requestID
    }

    package func html(in language: Language) -> HTML {
        let number = requestID.map { id -> HTML in
            "<p class=\"small quiet\">\(Phrase(zh: "错误编号：", en: "Error number: ")[language])<code>\(id)</code></p>"
        }
        return Notice(
            kind: .wrong,
            title: happened,
            text: isSafe,
            more: "<p>\(whatToDo[language])</p>\(optional: number)"
        ).html(in: language)
    }
}
