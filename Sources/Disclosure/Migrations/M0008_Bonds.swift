import Database

/// What binds items together and what the public says: comments on decision drafts and their outcome, pairs of policy
/// and interpretation, checked addresses, assessments of refusals, reminders, and acts on many items at once.
extension Migration {
    static let m0008 = Migration(number: 8, name: "bonds") { dialect in
        comments + pairs + watching(dialect) + bulk
    }

    private static let comments: [SQL] = [
        """
        CREATE TABLE public_comment (
            id TEXT PRIMARY KEY,
            item TEXT NOT NULL REFERENCES item (id),
            receipt_hash TEXT NOT NULL UNIQUE,
            key_id TEXT NOT NULL,
            person \(SQL.blob),
            body \(SQL.blob) NOT NULL,
            findings TEXT NOT NULL,
            received_at \(SQL.int64) NOT NULL,
            treatment TEXT CHECK (treatment IN ('adopted', 'partly', 'not-adopted', 'irrelevant')),
            reason TEXT NOT NULL,
            gist TEXT NOT NULL,
            treated_by TEXT REFERENCES person (id),
            treated_at \(SQL.int64),
            CHECK ((treatment IS NULL) = (treated_by IS NULL)),
            CHECK ((treatment IS NULL) = (treated_at IS NULL)),
            CHECK (treatment IS NULL OR treatment <> 'not-adopted' OR reason <> '')
        )\(SQL.strict)
        """,
        "CREATE INDEX public_comment_by_item ON public_comment (item, received_at, id)",
        """
        CREATE TABLE comment_outcome (
            outcome TEXT PRIMARY KEY REFERENCES item (id),
            draft TEXT NOT NULL REFERENCES item (id)
        )\(SQL.strict)
        """,
        "CREATE INDEX comment_outcome_by_draft ON comment_outcome (draft)",
    ]

    private static let pairs: [SQL] = [
        """
        CREATE TABLE item_pair (
            interpretation TEXT PRIMARY KEY REFERENCES item (id),
            document TEXT NOT NULL REFERENCES item (id),
            bound_by TEXT NOT NULL REFERENCES person (id),
            bound_at \(SQL.int64) NOT NULL,
            CHECK (interpretation <> document)
        )\(SQL.strict)
        """,
        "CREATE INDEX item_pair_by_document ON item_pair (document)",
        """
        CREATE TABLE interpretation_waiver (
            version TEXT PRIMARY KEY REFERENCES version (id),
            ground TEXT NOT NULL,
            person TEXT NOT NULL REFERENCES person (id),
            at \(SQL.int64) NOT NULL
        )\(SQL.strict)
        """,
    ]

    private static func watching(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE reminder (
                agency TEXT NOT NULL REFERENCES agency (id),
                kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                item TEXT REFERENCES item (id),
                since \(SQL.int64) NOT NULL,
                detail TEXT NOT NULL,
                PRIMARY KEY (agency, kind, subject)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE link_check (
                item TEXT PRIMARY KEY REFERENCES item (id),
                address TEXT NOT NULL,
                outcome TEXT NOT NULL,
                checked_on TEXT NOT NULL,
                failures \(SQL.int64) NOT NULL,
                failing_since \(SQL.int64)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE refusal_review (
                item TEXT PRIMARY KEY REFERENCES item (id),
                due_on TEXT NOT NULL
            )\(SQL.strict)
            """,
            """
            CREATE TABLE refusal_assessment (
                id TEXT PRIMARY KEY,
                item TEXT NOT NULL REFERENCES item (id),
                outcome TEXT NOT NULL CHECK (outcome IN ('still-closed', 'open')),
                reason TEXT NOT NULL CHECK (reason <> ''),
                person TEXT NOT NULL REFERENCES person (id),
                at \(SQL.int64) NOT NULL
            )\(SQL.strict)
            """,
            "CREATE INDEX refusal_assessment_by_item ON refusal_assessment (item, at)",
        ] + ["interpretation_waiver", "refusal_assessment"].flatMap { SQL.appendOnly(table: $0, for: dialect) }
    }

    private static let bulk: [SQL] = [
        """
        CREATE TABLE bulk_act (
            id TEXT PRIMARY KEY,
            agency TEXT NOT NULL REFERENCES agency (id),
            person TEXT NOT NULL REFERENCES person (id),
            act TEXT NOT NULL,
            at \(SQL.int64) NOT NULL
        )\(SQL.strict)
        """,
        """
        CREATE TABLE bulk_result (
            bulk TEXT NOT NULL REFERENCES bulk_act (id),
            place \(SQL.int64) NOT NULL,
            item TEXT NOT NULL REFERENCES item (id),
            is_done \(SQL.int64) NOT NULL,
            words_zh TEXT NOT NULL,
            words_en TEXT NOT NULL,
            PRIMARY KEY (bulk, item)
        )\(SQL.strict)
        """,
    ]
}
