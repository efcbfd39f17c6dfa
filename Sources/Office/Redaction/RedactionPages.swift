import Database
import Disclosure
import Documents
import HTTPTypes
import Html
import Hummingbird
import NIOCore
import Text
import Web

/// Redaction of a PDF beside an item: the page shows what the scanner found and where, the clerk says what goes and why.
enum RedactionPages {
    static func form(_ visit: Visit) async throws -> Response {
        try await page(visit, FilledForm(language: visit.language))
    }

    static func redact(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let redact = RedactAttachment(
            item: id,
            base: ID(visit.form[TypedItem.Key.base] ?? ""),
            sha256: try visit.parameter("sha256"),
            marks: RedactionForm.marks(visit.form),
            actor: try visit.actor()
        )
        do {
            try await redact.run(in: visit.app)
        } catch let refusal as Refusal {
            let refused = try Refused(refusal)
            return try await page(visit, FilledForm(typed: visit.form, refused: refused, language: visit.language))
        }
        return .seeOther(visit.links.office("/items/\(id)", did: .redacted) + "#attachments")
    }

    /// A page of a file of any version as PNG, for the staff of its agency.
    static func picture(_ visit: Visit) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let sha256 = try visit.parameter("sha256")
        let actor = try visit.actor()
        guard let page = Int(try visit.parameter("page")) else { throw Refusal.notFound }
        let (version, file) = try await visit.app.database.read { tx in
            guard let item = try tx.items.find(id), item.agency == actor.agency,
                let owner = try tx.files.version(of: id, with: sha256), let version = try tx.items.version(owner),
                let file = try tx.files.all(of: version).first(where: { $0.attachment.sha256 == sha256 }),
                file.file.kind == .pdf
            else { throw Refusal.notFound }
            return (version, file)
        }
        let picture = try await DrawPage(sha256: sha256, page: page).run(in: visit.app)
        try await ReadAttachment(file: file, version: version, actor: actor).run(in: visit.app)
        return Response(
            status: .ok,
            headers: [.contentType: "image/png", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture))
        )
    }

    private static func page(_ visit: Visit, _ filled: FilledForm) async throws -> Response {
        let id = ID<Item>(try visit.parameter("id"))
        let sha256 = try visit.parameter("sha256")
        let item = try await visit.app.database.read { try ItemReading(visit, id, $0) }
        guard let file = item.files.first(where: { $0.attachment.sha256 == sha256 }), file.file.kind == .pdf else {
            throw Refusal.notFound
        }
        guard item.isInWork else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "这条信息\(item.item.state.name.zh)，附件不能再改动",
                    en: "This item is “\(item.item.state.name.en)”; its files can no longer be changed"
                )
            )
        }
        let reading = try await RedactionReading.read(sha256, in: visit.app)
        let asked = visit.query["page"].flatMap { Int($0) } ?? reading.suggestions.first?.page ?? 1
        let shown = min(max(1, asked), reading.layout.pages.count)
        let language = visit.language
        let url = visit.links.office("/items/\(id)/files/\(sha256)")
        let view = RedactionPageView(reading: reading, shown: shown, url: url)
        let form = RedactionForm(reading: reading, filled: filled, visit: visit, url: url, base: item.version.id)
        return OfficePage(
            item.frame,
            .items,
            title: Phrase(zh: "遮盖附件", en: "Redact a file")[language],
            steps: [.init(label: item.item.title, url: visit.links.officeItem(id.text))],
            hasErrors: filled.hasErrors
        ).response(
            to: visit,
            """
            \(filled.summary)\(VoidNotice(reading: item).html(in: language))\
            <p>\(HTML.record(file.attachment.name, in: language))</p>\(form.html(in: language))\(view.html(in: language))
            """,
            status: filled.status
        )
    }
}
