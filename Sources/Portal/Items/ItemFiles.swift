import Database
import Disclosure
import Documents
import Hummingbird
import Text
import Web

/// The files that were published with an item, as the ledger covers them; no other file of it can be had here.
enum ItemFiles {
    /// Answers `/{agency}/items/{leaf}/files/{name}`.
    static func file(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let leafID = try visit.parameter("leaf")
        let name = try visit.parameter("name")
        let (attachment, kind, isHidden) = try await visit.app.database.read { tx in
            let agency = try tx.agency(code)
            guard let item = try tx.items.published(leafID: leafID, of: agency.id),
                let published = try tx.items.published(of: item.id),
                let attachment = published.attachments.first(where: { $0.name == name }),
                let file = try tx.files.find(attachment.sha256)
            else { throw Refusal.notFound }
            return (attachment, file.kind, agency.isDemonstration)
        }
        return FileAnswer(
            name: attachment.name,
            kind: kind,
            sha256: attachment.sha256,
            reader: try await visit.app.blobs.open(attachment.sha256)
        ).response(to: visit.headers).hiddenFromSearch(isHidden)
    }
}

extension ItemReading {
    /// The files as a reader sees them.
    func files(_ visit: Visit) -> AttachmentList {
        AttachmentList(
            attachments: given.attachments.map { file in
                let owner = fields.first { field in
                    field.type == .attachment
                        && AttachmentLines.files(content[field.key]).contains { $0.sha256 == file.sha256 }
                }
                let kind = DocumentKind(fileName: file.name)
                return AttachmentList.Attachment(
                    name: file.name,
                    url: visit.links.file(agency.code, leafID, file.name),
                    type: [owner?.name[visit.language], kind?.name[visit.language]].compactMap { $0 }
                        .joined(separator: " · "),
                    size: file.size,
                    sha256: file.sha256
                )
            }
        )
    }
}
