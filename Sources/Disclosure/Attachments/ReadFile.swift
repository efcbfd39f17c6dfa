import Codes
import Database
import Documents

/// Reads the text of a stored file for the scanner and for search; done twice, it changes nothing the second time.
///
/// A file whose reader was not installed is read once more when a job asks for it (`ReadAgain`).
///
/// The reading stands outside every transaction: it takes as long as the file is large, or an outside program slow.
struct ReadFile: Sendable {
    var sha256: String

    func run(in app: App) async throws {
        let sha256 = sha256
        guard let file = try await app.database.read({ try $0.files.find(sha256) }), file.isUnread else { return }
        guard let path = app.blobs.path(of: sha256) else { return }
        let documents = app.documents
        let (read, findings) = try await app.blobs.waiting {
            let read = Self.clean(try documents.text(of: path, file.kind))
            return (read, SensitiveScanner.scan(read.text))
        }
        try await app.database.write { tx in
            try tx.files.setText(read, findings: findings, of: sha256)
            // What is public already was indexed without this text.
            if file.reading != .waiting { try ReadAgain.index(sha256, tx, in: app) }
        }
    }

    /// Text as the database can hold it, without characters that are no text; pages and lines end alike.
    private static func clean(_ read: FileText) -> FileText {
        var cleaned = String.UnicodeScalarView()
        for scalar in read.text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A: cleaned.append(scalar)
            case 0x0C, 0x0D: cleaned.append("\n")
            case 0..<0x20, 0x7F..<0xA0: continue
            default: cleaned.append(scalar)
            }
        }
        guard cleaned.allSatisfy({ FieldText.isBlank($0) }) else {
            return FileText(read.state, String(cleaned), pagesWithoutText: read.pagesWithoutText)
        }
        // A file that was read and says nothing has to be looked at.
        return FileText(read.state.isComplete ? .scanned : read.state, pagesWithoutText: read.pagesWithoutText)
    }
}
