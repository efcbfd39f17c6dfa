import Civil
import Database
import Text

/// The second pass: makes items of the rows that the first pass found fit, in batches that each hold the database for a
/// moment only.
struct WriteImport {
    let wanted: ItemImport
    let setting: ImportSetting
    let encoding: FileEncoding
    let verdicts: [ExamineImport.Verdict]
    /// Nil when every row is to be held back.
    let batch: ImportBatch?
    let app: App

    /// One transaction ends after so many rows or so many bytes of content, whatever comes first.
    private static let rowLimit = 200
    private static let byteLimit = 256 * 1024

    /// A row ready to be written.
    private struct Piece: Sendable {
        var row: ImportRow
        var version: Version
        var placement: Placement
        var isHeld: Bool
    }

    /// - Returns: how many rows were published and how many left as drafts.
    func run(_ progress: @Sendable (ImportProgress) -> Void) async throws -> (published: Int, drafted: Int) {
        var reader = try RecordReader(path: wanted.path, form: wanted.form, encoding: encoding)
        var rows = ImportRowReader(wanted, duty: setting.duty, today: app.now().date)
        var written = (published: 0, drafted: 0)
        let total = verdicts.count { $0.kind != .pass }
        var pieces: [Piece] = []
        var bytes = 0
        for verdict in verdicts {
            guard let record = try reader.next() else { throw Self.changed }
            guard verdict.kind != .pass else { continue }
            let piece = try piece(rows.read(record), verdict)
            bytes += piece.version.bytes.count
            pieces.append(piece)
            guard pieces.count == Self.rowLimit || bytes > Self.byteLimit else { continue }
            let (published, drafted) = try await write(pieces)
            written = (written.published + published, written.drafted + drafted)
            progress(ImportProgress(phase: .writing, done: written.published + written.drafted, total: total))
            (pieces, bytes) = ([], 0)
        }
        let (published, drafted) = try await write(pieces)
        written = (written.published + published, written.drafted + drafted)
        progress(ImportProgress(phase: .writing, done: written.published + written.drafted, total: total))
        return written
    }

    private func piece(_ row: ImportRow, _ verdict: ExamineImport.Verdict) throws -> Piece {
        let version = Version(
            id: app.newID(),
            item: app.newID(),
            number: 1,
            author: setting.editor.person,
            content: row.content,
            attachments: [],
            salt: app.randomBytes(32),
            createdAt: app.now()
        )
        guard ExamineImport.Verdict.prefix(of: version.hash) == verdict.hash else { throw Self.changed }
        return Piece(
            row: row,
            version: version,
            placement: try setting.placement(of: row).get(),
            isHeld: verdict.kind == .hold
        )
    }

    private func write(_ pieces: [Piece]) async throws -> (published: Int, drafted: Int) {
        guard !pieces.isEmpty else { return (0, 0) }
        let app = app
        return try await app.database.write { tx in
            // Another run of the same file may have been faster.
            let known = try tx.imports.rows(of: setting.agency.id, sourceIDs: pieces.map(\.row.sourceID))
            var written = (published: 0, drafted: 0)
            for piece in pieces where known[piece.row.sourceID] == nil {
                try write(piece, tx, app)
                if piece.isHeld { written.drafted += 1 } else { written.published += 1 }
            }
            return written
        }
    }

    private func write(_ piece: Piece, _ tx: any SQLConnection, _ app: App) throws {
        let now = app.now()
        let version = piece.version
        // No time limit: what was formed long ago is not late because it comes here only now.
        var item = try Item(
            id: version.item,
            agency: setting.agency.id,
            duty: setting.duty.code,
            provenance: .imported,
            version: version,
            by: setting.editor.person,
            at: now
        )
        item.place(piece.placement)
        if !piece.isHeld { try item.submit(at: now) }
        try tx.items.insert(item)
        try tx.items.insert(version)
        if piece.isHeld {
            try tx.audit.record(
                "item.draft",
                of: "item",
                item.id.text,
                detail: version.hash,
                by: setting.editor,
                in: app
            )
        } else {
            _ = try Publication(
                item: item,
                version: version,
                duty: setting.duty,
                actor: setting.approver,
                delivery: .atOnce
            ).perform(tx, in: app)
        }
        try tx.imports.insert(
            ImportedRow(
                agency: setting.agency.id,
                sourceID: piece.row.sourceID,
                batch: piece.isHeld ? nil : batch?.id,
                line: piece.row.line,
                item: item.id,
                versionHash: version.hash
            )
        )
    }

    private static let changed = UnreadableFile(
        zh: "文件在导入过程中被改动；已导入的保持不变，请重新运行",
        en: "The file was changed while it was imported; what is in stays, run the import again"
    )
}
