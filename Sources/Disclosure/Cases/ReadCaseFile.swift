package import Database

/// A file that the applicant added, for somebody who may know who asked: it may name them, so reading it is written down
/// (个人信息保护法 arts 51, 54).
package struct ReadCaseFile: UseCase {
    /// A file with what it contains.
    package struct Opened: Sendable {
        package var attachment: CaseAttachment
        /// As it was sealed: examined, and freed of its metadata.
        package var bytes: [UInt8]
    }

    package var file: ID<CaseFile>
    package var attachment: ID<CaseAttachment>
    package var actor: Actor

    package init(_ attachment: ID<CaseAttachment>, of file: ID<CaseFile>, actor: Actor) {
        self.file = file
        self.attachment = attachment
        self.actor = actor
    }

    /// - Throws: `Refusal.notFound` for a file of another case, and for one that was erased.
    package func perform(_ tx: any SQLConnection, in app: App) throws -> Opened {
        let file = try tx.cases.require(file, of: actor.agency)
        try actor.requireApplicant(of: file, under: app.procedure(of: file))
        guard let found = try tx.cases.attachments(of: file.id, in: app).first(where: { $0.id == attachment }),
            let bytes = try tx.cases.content(of: attachment, file.id, in: app)
        else { throw Refusal.notFound }
        try tx.audit.record(
            "case.read-file",
            of: "case",
            file.id.text,
            detail: attachment.text,
            by: actor,
            in: app
        )
        return Opened(attachment: found, bytes: bytes)
    }
}
