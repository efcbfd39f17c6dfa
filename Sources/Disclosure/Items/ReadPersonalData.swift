package import Database

/// Writes down that somebody saw what of a version the public does not: identity numbers, full names, addresses.
///
/// Nothing is written for a version that holds none. Pages that show such values do this first.
package struct ReadPersonalData: UseCase {
    package var item: ID<Item>
    package var version: Version
    package var duty: Duty
    package var actor: Actor

    package init(of item: ID<Item>, version: Version, duty: Duty, actor: Actor) {
        self.item = item
        self.version = version
        self.duty = duty
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        try actor.require(.readPersonalData)
        try tx.audit.record(
            "item.read-personal",
            of: "item",
            item.text,
            detail: version.personalFields(of: duty).joined(separator: " "),
            by: actor,
            in: app
        )
    }

    /// Does nothing, and takes no turn at writing, for a version without such values or a person who is not shown them.
    package func run(in app: App) async throws {
        guard actor.may(.readPersonalData), !version.personalFields(of: duty).isEmpty else { return }
        try await app.database.write { tx in try self.perform(tx, in: app) }
    }
}

extension Version {
    /// Keys of the filled fields of which the public gets less than stands there, cells of tables included.
    package func personalFields(of duty: Duty) -> [String] {
        duty.allFields.filter { field in content[field.key].map { field.publicText(of: $0) != $0 } ?? false }.map(\.key)
    }

    /// The content as a person is shown it: in full, or as the public gets it.
    package func content(for actor: Actor, under duty: Duty) -> ItemContent {
        actor.may(.readPersonalData) ? content : duty.publicContent(of: content)
    }
}
