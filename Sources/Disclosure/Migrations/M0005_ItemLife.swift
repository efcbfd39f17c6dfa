import Database

/// What happens to an item after its first publication: revision, withdrawal, end of display, validity, and the debts of
/// an urgent publication.
extension Migration {
    static let m0005 = Migration(number: 5, name: "item-life") { dialect in
        widenedStates(dialect) + item + publication + withdrawal(dialect) + debt + relation
    }

    /// The states of an item with the new ones among them.
    ///
    /// SQLite cannot alter a constraint: its text in the schema is replaced, as its documentation describes for changes
    /// that leave the rows as they are. RESET reads the schema again here; the columns added after it make others do so.
    private static func widenedStates(_ dialect: Dialect) -> [SQL] {
        switch dialect {
        case .sqlite:
            [
                "PRAGMA writable_schema = ON",
                """
                UPDATE sqlite_schema SET sql = replace(sql, \("'published', 'filed')"),
                    \("'published', 'filed', 'scheduled', 'withdrawn', 'expired')"))
                WHERE type = 'table' AND name = 'item'
                """,
                "PRAGMA writable_schema = RESET",
            ]
        case .postgres:
            [
                "ALTER TABLE item DROP CONSTRAINT item_state_check",
                """
                ALTER TABLE item ADD CONSTRAINT item_state_check CHECK
                    (state IN ('draft', 'review', 'published', 'filed', 'scheduled', 'withdrawn', 'expired'))
                """,
            ]
        }
    }

    private static let item: [SQL] = [
        "ALTER TABLE item ADD COLUMN revision TEXT CHECK (revision IN ('draft', 'review', 'scheduled'))",
        "ALTER TABLE item ADD COLUMN revision_ground TEXT",
        "ALTER TABLE item ADD COLUMN revision_reason TEXT",
        "ALTER TABLE item ADD COLUMN publish_at \(SQL.int64)",
        "ALTER TABLE item ADD COLUMN display_until TEXT",
        "ALTER TABLE item ADD COLUMN ended_at \(SQL.int64)",
        "ALTER TABLE item ADD COLUMN end_ground TEXT",
        """
        ALTER TABLE item ADD COLUMN validity TEXT NOT NULL DEFAULT 'in-force'
            CHECK (validity IN ('in-force', 'amended', 'repealed', 'lapsed'))
        """,
        "CREATE INDEX item_by_display ON item (display_until) WHERE display_until IS NOT NULL",
        "CREATE INDEX item_by_revision ON item (agency, revision) WHERE revision IS NOT NULL",
    ]

    private static let publication: [SQL] = [
        "ALTER TABLE publication ADD COLUMN event TEXT NOT NULL DEFAULT 'publish'",
        "ALTER TABLE publication ADD COLUMN ground TEXT",
        "ALTER TABLE publication ADD COLUMN reason TEXT",
    ]

    private static func withdrawal(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE withdrawal (
                id TEXT PRIMARY KEY,
                item TEXT NOT NULL REFERENCES item (id),
                ground TEXT NOT NULL,
                reason TEXT NOT NULL,
                evidence TEXT NOT NULL,
                approvals_needed \(SQL.int64) NOT NULL CHECK (approvals_needed > 0),
                asked_by TEXT NOT NULL REFERENCES person (id),
                asked_at \(SQL.int64) NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('open', 'done', 'refused')),
                closed_at \(SQL.int64)
            )\(SQL.strict)
            """,
            "CREATE UNIQUE INDEX withdrawal_open ON withdrawal (item) WHERE state = 'open'",
            "CREATE INDEX withdrawal_by_item ON withdrawal (item, asked_at)",
            """
            CREATE TABLE withdrawal_verdict (
                withdrawal TEXT NOT NULL REFERENCES withdrawal (id),
                person TEXT NOT NULL REFERENCES person (id),
                verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'send-back')),
                reason TEXT NOT NULL,
                at \(SQL.int64) NOT NULL,
                PRIMARY KEY (withdrawal, person)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE takedown (
                item TEXT NOT NULL REFERENCES item (id),
                channel TEXT NOT NULL REFERENCES channel (id),
                asked_at \(SQL.int64) NOT NULL,
                done_on TEXT,
                evidence TEXT,
                recorded_by TEXT REFERENCES person (id),
                PRIMARY KEY (item, channel)
            )\(SQL.strict)
            """,
            "CREATE INDEX takedown_open ON takedown (asked_at) WHERE done_on IS NULL",
        ] + SQL.appendOnly(table: "withdrawal_verdict", for: dialect)
    }

    private static let debt: [SQL] = [
        """
        CREATE TABLE debt (
            id TEXT PRIMARY KEY,
            item TEXT NOT NULL REFERENCES item (id),
            version TEXT NOT NULL REFERENCES version (id),
            kind TEXT NOT NULL CHECK (kind IN ('legal', 'sign-off')),
            agreed_by TEXT NOT NULL REFERENCES person (id),
            means TEXT NOT NULL,
            reason TEXT NOT NULL,
            recorded_by TEXT NOT NULL REFERENCES person (id),
            recorded_at \(SQL.int64) NOT NULL,
            settled_at \(SQL.int64),
            verdict TEXT CHECK (verdict IN ('pass', 'send-back')),
            UNIQUE (version, kind)
        )\(SQL.strict)
        """,
        "CREATE INDEX debt_by_item ON debt (item)",
        "CREATE INDEX debt_open ON debt (recorded_at) WHERE settled_at IS NULL",
    ]

    private static let relation: [SQL] = [
        """
        CREATE TABLE item_relation (
            source TEXT NOT NULL REFERENCES item (id),
            target TEXT NOT NULL REFERENCES item (id),
            kind TEXT NOT NULL CHECK (kind IN ('amends', 'repeals', 'supersedes')),
            since TEXT NOT NULL,
            recorded_by TEXT NOT NULL REFERENCES person (id),
            recorded_at \(SQL.int64) NOT NULL,
            PRIMARY KEY (target, source),
            CHECK (source <> target)
        )\(SQL.strict)
        """,
        "CREATE INDEX item_relation_by_source ON item_relation (source)",
    ]
}
