import Database

/// Letters of cases: each with its number and its hash in the ledger; their text is sealed with the words of the case.
extension Migration {
    static let m0014 = Migration(number: 14, name: "letters") { dialect in
        [
            """
            CREATE TABLE case_letter (
                case_file TEXT NOT NULL REFERENCES case_file (id),
                place \(SQL.int64) NOT NULL,
                kind TEXT NOT NULL,
                number TEXT NOT NULL,
                leaf_id TEXT NOT NULL UNIQUE,
                at \(SQL.int64) NOT NULL,
                PRIMARY KEY (case_file, place)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE letter_template (
                agency TEXT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL,
                text TEXT NOT NULL,
                changed_by TEXT NOT NULL REFERENCES person (id),
                changed_at \(SQL.int64) NOT NULL,
                PRIMARY KEY (agency, kind)
            )\(SQL.strict)
            """,
        ] + SQL.appendOnly(table: "case_letter", for: dialect)
    }
}
