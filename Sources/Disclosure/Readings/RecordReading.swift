import Civil
package import Database

/// Somebody writes down a number that no record of the platform can give.
package struct RecordReading: UseCase {
    package var form: ReadingForm
    package var actor: Actor

    package init(_ form: ReadingForm, actor: Actor) {
        self.form = form
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Reading {
        try actor.require(.recordReadings)
        guard let agency = try tx.agencies.find(actor.agency) else { throw Refusal.notFound }
        let reading = try form.reading(app.figures.all(of: agency), by: actor, in: app)
        if try tx.readings.isThere(reading, besides: nil) { throw Refusal.invalid([reading.isThereAlready]) }
        try tx.readings.insert(reading)
        try tx.audit.record("reading.record", of: "reading", reading.id.text, detail: reading.trace, by: actor, in: app)
        return reading
    }
}

extension Reading {
    /// A second number for the same thing would have to be one of both.
    var isThereAlready: FieldProblem {
        switch kind {
        case .reading:
            FieldProblem(
                "read_on",
                zh: "这个指标在这一天已有读数；数值有误请更正那一条",
                en: "There is a reading of that day; correct that one"
            )
        case .opening:
            FieldProblem("key", zh: "这个指标已有期初累计数；数值有误请更正那一条", en: "The figure has an opening balance; correct that one")
        }
    }

    /// What the audit trail says of it.
    var trace: String { "\(key) \(readOn.iso)" }
}
