import Database

/// What is looked after beside a case: notices by e-mail, messages that wait for an answer, refusals to be assessed again,
/// and the key with which the cases of one applicant are joined.
extension Migration {
    static let m0016 = Migration(number: 16, name: "watched-cases") { dialect in
        notices + messages + assessments(dialect) + keys
    }

    private static let notices: [SQL] = [
        """
        CREATE TABLE case_subscription (
            case_file TEXT PRIMARY KEY REFERENCES case_file (id),
            began_at \(SQL.int64) NOT NULL,
            ended_at \(SQL.int64)
        )\(SQL.strict)
        """,
        // Never an address: it is opened at the moment of sending.
        """
        CREATE TABLE case_notice (
            case_file TEXT NOT NULL REFERENCES case_file (id),
            place \(SQL.int64) NOT NULL,
            occasion TEXT NOT NULL CHECK (occasion IN ('event', 'lapse')),
            state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'stopped', 'given-up')),
            created_at \(SQL.int64) NOT NULL,
            begun_at \(SQL.int64),
            broken_off \(SQL.int64) NOT NULL DEFAULT 0,
            settled_at \(SQL.int64),
            reason TEXT,
            PRIMARY KEY (case_file, place, occasion),
            CHECK ((settled_at IS NULL) = (state IN ('waiting', 'sending'))),
            CHECK ((reason IS NULL) = (state <> 'given-up'))
        )\(SQL.strict)
        """,
        "ALTER TABLE reminder ADD COLUMN case_file TEXT REFERENCES case_file (id)",
    ]

    private static let messages: [SQL] = [
        """
        CREATE TABLE case_message_waiting (
            case_file TEXT PRIMARY KEY REFERENCES case_file (id),
            agency TEXT NOT NULL REFERENCES agency (id),
            place \(SQL.int64) NOT NULL,
            at \(SQL.int64) NOT NULL
        )\(SQL.strict)
        """,
        "CREATE INDEX case_message_waiting_by_time ON case_message_waiting (agency, at)",
        """
        INSERT INTO case_message_waiting (case_file, agency, place, at)
        SELECT f.id, f.agency, min(e.place), min(e.at) FROM case_file f JOIN case_event e ON e.case_file = f.id
        WHERE e.event = 'message' AND e.performer = 'applicant'
            AND NOT EXISTS (SELECT 1 FROM case_attachment a WHERE a.case_file = e.case_file AND a.place = e.place)
            AND NOT EXISTS (SELECT 1 FROM case_event o WHERE o.case_file = e.case_file AND o.place > e.place
                AND o.performer IN ('officer', 'approver') AND o.event NOT IN ('assigned', 'note'))
        GROUP BY f.id, f.agency
        """,
    ]

    private static func assessments(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE case_review (
                case_file TEXT PRIMARY KEY REFERENCES case_file (id),
                due_on TEXT NOT NULL
            )\(SQL.strict)
            """,
            "CREATE INDEX case_review_by_day ON case_review (due_on)",
            """
            CREATE TABLE case_assessment (
                id TEXT PRIMARY KEY,
                case_file TEXT NOT NULL REFERENCES case_file (id),
                outcome TEXT NOT NULL CHECK (outcome IN ('still-closed', 'open')),
                reason TEXT NOT NULL CHECK (reason <> ''),
                person TEXT NOT NULL REFERENCES person (id),
                at \(SQL.int64) NOT NULL
            )\(SQL.strict)
            """,
            "CREATE INDEX case_assessment_by_case ON case_assessment (case_file, at)",
            // Refusals under the procedures as they were shipped until now; a year after they were closed.
            """
            INSERT INTO case_review (case_file, due_on)
            SELECT id, CAST(CAST(substr(closed_on, 1, 4) AS INTEGER) + 1 AS TEXT)
                || CASE WHEN substr(closed_on, 5) = '-02-29' THEN '-02-28' ELSE substr(closed_on, 5) END
            FROM case_file
            WHERE kind = 'request' AND is_open = 0 AND erase_on IS NOT NULL AND outcome IN (
                'partial', 'partly', 'refuse-secret', 'refuse-law', 'refuse-stability', 'refuse-third',
                'refuse-internal', 'refuse-process', 'refuse-casefile', 'refused-secret', 'refused-commercial',
                'refused-privacy', 'refused-stability', 'refused-law')
            """,
        ] + SQL.appendOnly(table: "case_assessment", for: dialect)
    }

    private static let keys: [SQL] = [
        // Which key made the mark; nil for the oldest of the file, as it was until now.
        "ALTER TABLE case_file ADD COLUMN mark_key TEXT",
        // Since when marks are made with the key; nil for those that make none.
        "ALTER TABLE sealing_key ADD COLUMN marks_since \(SQL.int64)",
        "CREATE INDEX public_comment_by_key ON public_comment (key_id)",
    ]
}
