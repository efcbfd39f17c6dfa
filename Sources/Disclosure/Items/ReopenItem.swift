package import Database
import Text

/// Makes a draft of what was withdrawn for its content, to put it right and publish it again under its number.
package struct ReopenItem: UseCase {
    package var id: ID<Item>
    package var actor: Actor

    package init(id: ID<Item>, actor: Actor) {
        self.id = id
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.draftItem)
        var item = try tx.items.own(id, of: actor)
        try item.reopen(at: app.now())
        try tx.items.update(item)
        // Whoever begins it carries on with it.
        try tx.carriers.hand(id, to: actor.person, by: actor.person, at: app.now())
        try tx.audit.record("item.reopen", of: "item", id.text, by: actor, in: app)
        return item
    }
}
