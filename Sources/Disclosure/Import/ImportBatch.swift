package import Civil
package import Database

/// One secrecy opinion and one signature over the manifest of an imported batch (先审查、后公开, for a whole file at once).
package struct ImportBatch: Sendable, Hashable {
    package var id: ID<ImportBatch>
    package var agency: ID<Agency>
    package var duty: String
    /// The name of the file as it was called, without its folder.
    package var fileName: String
    /// SHA-256 of the manifest, 64 hexadecimal digits; see `ImportManifest`.
    package var manifestHash: String
    /// How many rows the manifest lists.
    package var rowCount: Int
    package var editor: ID<Person>
    package var secrecyReviewer: ID<Person>
    /// What the secrecy reviewer wrote down; why the findings were cleared, where there were any.
    package var secrecyReason: String
    /// What the scanner had found and the reviewer cleared, by kind and count; empty where nothing was found.
    package var cleared: String
    package var approver: ID<Person>
    package var signedAt: Instant
}

/// Which item a row of a source became.
package struct ImportedRow: Sendable, Hashable {
    package var agency: ID<Agency>
    /// The row's id where it comes from, unique in the agency.
    package var sourceID: String
    /// Nil for a row that was left as a draft because the scanner found something in it.
    package var batch: ID<ImportBatch>?
    /// The line of the file on which it began.
    package var line: Int
    package var item: ID<Item>
    /// SHA-256 of the version as it was imported.
    package var versionHash: String
}

/// Imported batches and rows in the database; none is ever changed or removed.
package struct ImportStore {
    let tx: any SQLConnection

    /// The batch with which an item was imported and signed; nil for an item of the agency's own making.
    package func batch(of item: ID<Item>) throws -> ImportBatch? {
        try tx.first(
            "SELECT b.* FROM import_batch b JOIN import_row r ON r.batch = b.id WHERE r.item = \(item)"
        ).map(ImportBatch.init)
    }

    /// The row from which an item was imported; nil for an item of the agency's own making.
    package func row(of item: ID<Item>) throws -> ImportedRow? {
        try tx.first("SELECT * FROM import_row WHERE item = \(item)").map(ImportedRow.init)
    }

    /// The batches of an agency, newest first.
    package func batches(of agency: ID<Agency>, limit: Int = 100) throws -> [ImportBatch] {
        try tx.rows(
            "SELECT * FROM import_batch WHERE agency = \(agency) ORDER BY signed_at DESC, id DESC LIMIT \(limit)"
        ).map(ImportBatch.init)
    }

    /// How many rows of a batch have become items so far.
    package func rowCount(of batch: ID<ImportBatch>) throws -> Int {
        Int(try tx.integer("SELECT count(*) FROM import_row WHERE batch = \(batch)"))
    }

    /// The rows of these source ids that an agency has imported before, by source id.
    func rows(of agency: ID<Agency>, sourceIDs: [String]) throws -> [String: ImportedRow] {
        guard !sourceIDs.isEmpty else { return [:] }
        let rows = try tx.rows(
            "SELECT * FROM import_row WHERE agency = \(agency) AND source_id IN \(list: sourceIDs)"
        )
        return Dictionary(
            try rows.map(ImportedRow.init).map { ($0.sourceID, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The batch of that manifest, if it was begun before.
    func find(agency: ID<Agency>, duty: String, manifestHash: String) throws -> ImportBatch? {
        try tx.first(
            """
            SELECT * FROM import_batch
            WHERE agency = \(agency) AND duty = \(duty) AND manifest_hash = \(manifestHash)
            """
        ).map(ImportBatch.init)
    }

    func insert(_ batch: ImportBatch) throws {
        try tx.execute(
            """
            INSERT INTO import_batch (id, agency, duty, file_name, manifest_hash, row_count, editor, secrecy_person,
                secrecy_reason, cleared, approver, signed_at)
            VALUES (\(batch.id), \(batch.agency), \(batch.duty), \(batch.fileName), \(batch.manifestHash),
                \(batch.rowCount), \(batch.editor), \(batch.secrecyReviewer), \(batch.secrecyReason), \(batch.cleared),
                \(batch.approver), \(batch.signedAt))
            """
        )
    }

    func insert(_ row: ImportedRow) throws {
        try tx.send(
            """
            INSERT INTO import_row (agency, source_id, batch, line, item, version_hash)
            VALUES (\(row.agency), \(row.sourceID), \(row.batch), \(row.line), \(row.item), \(row.versionHash))
            """
        )
    }
}

extension SQLConnection {
    package var imports: ImportStore { ImportStore(tx: self) }
}

extension ImportBatch {
    init(_ row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            agency: try row.id("agency"),
            duty: try row.text("duty"),
            fileName: try row.text("file_name"),
            manifestHash: try row.text("manifest_hash"),
            rowCount: try row.number("row_count"),
            editor: try row.id("editor"),
            secrecyReviewer: try row.id("secrecy_person"),
            secrecyReason: try row.text("secrecy_reason"),
            cleared: try row.text("cleared"),
            approver: try row.id("approver"),
            signedAt: try row.instant("signed_at")
        )
    }
}

extension ImportedRow {
    init(_ row: SQLRow) throws {
        self.init(
            agency: try row.id("agency"),
            sourceID: try row.text("source_id"),
            batch: try row.optionalID("batch"),
            line: try row.number("line"),
            item: try row.id("item"),
            versionHash: try row.text("version_hash")
        )
    }
}
