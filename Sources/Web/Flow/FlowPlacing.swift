import Disclosure

/// Gives every event and every state of a procedure its place beside the main way.
struct FlowPlacing {
    let procedure: Procedure
    /// Keys of the states of the main way.
    let way: [String]
    /// States beside the main way that have their block.
    private var drawn: Set<String> = []

    init(procedure: Procedure, way: [String]) {
        self.procedure = procedure
        self.way = way
    }

    mutating func sections() -> [ProcedureFlow.Section] {
        var sections = way.enumerated().compactMap { index, key -> ProcedureFlow.Section? in
            guard let state = procedure.state(key) else { return nil }
            let next = index + 1 < way.count ? way[index + 1] : nil
            let here = procedure.events.filter { home(of: $0) == key }
            let beside = here.filter { next == nil || $0.to != next }
            return .init(
                state: state,
                blocks: blocks(beside, at: key),
                onward: here.filter { next != nil && $0.to == next }
            )
        }
        addUndrawn(to: &sections)
        return sections
    }

    /// The state where an event is drawn: the first of the main way in which it may happen, or the first beside it.
    private func home(of event: Procedure.Event) -> String? {
        way.first(where: event.from.contains) ?? event.from.first { !procedure.isClosed($0) } ?? event.from.first
    }

    // MARK: Beside a step

    private mutating func blocks(_ events: [Procedure.Event], at section: String) -> [ProcedureFlow.Block] {
        var blocks: [ProcedureFlow.Block] = []
        var placed: Set<String> = []
        let staying = events.filter { $0.to == nil || $0.to == section }
        for event in events where !placed.contains(event.key) {
            if let to = event.to, to != section, let state = procedure.state(to) {
                let entries = events.filter { $0.to == to }
                placed.formUnion(entries.map(\.key))
                blocks.append(block(entries, to: state, at: section))
            } else if !staying.contains(where: { event.answers.contains($0.key) && $0.key != event.key }) {
                let answers = answers(to: event, among: staying.filter { !placed.contains($0.key) })
                placed.formUnion(answers.map(\.key) + [event.key])
                let exits = answers.map { ProcedureFlow.Exit(event: $0, leads: .back) }
                blocks.append(.init(entries: [event], state: nil, isElsewhere: false, exits: exits))
            }
        }
        // Events that answer one another in a ring have no first.
        for event in staying where placed.insert(event.key).inserted {
            blocks.append(.init(entries: [event], state: nil, isElsewhere: false, exits: []))
        }
        return blocks
    }

    /// What answers an event, and what answers that.
    private func answers(to event: Procedure.Event, among events: [Procedure.Event]) -> [Procedure.Event] {
        var asked: Set = [event.key]
        var found: [Procedure.Event] = []
        while let next = events.first(where: { candidate in
            !asked.contains(candidate.key) && candidate.answers.contains(where: asked.contains)
        }) {
            asked.insert(next.key)
            found.append(next)
        }
        return found.sorted { place(of: $0) < place(of: $1) }
    }

    private func place(of event: Procedure.Event) -> Int {
        procedure.events.firstIndex { $0.key == event.key } ?? 0
    }

    private mutating func block(
        _ entries: [Procedure.Event],
        to state: Procedure.State,
        at section: String
    ) -> ProcedureFlow.Block {
        guard !way.contains(state.key) else {
            return .init(entries: entries, state: state, isElsewhere: true, exits: [])
        }
        guard drawn.insert(state.key).inserted else {
            return .init(entries: entries, state: state, isElsewhere: state.waits != .nobody, exits: [])
        }
        return .init(entries: entries, state: state, isElsewhere: false, exits: exits(of: state.key, at: section))
    }

    private func exits(of state: String, at section: String) -> [ProcedureFlow.Exit] {
        procedure.events.filter { home(of: $0) == state }.map { event in
            guard let to = event.to, to != state else { return .init(event: event, leads: .stays) }
            guard to != section, let target = procedure.state(to) else { return .init(event: event, leads: .back) }
            return .init(event: event, leads: .to(target))
        }
    }

    // MARK: Further away

    /// States that are reached only from beside the main way, beside the step from where they are reached.
    private mutating func addUndrawn(to sections: inout [ProcedureFlow.Section]) {
        for state in procedure.states where !way.contains(state.key) {
            let home = sections.firstIndex { section in
                section.blocks.flatMap(\.exits).contains { exit in
                    if case .to(let target) = exit.leads { target.key == state.key } else { false }
                }
            }
            // An end without anything after it is drawn where it is reached.
            let hasEvents = procedure.events.contains { self.home(of: $0) == state.key }
            guard home == nil || state.waits != .nobody || hasEvents else { continue }
            guard drawn.insert(state.key).inserted, let index = home ?? sections.indices.first else { continue }
            let exits = exits(of: state.key, at: sections[index].state.key)
            sections[index].blocks.append(.init(entries: [], state: state, isElsewhere: false, exits: exits))
        }
    }
}
