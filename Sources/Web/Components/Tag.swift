/// A state is a word with a shape; colour comes last and never alone (WCAG 2.1, 1.4.1).

package import Html
package import Text

/// A state in a word.
package struct Tag: Component {
    /// What the state means for whoever reads it.
    package enum Kind: Sendable, CaseIterable {
        case plain, onTime, soon, late, void

        var cssClass: String {
            switch self {
            case .plain: "plain"
            case .onTime: "on-time"
            case .soon: "soon"
            case .late: "late"
            case .void: "void"
            }
        }

        /// The shape that tells the kinds apart in grey as well.
        var shape: HTML {
            let drawing: HTML =
                switch self {
                case .plain: "<circle cx=\"6\" cy=\"6\" r=\"4.5\" fill=\"none\" stroke-width=\"2\"/>"
                case .onTime: "<circle cx=\"6\" cy=\"6\" r=\"5.5\" stroke=\"none\"/>"
                case .soon: "<path d=\"M6 .5 12 11.500H0z\" stroke=\"none\"/>"
                case .late: "<path d=\"M.5 .500h11v11h-11z\" stroke=\"none\"/>"
                case .void: "<path d=\"M1 1l10 10M11 1 1 11\" stroke-width=\"2.5\"/>"
                }
            return
                "<svg viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" aria-hidden=\"true\" focusable=\"false\">\(drawing)</svg>"
        }
    }

    package var kind: Kind
    package var word: Phrase

    package init(
        kind: Kind,
        word: Phrase
    ) {
        self.kind = kind
        self.word = word
    }

    package func html(in language: Language) -> HTML {
        "<span class=\"tag \(kind.cssClass)\">\(kind.shape)\(word[language])</span>"
    }
}
