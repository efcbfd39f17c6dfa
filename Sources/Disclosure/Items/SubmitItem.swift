package import Database
import Text

/// Puts a draft before its reviewers; a version that was sent back must be changed first.
package struct SubmitItem: UseCase {
    package var id: ID<Item>
    package var actor: Actor

    package init(id: ID<Item>, actor: Actor) {
        self.id = id
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.draftItem)
        var item = try tx.items.own(id, of: actor)
        guard try !tx.items.opinions(on: item.currentVersion).contains(where: { $0.verdict == .sendBack }) else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "这个版本已被退回，请按退回理由修改后再提交",
                    en: "This version was sent back; change it as the reason says, then submit again"
                )
            )
        }
        guard item.currentVersion != item.publicVersion || item.state == .draft else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "修订稿与正在公开的版本相同，请先修改再提交",
                    en: "The revision is the same as the public version; change it first"
                )
            )
        }
        if let duty = app.catalogue.duty(item.duty), let version = try tx.items.version(item.currentVersion) {
            // On the page of the item the upload is the field that they all stand beside.
            let problems = duty.missingFiles(in: version.content).map { FieldProblem("file", $0.message) }
            guard problems.isEmpty else { throw Refusal.invalid(problems) }
        }
        try item.submit(at: app.now())
        try tx.items.update(item)
        try tx.audit.record("item.submit", of: "item", id.text, by: actor, in: app)
        return item
    }
}
