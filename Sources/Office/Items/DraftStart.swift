import Civil
import Database
import Disclosure
import Web

/// A new draft that begins from another item: an interpretation from its document, an open item from one that was not,
/// or from a case what of it everybody may read.
enum DraftStart {
    /// The form so far; empty unless the address names an item of this agency.
    static func typed(_ visit: Visit, _ duty: Duty) async throws -> TypedItem {
        if duty.interprets, let document = visit.query["document"] {
            return try await interpretation(of: ID(document), visit)
        }
        if let file = visit.query["case"] { return try await publicPart(of: ID(file), visit, duty) }
        if let source = visit.query["from"] { return try await opened(ID(source), visit, duty) }
        return TypedItem()
    }

    private static func interpretation(of document: ID<Item>, _ visit: Visit) async throws -> TypedItem {
        var typed = TypedItem()
        let agency = try visit.actor().agency
        let found = try await visit.app.database.read { try $0.items.find(document) }
        guard let item = found, item.agency == agency else { return typed }
        typed.values[CommonFields.title] = "《\(item.title)》政策解读"
        typed.values[CommonFields.disclosure] = Duty.DisclosureMode.proactive.rawValue
        typed.values[Interpretation.document] = item.id.text
        typed.values[Interpretation.of] = "ours"
        typed.values[Interpretation.documentDate] = (item.publishedAt ?? visit.app.now()).date.iso
        return typed
    }

    /// What was not open, to be published now.
    private static func opened(_ source: ID<Item>, _ visit: Visit, _ duty: Duty) async throws -> TypedItem {
        let agency = try visit.actor().agency
        let found = try await visit.app.database.read { tx -> (Item, Version)? in
            guard let item = try tx.items.find(source), let version = try tx.items.version(item.currentVersion) else {
                return nil
            }
            return (item, version)
        }
        guard let (item, version) = found, item.agency == agency, item.duty == duty.code else { return TypedItem() }
        try await visit.writeDownReading(of: version, under: duty)
        var typed = TypedItem(version.content, of: item, under: duty)
        typed.values[CommonFields.disclosure] = Duty.DisclosureMode.proactive.rawValue
        typed.values[CommonFields.disclosureReason] = nil
        return typed
    }

    /// Question and answer of a case, masked; nothing for those who may not read it or where it may not be public.
    private static func publicPart(of file: ID<CaseFile>, _ visit: Visit, _ duty: Duty) async throws -> TypedItem {
        let actor = try visit.actor()
        let values = try await visit.app.database.read { [app = visit.app] tx -> [String: String] in
            let file = try tx.cases.require(file, of: actor.agency)
            let history = try CaseHistory(file, tx, in: app)
            guard actor.reach(of: file, under: history.procedure).readsWords,
                let content = try tx.cases.words(.content, of: file.id, in: app), history.mayBePublic(content)
            else { throw Refusal.notFound }
            return try history.publicBeginning(for: duty, content, tx, in: app)
        }
        var typed = TypedItem()
        typed.values.merge(values) { _, new in new }
        return typed
    }
}
