import Civil
package import Database

/// Writes down that a member of staff opened a file that the public has not been given: what is in it may be personal.
package struct ReadAttachment: UseCase {
    package var file: AttachedFile
    package var version: Version
    package var actor: Actor

    package init(file: AttachedFile, version: Version, actor: Actor) {
        self.file = file
        self.version = version
        self.actor = actor
    }

    /// A browser fetches a long file in many parts; within so many milliseconds that is one reading.
    private static let sitting: Int64 = 3_600_000

    /// Takes no turn at writing where there is nothing to write.
    package func run(in app: App) async throws {
        guard try await app.database.read({ try isNew($0, app) }) else { return }
        try await app.database.write { try perform($0, in: app) }
    }

    private func isNew(_ tx: any SQLConnection, _ app: App) throws -> Bool {
        let given = try tx.items.published(of: version.item)?.attachments ?? []
        guard !given.contains(where: { $0.sha256 == file.attachment.sha256 }) else { return false }
        let since = app.now().adding(milliseconds: -Self.sitting)
        return try !tx.exists(
            """
            SELECT 1 FROM audit WHERE subject = \(version.item) AND act = 'item.read-file' AND person = \(actor.person)
            AND detail = \(file.attachment.sha256) AND at > \(since)
            """
        )
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        guard try isNew(tx, app) else { return }
        try tx.audit.record(
            "item.read-file",
            of: "item",
            version.item.text,
            detail: file.attachment.sha256,
            by: actor,
            in: app
        )
    }
}
