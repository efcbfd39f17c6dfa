import Database

/// Cases that belong together, items made from a case, what applicants said of answers, and acts on several cases at once.
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
            "CREATE INDEX case_file_by_state ON case_file (agency, kind, state, received_on, id)",
            """
            CREATE TABLE bulk_line (
                bulk TEXT NOT NULL REFERENCES bulk_act (id),
                place \(SQL.int64) NOT NULL,
                subject TEXT NOT NULL,
                is_done \(SQL.int64) NOT NULL,
                words_zh TEXT NOT NULL,
                words_en TEXT NOT NULL,
                PRIMARY KEY (bulk, subject)
            )\(SQL.strict)
            """,
            "INSERT INTO bulk_line SELECT bulk, place, item, is_done, words_zh, words_en FROM bulk_result",
            "DROP TABLE bulk_result",
        ]
    }
}
