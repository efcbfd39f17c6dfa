package import Civil
import Text

/// The clocks of a case, counted from its events alone; nothing about a deadline is kept that they do not say.
package struct CaseClocks: Sendable {
    /// One clock and whether it still runs.
    package struct Running: Sendable {
        package var key: String
        package var clock: LegalClock
        /// It has begun only if the receipt is confirmed (条例 art 31); it shows as late all the same.
        package var isProvisional: Bool
        /// The day on which what it was for was done; nil while it runs.
        package var stoppedOn: CivilDate?
    }

    /// In the order in which they were started.
    package private(set) var all: [Running] = []

    package subscript(key: String) -> Running? { all.first { $0.key == key } }

    /// - Parameter approvers: names of those who granted extensions, where they are to be shown.
    package init(_ procedure: Procedure, _ events: [CaseEvent], approvers: [ID<Person>: String] = [:]) {
        var isClosed = false
        for event in events {
            // What is closed needs no clock any more, but for those that the closing itself starts.
            if procedure.isClosed(event.state), !isClosed { stopAll(on: event.on) }
            isClosed = procedure.isClosed(event.state)
            if event.event == CaseEvent.Common.filed.rawValue {
                beginProvisionally(procedure, event)
            } else if let rule = procedure.event(event.event) {
                apply(rule, event, procedure, events, approvers)
            }
        }
    }

    /// What needs a confirmation counts from its arrival until it has one.
    private mutating func beginProvisionally(_ procedure: Procedure, _ event: CaseEvent) {
        guard let beginning = procedure.beginning(for: ItemContent()) else { return }
        for key in beginning.starts { start(key, procedure, beginning, event.on, isProvisional: true) }
    }

    private mutating func apply(
        _ rule: Procedure.Event,
        _ event: CaseEvent,
        _ procedure: Procedure,
        _ events: [CaseEvent],
        _ approvers: [ID<Person>: String]
    ) {
        let reason = Words(zh: rule.name.zh, en: rule.name.en)
        for key in rule.starts { start(key, procedure, rule, event.on, isProvisional: false) }
        for key in rule.restarts {
            change(key) {
                $0.clock.restarts.append(.init(on: event.on, reason: reason))
                $0.stoppedOn = nil
            }
        }
        for key in rule.pauses {
            let answer = events.first { $0.answers == event.place }
            change(key) {
                $0.clock.pauses.append(.init(sentOn: event.on, answeredOn: answer?.on, reason: reason))
            }
        }
        for key in rule.extends {
            guard let days = event.days else { continue }
            let approver = event.person.flatMap { approvers[$0] } ?? ""
            change(key) { $0.clock.extended = .init(count: days, approver: approver, grantedOn: event.on) }
        }
        for key in rule.stops { change(key) { $0.stoppedOn = event.on } }
    }

    private mutating func start(
        _ key: String,
        _ procedure: Procedure,
        _ rule: Procedure.Event,
        _ day: CivilDate,
        isProvisional: Bool
    ) {
        guard let limit = procedure.clock(key)?.limit else { return }
        let words = Words(zh: rule.name.zh, en: rule.name.en)
        var clock = LegalClock(limit, event: words, on: day)
        if let replaced = rule.replaces.flatMap({ self[$0]?.clock }) {
            clock = LegalClock(
                limit,
                event: replaced.event,
                start: replaced.start,
                restarts: replaced.restarts,
                pauses: replaced.pauses
            )
        }
        all.removeAll { $0.key == key || $0.key == rule.replaces || (!isProvisional && $0.isProvisional) }
        all.append(Running(key: key, clock: clock, isProvisional: isProvisional, stoppedOn: nil))
    }

    private mutating func change(_ key: String, _ body: (inout Running) -> Void) {
        guard let index = all.firstIndex(where: { $0.key == key }) else { return }
        body(&all[index])
    }

    private mutating func stopAll(on day: CivilDate) {
        for index in all.indices where all[index].stoppedOn == nil { all[index].stoppedOn = day }
    }
}

extension CaseClocks.Running {
    /// The last day; nil while an answer of others is waited for or where no holidays are known.
    func dueOn(in table: HolidayTable, asOf today: CivilDate) -> CivilDate? {
        guard let deadline = try? clock.deadline(in: table, asOf: stoppedOn ?? today), !deadline.isPaused else {
            return nil
        }
        return deadline.due
    }
}

extension CaseHistory {
    /// The clocks that a page shows: of a term for asking the applicant (条例 art 30) that was not used nothing is owed when
    /// it is over, so that it does not stand there as late.
    package func shownClocks(approvers: [ID<Person>: String] = [:], in app: App) -> [CaseClocks.Running] {
        let today = app.now().date
        return clocks(approvers: approvers).all.filter { running in
            let stopping = procedure.events.filter { $0.stops.contains(running.key) }
            let isForAsking =
                !stopping.isEmpty
                && stopping.allSatisfy { rule in
                    rule.to.flatMap(procedure.state)?.waits == .applicant
                }
            let isUsed = events.contains { event in stopping.contains { $0.key == event.event } }
            guard isForAsking, !isUsed else { return true }
            guard running.stoppedOn == nil, let due = running.dueOn(in: app.holidays, asOf: today) else { return false }
            return today <= due
        }
    }
}
