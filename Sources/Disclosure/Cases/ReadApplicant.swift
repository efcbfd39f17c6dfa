package import Database

/// Who asked, for somebody who handles the case; that it was read is written down (个人信息保护法 arts 51, 54).
package struct ReadApplicant: UseCase {
    package var file: ID<CaseFile>
    package var actor: Actor

    package init(_ file: ID<CaseFile>, actor: Actor) {
        self.file = file
        self.actor = actor
    }

    /// - Returns: nil for a case without a name, and for one whose names were erased.
    package func perform(_ tx: any SQLConnection, in app: App) throws -> Applicant? {
        let file = try tx.cases.require(file, of: actor.agency)
        try actor.requireApplicant(of: file, under: app.procedure(of: file))
        guard let content = try tx.cases.words(.applicant, of: file.id, in: app) else { return nil }
        try tx.audit.record("case.read-applicant", of: "case", file.id.text, by: actor, in: app)
        return Applicant(content)
    }
}
