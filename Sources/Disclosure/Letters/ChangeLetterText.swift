package import Database

/// An office changes the text of a kind of letter, or goes back to the one that is shipped.
package struct ChangeLetterText: UseCase {
    package var kind: String
    /// Nil goes back.
    package var text: String?
    package var actor: Actor

    package init(_ kind: String, to text: String?, actor: Actor) {
        self.kind = kind
        self.text = text
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        try actor.require(.manageLetters)
        guard LetterKind.named(kind) != nil else { throw Refusal.notFound }
        if let text {
            // A letter is rendered to see that it can be, before anybody waits for it.
            _ = try LetterTemplate(text).text(Dictionary(LetterTemplate.names.map { ($0, $0) }) { first, _ in first })
            try tx.letters.save(text, kind, of: actor.agency, by: actor, in: app)
        } else {
            try tx.letters.remove(kind, of: actor.agency)
        }
        try tx.audit.record("letter.change", of: "letter", kind, by: actor, in: app)
    }
}
