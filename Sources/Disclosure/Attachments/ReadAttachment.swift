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

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        let given = try tx.items.published(of: version.item)?.attachments ?? []
        guard !given.contains(where: { $0.sha256 == file.attachment.sha256 }) else { return }
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
