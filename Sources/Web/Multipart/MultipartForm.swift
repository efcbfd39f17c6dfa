import Disclosure
import Hummingbird
import NIOCore

/// Reads a form with files from a request: fields into memory, files to the disk, both within their limits.
///
/// The form token must come before the first file, as it does in every form of ours: nothing of a stranger reaches the disk.
struct MultipartForm {
    let boundary: MultipartBoundary
    let app: App
    let session: Session?

    /// What has come so far, and what is coming.
    private struct Receipt {
        var form = FormFields()
        var taking = Taking.nothing
        var fieldBytes: [UInt8] = []
    }

    private enum Taking {
        case nothing
        case field(String)
        case file(MultipartPart, IncomingFile)
        /// A field in which no file was chosen; browsers send it all the same.
        case noFile
    }

    /// - Throws: `MultipartFailure`, `FormRefused.foreign` or `BlobFailure`; no file is left behind then.
    func read(_ request: Request) async throws -> FormFields {
        var receipt = Receipt()
        do {
            var parser = MultipartParser(boundary: boundary, limits: limits)
            for try await chunk in request.body {
                for event in try parser.feed(Array(buffer: chunk)) { try await take(event, &receipt) }
            }
            try parser.finish()
            try check(receipt.form)
            return receipt.form
        } catch {
            if case .file(_, let file) = receipt.taking { file.discard() }
            app.blobs.discard(receipt.form.files)
            throw error
        }
    }

    private var limits: MultipartLimits {
        MultipartLimits(fileSize: app.settings.attachmentMegabytes * 1024 * 1024)
    }

    private func take(_ event: MultipartParser.Event, _ receipt: inout Receipt) async throws {
        switch (event, receipt.taking) {
        case (.began(let part), _): receipt.taking = try await begin(part, receipt.form)
        case (.bytes(let bytes), .field): receipt.fieldBytes += bytes
        case (.bytes(let bytes), .file(_, let file)): try await file.write(bytes)
        // A file needs a name.
        case (.bytes, .noFile), (.bytes, .nothing): throw MultipartFailure.badHeader
        case (.ended, .field(let name)):
            receipt.form.append(name, receipt.fieldBytes)
            (receipt.taking, receipt.fieldBytes) = (.nothing, [])
        case (.ended, .file(let part, let file)):
            receipt.form.append(try await file.received(as: part.name, called: part.fileName ?? ""))
            receipt.taking = .nothing
        case (.ended, .noFile), (.ended, .nothing): receipt.taking = .nothing
        }
    }

    private func begin(_ part: MultipartPart, _ form: FormFields) async throws -> Taking {
        guard let name = part.fileName else { return .field(part.name) }
        guard !name.isEmpty else { return .noFile }
        try check(form)
        guard form.files.count < app.settings.attachmentsPerItem else { throw MultipartFailure.tooManyParts }
        return .file(part, try await app.blobs.receive(in: app))
    }

    private func check(_ form: FormFields) throws {
        if let session {
            guard form["csrf"] == session.token.formToken else { throw FormRefused.foreign }
        } else {
            // Without an account only applicants bring files, from the page of their case.
            guard CaseAccess.file(form.text(CaseAccess.field), in: app) != nil else { throw FormRefused.ended }
        }
    }
}
