package import Database
import Text

/// A review, a lawsuit or a complaint has ended.
package struct CloseRemedy: UseCase {
    package var remedy: ID<RemedyEntry>
    /// The edition that the person saw.
    package var edition: Int
    package var end: RemedyEnd
    package var actor: Actor

    package init(_ remedy: ID<RemedyEntry>, edition: Int, _ end: RemedyEnd, actor: Actor) {
        self.remedy = remedy
        self.edition = edition
        self.end = end
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> RemedyEntry {
        try actor.require(.recordRemedies)
        var remedy = try tx.remedies.require(remedy, of: actor.agency)
        try remedy.requireSeen(edition)
        guard remedy.isOpen else {
            throw Refusal.wrongState(
                Phrase(zh: "结果已经登记；登记有误请用“更正”", en: "Its end is recorded; if that is wrong, correct the entry")
            )
        }
        guard let (result, day) = end.read(filedOn: remedy.filedOn, in: app) else {
            throw Refusal.invalid(end.problems(filedOn: remedy.filedOn, in: app))
        }
        remedy.result = result
        remedy.endedOn = day
        remedy.edition += 1
        remedy.changedAt = app.now()
        try tx.remedies.update(remedy, .closed, by: actor.person)
        let detail = "\(remedy.kind.rawValue) \(result.rawValue)"
        try tx.audit.record("remedy.close", of: "remedy", remedy.id.text, detail: detail, by: actor, in: app)
        return remedy
    }
}
