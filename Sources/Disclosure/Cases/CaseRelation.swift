import Civil
import Database

/// How two cases of one agency belong together.
///
/// Each stays a case of its own, with its number, its clock and its count.
enum CaseRelation: String {
    /// 并案: it is handled together with the main one.
    case merged
    /// 一事一申请: it was taken out of the main one.
    case split
}

/// The cases that belong to one.
package struct RelatedCases: Sendable {
    /// The one that it is handled with.
    package var lead: CaseFile?
    /// Those that are handled with it.
    package var merged: [CaseFile] = []
    /// The one that it was taken out of.
    package var origin: CaseFile?
    /// Those that were taken out of it.
    package var parts: [CaseFile] = []

    package var isEmpty: Bool { lead == nil && merged.isEmpty && origin == nil && parts.isEmpty }
}

extension CaseStore {
    package func related(to file: ID<CaseFile>) throws -> RelatedCases {
        RelatedCases(
            lead: try main(of: file, .merged),
            merged: try others(of: file, .merged),
            origin: try main(of: file, .split),
            parts: try others(of: file, .split)
        )
    }

    /// The case that leads this one.
    func main(of file: ID<CaseFile>, _ kind: CaseRelation) throws -> CaseFile? {
        try tx.first(
            """
            SELECT f.* FROM case_relation r JOIN case_file f ON f.id = r.main
            WHERE r.case_file = \(file) AND r.kind = \(kind.rawValue)
            """
        ).map(CaseFile.init)
    }

    /// The cases that this one leads.
    func others(of file: ID<CaseFile>, _ kind: CaseRelation) throws -> [CaseFile] {
        try tx.rows(
            """
            SELECT f.* FROM case_relation r JOIN case_file f ON f.id = r.case_file
            WHERE r.main = \(file) AND r.kind = \(kind.rawValue) ORDER BY f.received_on, f.id
            """
        ).map(CaseFile.init)
    }

    func relate(_ file: ID<CaseFile>, to main: ID<CaseFile>, _ kind: CaseRelation) throws {
        try tx.execute(
            "INSERT INTO case_relation (case_file, kind, main) VALUES (\(file), \(kind.rawValue), \(main))"
        )
    }

    func part(_ file: ID<CaseFile>) throws {
        try tx.execute(
            "DELETE FROM case_relation WHERE case_file = \(file) AND kind = \(CaseRelation.merged.rawValue)"
        )
    }

    /// A case of an agency by its number.
    func find(number: String, of agency: ID<Agency>) throws -> CaseFile? {
        try tx.first("SELECT * FROM case_file WHERE agency = \(agency) AND number = \(number)").map(CaseFile.init)
    }

    /// Writes down what is common to cases of every procedure, with its words.
    func record(
        _ common: CaseEvent.Common,
        _ words: ItemContent,
        in history: inout CaseHistory,
        by actor: Actor,
        app: App
    ) throws {
        history.add(common, .init(on: app.now().date, performer: .officer, person: actor.person), in: app)
        guard let event = history.events.last else { return }
        try tx.cases.insert(event, of: history.file.id)
        try tx.cases.insert(words, .event(event.place), of: history.file.id, in: app)
        try tx.cases.update(history.file)
    }
}
