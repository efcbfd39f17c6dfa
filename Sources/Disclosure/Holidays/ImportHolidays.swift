import Civil
import Crypto
package import Database
import Text

/// Imports the holidays of a year from the notice of the State Council's office and moves every open clock.
///
/// Nothing is guessed beyond the years that are known, so this comes each autumn; a correction of a known year counts
/// anew what is still open. What has been published or answered keeps the deadline that it had.
package struct ImportHolidays: UseCase {
    package var form: HolidayForm
    /// What the person saw, nil where nobody looked first; another outcome in the meantime is a conflict.
    package var seal: String?
    /// Nil when the operator does it at the command line.
    package var actor: Actor?

    package init(form: HolidayForm, seal: String? = nil, actor: Actor?) {
        self.form = form
        self.seal = seal
        self.actor = actor
    }

    /// What it would do, without doing it.
    package func plan(_ tx: any SQLConnection, in app: App) throws -> HolidayPlan {
        try actor?.require(.manageAgency)
        let arrangement = try form.arrangement()
        try app.holidayBook.look(tx)
        let before = app.holidays
        let after: HolidayTable
        do {
            after = try before.replacing(arrangement)
        } catch {
            throw Refusal.invalid([FieldProblem("year", zh: error.words.zh, en: error.words.en)])
        }
        var moves: [(move: HolidayPlan.Move, source: any OpenClockSource)] = []
        var examined = 0
        for source in OpenClocks.sources {
            for clock in try source.openClocks(tx, in: app) {
                examined += 1
                if let move = try Self.move(of: clock, source, after) { moves.append((move, source)) }
            }
        }
        let outcome =
            ["\(try tx.holidayYears.newest())", arrangement.notice, form.text]
            + moves.map {
                "\($0.move.clock.id) \($0.move.clock.due?.milliseconds ?? 0) \($0.move.due?.milliseconds ?? 0)"
            }
        return HolidayPlan(
            arrangement: arrangement,
            changedDays: before.changes(to: after),
            moves: moves.map(\.move).sorted { abs($0.days ?? .max) > abs($1.days ?? .max) },
            examined: examined,
            seal: SHA256.hex(Array(outcome.joined(separator: "\n").utf8))
        )
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> HolidayPlan {
        let plan = try plan(tx, in: app)
        guard seal == nil || seal == plan.seal else {
            throw Refusal.conflict(
                Phrase(
                    zh: "预览之后有时限或节假日发生了变化。下面是新的预览，请核对后再确认",
                    en:
                        "Clocks or holidays have changed since the preview. The new preview is below; look at it and confirm again"
                )
            )
        }
        let sources = Dictionary(OpenClocks.sources.map { ($0.name, $0) }) { first, _ in first }
        for move in plan.moves { try sources[move.kind]?.move(move.clock, to: move.due, tx, in: app) }
        let number = try tx.holidayYears.newest() + 1
        let sha256 = SHA256.hex(Array(form.text.utf8))
        try tx.holidayYears.insert(
            ImportedYear(
                number: number,
                year: plan.arrangement.year,
                notice: plan.arrangement.notice,
                text: form.text,
                sha256: sha256,
                person: actor?.person,
                at: app.now()
            )
        )
        let detail = "\(number) \(sha256) moved=\(plan.moves.count)"
        let year = String(plan.arrangement.year)
        if let actor {
            try tx.audit.record("holidays.import", of: "holidays", year, detail: detail, by: actor, in: app)
        } else {
            try tx.audit.record("holidays.import", of: "holidays", year, detail: detail, by: nil, agency: nil, in: app)
        }
        return plan
    }

    /// Nil where the clock stays, as does one that the new table cannot count: nothing is guessed.
    private static func move(
        of clock: OpenClock,
        _ source: any OpenClockSource,
        _ table: HolidayTable
    ) throws -> HolidayPlan.Move? {
        let due: Instant?
        do {
            due = try clock.count(table)
        } catch is NoDeadline {
            return nil
        }
        guard due != clock.due else { return nil }
        var days: Int?
        if let due, let before = clock.due { days = before.date.days(until: due.date) }
        return HolidayPlan.Move(kind: source.name, clock: clock, due: due, days: days)
    }
}
