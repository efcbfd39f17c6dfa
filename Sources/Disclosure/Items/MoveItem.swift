package import Database
package import Text

/// Moves an item that is not public yet to another column or section; its version and the opinions on it stay.
package struct MoveItem: UseCase {
    package var item: ID<Item>
    /// Nil leaves it where it is.
    package var column: ID<Column>?
    package var section: ID<Section>?
    package var actor: Actor

    package init(item: ID<Item>, column: ID<Column>?, section: ID<Section>?, actor: Actor) {
        self.item = item
        self.column = column
        self.section = section
        self.actor = actor
    }

    /// - Returns: from where to where.
    package func perform(_ tx: any SQLConnection, in app: App) throws -> Phrase {
        try actor.require(.draftItem)
        guard var item = try tx.items.find(item), item.agency == actor.agency,
            let duty = app.catalogue.duty(item.duty)
        else { throw Refusal.notFound }
        guard item.isInWork else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "这条信息\(item.state.name.zh)，栏目和科室随公开的版本固定，不能移动",
                    en: "This item is “\(item.state.name.en)”; its place is fixed with what is public"
                )
            )
        }
        let before = (column: item.column, section: item.section)
        let wanted = Placement(
            section: section ?? item.section,
            itemClass: item.itemClass,
            column: column ?? item.column
        )
        let (placement, problems) = try tx.placed(wanted, in: tx.agency(of: actor), under: duty, app)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        guard placement.column != before.column || placement.section != before.section else {
            throw Refusal.wrongState(Phrase(zh: "已经在那里，没有变化", en: "It is there already; nothing changes"))
        }
        item.place(placement)
        try tx.items.update(item)
        try tx.audit.record("item.move", of: "item", item.id.text, by: actor, in: app)
        return try words(from: before, to: item, tx)
    }

    private func words(
        from before: (column: ID<Column>?, section: ID<Section>?),
        to item: Item,
        _ tx: any SQLConnection
    ) throws -> Phrase {
        let columns = try tx.agencies.columns(of: item.agency)
        let sections = try tx.agencies.sections(of: item.agency)
        let none = Phrase(zh: "无", en: "none")
        var parts: [Phrase] = []
        if item.column != before.column {
            let old = columns.first { $0.id == before.column }?.name ?? none
            let new = columns.first { $0.id == item.column }?.name ?? none
            parts.append(Phrase(zh: "栏目：\(old.zh) → \(new.zh)", en: "column: \(old.en) → \(new.en)"))
        }
        if item.section != before.section {
            let old = sections.first { $0.id == before.section }?.name ?? none
            let new = sections.first { $0.id == item.section }?.name ?? none
            parts.append(Phrase(zh: "科室：\(old.zh) → \(new.zh)", en: "section: \(old.en) → \(new.en)"))
        }
        return Phrase(
            zh: parts.map(\.zh).joined(separator: "；"),
            en: parts.map(\.en).joined(separator: "; ")
        )
    }
}
