/// A procedure as it is drawn: its main way from arrival to the end, and beside each step what leads away from it and back.

package import Disclosure

/// The states of a procedure along its main way, each with what can happen there; every event has exactly one place.
package struct ProcedureFlow: Sendable {
    /// An event that leads out of the state of a block.
    package struct Exit: Sendable {
        package var event: Procedure.Event
        package var leads: Lead
    }

    /// Where an exit leads.
    package enum Lead: Sendable {
        /// Back to the step of the main way beside which it is drawn.
        case back
        /// Nowhere: the case stays.
        case stays
        /// To a state that is drawn again right there, for it is the end, or named, for it is drawn elsewhere.
        case to(Procedure.State)
    }

    /// A loop or a side-step beside a step of the main way.
    package struct Block: Sendable {
        /// What leads into it.
        package var entries: [Procedure.Event]
        /// Where these lead; nil where the case stays and an answer is awaited.
        package var state: Procedure.State?
        /// The state is drawn elsewhere, and here only named.
        package var isElsewhere: Bool
        package var exits: [Exit]
    }

    /// A step of the main way.
    package struct Section: Sendable {
        package var state: Procedure.State
        package var blocks: [Block]
        /// What leads to the next step.
        package var onward: [Procedure.Event]
    }

    package let procedure: Procedure
    package let sections: [Section]

    package init(_ procedure: Procedure) {
        self.procedure = procedure
        let way = Self.mainWay(of: procedure)
        var placing = FlowPlacing(procedure: procedure, way: way)
        sections = placing.sections()
    }

    /// From arrival on the shortest way to the first closed state of the file, and from there through what follows.
    static func mainWay(of procedure: Procedure) -> [String] {
        let ends = procedure.states.filter { $0.waits == .nobody }.map(\.key)
        var way = ends.lazy.compactMap { shortest(to: $0, procedure) }.first ?? [procedure.arrival.key]
        while let last = way.last,
            let next = procedure.events.first(where: { event in
                guard let to = event.to else { return false }
                return event.from.contains(last) && ends.contains(to) && ends.contains(last) && !way.contains(to)
            })?.to
        {
            way.append(next)
        }
        return way
    }

    private static func shortest(to end: String, _ procedure: Procedure) -> [String]? {
        var ways = [[procedure.arrival.key]]
        var seen: Set = [procedure.arrival.key]
        while !ways.isEmpty {
            var longer: [[String]] = []
            for way in ways {
                if way.last == end { return way }
                for event in procedure.events {
                    guard let to = event.to, let last = way.last, event.from.contains(last) else { continue }
                    if seen.insert(to).inserted { longer.append(way + [to]) }
                }
            }
            ways = longer
        }
        return nil
    }
}

extension Procedure {
    /// The part that the office and its approver do among themselves (依申请公开审批流程); nil where nobody has to approve.
    ///
    /// What waits for applicants or others is left out, and what follows when the case is closed.
    package var approval: Procedure? {
        let inside: Set<Waiting> = [.office, .approver, .nobody]
        var part = self
        part.states = states.filter { inside.contains($0.waits) }
        let kept = Set(part.states.map(\.key))
        guard kept.contains(arrival.key) else { return nil }
        part.events = events.compactMap { event in
            guard !event.by.contains(.applicant), event.to.map(kept.contains) ?? true else { return nil }
            var event = event
            event.from = event.from.filter(kept.contains)
            let isAfterwards = event.to == nil && event.from.allSatisfy(isClosed)
            return event.from.isEmpty || isAfterwards ? nil : event
        }
        let reached = Set(part.events.compactMap(\.to) + [arrival.key])
        part.states.removeAll { !reached.contains($0.key) }
        part.events = part.events.compactMap { event in
            var event = event
            event.from = event.from.filter(reached.contains)
            return event.from.isEmpty ? nil : event
        }
        return part.events.contains { $0.by.contains(.approver) && $0.to != nil } ? part : nil
    }
}
