import Database

/// Items (信息), their versions and opinions, the ledger (公开日志), deliveries (发布记录), jobs and search.
///
/// `hand` is what keeps author, reviewer and approver of one version three people: a person has one part in a version,
/// and an opinion must name the part that its writer has.
extension Migration {
    static let m0003 = Migration(number: 3, name: "items") { dialect in
        items + handling(dialect) + ledger(dialect) + deliveries + search(dialect)
    }

    private static let items: [SQL] = [
        """
        CREATE TABLE item (
            id TEXT PRIMARY KEY,
            agency TEXT NOT NULL REFERENCES agency (id),
            duty TEXT NOT NULL,
            section TEXT REFERENCES section (id),
            class TEXT REFERENCES item_class (id),
            portal_column TEXT REFERENCES portal_column (id),
            state TEXT NOT NULL CHECK (state IN ('draft', 'review', 'published', 'filed')),
            provenance TEXT NOT NULL CHECK (provenance IN ('own', 'imported')),
            title TEXT NOT NULL,
            formed_on TEXT NOT NULL,
            current_version TEXT NOT NULL,
            public_version TEXT,
            leaf_id TEXT UNIQUE,
            leaf_index \(SQL.int64) UNIQUE,
            index_number TEXT,
            published_at \(SQL.int64),
            returned_reason TEXT,
            due_at \(SQL.int64),
            created_by TEXT NOT NULL REFERENCES person (id),
            created_at \(SQL.int64) NOT NULL,
            changed_at \(SQL.int64) NOT NULL,
            UNIQUE (agency, index_number)
        )\(SQL.strict)
        """,
        "CREATE INDEX item_by_agency ON item (agency, leaf_index)",
        "CREATE INDEX item_by_due ON item (agency, state, due_at)",
        "CREATE INDEX item_by_author ON item (created_by, state, changed_at)",
        "CREATE INDEX item_by_state ON item (agency, state, changed_at)",
        """
        CREATE TABLE version (
            id TEXT PRIMARY KEY,
            item TEXT NOT NULL REFERENCES item (id),
            number \(SQL.int64) NOT NULL,
            author TEXT NOT NULL REFERENCES person (id),
            bytes \(SQL.blob) NOT NULL,
            hash TEXT NOT NULL,
            salt \(SQL.blob) NOT NULL,
            created_at \(SQL.int64) NOT NULL,
            UNIQUE (item, number)
        )\(SQL.strict)
        """,
        """
        CREATE TABLE item_facet (
            item TEXT NOT NULL REFERENCES item (id),
            agency TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            leaf_index \(SQL.int64) NOT NULL,
            PRIMARY KEY (item, key, value)
        )\(SQL.strict)
        """,
        "CREATE INDEX item_facet_by_value ON item_facet (agency, key, value, leaf_index)",
        """
        CREATE TABLE index_serial (
            agency TEXT NOT NULL REFERENCES agency (id),
            scope TEXT NOT NULL,
            last \(SQL.int64) NOT NULL,
            PRIMARY KEY (agency, scope)
        )\(SQL.strict)
        """,
    ]

    private static func handling(_ dialect: Dialect) -> [SQL] {
        [
            """
            CREATE TABLE hand (
                version TEXT NOT NULL REFERENCES version (id),
                person TEXT NOT NULL REFERENCES person (id),
                part TEXT NOT NULL CHECK (part IN ('author', 'reviewer', 'approver')),
                PRIMARY KEY (version, person),
                UNIQUE (version, person, part)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE opinion (
                id TEXT PRIMARY KEY,
                version TEXT NOT NULL,
                person TEXT NOT NULL,
                part TEXT NOT NULL,
                kind TEXT NOT NULL,
                verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'send-back')),
                reason TEXT NOT NULL,
                version_hash TEXT NOT NULL,
                cleared TEXT NOT NULL,
                at \(SQL.int64) NOT NULL,
                FOREIGN KEY (version, person, part) REFERENCES hand (version, person, part),
                CHECK (part = CASE kind WHEN 'sign-off' THEN 'approver' ELSE 'reviewer' END),
                UNIQUE (version, kind)
            )\(SQL.strict)
            """,
        ] + ["version", "hand", "opinion"].flatMap { SQL.appendOnly(table: $0, for: dialect) }
    }

