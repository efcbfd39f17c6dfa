import Civil
package import Database
import Text

/// Hands waiting drafts of somebody who is away to an editor of the same agency.
///
/// The author of every version stays who it was; only who carries on changes.
package struct HandOn: UseCase {
    package var items: [ID<Item>]
    package var from: ID<Person>
    package var to: ID<Person>
    package var actor: Actor

    package init(items: [ID<Item>], from: ID<Person>, to: ID<Person>, actor: Actor) {
        self.items = items
        self.from = from
        self.to = to
        self.actor = actor
    }

    /// Everything or nothing: an item that moved meanwhile is a conflict, and the preview is shown again.
    /// - Returns: how many were handed on.
    package func perform(_ tx: any SQLConnection, in app: App) throws -> Int {
        try actor.require(.handOnDrafts)
        let taker = try tx.people.find(to)
        guard let taker, taker.agency == actor.agency, taker.isActive, taker.actor.may(.draftItem), to != from else {
            throw Refusal.invalid([
                FieldProblem(
                    "to",
                    zh: "请选择本机关另一位可以起草的在用人员",
                    en: "Choose another active person of this agency who may draft"
                )
            ])
        }
        guard !items.isEmpty else {
            throw Refusal.invalid([FieldProblem("items", zh: "请至少选择一条草稿", en: "Choose at least one draft")])
        }
        let waiting = Set(try tx.carriers.drafts(carriedBy: from, in: actor.agency).map(\.id))
        guard waiting.isSuperset(of: items) else {
            throw Refusal.conflict(
                Phrase(
                    zh: "所选草稿中有的刚刚被提交或转交，请核对下面的最新清单后再办理",
                    en:
                        "Some of these drafts have just been submitted or handed on; check the list below and do it again"
                )
            )
        }
        for item in Set(items).sorted(by: { $0.text < $1.text }) {
            try tx.carriers.hand(item, to: to, by: actor.person, at: app.now())
            try tx.audit.record("item.hand-on", of: "item", item.text, detail: "\(from) \(to)", by: actor, in: app)
        }
        return Set(items).count
    }
}

/// Who carries on with a draft, the draft of a revision too: whoever it was handed to or who began the revision, else its
/// author.
package struct CarrierStore {
    let tx: any SQLConnection

    private static let isDraft: SQL = "(i.state = 'draft' OR i.revision = 'draft')"

    /// The drafts that wait for a person, the last changed first, at most 500.
    package func drafts(carriedBy person: ID<Person>, in agency: ID<Agency>) throws -> [Item] {
        try tx.rows(
            """
            SELECT i.* FROM item i LEFT JOIN item_carrier c ON c.item = i.id
            WHERE i.agency = \(agency) AND \(Self.isDraft) AND coalesce(c.person, i.created_by) = \(person)
            ORDER BY i.changed_at DESC, i.id DESC LIMIT 500
            """
        ).map(Item.init)
    }

    /// How many drafts wait for each person of an agency.
    package func draftCounts(in agency: ID<Agency>) throws -> [ID<Person>: Int] {
        let rows = try tx.rows(
            """
            SELECT coalesce(c.person, i.created_by) AS carrier, count(*) AS n
            FROM item i LEFT JOIN item_carrier c ON c.item = i.id
            WHERE i.agency = \(agency) AND \(Self.isDraft) GROUP BY coalesce(c.person, i.created_by)
            """
        )
        return Dictionary(
            try rows.map { (try $0.id("carrier"), try $0.number("n")) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Those of the items that were handed on, and to whom.
    package func carriers(of items: [ID<Item>]) throws -> [ID<Item>: ID<Person>] {
        guard !items.isEmpty else { return [:] }
        let rows = try tx.rows(
            "SELECT item, person FROM item_carrier WHERE item IN \(list: items.map(\.text))"
        )
        return Dictionary(
            try rows.map { (try $0.id("item"), try $0.id("person")) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func hand(_ item: ID<Item>, to person: ID<Person>, by actor: ID<Person>, at now: Instant) throws {
        try tx.execute(
            """
            INSERT INTO item_carrier (item, person, handed_by, handed_at) VALUES (\(item), \(person), \(actor), \(now))
            ON CONFLICT (item) DO UPDATE SET person = excluded.person, handed_by = excluded.handed_by,
                handed_at = excluded.handed_at
            """
        )
    }
}

extension SQLConnection {
    package var carriers: CarrierStore { CarrierStore(tx: self) }
}
