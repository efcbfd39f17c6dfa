package import Civil
package import Database
import Text

/// One item that changes whether another still holds: 修改、废止、代替.
package struct ItemRelation: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case amends, repeals, supersedes

        /// What becomes of the item that it is about.
        var validity: Item.Validity {
            switch self {
            case .amends: .amended
            case .repeals, .supersedes: .repealed
            }
        }
    }

    package var source: ID<Item>
    package var target: ID<Item>
    package var kind: Kind
    package var since: CivilDate
}

/// Marks whether an item still holds (有效性: 有效、已修改、已废止、失效), with a link both ways to what changed it.
package struct ChangeValidity: UseCase {
    /// What becomes of it.
    package enum Change: Sendable, Hashable {
        /// By another published item, named by index number or leaf id.
        case by(ItemRelation.Kind, source: String)
        case lapses
        case holdsAgain
    }

    package var id: ID<Item>
    /// Nil when none was chosen.
    package var change: Change?
    /// Nil when what was typed is no day.
    package var since: CivilDate?
    package var actor: Actor

    package init(id: ID<Item>, change: Change?, since: CivilDate?, actor: Actor) {
        self.id = id
        self.change = change
        self.since = since
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.changeValidity)
        var item = try tx.items.own(id, of: actor)
        try item.requirePublished()
        guard let change else {
            throw Refusal.invalid([FieldProblem("change", zh: "请选择有效性", en: "Choose what becomes of it")])
        }
        guard let since else {
            throw Refusal.invalid([
                FieldProblem("since", zh: "请填写生效日期，例如 2024-03-08", en: "Enter the day, such as 2024-03-08")
            ])
        }
        switch change {
        case .by(let kind, let name):
            let source = try tx.items.published(referredToAs: [name], of: actor.agency)[name]
            guard let source, source.id != id else {
                throw Refusal.invalid([
                    FieldProblem(
                        "source",
                        zh: "请填写本机关另一条已公开信息的索引号或日志编号",
                        en: "Enter the index number or log number of another published item of this agency"
                    )
                ])
            }
            let relation = ItemRelation(source: source.id, target: id, kind: kind, since: since)
            try tx.relations.insert(relation, by: actor.person, at: app.now())
            item.stand(as: kind.validity, since: since, at: app.now())
        case .lapses: item.stand(as: .lapsed, since: since, at: app.now())
        case .holdsAgain:
            try tx.relations.remove(about: id)
            item.stand(as: .inForce, since: nil, at: app.now())
        }
        try tx.items.update(item)
        try tx.audit.record(
            "item.validity",
            of: "item",
            id.text,
            detail: "\(item.validity.rawValue) \(since.iso)",
            by: actor,
            in: app
        )
        return item
    }
}

/// Relations between items in the database.
package struct RelationStore {
    let tx: any SQLConnection

    func insert(_ relation: ItemRelation, by person: ID<Person>, at now: Instant) throws {
        try tx.send(
            """
            INSERT INTO item_relation (source, target, kind, since, recorded_by, recorded_at)
            VALUES (\(relation.source), \(relation.target), \(relation.kind.rawValue), \(relation.since), \(person),
                \(now))
            ON CONFLICT (target, source) DO UPDATE SET kind = excluded.kind, since = excluded.since
            """
        )
    }

    func remove(about item: ID<Item>) throws {
        try tx.send("DELETE FROM item_relation WHERE target = \(item)")
    }

    /// What other items do to this one, and what it does to others; the oldest first.
    package func all(of item: ID<Item>) throws -> [ItemRelation] {
        try tx.rows(
            """
            SELECT * FROM item_relation WHERE target = \(item) OR source = \(item) ORDER BY since, source, target
            """
        ).map { row in
            ItemRelation(
                source: try row.id("source"),
                target: try row.id("target"),
                kind: try row.choice("kind"),
                since: try row.date("since")
            )
        }
    }
}

extension SQLConnection {
    package var relations: RelationStore { RelationStore(tx: self) }
}
