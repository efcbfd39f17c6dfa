import Database
import Text

/// A new version of an item that differs from the current one in its files: what `RecordFiles` and `ArrangeFiles` share.
struct NextFiles: Sendable {
    var item: ID<Item>
    /// The version that the page showed; another one in between is a conflict.
    var base: ID<Version>
    var actor: Actor

    /// - Throws: `Refusal` for an item that is not the person's, cannot be changed, or has been changed meanwhile.
    func start(_ tx: any SQLConnection, _ app: App) throws -> FilesDraft {
        try actor.require(.draftItem)
        guard let item = try tx.items.find(item), item.agency == actor.agency,
            let current = try tx.items.version(item.currentVersion), let duty = app.catalogue.duty(item.duty)
        else { throw Refusal.notFound }
        // The rule of who may be changed is the item's own: it is asked with the version that it has.
        var trial = item
        try trial.take(current, at: app.now())
        guard current.id == base else {
            throw Refusal.conflict(
                Phrase(
                    zh: "别人刚刚保存了这条信息的新版本，附件没有改动。请看过新版本后再办理",
                    en:
                        "Somebody has just saved a newer version of this item; no file was changed. Look at it and try again"
                )
            )
        }
        return FilesDraft(item: item, current: current, duty: duty)
    }

    /// Writes the version, unless it says what the current one says.
    func finish(_ draft: FilesDraft, _ tx: any SQLConnection, _ app: App) throws -> Item {
        var item = draft.item
        let next = Version(
            id: app.newID(),
            item: item.id,
            number: draft.current.number + 1,
            author: actor.person,
            content: draft.content,
            attachments: draft.attachments,
            salt: app.randomBytes(32),
            createdAt: app.now()
        )
        guard next.hash != draft.current.hash else { return item }
        try item.take(next, at: app.now())
        try tx.items.insert(next)
        try tx.items.update(item)
        try tx.audit.record("item.change", of: "item", item.id.text, detail: next.hash, by: actor, in: app)
        return item
    }
}

/// What the next version of an item will say, while its files are changed.
struct FilesDraft: Sendable {
    let item: Item
    let current: Version
    let duty: Duty
    private(set) var content: ItemContent
    private(set) var attachments: [Attachment]

    init(item: Item, current: Version, duty: Duty) {
        self.item = item
        self.current = current
        self.duty = duty
        content = current.content
        attachments = current.attachments
    }

    /// - Throws: `Refusal` when there are enough files, or one of that name or content is there already.
    func requireRoom(for new: NewFile, limit: Int) throws(Refusal) {
        if attachments.count >= limit {
            throw .invalid([
                FieldProblem(
                    "file",
                    zh: "一条信息最多 \(limit) 个附件，请合并文件或先移除不用的",
                    en: "An item has at most \(limit) files; join some, or remove what is not needed"
                )
            ])
        }
        if let same = attachments.first(where: { $0.sha256 == new.file.sha256 }) {
            throw .invalid([
                FieldProblem(
                    "file",
                    zh: "「\(new.name)」与已有的附件「\(same.name)」内容相同，不必重复上传",
                    en: "«\(new.name)» is the same file as «\(same.name)», which is there already"
                )
            ])
        }
        if attachments.contains(where: { AttachmentName.isSame($0.name, new.name) }) {
            throw .invalid([
                FieldProblem(
                    "file",
                    zh: "已有附件「\(new.name)」，请先给其中一个改名，或移除旧的",
                    en: "There is a file «\(new.name)» already; give one of them another name, or remove the old one"
                )
            ])
        }
    }

    mutating func add(_ attachment: Attachment, to field: String?) {
        attachments.append(attachment)
        guard let field else { return }
        content[field] = AttachmentLines.text(AttachmentLines.files(content[field]) + [attachment])
    }

    /// Puts a new file in the place of one, in the list and in the field that it fills.
    mutating func replace(_ sha256: String, with new: Attachment) {
        let replaced = { (file: Attachment) in file.sha256 == sha256 ? new : file }
        attachments = attachments.map(replaced)
        for field in duty.fileFields {
            guard let lines = content[field.key] else { continue }
            content[field.key] = AttachmentLines.text(AttachmentLines.files(lines).map(replaced))
        }
    }

    /// Gives the item other files, of those that it has: fewer, in another order, or under other names.
    mutating func arrange(_ arranged: [Attachment]) {
        for field in duty.fileFields {
            let own = Set(AttachmentLines.files(content[field.key]).map(\.sha256))
            content[field.key] = AttachmentLines.text(arranged.filter { own.contains($0.sha256) })
        }
        attachments = arranged
    }
}

/// The value of a file field: of the files of the version those that belong to it, as lines `sha256 size name`.
package enum AttachmentLines {
    static func text(_ files: [Attachment]) -> String {
        files.map { "\($0.sha256) \($0.size) \($0.name)" }.joined(separator: "\n")
    }

    /// What the lines say; a line that is none is passed over.
    package static func files(_ text: String?) -> [Attachment] {
        (text ?? "").split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            guard words.count == 3, let size = Int(words[1]) else { return nil }
            return Attachment(sha256: String(words[0]), size: size, name: String(words[2]))
        }
    }
}

extension Duty {
    /// Fields that are filled with files.
    package var fileFields: [Field] { allFields.filter { $0.type == .attachment } }
}
