import Civil
import Database
import Documents
import Foundation
import Text

/// The applicant adds files to a case: examined by what they contain, freed of their metadata, and sealed in the database.
///
/// On the disk they stand only while the request is answered (个人信息保护法 art 51).
package struct AttachToCase: Sendable {
    /// Files of one case.
    package static let most = 5
    package static let megabytes = 5

    package var file: ID<CaseFile>
    package var files: [ReceivedFile]

    package init(_ file: ID<CaseFile>, files: [ReceivedFile]) {
        self.file = file
        self.files = files
    }

    /// - Throws: `Refusal` with every file that is not fit; then none of them is taken.
    package func run(in app: App) async throws -> CaseFile {
        guard !files.isEmpty else {
            throw Refusal.invalid([FieldProblem("file", zh: "请选择要上传的文件", en: "Choose the files to upload")])
        }
        let count = files.count
        try await app.database.read { [file] tx in try Self.requireRoom(for: count, in: file, tx) }
        var fit: [SealedFile] = []
        var problems: [FieldProblem] = []
        for received in files {
            do {
                fit.append(try await prepared(received, app))
            } catch let unfit as UnfitFile {
                problems.append(
                    FieldProblem(
                        "file",
                        zh: "「\(received.name)」：\(unfit.message.zh)",
                        en: "«\(received.name)»: \(unfit.message.en)"
                    )
                )
            }
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        return try await RecordCaseFiles(file: file, files: fit).run(in: app)
    }

    static func requireRoom(for count: Int, in file: ID<CaseFile>, _ tx: any SQLConnection) throws {
        guard let found = try tx.cases.find(file) else { throw Refusal.notFound }
        guard found.isOpen else {
            throw Refusal.wrongState(
                Phrase(zh: "这件办件已经办结，不能再上传文件", en: "The case is closed; no more files can be added")
            )
        }
        let present = try tx.cases.count(ofAttachments: file)
        guard present + count <= most else {
            throw Refusal.invalid([
                FieldProblem(
                    "file",
                    zh: "一件最多上传\(most)个文件，现在已有\(present)个；其他材料可以邮寄或者当面提交",
                    en: "A case takes at most \(most) files and has \(present); bring or send the rest by post"
                )
            ])
        }
    }

    private func prepared(_ received: ReceivedFile, _ app: App) async throws -> SealedFile {
        guard received.size <= Self.megabytes * 1024 * 1024 else {
            throw UnfitFile(
                Phrase(
                    zh: "超过\(Self.megabytes) MB，请拆分或者压缩图片后再上传",
                    en: "larger than \(Self.megabytes) MB; split it or make its pictures smaller"
                )
            )
        }
        let copy = app.blobs.incomingPath(in: app)
        let file = file
        let id = app.newID(CaseAttachment.self)
        return try await app.blobs.waiting {
            defer { unlink(copy) }
            let examined = try app.documents.examine(received.path)
            _ = try app.documents.strip(received.path, examined.kind, to: copy)
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: copy)))
            let name = AttachmentName.fitted(received.name, kind: examined.kind)
            return SealedFile(
                attachment: CaseAttachment(id: id, place: 0, size: bytes.count, kind: examined.kind, name: name),
                name: try app.seal(Array(name.utf8), .attachmentName(id.text), of: file),
                content: try app.seal(bytes, .attachment(id.text), of: file)
            )
        }
    }
}

/// A file that was examined and sealed, and is not yet in the database.
struct SealedFile: Sendable {
    var attachment: CaseAttachment
    var name: Sealed
    var content: Sealed
}

/// The step of `AttachToCase` that is a transaction.
struct RecordCaseFiles: UseCase {
    var file: ID<CaseFile>
    var files: [SealedFile]

    func perform(_ tx: any SQLConnection, in app: App) throws -> CaseFile {
        try AttachToCase.requireRoom(for: files.count, in: file, tx)
        guard let found = try tx.cases.find(file) else { throw Refusal.notFound }
        var history = try CaseHistory(found, tx, in: app)
        history.add(.message, .init(on: app.now().date, performer: .applicant), in: app)
        guard let event = history.events.last else { return found }
        try tx.cases.insert(event, of: file)
        try tx.cases.update(history.file)
        for sealed in files {
            var attachment = sealed.attachment
            attachment.place = event.place
            try tx.cases.insert(attachment, of: file)
            try tx.cases.insert(sealed.name, .attachmentName(attachment.id.text), of: file)
            try tx.cases.insert(sealed.content, .attachment(attachment.id.text), of: file)
        }
        try tx.audit.record(
            "case.attach",
            of: "case",
            file.text,
            detail: "\(files.count)",
            by: nil,
            agency: found.agency,
            in: app
        )
        return history.file
    }
}
