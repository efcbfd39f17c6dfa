import Database

/// The only numbers that people type: readings from outside (外部读数), opening balances from the days of paper (期初累计数),
/// and the register of what was brought against the agency over disclosure (行政复议、行政诉讼、举报投诉).
///
/// A reading is never changed: a correction is a further row that names the one in whose place it stands, so that the chain of
/// one number has one end, and an agency has one opening balance of a figure. A remedy goes on; what it was after every act
/// stays in `remedy_change`.
extension Migration {
    static let m0020 = Migration(number: 20, name: "readings") { dialect in
        readings + SQL.appendOnly(table: "reading", for: dialect) + remedies
            + SQL.appendOnly(table: "remedy_change", for: dialect)
    }

    private static let readings: [SQL] = [
        """
        CREATE TABLE reading (
            id TEXT PRIMARY KEY,
            agency TEXT NOT NULL REFERENCES agency (id),
            key TEXT NOT NULL CHECK (key <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('reading', 'opening')),
            read_on TEXT NOT NULL,
            relation TEXT NOT NULL CHECK (relation IN ('=', '>', '≈', '≤')),
            value \(SQL.int64) NOT NULL,
            source TEXT NOT NULL CHECK (source <> ''),
            evidence TEXT NOT NULL CHECK (evidence <> ''),
            note TEXT NOT NULL,
            replaces TEXT UNIQUE REFERENCES reading (id),
            reason TEXT CHECK (reason <> ''),
            recorded_by TEXT NOT NULL REFERENCES person (id),
            recorded_at \(SQL.int64) NOT NULL,
            CHECK ((replaces IS NULL) = (reason IS NULL)),
            CHECK (replaces <> id)
        )\(SQL.strict)
        """,
        "CREATE INDEX reading_by_figure ON reading (agency, key, kind, read_on, id)",
        "CREATE INDEX reading_by_day ON reading (agency, read_on, id)",
        """
        CREATE UNIQUE INDEX reading_one_opening ON reading (agency, key) WHERE kind = 'opening' AND replaces IS NULL
        """,
    ]

    private static let remedies: [SQL] = [
        """
        CREATE TABLE remedy (
            id TEXT PRIMARY KEY,
            agency TEXT NOT NULL REFERENCES agency (id),
            kind TEXT NOT NULL CHECK (kind IN ('review', 'lawsuit', 'lawsuit-after-review', 'complaint')),
            number TEXT NOT NULL CHECK (number <> ''),
            about TEXT NOT NULL CHECK (about <> ''),
            case_file TEXT REFERENCES case_file (id),
            filed_on TEXT NOT NULL,
            result TEXT CHECK (result IN ('upheld', 'corrected', 'other')),
            ended_on TEXT CHECK (ended_on >= filed_on),
            edition \(SQL.int64) NOT NULL,
            recorded_by TEXT NOT NULL REFERENCES person (id),
            recorded_at \(SQL.int64) NOT NULL,
            changed_at \(SQL.int64) NOT NULL,
            CHECK ((result IS NULL) = (ended_on IS NULL)),
            UNIQUE (agency, kind, number)
        )\(SQL.strict)
        """,
        "CREATE INDEX remedy_by_filing ON remedy (agency, kind, filed_on)",
        "CREATE INDEX remedy_by_end ON remedy (agency, kind, ended_on)",
        "CREATE INDEX remedy_by_day ON remedy (agency, filed_on, id)",
        "CREATE INDEX remedy_by_case ON remedy (case_file) WHERE case_file IS NOT NULL",
        """
        CREATE TABLE remedy_change (
            remedy TEXT NOT NULL REFERENCES remedy (id),
            edition \(SQL.int64) NOT NULL CHECK (edition > 0),
            act TEXT NOT NULL CHECK (act IN ('recorded', 'closed', 'corrected')),
            kind TEXT NOT NULL,
            number TEXT NOT NULL,
            about TEXT NOT NULL,
            case_file TEXT,
            filed_on TEXT NOT NULL,
            result TEXT,
            ended_on TEXT,
            reason TEXT,
            person TEXT NOT NULL REFERENCES person (id),
            at \(SQL.int64) NOT NULL,
            PRIMARY KEY (remedy, edition),
            CHECK ((act = 'corrected') = (reason IS NOT NULL))
        )\(SQL.strict)
        """,
    ]
}
