package import Database
import Text

/// Somebody puts a reading right: another one takes its place, and both stay in the ledger.
package struct CorrectReading: UseCase {
    package var reading: ID<Reading>
    /// Its figure and kind count for nothing: those of the reading stay.
    package var form: ReadingForm
    package var reason: String
    package var actor: Actor

    package init(_ reading: ID<Reading>, to form: ReadingForm, reason: String, actor: Actor) {
        self.reading = reading
        self.form = form
        self.reason = reason
        self.actor = actor
    }

    /// - Returns: what stands in its place.
    /// - Throws: a conflict where somebody else corrected it in between.
    package func perform(_ tx: any SQLConnection, in app: App) throws -> Reading {
        try actor.require(.recordReadings)
        let old = try tx.readings.require(reading, of: actor.agency)
        guard old.stands else {
            throw Refusal.conflict(
                Phrase(
                    zh: "这条读数已经被更正过。请查看现在有效的一条，需要时更正那一条",
                    en:
                        "This reading was corrected before. Look at the one that counts now, and correct that one if need be"
                )
            )
        }
        guard let agency = try tx.agencies.find(actor.agency) else { throw Refusal.notFound }
        let new = try form.reading(app.figures.all(of: agency), correcting: old, reason: reason, by: actor, in: app)
        if try tx.readings.isThere(new, besides: old.id) { throw Refusal.invalid([new.isThereAlready]) }
        try tx.readings.insert(new)
        let detail = "\(new.trace) \(old.id)"
        try tx.audit.record("reading.correct", of: "reading", new.id.text, detail: detail, by: actor, in: app)
        return new
    }
}
