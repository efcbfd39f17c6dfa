package import Database
import Text

/// Cases that a clerk should look at beside one: of the same applicant, and open ones that ask nearly the same.
package struct LikeCases: Sendable {
    package var ofSameApplicant: [CaseFile] = []
    /// The most alike first.
    package var alike: [CaseFile] = []

    /// The newest open cases of the kind that are compared.
    static let compared = 200
    static let shown = 10
    /// From so much of their words in common on (Jaccard).
    static let threshold = 0.5

    /// - Parameter content: what the case asks.
    package init(_ file: CaseFile, _ content: ItemContent?, for actor: Actor, _ tx: any SQLConnection, in app: App)
        throws
    {
        let procedure = try app.procedure(of: file)
        let reach = actor.reach(of: file, under: procedure)
        guard reach.readsWords else { return }
        // That somebody asked here and informed there would give the informant away, from either side.
        func mayShow(_ other: CaseFile) throws -> Bool {
            try app.procedure(of: other).protects == .applicant || other.officer == actor.person
        }
        if reach.readsApplicant || procedure.protects == .applicant {
            ofSameApplicant = try tx.cases.ofSameApplicant(as: file).filter(mayShow)
        }
        guard let content else { return }
        alike = try tx.cases.alike(file, content, procedure, in: app).filter(mayShow)
    }
}

extension CaseStore {
    fileprivate func ofSameApplicant(as file: CaseFile) throws -> [CaseFile] {
        guard let mark = file.applicantMark else { return [] }
        return try tx.rows(
            """
            SELECT * FROM case_file WHERE agency = \(file.agency) AND applicant_mark = \(mark) AND id <> \(file.id)
            ORDER BY received_on DESC, id DESC LIMIT \(LikeCases.shown)
            """
        ).map(CaseFile.init)
    }

    fileprivate func alike(_ file: CaseFile, _ content: ItemContent, _ procedure: Procedure, in app: App) throws
        -> [CaseFile]
    {
        let others = try tx.rows(
            """
            SELECT * FROM case_file WHERE agency = \(file.agency) AND kind = \(file.kind) AND is_open = 1
                AND id <> \(file.id)
            ORDER BY received_on DESC, id DESC LIMIT \(LikeCases.compared)
            """
        ).map(CaseFile.init)
        let contents = try contents(of: others.map(\.id), in: app)
        let mine = WordSet(procedure.words(of: content))
        let compared = try others.map { other in
            let procedure = try app.procedure(of: other)
            return (other, contents[other.id].map { WordSet(procedure.words(of: $0)).likeness(to: mine) } ?? 0)
        }
        return compared.filter { $0.1 >= LikeCases.threshold }.sorted { $0.1 > $1.1 }.prefix(LikeCases.shown).map(\.0)
    }
}

/// The words of a text as the search knows them, each once.
struct WordSet {
    private let words: Set<String>

    init(_ text: String) {
        words = Set(SearchText.tokens(ofDocument: text)).subtracting(["\u{E000}"])
    }

    /// What both have in common, of all that either has (Jaccard); nothing is like nothing.
    func likeness(to other: WordSet) -> Double {
        let all = words.union(other.words).count
        return all == 0 ? 0 : Double(words.intersection(other.words).count) / Double(all)
    }
}
