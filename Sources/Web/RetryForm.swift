import Html
import Text

/// Everything that was sent, unseen in a form, so that one press sends it again once the database is back.
///
/// Passwords never come back in a page.
struct RetryForm: Component {
    var visit: Visit

    /// Whether there is anything to send again.
    var isThere: Bool {
        let fields = visit.form.fields
        return !fields.isEmpty && !fields.contains { $0.name.contains("password") }
    }

    func html(in language: Language) -> HTML {
        guard isThere else { return .empty }
        return Form(
            action: visit.links.to(visit.path),
            hidden: visit.form.fields.map { HiddenField(name: $0.name, value: $0.value) },
            fields: .empty,
            buttons: [Button(act: Phrase(zh: "再提交一次", en: "Send it again"))]
        ).html(in: language)
    }
}
