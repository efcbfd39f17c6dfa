import Database

/// Redactions (遮盖): which places of a file were taken out, each with its ground, and out of which file.
///
/// A row stands only for a file whose redaction was proven; neither can be changed afterwards. Places are hundredths of a
/// point from the top left corner of the page.
extension Migration {
    static let m0010 = Migration(number: 10, name: "redactions") { dialect in
        [
            """
            CREATE TABLE redaction (
                blob TEXT NOT NULL REFERENCES blob (sha256),
                place \(SQL.int64) NOT NULL,
                original TEXT NOT NULL REFERENCES blob (sha256),
                page \(SQL.int64) NOT NULL,
                x \(SQL.int64) NOT NULL,
                y \(SQL.int64) NOT NULL,
                width \(SQL.int64) NOT NULL,
                height \(SQL.int64) NOT NULL,
                ground TEXT NOT NULL,
                person TEXT NOT NULL REFERENCES person (id),
                at \(SQL.int64) NOT NULL,
                PRIMARY KEY (blob, place),
                CHECK (blob <> original)
            )\(SQL.strict)
            """
        ] + SQL.appendOnly(table: "redaction", for: dialect)
    }
}
