import Civil
package import Database

/// The cases that lie on a person's desk; each stands in one list only.
package struct CaseDesk: Sendable {
    /// Replies that wait for this person's signature.
    package var toSign: [CaseFile] = []
    /// Extensions that somebody else asked for and this person may grant.
    package var extensions: [CaseFile] = []
    /// Arrived, and not yet taken or confirmed.
    package var toConfirm: [CaseFile] = []
    package var late: [CaseFile] = []
    /// Due from today through the end of the week.
    package var thisWeek: [CaseFile] = []

    static let limit = 50

    package init(of actor: Actor, in app: App, _ tx: any SQLConnection) throws {
        let today = app.now().date
        if actor.may(.decideCases) {
            toSign = try tx.cases.open(actor, "\(tx.cases.waiting(for: .approver, in: app))")
            extensions = try tx.cases.asked(of: actor, in: app)
        }
        guard actor.may(.handleCases) else { return }
        // An officer sees the own cases and those that nobody has; whoever leads the office sees all.
        let mine: SQL =
            actor.may(.superviseCases) ? "1 = 1" : "(officer = \(actor.person) OR officer IS NULL)"
        toConfirm = try tx.cases.open(actor, "is_confirmed = 0 AND \(mine)")
        late = try tx.cases.open(actor, "due_on < \(today) AND \(mine)")
        thisWeek = try tx.cases.open(actor, "due_on BETWEEN \(today) AND \(today.endOfWeek) AND \(mine)")
        let decided = Set((toSign + extensions).map(\.id))
        late.removeAll { decided.contains($0.id) }
        let first = decided.union(late.map(\.id))
        toConfirm.removeAll { first.contains($0.id) }
        let second = first.union(toConfirm.map(\.id))
        thisWeek.removeAll { second.contains($0.id) }
    }
}

extension CaseStore {
    /// Open cases of the person's agency, the most urgent first.
    fileprivate func open(_ actor: Actor, _ condition: SQL) throws -> [CaseFile] {
        try tx.rows(
            """
            SELECT * FROM case_file WHERE agency = \(actor.agency) AND is_open = 1 AND \(condition)
            ORDER BY due_on, id LIMIT \(CaseDesk.limit)
            """
        ).map(CaseFile.init)
    }

    /// Open cases in which an extension was asked for by somebody else and not decided.
    fileprivate func asked(of actor: Actor, in app: App) throws -> [CaseFile] {
        let keys = Set(
            app.procedures.all.flatMap(\.events).filter { !$0.extends.isEmpty && $0.by == [.approver] }
                .flatMap(\.answers)
        )
        guard !keys.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT f.* FROM case_file f JOIN case_event e ON e.case_file = f.id
            WHERE f.agency = \(actor.agency) AND f.is_open = 1 AND e.event IN \(list: keys.sorted())
                AND (e.person IS NULL OR e.person <> \(actor.person))
                AND NOT EXISTS (SELECT 1 FROM case_event a WHERE a.case_file = e.case_file AND a.answers = e.place)
            ORDER BY f.due_on, f.id LIMIT \(CaseDesk.limit)
            """
        ).map(CaseFile.init)
    }
}
