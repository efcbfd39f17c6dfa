package import Database
import Text

/// A review, a lawsuit or a complaint over disclosure is written into the register.
package struct RecordRemedy: UseCase {
    package var form: RemedyForm
    package var actor: Actor

    package init(_ form: RemedyForm, actor: Actor) {
        self.form = form
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> RemedyEntry {
        try actor.require(.recordRemedies)
        let remedy = try form.fill(nil, by: actor, tx, in: app)
        try tx.remedies.insert(remedy)
        let detail = remedy.kind.rawValue
        try tx.audit.record("remedy.record", of: "remedy", remedy.id.text, detail: detail, by: actor, in: app)
        return remedy
    }
}

extension RemedyEntry {
    /// Two people who change one register see each other's change first.
    func requireSeen(_ edition: Int) throws {
        guard edition == self.edition else {
            throw Refusal.conflict(
                Phrase(
                    zh: "您打开页面后，有人改动过这条登记。请核对下面的最新内容，需要时再提交",
                    en:
                        "Somebody changed this entry after you opened the page. Look at what it says now, and send again if need be"
                )
            )
        }
    }
}
