package import Database
import Text

/// 并案办理: a case is handled together with another of its kind, which leads.
///
/// Both keep their number, their clock and their count; what is recorded on the one that leads can be recorded on all.
package struct MergeCase: UseCase {
    /// How many cases one can lead.
    package static let most = 50

    package var file: ID<CaseFile>
    /// Number of the case that leads.
    package var lead: String
    package var reason: String
    package var actor: Actor

    package init(_ file: ID<CaseFile>, with lead: String, reason: String, actor: Actor) {
        self.file = file
        self.lead = lead
        self.reason = reason
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> CaseFile {
        var history = try tx.cases.handled(file, by: actor, in: app)
        let number = lead.filter { !$0.isWhitespace }
        guard let lead = try tx.cases.find(number: number, of: actor.agency), lead.id != file else {
            throw Refusal.invalid([
                FieldProblem(
                    "lead",
                    zh: "本机关没有编号为「\(number)」的其他办件，请照办件页面上的编号填写",
                    en: "There is no other case «\(number)»; enter the number as its page shows it"
                )
            ])
        }
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw Refusal.invalid([FieldProblem("merge_reason", zh: "请写明并案的理由", en: "Say why they go together")])
        }
        var leading = try tx.cases.handled(lead.id, by: actor, in: app)
        try require(history.file, leading.file, tx)
        try tx.cases.relate(file, to: lead.id, .merged)
        try tx.cases.record(
            .merged,
            ItemContent([("case", lead.number), ("reason", reason)]),
            in: &history,
            by: actor,
            app: app
        )
        try tx.cases.record(
            .merged,
            ItemContent([("case", history.file.number), ("reason", reason)]),
            in: &leading,
            by: actor,
            app: app
        )
        try tx.audit.record("case.merge", of: "case", file.text, detail: lead.id.text, by: actor, in: app)
        return history.file
    }

    /// Cases of one kind that are open; a case that is led leads no other.
    private func require(_ file: CaseFile, _ lead: CaseFile, _ tx: any SQLConnection) throws {
        guard file.isOpen, lead.isOpen else {
            throw Refusal.wrongState(
                Phrase(zh: "只有在办的办件可以并案，其中一件已经办结", en: "Only open cases go together; one of them is closed")
            )
        }
        guard file.kind == lead.kind else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "「\(lead.number)」是另一种办件，时限和结果都不同，不能并案",
                    en: "«\(lead.number)» is of another kind, with other limits and outcomes; they cannot go together"
                )
            )
        }
        if let other = try tx.cases.main(of: file.id, .merged) {
            throw Refusal.wrongState(
                Phrase(
                    zh: "这件已经并入「\(other.number)」；要改并，先取消并案",
                    en: "It goes with «\(other.number)» already; part them first"
                )
            )
        }
        if let other = try tx.cases.main(of: lead.id, .merged) {
            throw Refusal.wrongState(
                Phrase(
                    zh: "「\(lead.number)」自己已经并入「\(other.number)」，请并入「\(other.number)」",
                    en: "«\(lead.number)» goes with «\(other.number)» itself; choose «\(other.number)»"
                )
            )
        }
        guard try tx.cases.others(of: file.id, .merged).isEmpty else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "有其他办件并入这一件，不能再把它并入别的办件",
                    en: "Other cases go with this one; it cannot go with another"
                )
            )
        }
        guard try tx.cases.others(of: lead.id, .merged).count < Self.most else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "「\(lead.number)」已并入\(Self.most)件，不能再并",
                    en: "\(Self.most) cases go with «\(lead.number)» already"
                )
            )
        }
    }
}

/// 取消并案: a case is handled by itself again.
package struct PartCase: UseCase {
    package var file: ID<CaseFile>
    package var actor: Actor

    package init(_ file: ID<CaseFile>, actor: Actor) {
        self.file = file
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> CaseFile {
        var history = try tx.cases.handled(file, by: actor, in: app)
        guard let lead = try tx.cases.main(of: file, .merged) else {
            throw Refusal.wrongState(Phrase(zh: "这件没有并入其他办件", en: "It does not go with another case"))
        }
        var leading = try CaseHistory(lead, tx, in: app)
        try tx.cases.part(file)
        try tx.cases.record(.parted, ItemContent([("case", lead.number)]), in: &history, by: actor, app: app)
        try tx.cases.record(.parted, ItemContent([("case", history.file.number)]), in: &leading, by: actor, app: app)
        try tx.audit.record("case.part", of: "case", file.text, detail: lead.id.text, by: actor, in: app)
        return history.file
    }
}

extension CaseStore {
    /// A case with its history that this person handles.
    func handled(_ file: ID<CaseFile>, by actor: Actor, in app: App) throws -> CaseHistory {
        try actor.require(.handleCases)
        let history = try CaseHistory(try require(file, of: actor.agency), tx, in: app)
        try actor.requireReach(of: history.file, under: history.procedure)
        return history
    }
}
