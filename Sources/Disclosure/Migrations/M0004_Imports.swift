import Database

/// Imported batches: one secrecy opinion and one signature over a manifest, and which item each source row became.
///
/// A row that the secrecy reviewer must look at first has no batch: it was left as a draft and is under no signature.
extension Migration {
    static let m0004 = Migration(number: 4, name: "imports") { dialect in
        [
            """
            CREATE TABLE import_batch (
                id TEXT PRIMARY KEY,
                agency TEXT NOT NULL REFERENCES agency (id),
                duty TEXT NOT NULL,
                file_name TEXT NOT NULL,
                manifest_hash TEXT NOT NULL,
                row_count \(SQL.int64) NOT NULL,
                editor TEXT NOT NULL REFERENCES person (id),
                secrecy_person TEXT NOT NULL REFERENCES person (id),
                secrecy_reason TEXT NOT NULL,
                cleared TEXT NOT NULL,
                approver TEXT NOT NULL REFERENCES person (id),
                signed_at \(SQL.int64) NOT NULL,
                CHECK (editor <> secrecy_person AND editor <> approver AND secrecy_person <> approver),
                CHECK (cleared = '' OR secrecy_reason <> ''),
                UNIQUE (agency, duty, manifest_hash)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE import_row (
                agency TEXT NOT NULL REFERENCES agency (id),
                source_id TEXT NOT NULL,
                batch TEXT REFERENCES import_batch (id),
                line \(SQL.int64) NOT NULL,
                item TEXT NOT NULL UNIQUE REFERENCES item (id),
                version_hash TEXT NOT NULL,
                PRIMARY KEY (agency, source_id)
            )\(SQL.strict)
            """,
            "CREATE INDEX import_row_by_batch ON import_row (batch)",
        ] + ["import_batch", "import_row"].flatMap { SQL.appendOnly(table: $0, for: dialect) }
    }
}
