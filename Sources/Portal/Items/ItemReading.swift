import Civil
import Database
import Disclosure
import Text
import Web

/// Everything that the page of an item shows, read in one transaction.
///
/// A class, for every part of the page holds it.
final class ItemReading: Sendable {
    let agency: Agency
    let item: Item
    /// Nil where the catalogue no longer has the duty; then only what every item has is shown.
    let duty: Duty?
    /// The fields of the duty, or those that every item has.
    let fields: [Field]
    /// What the public was given, in canonical bytes and field by field.
    let given: PublicVersion
    /// From the first level down.
    let columns: [Column]
    let formerNames: [FormerName]
    let deliveries: [Delivery]
    let channels: [Channel]
    /// What the ledger says of the item, oldest first.
    let entries: [LedgerEntry]
    /// Items that fields refer to, by the reference.
    let related: [String: Item]
    /// Published items that amend or repeal this one, or that it amends or repeals.
    let relations: [(relation: ItemRelation, other: Item)]
    /// Items that speak of this one: interpretations, the outcome of comments.
    let bonds: [Bond]
    /// Of an annual report: its text with every number, as it was frozen.
    let report: ReportSheet?
    let leafID: String
    let indexNumber: String
    let leafIndex: Int64
    let publishedAt: Instant

    /// - Throws: `Refusal.notFound` unless the agency has a published item under that leaf id.
    init(_ tx: any SQLConnection, agency code: String, leafID: String, catalogue: Catalogue) throws {
        let agency = try tx.agency(code)
        guard let item = try tx.items.published(leafID: leafID, of: agency.id),
            let given = try tx.items.published(of: item.id),
            let leafIndex = item.leafIndex, let publishedAt = item.publishedAt
        else { throw Refusal.notFound }
        self.agency = agency
        self.item = item
        self.given = given
        self.leafID = leafID
        self.leafIndex = leafIndex
        self.publishedAt = publishedAt
        indexNumber = item.indexNumber ?? ""
        let duty = catalogue.duty(item.duty)
        let fields = duty?.allFields ?? CommonFields.all
        self.duty = duty
        self.fields = fields
        columns = try item.column.map { try tx.agencies.way(to: $0) } ?? []
        formerNames = try tx.agencies.formerNames(of: agency.id)
        deliveries = try tx.channels.deliveries(of: item.id)
        channels = try tx.channels.all(of: agency.id)
        entries = try tx.ledger.entries(of: leafID)
        let found = try tx.relations.all(of: item.id)
        let others = try tx.items.published(found.flatMap { [$0.source, $0.target] })
        relations = found.compactMap { relation in
            others.first { $0.id != item.id && [relation.source, relation.target].contains($0.id) }.map {
                (relation, $0)
            }
        }
        bonds = try tx.bonds.published(to: item.id)
        report =
            item.duty == SubmitReport.duty
            ? try tx.reports.find(publishedAs: item.id).flatMap { try tx.reports.published($0)?.sheet } : nil
        let references = fields.compactMap { field in
            if case .item = field.type { given.content[field.key] } else { nil }
        }
        related = try tx.items.published(referredToAs: references, of: agency.id)
    }

    var content: ItemContent { given.content }
}

extension ItemReading {
    /// When the public may comment on it, if it is a draft that asks for that.
    var commentPeriod: CommentPeriod? { duty.flatMap { CommentPeriod(content, under: $0) } }

    /// 发文机关: as the document says, or this agency under the name that it had on the day.
    func issuer(_ language: Language) -> String {
        if let issuer = content[CommonFields.issuer] { return issuer }
        let then = formerNames.first { name in
            name.from <= item.formedOn && name.to.map { item.formedOn <= $0 } ?? true
        }
        return (then?.name ?? agency.name)[language]
    }

    /// 有效性 in the words of the law: what the document says, else whether its display has run out.
    func validity(on today: CivilDate) -> Tag {
        guard item.validity == .inForce else { return Tag(kind: .void, word: item.validity.name) }
        if let field = fields.first(where: { $0.key == "validity" }), let value = content["validity"] {
            let words = Phrase(
                zh: field.displayText(of: value, language: .zh),
                en: field.displayText(of: value, language: .en)
            )
            return Tag(kind: value == "valid" ? .onTime : .void, word: words)
        }
        if let duty, duty.display.end == .markExpired, let end = duty.displayEnd(for: content), end < today {
            return Tag(kind: .void, word: Phrase(zh: "失效", en: "Expired (失效)"))
        }
        return Tag(kind: .onTime, word: Phrase(zh: "有效", en: "In force (有效)"))
    }

    /// Whether the bytes that the site gives out today are those that the ledger took in.
    var matchesLedger: Bool {
        entries.last { $0.commitment != nil }?.commitment == given.commitment
    }
}
