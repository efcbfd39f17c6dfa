package import Database

/// Writes down that somebody read a comment in full, with whoever said it; the page that shows it does this first.
package struct ReadComment: UseCase {
    package var comment: PublicComment
    package var actor: Actor

    package init(comment: PublicComment, actor: Actor) {
        self.comment = comment
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        try actor.require(.draftItem)
        try tx.audit.record(
            "comment.read-personal",
            of: "item",
            comment.item.text,
            detail: comment.id.text,
            by: actor,
            in: app
        )
    }
}
