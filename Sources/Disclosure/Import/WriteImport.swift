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

    /// How many rows were published and how many left as drafts.
    struct Written: Sendable {
        var published = 0
        var drafted = 0

        static func += (sum: inout Written, more: Written) {
            sum.published += more.published
            sum.drafted += more.drafted
        }
    }

    /// Reads and checks the next batch while the database takes the one before.
    func run(_ progress: @Sendable (ImportProgress) -> Void) async throws -> Written {
        var batches = try Batches(self)
        let total = verdicts.count { $0.kind != .pass }
        var written = Written()
        try await withThrowingTaskGroup(of: Written.self) { group in
            while let pieces = try batches.next() {
                if let done = try await group.next() { written += done }
                progress(ImportProgress(phase: .writing, done: written.published + written.drafted, total: total))
                group.addTask { try await write(pieces) }
            }
            if let done = try await group.next() { written += done }
        }
        progress(ImportProgress(phase: .writing, done: written.published + written.drafted, total: total))
        return written
    }

    /// The rows to write, read once more from the file and cut into batches.
    private struct Batches {
        private let writing: WriteImport
        private var reader: RecordReader
        private var rows: ImportRowReader
        private var verdicts: ArraySlice<ExamineImport.Verdict>

        init(_ writing: WriteImport) throws {
            self.writing = writing
            let wanted = writing.wanted
            reader = try RecordReader(path: wanted.path, form: wanted.form, encoding: writing.encoding)
            rows = ImportRowReader(wanted, duty: writing.setting.duty, today: writing.app.now().date)
            verdicts = writing.verdicts[...]
        }

        mutating func next() throws -> [Piece]? {
            var pieces: [Piece] = []
            var bytes = 0
            while pieces.count < WriteImport.rowLimit, bytes <= WriteImport.byteLimit,
                let verdict = verdicts.popFirst()
            {
                guard let record = try reader.next() else { throw WriteImport.changed }
                guard verdict.kind != .pass else { continue }
                let piece = try writing.piece(rows.read(record), verdict)
                bytes += piece.version.bytes.count
                pieces.append(piece)
            }
            return pieces.isEmpty ? nil : pieces
        }
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

    private func write(_ pieces: [Piece]) async throws -> Written {
        let app = app
        return try await app.database.write { tx in
            try app.holidayBook.look(tx)
            // Another run of the same file may have been faster.
            let known = try tx.imports.rows(of: setting.agency.id, sourceIDs: pieces.map(\.row.sourceID))
            let issuer = try IssuingAgency(setting.agency, tx)
            var written = Written()
            for piece in pieces where known[piece.row.sourceID] == nil {
                try write(piece, of: issuer, tx, app)
                if piece.isHeld { written.drafted += 1 } else { written.published += 1 }
            }
            return written
        }
    }

    private func write(_ piece: Piece, of issuer: IssuingAgency, _ tx: any SQLConnection, _ app: App) throws {
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
        if piece.isHeld {
            try tx.items.insert(item)
            try tx.items.insert(version)
            try tx.audit.record(
                "item.draft",
                of: "item",
                item.id.text,
                detail: version.hash,
                by: setting.editor,
                in: app
            )
        } else {
            try item.submit(at: now)
            _ = try Publication(
                item: item,
                version: version,
                duty: setting.duty,
                actor: setting.approver,
                delivery: .atOnce,
                isUnstored: true,
                issuer: issuer
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
