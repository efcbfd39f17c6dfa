/// A dangerous act asks for its reason, not for «are you sure»: the reason is recorded and shown with the act.

package import Html
package import Text

/// The form of an act that needs a reason.
package struct ReasonForm: Component {
    /// The act, on the button and over the form.
    package var act: Phrase
    /// What will happen, and whether it can be undone.
    package var consequence: Phrase
    package var action: String
    package var hidden: [HiddenField]
    /// The name of the reason field; ids follow from it.
    package var key: String
    package var reason: String
    package var error: Phrase?

    package init(
        act: Phrase,
        consequence: Phrase,
        action: String,
        hidden: [HiddenField] = [],
        key: String = "reason",
        reason: String = "",
        error: Phrase? = nil
    ) {
        self.act = act
        self.consequence = consequence
        self.action = action
        self.hidden = hidden
        self.key = key
        self.reason = reason
        self.error = error
    }

    package func html(in language: Language) -> HTML {
        let field = FormField(
            key: key,
            label: Phrase(zh: "理由", en: "Reason"),
            hint: Phrase(zh: "理由会记入日志，并随这一行为长期保存。", en: "The reason is recorded and kept with this act."),
            isRequired: true,
            control: .longText(lines: 3, longest: 500)
        )
        let form = Form(
            action: action,
            hidden: hidden,
            fields: field.html(in: language, value: .text(reason), error: error),
            buttons: [Button(act: act, weight: .grave)]
        )
        return """
            <section class="block"><h2>\(act[language])</h2><p>\(consequence[language])</p>\(form.html(in: language))</section>
            """
    }
}
