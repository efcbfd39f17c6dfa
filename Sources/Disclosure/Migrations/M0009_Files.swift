import Database

/// Files (附件): what is known of each stored file, its text, and the versions that it belongs to.
///
/// The bytes are in the folder of files under the same hash. A version that names a file cannot be written without the
/// row of that file; `version_file` is what the canonical bytes of a version say, made fit for questions.
extension Migration {
    static let m0009 = Migration(number: 9, name: "files") { dialect in
        [
            """
            CREATE TABLE blob (
                sha256 TEXT PRIMARY KEY,
                size \(SQL.int64) NOT NULL,
                kind TEXT NOT NULL,
                metadata TEXT NOT NULL,
                remarks TEXT NOT NULL,
                text_state TEXT NOT NULL,
                pages_without_text TEXT NOT NULL,
                findings TEXT NOT NULL,
                stored_at \(SQL.int64) NOT NULL
            )\(SQL.strict)
            """,
            """
            CREATE TABLE blob_text (
                sha256 TEXT PRIMARY KEY REFERENCES blob (sha256),
                text TEXT NOT NULL
            )\(SQL.strict)
            """,
            """
            CREATE TABLE version_file (
                version TEXT NOT NULL REFERENCES version (id),
                place \(SQL.int64) NOT NULL,
                blob TEXT NOT NULL REFERENCES blob (sha256),
                PRIMARY KEY (version, place)
            )\(SQL.strict)
            """,
            "CREATE INDEX version_file_by_blob ON version_file (blob)",
        ] + SQL.appendOnly(table: "version_file", for: dialect)
    }
}
