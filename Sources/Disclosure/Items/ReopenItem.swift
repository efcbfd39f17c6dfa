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
        guard var item = try tx.items.find(id), item.agency == actor.agency else { throw Refusal.notFound }
        try item.reopen(at: app.now())
        try tx.items.update(item)
        try tx.audit.record("item.reopen", of: "item", id.text, by: actor, in: app)
        return item
    }
}
