package import Database

/// The text of a letter, for somebody who may know who asked: it names the applicant, so reading it is written down.
package struct ReadLetter: UseCase {
    /// A letter with its text.
    package struct Opened: Sendable {
        package var letter: Letter
        /// Nil where it was erased.
        package var body: LetterBody?
    }

    package var file: ID<CaseFile>
    /// Place of the event with which it went out.
    package var place: Int
    package var actor: Actor

    package init(of file: ID<CaseFile>, place: Int, actor: Actor) {
        self.file = file
        self.place = place
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Opened {
        let file = try tx.cases.require(file, of: actor.agency)
        try actor.requireApplicant(of: file, under: app.procedure(of: file))
        guard let letter = try tx.letters.find(of: file.id, place: place) else { throw Refusal.notFound }
        try tx.audit.record(
            "case.read-applicant",
            of: "case",
            file.id.text,
            detail: letter.leafID,
            by: actor,
            in: app
        )
        return Opened(letter: letter, body: try tx.letters.body(of: letter, file.id, in: app))
    }
}
