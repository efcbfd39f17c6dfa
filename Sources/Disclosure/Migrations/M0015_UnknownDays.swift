import Database

/// Two days that need not be known: of an address that was never checked, and of a refusal that nobody has to assess again.
extension Migration {
    static let m0015 = Migration(number: 15, name: "unknown-days") { dialect in
        switch dialect {
        case .sqlite: rebuilt
        case .postgres:
            [
                "ALTER TABLE link_check ALTER COLUMN checked_on DROP NOT NULL",
                "ALTER TABLE refusal_review ALTER COLUMN due_on DROP NOT NULL",
            ]
        }
    }

    /// SQLite cannot take NOT NULL from a column: the tables are made anew with their rows.
    private static let rebuilt: [SQL] = [
        """
        CREATE TABLE link_check_next (
            item TEXT PRIMARY KEY REFERENCES item (id),
            address TEXT NOT NULL,
            outcome TEXT NOT NULL,
            checked_on TEXT,
            failures \(SQL.int64) NOT NULL,
            failing_since \(SQL.int64)
        )\(SQL.strict)
        """,
        """
        INSERT INTO link_check_next (item, address, outcome, checked_on, failures, failing_since)
        SELECT item, address, outcome, checked_on, failures, failing_since FROM link_check
        """,
        "DROP TABLE link_check",
        "ALTER TABLE link_check_next RENAME TO link_check",
        """
        CREATE TABLE refusal_review_next (
            item TEXT PRIMARY KEY REFERENCES item (id),
            due_on TEXT
        )\(SQL.strict)
        """,
        "INSERT INTO refusal_review_next (item, due_on) SELECT item, due_on FROM refusal_review",
        "DROP TABLE refusal_review",
        "ALTER TABLE refusal_review_next RENAME TO refusal_review",
    ]
}
