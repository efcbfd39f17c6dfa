/// A form is one column of fields under one address; it sends by POST and is checked by the server, not by the browser.

package import Html
package import Text

/// A value that goes along unseen.
package struct HiddenField: Component {
    package var name: String
    package var value: String

    package init(
        name: String,
        value: String
    ) {
        self.name = name
        self.value = value
    }

    package func html(in language: Language) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
}

/// Fields, hidden values and the buttons that say the act.
package struct Form: Component {
    package var action: String
    /// The protection against forgery and whatever else goes along.
    package var hidden: [HiddenField]
    /// Whether files are sent.
    package var hasFiles: Bool
    package var fields: HTML
    package var buttons: [Button]

    package init(
        action: String,
        hidden: [HiddenField] = [],
        hasFiles: Bool = false,
        fields: HTML,
        buttons: [Button]
    ) {
        self.action = action
        self.hidden = hidden
        self.hasFiles = hasFiles
        self.fields = fields
        self.buttons = buttons
    }

    package func html(in language: Language) -> HTML {
        """
        <form class="form" action="\(url: action)" method="post"\(attribute: "enctype", hasFiles ? "multipart/form-data" : nil) \
        novalidate>\(hidden.html(in: language))\(fields)<div class="buttons">\(buttons.html(in: language))</div></form>
        """
    }
}

/// Fields that belong together under one legend.
package struct Fieldset: Component {
    package var legend: Phrase
    package var hint: Phrase?
    package var fields: HTML

    package init(
        legend: Phrase,
        hint: Phrase? = nil,
        fields: HTML
    ) {
        self.legend = legend
        self.hint = hint
        self.fields = fields
    }

    package func html(in language: Language) -> HTML {
        """
        <fieldset class="group"><legend>\(legend[language])</legend>\
        \(optional: hint.map { "<p class=\"hint\">\($0[language])</p>" })\(fields)</fieldset>
        """
    }
}
