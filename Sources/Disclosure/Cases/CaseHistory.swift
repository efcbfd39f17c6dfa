import Civil
package import Database
import Text

/// A case with its procedure and all that happened to it: what may happen next, and what follows from it.
package struct CaseHistory: Sendable {
    package private(set) var file: CaseFile
    package private(set) var procedure: Procedure
    package private(set) var events: [CaseEvent]

    /// - Throws: a database error when the procedure of the case is not installed.
    package init(_ file: CaseFile, _ tx: any SQLConnection, in app: App) throws {
        self.init(file, events: try tx.cases.events(of: file.id), procedure: try app.procedure(of: file))
    }

    package init(_ file: CaseFile, events: [CaseEvent] = [], procedure: Procedure) {
        self.file = file
        self.events = events
        self.procedure = procedure
    }

    /// Events that wait for one of those that answer them.
    package var open: [CaseEvent] {
        let answered = Set(events.compactMap(\.answers))
        let asking = Set(procedure.events.flatMap(\.answers))
        return events.filter { asking.contains($0.event) && !answered.contains($0.place) }
    }

    /// The oldest event that this one would answer.
    package func asked(by rule: Procedure.Event) -> CaseEvent? { open.first { rule.answers.contains($0.event) } }

    /// What may happen next, by whom it may be, in the order of the procedure.
    package var possible: [Procedure.Event] {
        procedure.events.filter { rule in
            rule.from.contains(file.state) && (rule.answers.isEmpty || asked(by: rule) != nil)
                && !(rule.isOnce && events.contains { $0.event == rule.key })
        }
    }

    /// The clocks as they stand.
    package func clocks(approvers: [ID<Person>: String] = [:]) -> CaseClocks {
        CaseClocks(procedure, events, approvers: approvers)
    }

    /// The clock that sets the day by which the case has to be closed.
    package func mainClock(approvers: [ID<Person>: String] = [:]) -> CaseClocks.Running? {
        let main = procedure.clocks.filter(\.isMain).map(\.key)
        return clocks(approvers: approvers).all.last { main.contains($0.key) }
    }

    // MARK: What follows

    /// Adds an event by the rules of the procedure.
    ///
    /// - Parameter choice: an outcome or a result; the outcome of what is answered where the event decides on it.
    mutating func add(_ rule: Procedure.Event, _ entry: Entry, in app: App) {
        let asked = asked(by: rule)
        let outcome = rule.outcome ?? (rule.decides ? asked?.choice : rule.asksOutcome ? entry.choice : nil)
        let state = nextState(after: rule, answering: asked)
        append(
            CaseEvent(
                place: events.count + 1,
                event: rule.key,
                state: state,
                on: entry.on,
                answers: asked?.place,
                choice: entry.choice ?? (rule.decides ? asked?.choice : nil),
                days: entry.days ?? (rule.extends.isEmpty ? nil : asked?.days),
                fen: entry.fen,
                performer: entry.performer,
                person: entry.person,
                at: app.now()
            )
        )
        if rule.asksRating { file.rating = entry.choice }
        if rule.begins { begin(on: entry.on, in: app) }
        if procedure.isClosed(state), file.isOpen { close(with: outcome, on: entry.on, in: app) }
        if !procedure.isClosed(state), !file.isOpen { reopen() }
        count(in: app)
    }

    /// Adds what happens to cases of every procedure; it moves nothing.
    mutating func add(_ common: CaseEvent.Common, _ entry: Entry, in app: App) {
        append(
            CaseEvent(
                place: events.count + 1,
                event: common.rawValue,
                state: file.state,
                on: entry.on,
                choice: entry.choice,
                performer: entry.performer,
                person: entry.person,
                at: app.now()
            )
        )
        count(in: app)
    }

    /// What is known of an event besides its rule.
    struct Entry {
        var on: CivilDate
        var choice: String?
        var days: Int?
        var fen: Int64?
        var performer: Performer
        var person: ID<Person>?
    }

    private mutating func append(_ event: CaseEvent) {
        events.append(event)
        file.state = event.state
        file.events = events.count
    }

    /// A case stays where it waits as long as something else that led there is unanswered.
    private func nextState(after rule: Procedure.Event, answering asked: CaseEvent?) -> String {
        guard let next = rule.to else { return file.state }
        let others = open.filter { $0.place != asked?.place && procedure.event($0.event)?.to == file.state }
        return asked != nil && !others.isEmpty && !procedure.isClosed(next) ? file.state : next
    }

    /// The day of the receipt chooses the law, also where it is known only with the confirmation.
    private mutating func begin(on day: CivilDate, in app: App) {
        file.receivedOn = day
        file.isConfirmed = true
        guard let procedure = app.procedures.inForce(file.kind, on: day) else { return }
        self.procedure = procedure
        file.procedure = procedure.key
    }

    private mutating func close(with outcome: String?, on day: CivilDate, in app: App) {
        file.isOpen = false
        file.closedOn = day
        file.outcome = outcome ?? file.outcome
        file.eraseOn = day.adding(months: procedure.keepsYears * 12)
    }

    private mutating func reopen() {
        file.isOpen = true
        file.closedOn = nil
        file.outcome = nil
        file.isOnTime = nil
        file.eraseOn = nil
    }

    private mutating func count(in app: App) {
        guard let main = mainClock() else { return }
        file.dueOn = main.dueOn(in: app.holidays, asOf: app.now().date)
        if let closed = file.closedOn { file.isOnTime = file.dueOn.map { closed <= $0 } }
    }
}

extension App {
    /// The procedure that a case is on.
    package func procedure(of file: CaseFile) throws -> Procedure {
        guard let procedure = procedures.named(file.procedure) else {
            throw DatabaseError.other("no procedure \(file.procedure) is installed")
        }
        return procedure
    }
}
