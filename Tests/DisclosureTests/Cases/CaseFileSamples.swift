import Database
import Documents
import TestKit

@testable import Disclosure

extension CaseWalk {
    /// A file that came with the case, without the examination that the portal gives it.
    func attach(_ name: String, _ bytes: [UInt8]) async throws {
        let id = test.app.newID(CaseAttachment.self)
        try await test.app.database.write { [app = test.app, file = file.id] tx in
            let attachment = CaseAttachment(id: id, place: 1, size: bytes.count, kind: .png, name: "")
            try tx.cases.insert(attachment, of: file)
            try tx.cases.insert(bytes, .attachment(id.text), of: file, in: app)
            try tx.cases.insert(Array(name.utf8), .attachmentName(id.text), of: file, in: app)
        }
    }
}
