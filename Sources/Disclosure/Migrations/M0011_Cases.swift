import Database

/// Cases (办件): what the public asks, each on its procedure, with its events, clocks, sealed words and letters.
///
/// What is counted and sorted stands in plain columns; names and words are sealed in tables from which they can be erased
/// when their time is over, while the events and the counts stay.
extension Migration {
    static let m0011 = Migration(number: 11, name: "cases") { dialect in
        files + events(dialect) + words
    }

    private static let files: [SQL] = [
        """
        CREATE TABLE case_file (
            id TEXT PRIMARY KEY,
            agency TEXT NOT NULL REFERENCES agency (id),
            kind TEXT NOT NULL,
            procedure TEXT NOT NULL,
            number TEXT NOT NULL,
            query_hash TEXT NOT NULL UNIQUE,
            channel TEXT NOT NULL,
            source TEXT,
            state TEXT NOT NULL,
            is_open \(SQL.int64) NOT NULL,
            events \(SQL.int64) NOT NULL,
            section TEXT REFERENCES section (id),
            officer TEXT REFERENCES person (id),
            applicant_class TEXT NOT NULL,
            applicant_mark TEXT,
            filed_at \(SQL.int64) NOT NULL,
            received_on TEXT NOT NULL,
            is_confirmed \(SQL.int64) NOT NULL,
            due_on TEXT,
            outcome TEXT,
            closed_on TEXT,
            is_on_time \(SQL.int64),
            erase_on TEXT,
            UNIQUE (agency, number),
            UNIQUE (agency, source),
            CHECK ((closed_on IS NULL) = (is_open = 1))
        )\(SQL.strict)
        """,
        "CREATE INDEX case_file_by_due ON case_file (agency, is_open, due_on, id)",
        "CREATE INDEX case_file_by_receipt ON case_file (agency, kind, received_on, id)",
        // Wide enough that a table of the annual report is counted in the index alone.
        """
        CREATE INDEX case_file_by_end
        ON case_file (agency, kind, closed_on, received_on, procedure, outcome, applicant_class)
        """,
        "CREATE INDEX case_file_by_officer ON case_file (officer, is_open, due_on, id)",
        "CREATE INDEX case_file_by_applicant ON case_file (agency, applicant_mark, received_on)",
        "CREATE INDEX case_file_by_erasure ON case_file (erase_on)",
    ]

    private static func events(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE case_event (
                case_file TEXT NOT NULL REFERENCES case_file (id),
                place \(SQL.int64) NOT NULL,
                event TEXT NOT NULL,
                state TEXT NOT NULL,
                on_date TEXT NOT NULL,
                answers \(SQL.int64),
                choice TEXT,
                days \(SQL.int64),
                fen \(SQL.int64),
                performer TEXT NOT NULL CHECK (performer IN ('officer', 'approver', 'applicant', 'program')),
                person TEXT REFERENCES person (id),
                at \(SQL.int64) NOT NULL,
                PRIMARY KEY (case_file, place)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE case_clock (
                case_file TEXT NOT NULL REFERENCES case_file (id),
                clock TEXT NOT NULL,
                agency TEXT NOT NULL REFERENCES agency (id),
                is_running \(SQL.int64) NOT NULL,
                due_on TEXT,
                PRIMARY KEY (case_file, clock)
            )\(SQL.strict)
            """,
            "CREATE INDEX case_clock_by_due ON case_clock (agency, is_running, due_on)",
        ] + SQL.appendOnly(table: "case_event", for: dialect)
    }

    private static let words: [SQL] = [
        """
        CREATE TABLE case_words (
            case_file TEXT NOT NULL REFERENCES case_file (id),
            part TEXT NOT NULL,
            key_id TEXT NOT NULL,
            sealed \(SQL.blob) NOT NULL,
            PRIMARY KEY (case_file, part)
        )\(SQL.strict)
        """,
        "CREATE INDEX case_words_by_key ON case_words (key_id)",
        """
        CREATE TABLE case_attachment (
            id TEXT PRIMARY KEY,
            case_file TEXT NOT NULL REFERENCES case_file (id),
            place \(SQL.int64) NOT NULL,
            size \(SQL.int64) NOT NULL,
            kind TEXT NOT NULL
        )\(SQL.strict)
        """,
        "CREATE INDEX case_attachment_by_case ON case_attachment (case_file, place)",
    ]
}