    private static func ledger(_ dialect: Dialect) -> [SQL] {
        [
            "CREATE TABLE ledger_head (id \(SQL.int64) PRIMARY KEY CHECK (id = 1), size \(SQL.int64) NOT NULL)\(SQL.strict)",
            "INSERT INTO ledger_head (id, size) VALUES (1, 0)",
            """
            CREATE TABLE ledger_leaf (
                leaf_index \(SQL.int64) PRIMARY KEY,
                leaf_id TEXT NOT NULL,
                bytes \(SQL.blob) NOT NULL,
                hash TEXT NOT NULL,
                at \(SQL.int64) NOT NULL
            )\(SQL.strict)
            """,
            "CREATE INDEX ledger_leaf_by_id ON ledger_leaf (leaf_id, leaf_index)",
            """
            CREATE TABLE publication (
                leaf_index \(SQL.int64) PRIMARY KEY REFERENCES ledger_leaf (leaf_index),
                item TEXT NOT NULL REFERENCES item (id),
                version TEXT NOT NULL REFERENCES version (id),
                bytes \(SQL.blob) NOT NULL
            )\(SQL.strict)
            """,
            "CREATE INDEX publication_by_item ON publication (item, leaf_index)",
            """
            CREATE TABLE leaf_series (
                series TEXT PRIMARY KEY,
                last \(SQL.int64) NOT NULL
            )\(SQL.strict)
            """,
        ] + SQL.appendOnly(table: "ledger_leaf", for: dialect)
    }

    private static let deliveries: [SQL] = [
        """
        CREATE TABLE delivery (
            id TEXT PRIMARY KEY,
            item TEXT NOT NULL REFERENCES item (id),
            channel TEXT NOT NULL REFERENCES channel (id),
            stage TEXT NOT NULL CHECK (stage IN ('submitted', 'accepted', 'delivered')),
            delivered_on TEXT NOT NULL,
            receipt TEXT NOT NULL,
            recorded_by TEXT REFERENCES person (id),
            recorded_at \(SQL.int64) NOT NULL,
            idempotency_key TEXT NOT NULL UNIQUE
        )\(SQL.strict)
        """,
        "CREATE INDEX delivery_by_item ON delivery (item, recorded_at)",
        "CREATE INDEX delivery_by_channel ON delivery (channel, delivered_on)",
        """
        CREATE TABLE job (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            payload TEXT NOT NULL,
            due_at \(SQL.int64) NOT NULL,
            attempts \(SQL.int64) NOT NULL,
            claimed_until \(SQL.int64),
            last_error TEXT,
            unique_key TEXT UNIQUE
        )\(SQL.strict)
        """,
        "CREATE INDEX job_by_due ON job (due_at)",
    ]

    private static func search(_ dialect: Dialect) -> [SQL] {
        let document: [SQL] = [
            """
            CREATE TABLE search_document (
                leaf_index \(SQL.int64) PRIMARY KEY,
                item TEXT NOT NULL UNIQUE,
                agency TEXT NOT NULL,
                title TEXT NOT NULL,
                body TEXT NOT NULL
                \(sqlite: "", postgres: ", tokens TSVECTOR NOT NULL")
            )\(SQL.strict)
            """,
            "CREATE INDEX search_document_by_agency ON search_document (agency, leaf_index)",
        ]
        let index: [SQL] =
            switch dialect {
            case .sqlite:
                [
                    """
                    CREATE VIRTUAL TABLE search_index USING fts5(
                        title, body, scope, content='', detail=full, tokenize="unicode61 remove_diacritics 0"
                    )
                    """
                ]
            case .postgres:
                ["CREATE INDEX search_document_by_token ON search_document USING gin (tokens)"]
            }
        return document + index
    }
}
