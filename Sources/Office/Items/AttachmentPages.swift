import Database
import Disclosure
import Documents
import Html
import Hummingbird
import Text
import Web

/// The files of an item: uploading them, giving them names and an order, removing them; each change is a new version.
enum AttachmentPages {
    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func upload(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let owner = visit.form.text(UploadForm.owner)
        let attach = AttachFiles(
            item: id,
            base: ID(visit.form[TypedItem.Key.base] ?? ""),
            field: owner.isEmpty ? nil : owner,
            files: visit.form.files.filter { $0.field == UploadForm.file },
            actor: try visit.actor()
        )
        return try await answer(visit, id, did: .attached) { try await attach.run(in: visit.app) }
    }

    static func arrange(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let form = visit.form
        let arrange = ArrangeFiles(
            item: id,
            base: ID(form[TypedItem.Key.base] ?? ""),
            lines: form.all(Self.file).map { sha256 in
                ArrangeFiles.Line(
                    sha256: sha256,
                    name: form.text(ArrangeFiles.nameKey(sha256)),
                    place: form.text(ArrangeFiles.placeKey(sha256)),
                    isRemoved: form[Self.removeKey(sha256)] != nil
                )
            },
            actor: try visit.actor()
        )
        return try await answer(visit, id, did: .arranged) { try await arrange.run(in: visit.app) }
    }

    /// A file of any version of the item, for the staff of its agency.
    static func download(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let sha256 = try visit.parameter("sha256")
        let actor = try visit.actor()
        let (version, file) = try await visit.app.database.read { tx in
            guard let item = try tx.items.find(id), item.agency == actor.agency,
                let owner = try tx.files.version(of: id, with: sha256), let version = try tx.items.version(owner),
                let file = try tx.files.all(of: version).first(where: { $0.attachment.sha256 == sha256 })
            else { throw Refusal.notFound }
            return (version, file)
        }
        try await ReadAttachment(file: file, version: version, actor: actor).run(in: visit.app)
        return FileAnswer(
            name: file.attachment.name,
            kind: file.file.kind,
            sha256: sha256,
            reader: try await visit.app.blobs.open(sha256)
        ).response(to: visit.headers)
    }

    private static let file = "file-id"
    private static func removeKey(_ sha256: String) -> String { "remove-\(sha256.prefix(12))" }

    private static func answer(
        _ visit: Visit,
        _ id: ID<Item>,
        did done: Done,
        _ act: () async throws -> Item
    ) async throws -> Response {
        do {
            _ = try await act()
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
        return .seeOther(visit.links.office("/items/\(id)", did: done) + "#attachments")
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let reading = try await visit.app.database.read { try ItemReading(visit, id, $0) }
        guard reading.isInWork else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "这条信息\(reading.item.state.name.zh)，附件不能再改动",
                    en: "This item is “\(reading.item.state.name.en)”; its files can no longer be changed"
                )
            )
        }
        let language = visit.language
        var list = AttachmentsView(reading, visit.links)
        list.title = Phrase(zh: "已上传", en: "Uploaded")
        return OfficePage(
            reading.frame,
            .items,
            title: Phrase(zh: "附件", en: "Files")[language],
            steps: [.init(label: reading.item.title, url: visit.links.officeItem(id.text))],
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            """
            \(filled.summary)\(VoidNotice(reading: reading).html(in: language))\(list.html(in: language))\
            \(arrangement(reading, filled, visit))\
            \(UploadForm(reading: reading, filled: filled, visit: visit).html(in: language))
            """,
            status: filled.status
        )
    }

    private static func arrangement(_ reading: ItemReading, _ filled: FilledForm, _ visit: Visit) -> HTML {
        guard !reading.files.isEmpty else { return .empty }
        let language = visit.language
        let fields = reading.files.enumerated().map { index, file -> HTML in
            let sha256 = file.attachment.sha256
            let name = FormField(
                key: ArrangeFiles.nameKey(sha256),
                label: Phrase(zh: "名称", en: "Name"),
                isRequired: true,
                control: .text(TextEntry())
            )
            let place = FormField(
                key: ArrangeFiles.placeKey(sha256),
                label: Phrase(zh: "序号", en: "Place"),
                control: .text(TextEntry(kind: .digits, isShort: true))
            )
            let remove = FormField(
                key: removeKey(sha256),
                label: Phrase(zh: "移除", en: "Remove"),
                control: .checkboxes([
                    FieldChoice(value: "yes", label: Phrase(zh: "从这条信息中移除", en: "Remove it from this item"))
                ])
            )
            return Fieldset(
                legend: Phrase(zh: "附件 \(index + 1)", en: "File \(index + 1)"),
                fields: HiddenField(name: Self.file, value: sha256).html(in: language)
                    + filled.field(name, otherwise: file.attachment.name)
                    + filled.field(place, otherwise: String(index + 1)) + filled.field(remove)
            ).html(in: language)
        }
        let form = Form(
            action: visit.links.office("/items/\(reading.item.id)/attachments/arrangement"),
            hidden: [visit.formToken, HiddenField(name: TypedItem.Key.base, value: reading.version.id.text)],
            fields: fields.joined(),
            buttons: [Button(act: Phrase(zh: "保存附件的改动", en: "Save the changes"))]
        )
        return PagePart(
            Phrase(zh: "改名、排序、移除", en: "Names, order, removal"),
            form.html(in: language)
        ).html(in: language)
    }
}

/// A change now voids opinions that were given.
struct VoidNotice: Component {
    var reading: ItemReading

    func html(in language: Language) -> HTML {
        let count = reading.review.given.count
        guard reading.item.state == .review, count > 0 else { return .empty }
        return Notice(
            kind: .care,
            title: Phrase(
                zh: "改动附件后，已有的 \(count) 个意见作废",
                en: count == 1
                    ? "Changing the files voids the opinion already given"
                    : "Changing the files voids the \(count) opinions already given"
            ),
            text: Phrase(
                zh: "附件是版本的一部分，新版本须重新审查。",
                en: "Files are part of the version; the new one is reviewed again."
            )
        ).html(in: language)
    }
}
