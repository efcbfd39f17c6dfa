package import Civil
package import Database
import Text

/// Days on which a person is away (外出): others see it, and the waiting drafts can be handed on.
package struct Absence: Sendable, Hashable {
    package var id: ID<Absence>
    package var person: ID<Person>
    package var from: CivilDate
    /// The last day.
    package var to: CivilDate
}

/// Absences in the database.
package struct AbsenceStore {
    let tx: any SQLConnection

    /// Until when whoever is away today is away.
    package func away(in agency: ID<Agency>, on today: CivilDate) throws -> [ID<Person>: CivilDate] {
        let rows = try tx.rows(
            """
            SELECT person, max(to_on) AS until FROM absence
            WHERE agency = \(agency) AND to_on >= \(today) AND from_on <= \(today) AND ended_at IS NULL
            GROUP BY person
            """
        )
        return Dictionary(
            try rows.map { (try $0.id("person"), try $0.date("until")) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The absences of a person that are not over.
    package func coming(of person: ID<Person>, on today: CivilDate) throws -> [Absence] {
        try tx.rows(
            """
            SELECT * FROM absence WHERE person = \(person) AND to_on >= \(today) AND ended_at IS NULL
            ORDER BY from_on, id
            """
        ).map { row in
            Absence(
                id: try row.id("id"),
                person: try row.id("person"),
                from: try row.date("from_on"),
                to: try row.date("to_on")
            )
        }
    }

    func insert(_ absence: Absence, in agency: ID<Agency>, by actor: ID<Person>, at now: Instant) throws {
        try tx.execute(
            """
            INSERT INTO absence (id, agency, person, from_on, to_on, created_by, created_at)
            VALUES (\(absence.id), \(agency), \(absence.person), \(absence.from), \(absence.to), \(actor), \(now))
            """
        )
    }

    func endAll(of person: ID<Person>, at now: Instant) throws -> Int {
        try tx.execute("UPDATE absence SET ended_at = \(now) WHERE person = \(person) AND ended_at IS NULL")
    }
}

extension SQLConnection {
    package var absences: AbsenceStore { AbsenceStore(tx: self) }
}

/// Says that a person will be away: the person, or an administrator.
package struct BeAway: UseCase {
    package var person: ID<Person>
    package var days: DaySpan
    package var actor: Actor

    package init(person: ID<Person>, days: DaySpan, actor: Actor) {
        self.person = person
        self.days = days
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        try actor.requireSelfOrAdministrator(for: person, tx)
        let absence = Absence(id: app.newID(), person: person, from: days.from, to: days.to)
        try tx.absences.insert(absence, in: actor.agency, by: actor.person, at: app.now())
        try tx.audit.record(
            "person.away",
            of: "person",
            person.text,
            detail: "\(days.from.iso) \(days.to.iso)",
            by: actor,
            in: app
        )
    }
}

/// Says that a person is back; absences still to come are off too.
package struct BeBack: UseCase {
    package var person: ID<Person>
    package var actor: Actor

    package init(person: ID<Person>, actor: Actor) {
        self.person = person
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        try actor.requireSelfOrAdministrator(for: person, tx)
        guard try tx.absences.endAll(of: person, at: app.now()) > 0 else { return }
        try tx.audit.record("person.back", of: "person", person.text, by: actor, in: app)
    }
}

extension Actor {
    fileprivate func requireSelfOrAdministrator(for person: ID<Person>, _ tx: any SQLConnection) throws {
        if person == self.person { return }
        try require(.managePeople)
        guard try tx.people.find(person)?.agency == agency else { throw Refusal.notFound }
    }
}
