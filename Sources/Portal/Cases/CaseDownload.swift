import Database
import Disclosure
import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Web

/// An applicant's own file, opened for one answer and given to who holds the ticket of its case; never shown inside this
/// site, and kept by nobody on the way.
enum CaseDownload {
    /// Answers `/{agency}/cases/download`; the ticket comes in the form, so that no address and no log line has it.
    static func file(_ visit: Visit) async throws -> Response {
        let code = try visit.parameter("agency")
        let agency = try await visit.app.database.read { try $0.agency(code) }
        guard let file = CaseAccess.file(visit.form.text(CaseAccess.field), in: visit.app) else {
            return CaseQueryPage.page(agency, visit, refused: CaseQueryPage.ended, status: .forbidden)
        }
        try visit.take(.caseAct)
        let id = ID<CaseAttachment>(visit.form.text("file"))
        let (attachment, bytes) = try await visit.app.database.read { [app = visit.app] tx in
            _ = try tx.cases.require(file, of: agency.id)
            guard let attachment = try tx.cases.attachment(id, of: file, in: app),
                let bytes = try tx.cases.content(of: id, file, in: app)
            else { throw Refusal.notFound }
            return (attachment, bytes)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: attachment.kind.mediaType,
                .contentDisposition: "attachment; \(FileAnswer.names(attachment.name))",
                .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox",
                .xContentTypeOptions: "nosniff",
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
