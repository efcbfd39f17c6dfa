import Database

/// What keeps an account its person's own, and who stands in for whom: second factors, sessions that ended while
/// somebody typed, delegation, absence, and drafts that were handed on.
extension Migration {
    static let m0007 = Migration(number: 7, name: "handling") { _ in
        sessions + secondFactors + standingIn + auditSearch
    }

    private static let sessions: [SQL] = [
        // Which keys of the key file have sealed something here; never the keys themselves.
        """
        CREATE TABLE sealing_key (
            id TEXT PRIMARY KEY,
            created_at \(SQL.int64) NOT NULL
        )\(SQL.strict)
        """,
        "ALTER TABLE session ADD COLUMN form_hash TEXT",
        "ALTER TABLE session ADD COLUMN awaits_code \(SQL.int64) NOT NULL DEFAULT 0",
        "CREATE INDEX session_by_form ON session (form_hash)",
        """
        CREATE TABLE ended_session (
            token_hash TEXT PRIMARY KEY,
            form_hash TEXT NOT NULL,
            person TEXT NOT NULL REFERENCES person (id),
            ended_at \(SQL.int64) NOT NULL
        )\(SQL.strict)
        """,
        "CREATE INDEX ended_session_by_form ON ended_session (form_hash)",
        "CREATE INDEX ended_session_by_end ON ended_session (ended_at)",
        """
        CREATE TABLE kept_form (
            id TEXT PRIMARY KEY,
            person TEXT NOT NULL REFERENCES person (id),
            key_id TEXT NOT NULL,
            sealed \(SQL.blob) NOT NULL,
            created_at \(SQL.int64) NOT NULL,
            expires_at \(SQL.int64) NOT NULL,
            claimed_at \(SQL.int64)
        )\(SQL.strict)
        """,
        "CREATE INDEX kept_form_by_person ON kept_form (person, created_at)",
        "CREATE INDEX kept_form_by_end ON kept_form (expires_at)",
    ]

    private static let secondFactors: [SQL] = [
        """
        CREATE TABLE second_factor (
            person TEXT PRIMARY KEY REFERENCES person (id),
            key_id TEXT NOT NULL,
            sealed \(SQL.blob) NOT NULL,
            last_step \(SQL.int64) NOT NULL,
            created_at \(SQL.int64) NOT NULL,
            confirmed_at \(SQL.int64)
        )\(SQL.strict)
        """,
        """
        CREATE TABLE recovery_code (
            person TEXT NOT NULL REFERENCES person (id),
            code_hash TEXT NOT NULL,
            used_at \(SQL.int64),
            PRIMARY KEY (person, code_hash)
        )\(SQL.strict)
        """,
        """
        CREATE TABLE demanded_factor (
            agency TEXT NOT NULL REFERENCES agency (id),
            role TEXT NOT NULL,
            PRIMARY KEY (agency, role)
        )\(SQL.strict)
        """,
    ]

    private static let standingIn: [SQL] = [
        """
        CREATE TABLE delegation (
            id TEXT PRIMARY KEY,
            agency TEXT NOT NULL REFERENCES agency (id),
            giver TEXT NOT NULL REFERENCES person (id),
            taker TEXT NOT NULL REFERENCES person (id),
            role TEXT NOT NULL,
            from_on TEXT NOT NULL,
            to_on TEXT NOT NULL,
            created_by TEXT NOT NULL REFERENCES person (id),
            created_at \(SQL.int64) NOT NULL,
            ended_by TEXT REFERENCES person (id),
            ended_at \(SQL.int64),
            CHECK (giver <> taker),
            CHECK (from_on <= to_on)
        )\(SQL.strict)
        """,
        "CREATE INDEX delegation_by_taker ON delegation (taker, to_on)",
        "CREATE INDEX delegation_by_giver ON delegation (giver, to_on)",
        """
        CREATE TABLE absence (
            id TEXT PRIMARY KEY,
            agency TEXT NOT NULL REFERENCES agency (id),
            person TEXT NOT NULL REFERENCES person (id),
            from_on TEXT NOT NULL,
            to_on TEXT NOT NULL,
            created_by TEXT NOT NULL REFERENCES person (id),
            created_at \(SQL.int64) NOT NULL,
            ended_at \(SQL.int64),
            CHECK (from_on <= to_on)
        )\(SQL.strict)
        """,
        "CREATE INDEX absence_by_person ON absence (person, to_on)",
        "CREATE INDEX absence_by_agency ON absence (agency, to_on)",
        // Who carries on with a draft whose author is away; the author of its versions stays who it was.
        """
        CREATE TABLE item_carrier (
            item TEXT PRIMARY KEY REFERENCES item (id),
            person TEXT NOT NULL REFERENCES person (id),
            handed_by TEXT NOT NULL REFERENCES person (id),
            handed_at \(SQL.int64) NOT NULL
        )\(SQL.strict)
        """,
        "CREATE INDEX item_carrier_by_person ON item_carrier (person)",
    ]

    private static let auditSearch: [SQL] = [
        "ALTER TABLE audit ADD COLUMN for_person TEXT",
        "CREATE INDEX audit_by_place ON audit (agency, at, id)",
        "CREATE INDEX audit_by_doer ON audit (agency, person, at, id)",
        "CREATE INDEX audit_by_giver ON audit (agency, for_person, at, id)",
        "CREATE INDEX audit_by_thing ON audit (agency, subject, at, id)",
        "CREATE INDEX audit_by_act ON audit (agency, act, at, id)",
    ]
}
