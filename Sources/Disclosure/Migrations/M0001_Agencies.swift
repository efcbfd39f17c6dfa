import Database

/// Agencies (机关) with their names, sections, classes, columns and channels.
extension Migration {
    static let m0001 = Migration(number: 1, name: "agencies") { _ in
        [
            """
            CREATE TABLE agency (
                id TEXT PRIMARY KEY,
                code TEXT NOT NULL UNIQUE,
                level TEXT NOT NULL,
                name_zh TEXT NOT NULL,
                name_en TEXT NOT NULL,
                region_code TEXT NOT NULL,
                credit_code TEXT NOT NULL,
                site_id_code TEXT NOT NULL,
                index_template TEXT NOT NULL,
                contact TEXT NOT NULL,
                disclosure_office TEXT NOT NULL,
                is_demonstration \(SQL.int64) NOT NULL,
                follows_catalogue \(SQL.int64) NOT NULL,
                created_at \(SQL.int64) NOT NULL
            )\(SQL.strict)
            """,
            """
            CREATE TABLE agency_name (
                agency TEXT NOT NULL REFERENCES agency (id),
                valid_from TEXT NOT NULL,
                valid_to TEXT,
                name_zh TEXT NOT NULL,
                name_en TEXT NOT NULL,
                PRIMARY KEY (agency, valid_from)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE section (
                id TEXT PRIMARY KEY,
                agency TEXT NOT NULL REFERENCES agency (id),
                code TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('section', 'sub-office')),
                name_zh TEXT NOT NULL,
                name_en TEXT NOT NULL,
                place \(SQL.int64) NOT NULL,
                UNIQUE (agency, code)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE item_class (
                id TEXT PRIMARY KEY,
                agency TEXT NOT NULL REFERENCES agency (id),
                code TEXT NOT NULL,
                name_zh TEXT NOT NULL,
                name_en TEXT NOT NULL,
                place \(SQL.int64) NOT NULL,
                UNIQUE (agency, code)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE portal_column (
                id TEXT PRIMARY KEY,
                agency TEXT NOT NULL REFERENCES agency (id),
                parent TEXT REFERENCES portal_column (id),
                level \(SQL.int64) NOT NULL CHECK (level BETWEEN 1 AND 3),
                path TEXT NOT NULL,
                catalogue_column TEXT,
                name_zh TEXT NOT NULL,
                name_en TEXT NOT NULL,
                place \(SQL.int64) NOT NULL,
                UNIQUE (agency, path)
            )\(SQL.strict)
            """,
            """
            CREATE TABLE channel (
                id TEXT PRIMARY KEY,
                agency TEXT NOT NULL REFERENCES agency (id),
                code TEXT NOT NULL,
                kind TEXT NOT NULL,
                name_zh TEXT NOT NULL,
                name_en TEXT NOT NULL,
                is_automatic \(SQL.int64) NOT NULL,
                place \(SQL.int64) NOT NULL,
                UNIQUE (agency, code)
            )\(SQL.strict)
            """,
        ]
    }
}
