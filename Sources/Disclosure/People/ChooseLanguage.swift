package import Database
package import Text

/// Chooses the language in which the office opens for a person after signing in.
package struct ChooseLanguage: UseCase {
    package var language: Language
    package var actor: Actor

    package init(language: Language, actor: Actor) {
        self.language = language
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        guard var person = try tx.people.find(actor.person), person.language != language else { return }
        person.language = language
        try tx.people.update(person)
        try tx.audit.record(
            "person.language",
            of: "person",
            actor.person.text,
            detail: language.rawValue,
            by: actor,
            in: app
        )
    }
}
