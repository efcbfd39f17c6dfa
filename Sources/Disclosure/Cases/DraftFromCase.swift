import Civil
import Codes
package import Database
import Text

/// An item for everybody is drafted from a closed case: a question with its answer where the sender agreed, or information
/// that was given to one applicant and may be asked for by others (条例 art 44).
package struct DraftFromCase: UseCase {
    package var file: ID<CaseFile>
    package var draft: SaveDraft

    package init(_ file: ID<CaseFile>, _ draft: SaveDraft) {
        self.file = file
        self.draft = draft
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        let actor = draft.actor
        var history = try CaseHistory(try tx.cases.require(file, of: actor.agency), tx, in: app)
        guard actor.reach(of: history.file, under: history.procedure).readsWords else {
            throw Refusal.notAllowed(.readCases)
        }
        try history.requirePublic(try tx.cases.words(.content, of: file, in: app))
        let item = try draft.perform(tx, in: app)
        try tx.execute("INSERT INTO case_item (case_file, item) VALUES (\(file), \(item.id))")
        try tx.cases.record(.drafted, ItemContent([("item", item.id.text)]), in: &history, by: actor, app: app)
        try tx.audit.record("case.draft", of: "case", file.text, detail: item.id.text, by: actor, in: app)
        return item
    }
}

extension CaseHistory {
    /// Whether an item for everybody may be drafted from it.
    package func mayBePublic(_ content: ItemContent?) -> Bool {
        do {
            try requirePublic(content)
            return true
        } catch {
            return false
        }
    }

    /// - Throws: why it may not, in words.
    func requirePublic(_ content: ItemContent?) throws(Refusal) {
        guard let publicity = procedure.publicity, procedure.protects == .applicant, let content else {
            throw .notFound
        }
        guard !file.isOpen else {
            throw .wrongState(Phrase(zh: "办结之后才能公开", en: "It can be made public when it is closed"))
        }
        if let consent = publicity.consent, content[consent] != Procedure.Publicity.agreed {
            throw .wrongState(Phrase(zh: "来信人没有同意公开", en: "Who wrote it has not agreed that it becomes public"))
        }
        guard publicity.outcomes.isEmpty || publicity.outcomes.contains(file.outcome ?? "") else {
            throw .wrongState(Phrase(zh: "只有予以公开的信息可以转为主动公开", en: "Only what was released can be made public"))
        }
    }

    /// What the form of a duty can begin with: question, answer and days, with everything masked that looks personal.
    package func publicBeginning(
        for duty: Duty,
        _ content: ItemContent,
        _ tx: any SQLConnection,
        in app: App
    ) throws -> [String: String] {
        var values = [
            CommonFields.title: procedure.gist(of: content),
            CommonFields.disclosure: Duty.DisclosureMode.proactive.rawValue,
            "question": procedure.words(of: content),
            "answer": try answer(tx, in: app)?.text ?? "",
            "asked-on": file.receivedOn.iso,
            "answered-on": file.closedOn?.iso ?? "",
            "way": procedure.kind,
        ]
        let known = Set(duty.allFields.map(\.key))
        values = values.filter { known.contains($0.key) && !$0.value.isEmpty }
        return values.mapValues { SensitiveScanner.masked($0) }
    }
}

extension CaseStore {
    /// The items that were drafted from a case.
    package func items(from file: ID<CaseFile>) throws -> [Item] {
        let rows = try tx.rows("SELECT item FROM case_item WHERE case_file = \(file) ORDER BY item")
        return try rows.compactMap { try tx.items.find(try $0.id("item")) }
    }
}
