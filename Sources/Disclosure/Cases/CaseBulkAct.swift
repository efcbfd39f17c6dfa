package import Database
package import Text

/// What can be done to several cases at once.
package enum CaseBulkAct: BulkAct {
    case assign(section: ID<Section>?, officer: ID<Person>?, reason: String)
    /// An event of the procedure that asks for nothing.
    case record(event: String)

    package var required: Act { .handleCases }
    package var most: Int { 50 }

    package var code: String {
        switch self {
        case .assign: "case-assign"
        case .record(let event): "case-\(event)"
        }
    }

    package func perform(on choice: BulkChoice, by actor: Actor, _ tx: any SQLConnection, in app: App) throws -> Phrase
    {
        try actor.require(required)
        let file = try tx.cases.require(ID(choice.subject), of: actor.agency)
        guard String(file.events) == choice.seen else { throw CaseRefusal.changed }
        switch self {
        case .assign(let section, let officer, let reason):
            _ = try AssignCase(file.id, section: section, officer: officer, reason: reason, actor: actor)
                .perform(tx, in: app)
            let name = try officer.flatMap { try tx.people.find($0)?.name }
            return Phrase(zh: "分给\(name ?? "本科室")", en: "Assigned to \(name ?? "the section")")
        case .record(let event):
            let now = try RecordEvent(event, to: file.id, base: file.events, by: .staff(actor)).perform(tx, in: app)
            let state = app.procedures.named(now.procedure)?.state(now.state)?.name
            return Phrase(zh: "登记后：\(state?.zh ?? now.state)", en: "It stands now: \(state?.en ?? now.state)")
        }
    }
}

extension Procedure.Event {
    /// Nothing has to be filled in, so that it can be recorded on several cases at once.
    package var asksNothing: Bool { !questions.contains { $0.required != .never } }
}

extension CaseStore {
    /// Cases of a kind that stand in one of some states, those received first before others.
    package func standing(in states: [String], _ kind: String, of agency: ID<Agency>, limit: Int) throws -> [CaseFile] {
        let found = try states.flatMap { state in
            try tx.rows(
                """
                SELECT * FROM case_file WHERE agency = \(agency) AND kind = \(kind) AND state = \(state)
                ORDER BY received_on, id LIMIT \(limit)
                """
            ).map(CaseFile.init)
        }
        return Array(found.sorted { ($0.receivedOn, $0.id.text) < ($1.receivedOn, $1.id.text) }.prefix(limit))
    }
}
