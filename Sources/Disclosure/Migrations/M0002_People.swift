import Database

/// People (人员), how they sign in, and the audit trail of everything they do.
extension Migration {
    static let m0002 = Migration(number: 2, name: "people") { dialect in
        [
            """
            CREATE TABLE person (
                id TEXT PRIMARY KEY,
                agency TEXT NOT NULL REFERENCES agency (id),
                section TEXT REFERENCES section (id),
                login TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                is_active \(SQL.int64) NOT NULL,
                password TEXT,
                failures \(SQL.int64) NOT NULL,
                locked_until \(SQL.int64),
                language TEXT NOT NULL,
                created_at \(SQL.int64) NOT NULL
            )\(SQL.strict)
            """,
            "CREATE INDEX person_by_agency ON person (agency, login)",
            """
            CREATE TABLE person_role (
                person TEXT NOT NULL REFERENCES person (id),
                role TEXT NOT NULL,
                PRIMARY KEY (person, role)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE session (
                token_hash TEXT PRIMARY KEY,
                person TEXT NOT NULL REFERENCES person (id),
                created_at \(SQL.int64) NOT NULL,
                seen_at \(SQL.int64) NOT NULL
            )\(SQL.strict)
            """,
            "CREATE INDEX session_by_person ON session (person)",
            "CREATE INDEX session_by_seen ON session (seen_at)",
            """
            CREATE TABLE one_time_link (
                token_hash TEXT PRIMARY KEY,
                person TEXT NOT NULL REFERENCES person (id),
                created_at \(SQL.int64) NOT NULL,
                expires_at \(SQL.int64) NOT NULL
            )\(SQL.strict)
            """,
            "CREATE INDEX one_time_link_by_person ON one_time_link (person)",
            """
            CREATE TABLE audit (
                id TEXT PRIMARY KEY,
                at \(SQL.int64) NOT NULL,
                agency TEXT,
                person TEXT,
                act TEXT NOT NULL,
                subject_kind TEXT NOT NULL,
                subject TEXT NOT NULL,
                detail TEXT NOT NULL
            )\(SQL.strict)
            """,
            "CREATE INDEX audit_by_agency ON audit (agency, at)",
            "CREATE INDEX audit_by_subject ON audit (subject, at)",
            "CREATE INDEX audit_by_person ON audit (person, at)",
        ] + SQL.appendOnly(table: "audit", for: dialect)
    }
}
