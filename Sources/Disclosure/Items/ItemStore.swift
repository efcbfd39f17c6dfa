package import Database

/// Items, versions and opinions in the database.
package struct ItemStore {
    let tx: any SQLConnection

    package func find(_ id: ID<Item>) throws -> Item? {
        try tx.first("SELECT * FROM item WHERE id = \(id)").map(Item.init)
    }

    /// An item of the actor's agency.
    ///
    /// - Throws: `Refusal.notFound` for any other, as if it did not exist.
    package func own(_ id: ID<Item>, of actor: Actor) throws -> Item {
        guard let item = try find(id), item.agency == actor.agency else { throw Refusal.notFound }
        return item
    }

    func find(_ ids: [ID<Item>]) throws -> [ID<Item>: Item] {
        guard !ids.isEmpty else { return [:] }
        let items = try tx.rows("SELECT * FROM item WHERE id IN \(list: ids.map(\.text))").map(Item.init)
        return Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func find(leafID: String) throws -> Item? {
        try tx.first("SELECT * FROM item WHERE leaf_id = \(leafID)").map(Item.init)
    }

    func insert(_ item: Item) throws {
        try tx.send(
            """
            INSERT INTO item (id, agency, duty, section, class, portal_column, state, provenance, title, formed_on,
                current_version, public_version, leaf_id, leaf_index, index_number, published_at, display_until, due_at,
                created_by, created_at, changed_at)
            VALUES (\(item.id), \(item.agency), \(item.duty), \(item.section), \(item.itemClass), \(item.column),
                \(item.state.rawValue), \(item.provenance.rawValue), \(item.title), \(item.formedOn),
                \(item.currentVersion), \(item.publicVersion), \(item.leafID), \(item.leafIndex), \(item.indexNumber),
                \(item.publishedAt), \(item.displayUntil), \(item.dueAt), \(item.createdBy), \(item.createdAt),
                \(item.changedAt))
            """
        )
    }

    func update(_ item: Item) throws {
        try tx.send(
            """
            UPDATE item SET section = \(item.section), class = \(item.itemClass), portal_column = \(item.column),
                state = \(item.state.rawValue), title = \(item.title), formed_on = \(item.formedOn),
                current_version = \(item.currentVersion), public_version = \(item.publicVersion),
                leaf_id = \(item.leafID), leaf_index = \(item.leafIndex), index_number = \(item.indexNumber),
                published_at = \(item.publishedAt), returned_reason = \(item.returnedReason), due_at = \(item.dueAt),
                changed_at = \(item.changedAt), revision = \(item.revision?.stage.rawValue),
                revision_ground = \(item.revision?.ground.rawValue), revision_reason = \(item.revision?.reason),
                revision_event_on = \(item.revision?.eventOn),
                publish_at = \(item.publishAt), display_until = \(item.displayUntil), ended_at = \(item.ended?.at),
                end_ground = \(item.ended?.ground.rawValue), validity = \(item.validity.rawValue),
                validity_on = \(item.validityOn)
            WHERE id = \(item.id)
            """
        )
    }

    package func version(_ id: ID<Version>) throws -> Version? {
        try tx.first("SELECT * FROM version WHERE id = \(id)").map(Version.init)
    }

    package func versions(_ ids: [ID<Version>]) throws -> [ID<Version>: Version] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows("SELECT * FROM version WHERE id IN \(list: ids.map(\.text))")
        return Dictionary(try rows.map(Version.init).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of the newest version, which a dropped revision may have made.
    func lastNumber(of item: ID<Item>) throws -> Int {
        Int(try tx.integer("SELECT max(number) FROM version WHERE item = \(item)"))
    }

    /// All versions of an item, newest first.
    package func versions(of item: ID<Item>) throws -> [Version] {
        try tx.rows("SELECT * FROM version WHERE item = \(item) ORDER BY number DESC").map(Version.init)
    }

    /// Stores a version and its author's part in it.
    func insert(_ version: Version) throws {
        try tx.send(
            """
            INSERT INTO version (id, item, number, author, bytes, hash, salt, created_at)
            VALUES (\(version.id), \(version.item), \(version.number), \(version.author), \(version.bytes),
                \(version.hash), \(version.salt), \(version.createdAt))
            """
        )
        try insertHand(of: version.author, part: .author, in: version.id)
        try tx.files.insertFiles(of: version)
    }

    /// Gives a person a part in a version; the database refuses a second, different one.
    private func insertHand(of person: ID<Person>, part: Part, in version: ID<Version>) throws {
        try tx.send(
            """
            INSERT INTO hand (version, person, part) VALUES (\(version), \(person), \(part.rawValue))
            ON CONFLICT (version, person, part) DO NOTHING
            """
        )
    }

    /// Whoever agreed by word to an urgent publication has the approver's part in it.
    func insertApprover(_ person: ID<Person>, of version: ID<Version>) throws {
        try insertHand(of: person, part: .approver, in: version)
    }

    package func part(of person: ID<Person>, in version: ID<Version>) throws -> Part? {
        try tx.first("SELECT part FROM hand WHERE version = \(version) AND person = \(person)").map {
            try $0.choice("part", as: Part.self)
        }
    }

    /// Stores an opinion and its writer's part.
    func insert(_ opinion: Opinion) throws {
        try insertHand(of: opinion.person, part: opinion.part, in: opinion.version)
        try tx.send(
            """
            INSERT INTO opinion (id, version, person, part, kind, verdict, reason, version_hash, cleared, at)
            VALUES (\(opinion.id), \(opinion.version), \(opinion.person), \(opinion.part.rawValue),
                \(opinion.kind.rawValue), \(opinion.verdict.rawValue), \(opinion.reason), \(opinion.versionHash),
                \(opinion.cleared), \(opinion.at))
            """
        )
    }

    /// Keeps what the public was given, byte for byte as the ledger covers it, whatever the catalogue says later.
    func insertPublication(
        of version: Version,
        publicBytes: [UInt8],
        event: Leaf.Event,
        revision: Item.Revision?,
        at leafIndex: Int64
    ) throws {
        try tx.send(
            """
            INSERT INTO publication (leaf_index, item, version, bytes, event, ground, reason)
            VALUES (\(leafIndex), \(version.item), \(version.id), \(publicBytes), \(event.rawValue),
                \(revision?.ground.rawValue), \(revision?.reason))
            """
        )
    }

    /// What the public was given last.
    package func published(of item: ID<Item>) throws -> PublicVersion? {
        try tx.first(
            """
            SELECT p.bytes, v.salt FROM publication p JOIN version v ON v.id = p.version
            WHERE p.item = \(item) ORDER BY p.leaf_index DESC LIMIT 1
            """
        ).map(PublicVersion.init)
    }

    package func opinions(on version: ID<Version>) throws -> [Opinion] {
        try tx.rows("SELECT * FROM opinion WHERE version = \(version) ORDER BY at, id").map(Opinion.init)
    }

    package func opinions(on versions: [ID<Version>]) throws -> [ID<Version>: [Opinion]] {
        guard !versions.isEmpty else { return [:] }
        let rows = try tx.rows(
            "SELECT * FROM opinion WHERE version IN \(list: versions.map(\.text)) ORDER BY at, id"
        )
        return Dictionary(grouping: try rows.map(Opinion.init), by: \.version)
    }

    /// Every opinion ever given on any version of an item, oldest first.
    package func opinions(of item: ID<Item>) throws -> [Opinion] {
        try tx.rows(
            """
            SELECT o.* FROM opinion o JOIN version v ON v.id = o.version WHERE v.item = \(item) ORDER BY o.at, o.id
            """
        ).map(Opinion.init)
    }
}

extension SQLConnection {
    package var items: ItemStore { ItemStore(tx: self) }
}

extension Version {
    init(_ row: SQLRow) throws {
        let (content, attachments) = try CanonicalBytes.decode(try row.bytes("bytes"))
        self.init(
            id: try row.id("id"),
            item: try row.id("item"),
            number: try row.number("number"),
            author: try row.id("author"),
            content: content,
            attachments: attachments,
            salt: try row.bytes("salt"),
            createdAt: try row.instant("created_at")
        )
    }
}

extension Opinion {
    init(_ row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            version: try row.id("version"),
            versionHash: try row.text("version_hash"),
            person: try row.id("person"),
            kind: try row.choice("kind"),
            verdict: try row.choice("verdict"),
            reason: try row.text("reason"),
            cleared: try row.text("cleared"),
            at: try row.instant("at")
        )
    }
}
