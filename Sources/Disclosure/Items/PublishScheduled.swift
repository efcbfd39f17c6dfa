package import Database
import Text

/// Publishes a signed version when its moment has come (定时公开); run twice, it publishes once.
struct PublishScheduled {
    var item: ID<Item>

    func perform(_ tx: any SQLConnection, in app: App) throws {
        guard let item = try tx.items.find(item), item.stage == .scheduled, let moment = item.publishAt,
            moment <= app.now(), let duty = app.catalogue.duty(item.duty),
            let version = try tx.items.version(item.currentVersion)
        else { return }
        let signature = try tx.items.opinions(on: version.id).first { $0.kind == .signOff && $0.verdict == .pass }
        guard let signature else { return }
        // The program acts for whoever signed, with no right of its own.
        let signer = Actor(person: signature.person, agency: item.agency, roles: [])
        _ = try Publication(item: item, version: version, duty: duty, actor: signer).perform(tx, in: app)
    }
}

/// Takes a signed version back before its moment; it becomes a draft again and needs new opinions once it is changed.
package struct UnscheduleItem: UseCase {
    package var id: ID<Item>
    package var reason: String
    package var actor: Actor

    package init(id: ID<Item>, reason: String, actor: Actor) {
        self.id = id
        self.reason = reason
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.giveOpinion(.signOff))
        var item = try tx.items.own(id, of: actor)
        try item.unschedule(reason: reason, at: app.now())
        try Reason.require(reason)
        try tx.items.update(item)
        try tx.audit.record("item.unschedule", of: "item", id.text, by: actor, in: app)
        return item
    }
}
