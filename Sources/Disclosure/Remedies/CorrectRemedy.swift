import Civil
package import Database

/// Somebody puts an entry of the register right, with a reason; what it was before stays in its history.
package struct CorrectRemedy: UseCase {
    package var remedy: ID<RemedyEntry>
    /// The edition that the person saw.
    package var edition: Int
    package var form: RemedyForm
    /// Empty where it goes on, also where its end was recorded by mistake.
    package var end: RemedyEnd
    package var reason: String
    package var actor: Actor

    package init(
        _ remedy: ID<RemedyEntry>,
        edition: Int,
        to form: RemedyForm,
        _ end: RemedyEnd = RemedyEnd(result: "", endedOn: ""),
        reason: String,
        actor: Actor
    ) {
        self.remedy = remedy
        self.edition = edition
        self.form = form
        self.end = end
        self.reason = reason
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> RemedyEntry {
        try actor.require(.recordRemedies)
        let old = try tx.remedies.require(remedy, of: actor.agency)
        try old.requireSeen(edition)
        let filedOn = CivilDate(form.filedOn)
        var problems = end.isEmpty ? [] : end.problems(filedOn: filedOn, in: app)
        if reason.isEmpty || reason.count > ReadingForm.longest {
            let longest = ReadingForm.longest
            problems.append(
                FieldProblem(
                    "reason",
                    zh: "请写明更正的原因，不超过\(longest)字",
                    en: "Say why it is corrected, in at most \(longest) characters"
                )
            )
        }
        var new = try form.fill(old, besides: problems, by: actor, tx, in: app)
        let read = end.read(filedOn: filedOn, in: app)
        new.result = read?.result
        new.endedOn = read?.day
        try tx.remedies.update(new, .corrected, reason: reason, by: actor.person)
        let detail = new.kind.rawValue
        try tx.audit.record("remedy.correct", of: "remedy", new.id.text, detail: detail, by: actor, in: app)
        return new
    }
}
