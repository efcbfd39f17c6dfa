/// A button says the act («提交保密审查»), never «确定».

package import Html
package import Text

/// A button that sends its form, or a link that looks like one.
package struct Button: Component {
    /// How much weight the act has.
    package enum Weight: Sendable {
        /// The main act; one on a page.
        case main
        case second
        /// An act that cannot be taken back.
        case grave
        /// An act that should not stand out.
        case plain

        var cssClass: String {
            switch self {
            case .main: "button"
            case .second: "button button-second"
            case .grave: "button button-grave"
            case .plain: "button button-plain"
            }
        }
    }

    /// What the button does.
    package enum Does: Sendable {
        /// Sends the form around it; name and value tell the server which button it was.
        case sends(name: String?, value: String?)
        /// Goes to an address.
        case leads(to: String)
    }

    package var act: Phrase
    package var weight: Weight
    package var does: Does

    package init(
        act: Phrase,
        weight: Weight = .main,
        does: Does = .sends(name: nil, value: nil)
    ) {
        self.act = act
        self.weight = weight
        self.does = does
    }

    package func html(in language: Language) -> HTML {
        switch does {
        case .sends(let name, let value):
            """
            <button class="\(weight.cssClass)"\(attribute: "name", name)\(attribute: "value", value)>\(act[language])</button>
            """
        case .leads(let address):
            "<a class=\"\(weight.cssClass)\" href=\"\(url: address)\">\(act[language])</a>"
        }
    }
}
