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
        try tx.audit.record(
            "item.read-personal",
            of: "item",
            item.text,
            detail: version.personalFields(of: duty).joined(separator: " "),
            by: actor,
            in: app
        )
    }

    /// Does nothing, and takes no turn at writing, for a version without such values.
    package func run(in app: App) async throws {
        guard !version.personalFields(of: duty).isEmpty else { return }
        try await app.database.write { tx in try self.perform(tx, in: app) }
    }
}

extension Version {
    /// Keys of the filled fields that the duty masks or never publishes.
    package func personalFields(of duty: Duty) -> [String] {
        duty.fields.filter { $0.showing != .shown && content[$0.key] != nil }.map(\.key)
    }
}
