import Database
import Documents
import Foundation
import Text

/// Puts files that were uploaded beside an item: examined, freed of their metadata, stored, and then a new version.
///
/// Nothing of it is a transaction but the last step, for a file takes its time. The file that is served is the one whose
/// hash the version and the ledger name: metadata are taken out before it is hashed.
package struct AttachFiles: Sendable {
    package var item: ID<Item>
    /// The version that the page showed.
    package var base: ID<Version>
    /// The field of the duty that the files fill; nil for files beside it.
    package var field: String?
    package var files: [ReceivedFile]
    package var actor: Actor

    package init(item: ID<Item>, base: ID<Version>, field: String? = nil, files: [ReceivedFile], actor: Actor) {
        self.item = item
        self.base = base
        self.field = field
        self.files = files
        self.actor = actor
    }

    /// - Throws: `Refusal` with every file that is not fit; then none of them is taken.
    @discardableResult
    package func run(in app: App) async throws -> Item {
        try actor.require(.draftItem)
        guard !files.isEmpty else {
            throw Refusal.invalid([FieldProblem("file", zh: "请选择要上传的文件", en: "Choose the files to upload")])
        }
        // What cannot succeed is refused before anything is read.
        try await app.database.read { tx in _ = try NextFiles(item: item, base: base, actor: actor).start(tx, app) }
        let fit = try await prepared(app)
        do {
            for file in fit { try await app.blobs.keep(file.path, as: file.new.file.sha256) }
        } catch {
            for file in fit { file.discard() }
            throw error
        }
        return try await RecordFiles(
            files: fit.map(\.new),
            field: field,
            next: NextFiles(item: item, base: base, actor: actor)
        ).run(in: app)
    }

    /// A file that was examined and written anew without its metadata.
    private struct FitFile: Sendable {
        var path: String
        var new: NewFile

        func discard() { unlink(path) }
    }

    private func prepared(_ app: App) async throws -> [FitFile] {
        var fit: [FitFile] = []
        var problems: [FieldProblem] = []
        do {
            for file in files {
                do {
                    fit.append(try await prepared(file, app))
                } catch let unfit as UnfitFile {
                    problems.append(
                        FieldProblem(
                            "file",
                            zh: "「\(file.name)」：\(unfit.message.zh)",
                            en: "«\(file.name)»: \(unfit.message.en)"
                        )
                    )
                }
            }
            guard problems.isEmpty else { throw Refusal.invalid(problems) }
            return fit
        } catch {
            for file in fit { file.discard() }
            throw error
        }
    }

    private func prepared(_ file: ReceivedFile, _ app: App) async throws -> FitFile {
        let copy = app.blobs.incomingPath(in: app)
        let now = app.now()
        return try await app.blobs.waiting {
            do {
                let examined = try app.documents.examine(file.path)
                let metadata = try app.documents.strip(file.path, examined.kind, to: copy)
                let digest = try BlobStore.digest(of: copy)
                let stored = StoredFile(
                    sha256: digest.sha256,
                    size: digest.size,
                    kind: examined.kind,
                    metadata: metadata,
                    remarks: examined.remarks,
                    reading: .waiting,
                    findings: [],
                    storedAt: now
                )
                let name = AttachmentName.fitted(file.name, kind: examined.kind)
                return FitFile(path: copy, new: NewFile(file: stored, name: name, uploadedAs: file.sha256))
            } catch {
                unlink(copy)
                throw error
            }
        }
    }
}

/// A file that is on the disk under its name and not yet in the database.
struct NewFile: Sendable {
    var file: StoredFile
    var name: String
    /// The hash of what was uploaded, before its metadata were taken out.
    var uploadedAs: String
}

/// The step of `AttachFiles` that is a transaction: rows of the files, the version that has them, and the reading of their
/// text as jobs.
struct RecordFiles: UseCase {
    var files: [NewFile]
    var field: String?
    var next: NextFiles

    func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        var draft = try next.start(tx, app)
        if let field, !draft.duty.fileFields.contains(where: { $0.key == field }) { throw Refusal.notFound }
        for new in files {
            // In this turn of writing the sweep cannot take it any more; it may have just before.
            guard app.blobs.holds(new.file.sha256, size: new.file.size) else {
                throw Refusal.conflict(
                    Phrase(zh: "文件没有保存成功，请再上传一次", en: "The file was not stored; upload it once more")
                )
            }
            try draft.requireRoom(for: new, limit: app.settings.attachmentsPerItem)
            draft.add(Attachment(sha256: new.file.sha256, size: new.file.size, name: new.name), to: field)
            if try tx.files.insert(new.file) {
                try tx.jobs.enqueue(.readFile(new.file.sha256), at: app.now(), in: app)
            }
        }
        let item = try next.finish(draft, tx, app)
        for new in files {
            let stripped = new.uploadedAs == new.file.sha256 ? "" : " from \(new.uploadedAs)"
            try tx.audit.record(
                "item.attach",
                of: "item",
                item.id.text,
                detail: new.file.sha256 + stripped,
                by: next.actor,
                in: app
            )
        }
        return item
    }
}
