import Civil
package import Database
import Text

/// A case is given to a section and an officer, with the reason where it is not obvious.
package struct AssignCase: UseCase {
    package var file: ID<CaseFile>
    package var section: ID<Section>?
    package var officer: ID<Person>?
    package var reason: String
    package var actor: Actor

    package init(
        _ file: ID<CaseFile>,
        section: ID<Section>?,
        officer: ID<Person>?,
        reason: String = "",
        actor: Actor
    ) {
        self.file = file
        self.section = section
        self.officer = officer
        self.reason = reason
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> CaseFile {
        try actor.require(.handleCases)
        let file = try tx.cases.require(file, of: actor.agency)
        var history = try CaseHistory(file, tx, in: app)
        try actor.requireReach(of: file, under: history.procedure)
        try require(file, tx)
        let today = app.now().date
        history.add(.assigned, .init(on: today, performer: .officer, person: actor.person), in: app)
        var assigned = history.file
        assigned.section = section
        assigned.officer = officer
        guard let event = history.events.last else { return assigned }
        try tx.cases.insert(event, of: file.id)
        let words = ItemContent([
            ("officer", officer?.text ?? ""), ("section", section?.text ?? ""), ("reason", reason),
        ])
        try tx.cases.insert(words, .event(event.place), of: file.id, in: app)
        try tx.cases.update(assigned)
        try tx.audit.record(
            "case.assign",
            of: "case",
            file.id.text,
            detail: officer?.text ?? "",
            by: actor,
            in: app
        )
        return assigned
    }

    /// Section and officer are of this agency, and the officer may handle cases.
    private func require(_ file: CaseFile, _ tx: any SQLConnection) throws {
        guard file.isOpen else {
            throw Refusal.wrongState(
                Phrase(zh: "办件已经办结，不需要再分办", en: "The case is closed; there is nothing to assign")
            )
        }
        if let section {
            let isOurs = try tx.agencies.sections(of: actor.agency).contains { $0.id == section }
            guard isOurs else { throw Refusal.notFound }
        }
        guard let officer else { return }
        let person = try tx.people.find(officer)
        guard let person, person.agency == actor.agency, !person.roles.isDisjoint(with: Act.handleCases.roles) else {
            throw Refusal.invalid([
                FieldProblem("officer", zh: "请选择本机关的办件人员", en: "Choose an officer of this agency who handles cases")
            ])
        }
    }
}
