import Civil
package import Database
import Text

/// Where an item belongs inside its agency; not part of what is published word for word.
package struct Placement: Sendable, Hashable {
    package var section: ID<Section>?
    package var itemClass: ID<ItemClass>?
    package var column: ID<Column>?

    package init(section: ID<Section>? = nil, itemClass: ID<ItemClass>? = nil, column: ID<Column>? = nil) {
        self.section = section
        self.itemClass = itemClass
        self.column = column
    }
}

/// Writes a draft under a duty, or a new version of one; what was typed is checked field by field.
///
/// In review the new version stands before the reviewers again: the opinions stay with the old one and no longer count.
package struct SaveDraft: UseCase {
    /// Nil for a new item.
    package var item: ID<Item>?
    /// The version that the form was filled from; another one in between is a conflict.
    package var base: ID<Version>?
    package var duty: String
    /// By field key; tables by `key.row.column`.
    package var typed: [String: String]
    package var placement: Placement
    package var provenance: Item.Provenance
    package var actor: Actor

    package init(
        item: ID<Item>? = nil,
        base: ID<Version>? = nil,
        duty: String,
        typed: [String: String],
        placement: Placement = Placement(),
        provenance: Item.Provenance = .own,
        actor: Actor
    ) {
        self.item = item
        self.base = base
        self.duty = duty
        self.typed = typed
        self.placement = placement
        self.provenance = provenance
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.draftItem)
        guard let duty = app.catalogue.duty(duty) else { throw Refusal.notFound }
        let (content, fieldProblems) = duty.check(typedText(of: duty), in: FieldContext(today: app.now().date))
        let agency = try tx.agency(of: actor)
        let (placement, placementProblems) = try tx.placed(placement, in: agency, under: duty, app)
        let problems = fieldProblems + placementProblems
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        if let item {
            return try change(item, to: content, placement: placement, duty: duty, tx, app)
        }
        return try create(content, placement: placement, duty: duty, tx, app)
    }

    private func create(
        _ content: ItemContent,
        placement: Placement,
        duty: Duty,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> Item {
        let id = app.newID(Item.self)
        let version = version(1, of: id, content, [], app)
        var item = try Item(
            id: id,
            agency: actor.agency,
            duty: duty.code,
            provenance: provenance,
            version: version,
            by: actor.person,
            at: app.now()
        )
        item.place(placement)
        item.dueAt = try duty.deadline(for: content, holidays: app.holidays)
        try tx.items.insert(item)
        try tx.items.insert(version)
        try tx.bonds.update(item, version, under: duty, by: actor, in: app)
        try tx.audit.record("item.draft", of: "item", id.text, detail: version.hash, by: actor, in: app)
        return item
    }

    private func change(
        _ id: ID<Item>,
        to content: ItemContent,
        placement: Placement,
        duty: Duty,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> Item {
        var item = try tx.items.own(id, of: actor)
        guard base == nil || base == item.currentVersion else {
            throw Refusal.conflict(
                Phrase(
                    zh: "别人刚刚保存了这条信息的新版本。您输入的内容都还在下面，请对照后再保存",
                    en:
                        "Somebody has just saved a newer version of this item. What you typed is kept below; compare and save again"
                )
            )
        }
        guard let current = try tx.items.version(item.currentVersion) else { throw Refusal.notFound }
        try requireStillOpen(item, content)
        // What the public has keeps its place and its deadline while a revision is written.
        if item.state != .published { item.place(placement) }
        let next = version(
            try tx.items.lastNumber(of: id) + 1,
            of: id,
            content.keepingFiles(of: current, under: duty),
            current.attachments,
            app
        )
        if next.hash != current.hash {
            try item.take(next, at: app.now())
            try tx.items.insert(next)
            try tx.bonds.update(item, next, under: duty, by: actor, in: app)
            try tx.audit.record("item.change", of: "item", id.text, detail: next.hash, by: actor, in: app)
        }
        let deadline = try duty.deadline(for: content, holidays: app.holidays)
        if item.state != .published { item.dueAt = deadline }
        try tx.items.update(item)
        return item
    }

    /// What is public does not become less open by a revision: that is a withdrawal, with its own ground and approval.
    private func requireStillOpen(_ item: Item, _ content: ItemContent) throws(Refusal) {
        guard item.state == .published, content[CommonFields.disclosure] != Duty.DisclosureMode.proactive.rawValue
        else { return }
        throw .invalid([
            FieldProblem(
                CommonFields.disclosure,
                zh: "已公开的信息不能通过修订改为不公开，请按法定依据申请撤回",
                en: "What is public cannot be closed by a revision; ask for its withdrawal on a legal ground"
            )
        ])
    }

    /// Files are uploaded and never typed.
    private func typedText(of duty: Duty) -> [String: String] {
        let files = Set(duty.fileFields.map(\.key))
        return typed.filter { !files.contains($0.key) }
    }

    private func version(
        _ number: Int,
        of item: ID<Item>,
        _ content: ItemContent,
        _ attachments: [Attachment],
        _ app: App
    ) -> Version {
        Version(
            id: app.newID(),
            item: item,
            number: number,
            author: actor.person,
            content: content,
            attachments: attachments,
            salt: app.randomBytes(32),
            createdAt: app.now()
        )
    }
}

extension ItemContent {
    /// The content with the files of a version in its file fields, for a form that says nothing of files.
    func keepingFiles(of version: Version, under duty: Duty) -> ItemContent {
        var content = self
        for field in duty.fileFields { content[field.key] = version.content[field.key] }
        return content
    }
}

extension Item {
    mutating func place(_ placement: Placement) {
        section = placement.section
        itemClass = placement.itemClass
        column = placement.column
    }
}

extension SQLConnection {
    /// The agency of a signed-in person.
    func agency(of actor: Actor) throws -> Agency {
        guard let agency = try agencies.find(actor.agency) else { throw Refusal.notFound }
        return agency
    }

    /// A placement made whole: the column that the agency keeps for the duty (made now if need be) when none was chosen, and a class wherever
    /// the agency has classes.
    func placed(
        _ placement: Placement,
        in agency: Agency,
        under duty: Duty,
        _ app: App
    ) throws -> (Placement, [FieldProblem]) {
        var placement = placement
        var problems: [FieldProblem] = []
        let columns = try agencies.columns(of: agency.id)
        if let column = placement.column, !columns.contains(where: { $0.id == column }) {
            problems.append(FieldProblem("column", zh: "请选择本机关的栏目", en: "Choose a column of this agency"))
        }
        if placement.column == nil {
            placement.column =
                try columns.last { $0.catalogueColumn == duty.column }?.id
                ?? app.catalogue.column(duty.column).flatMap {
                    try agencies.addColumn($0, of: app.catalogue, to: agency.id, in: app)
                }
        }
        let classes = try agencies.classes(of: agency.id)
        if let itemClass = placement.itemClass, !classes.contains(where: { $0.id == itemClass }) {
            problems.append(FieldProblem("class", zh: "请选择本机关的类别", en: "Choose a class of this agency"))
        }
        if placement.itemClass == nil, !classes.isEmpty {
            problems.append(
                FieldProblem("class", zh: "每条信息归入且只归入一个类别，请选择", en: "Every item has exactly one class; choose it")
            )
        }
        if let section = placement.section, try !agencies.sections(of: agency.id).contains(where: { $0.id == section })
        {
            problems.append(FieldProblem("section", zh: "请选择本机关的科室", en: "Choose a section of this agency"))
        }
        return (placement, problems)
    }
}
