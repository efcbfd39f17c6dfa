import Civil
package import Database

/// What binds one item to another besides what its own fields say: who explains it, what came of it.
package struct Bond: Sendable, Hashable {
    package enum Kind: String, Sendable {
        /// The item explains the other (政策解读).
        case interpretation
        /// The item is what came of the comments on the other (意见征集结果).
        case outcome
    }

    package var kind: Kind
    /// The item that speaks of the other.
    package var item: Item
}

/// Bonds in the database.
package struct BondStore {
    let tx: any SQLConnection

    /// The published items that speak of an item, the newest last; the way back of the links that they have.
    package func published(to item: ID<Item>) throws -> [Bond] {
        try tx.rows(
            """
            SELECT i.*, 'interpretation' AS bond FROM item_pair p JOIN item i ON i.id = p.interpretation
            WHERE p.document = \(item) AND i.state = 'published'
            UNION ALL
            SELECT i.*, 'outcome' AS bond FROM comment_outcome o JOIN item i ON i.id = o.outcome
            WHERE o.draft = \(item) AND i.state = 'published'
            ORDER BY leaf_index
            """
        ).map { Bond(kind: try $0.choice("bond"), item: try Item($0)) }
    }

    /// The interpretations of a document, the oldest first.
    package func interpretations(of document: ID<Item>) throws -> [Item] {
        try tx.rows(
            """
            SELECT i.* FROM item_pair p JOIN item i ON i.id = p.interpretation
            WHERE p.document = \(document) ORDER BY p.bound_at, i.id
            """
        ).map(Item.init)
    }

    /// The document that an item interprets.
    package func document(of interpretation: ID<Item>) throws -> Item? {
        try tx.first(
            "SELECT i.* FROM item_pair p JOIN item i ON i.id = p.document WHERE p.interpretation = \(interpretation)"
        ).map(Item.init)
    }

    /// Binds an interpretation to the document that its new version names, or to none.
    ///
    /// A reference to an item of another agency, or to none that is there, is left as text.
    func update(_ item: Item, _ version: Version, under duty: Duty, by actor: Actor, in app: App) throws {
        guard duty.interprets else { return }
        let reference = version.content[Interpretation.document]
        let document = try reference.flatMap { try find($0, of: item.agency) }
        guard let document, document.id != item.id else {
            try tx.execute("DELETE FROM item_pair WHERE interpretation = \(item.id)")
            return
        }
        try tx.execute(
            """
            INSERT INTO item_pair (interpretation, document, bound_by, bound_at)
            VALUES (\(item.id), \(document.id), \(actor.person), \(app.now()))
            ON CONFLICT (interpretation) DO UPDATE SET document = excluded.document, bound_by = excluded.bound_by,
                bound_at = excluded.bound_at
            WHERE item_pair.document <> excluded.document
            """
        )
    }

    private func find(_ reference: String, of agency: ID<Agency>) throws -> Item? {
        try tx.first(
            """
            SELECT * FROM item WHERE agency = \(agency)
            AND (id = \(reference) OR leaf_id = \(reference) OR index_number = \(reference))
            """
        ).map(Item.init)
    }
}

extension SQLConnection {
    package var bonds: BondStore { BondStore(tx: self) }
}

/// The fields by which an interpretation names what it explains.
package enum Interpretation {
    package static let document = "document"
    package static let documentDate = "document-date"
    package static let of = "of"
}

extension Duty {
    /// Whether items of this duty explain documents: bound to their duty, they name one.
    package var interprets: Bool {
        guard boundTo != nil, case .item = field(Interpretation.document)?.type else { return false }
        return true
    }
}

extension Catalogue {
    /// The duty under which documents of that duty are explained.
    package func interpretationDuty(of duty: Duty) -> Duty? {
        duties.first { one in
            guard one.interprets, case .item(let codes) = one.field(Interpretation.document)?.type else { return false }
            return codes.isEmpty || codes.contains(duty.code)
        }
    }
}
