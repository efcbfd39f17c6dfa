import Database

/// Cases that belong together, and items made from a case.
extension Migration {
    static let m0017 = Migration(number: 17, name: "case-relations") { _ in
        [
            """
            CREATE TABLE case_relation (
                case_file TEXT NOT NULL REFERENCES case_file (id),
                kind TEXT NOT NULL CHECK (kind IN ('merged', 'split')),
                main TEXT NOT NULL REFERENCES case_file (id),
                PRIMARY KEY (case_file, kind),
                CHECK (case_file <> main)
            )\(SQL.strict)
            """,
            "CREATE INDEX case_relation_by_main ON case_relation (main, kind, case_file)",
            """
            CREATE TABLE case_item (
                case_file TEXT NOT NULL REFERENCES case_file (id),
                item TEXT NOT NULL UNIQUE REFERENCES item (id),
                PRIMARY KEY (case_file, item)
            )\(SQL.strict)
            """,
            "ALTER TABLE case_file ADD COLUMN rating TEXT",
            "CREATE INDEX case_file_by_rating ON case_file (agency, closed_on, kind, rating) WHERE rating IS NOT NULL",
        ]
    }
}
