import Database

/// Reports: the texts that an office writes around figures, and what was frozen with each version that was put before the
/// reviewers: values, definitions and the records behind every number.
extension Migration {
    static let m0021 = Migration(number: 21, name: "reports") { dialect in
        drafts + frozen(dialect)
    }

    private static let drafts: [SQL] = [
        """
        CREATE TABLE report (
            id TEXT PRIMARY KEY,
            agency TEXT NOT NULL REFERENCES agency (id),
            year \(SQL.int64) NOT NULL,
            quarter \(SQL.int64) NOT NULL CHECK (quarter BETWEEN 0 AND 4),
            format TEXT NOT NULL,
            item TEXT UNIQUE REFERENCES item (id),
            created_by TEXT REFERENCES person (id),
            created_at \(SQL.int64) NOT NULL,
            changed_at \(SQL.int64) NOT NULL,
            UNIQUE (agency, year, quarter)
        )\(SQL.strict)
        """,
        """
        CREATE TABLE report_text (
            report TEXT NOT NULL REFERENCES report (id),
            section TEXT NOT NULL,
            text TEXT NOT NULL,
            changed_by TEXT REFERENCES person (id),
            changed_at \(SQL.int64) NOT NULL,
            PRIMARY KEY (report, section)
        )\(SQL.strict)
        """,
        """
        CREATE TABLE report_answer (
            report TEXT NOT NULL REFERENCES report (id),
            finding TEXT NOT NULL,
            sentence TEXT NOT NULL,
            person TEXT NOT NULL REFERENCES person (id),
            at \(SQL.int64) NOT NULL,
            PRIMARY KEY (report, finding)
        )\(SQL.strict)
        """,
        """
        CREATE TABLE report_look (
            report TEXT NOT NULL REFERENCES report (id),
            number TEXT NOT NULL,
            value TEXT NOT NULL,
            at \(SQL.int64) NOT NULL,
            PRIMARY KEY (report, number)
        )\(SQL.strict)
        """,
    ]

    private static func frozen(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE report_freeze (
                version TEXT PRIMARY KEY REFERENCES version (id),
                report TEXT NOT NULL REFERENCES report (id),
                format TEXT NOT NULL,
                agency_zh TEXT NOT NULL,
                agency_en TEXT NOT NULL,
                checksum TEXT NOT NULL,
                at \(SQL.int64) NOT NULL
            )\(SQL.strict)
            """,
            "CREATE INDEX report_freeze_by_report ON report_freeze (report, at)",
            """
            CREATE TABLE report_freeze_text (
                version TEXT NOT NULL REFERENCES report_freeze (version),
                section TEXT NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (version, section)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE report_figure (
                version TEXT NOT NULL REFERENCES report_freeze (version),
                number TEXT NOT NULL,
                value TEXT NOT NULL,
                name_zh TEXT NOT NULL,
                name_en TEXT NOT NULL,
                unit_zh TEXT NOT NULL,
                unit_en TEXT NOT NULL,
                how_zh TEXT NOT NULL,
                how_en TEXT NOT NULL,
                kind TEXT,
                count \(SQL.int64) NOT NULL,
                opening TEXT REFERENCES reading (id),
                records \(SQL.blob) NOT NULL,
                PRIMARY KEY (version, number)
            )\(SQL.strict)
            """,
        ]
            + ["report_freeze", "report_freeze_text", "report_figure"].flatMap {
                SQL.appendOnly(table: $0, for: dialect)
            }
    }
}
