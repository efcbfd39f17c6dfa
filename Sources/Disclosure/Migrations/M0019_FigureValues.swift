import Database

/// What figures count besides rows: values of fields, the day on which an item ceased to hold, fees of cases.
extension Migration {
    static let m0019 = Migration(number: 19, name: "figure-values") { _ in values + validity + fees }

    private static let values: [SQL] = [
        """
        CREATE TABLE item_value (
            item TEXT NOT NULL REFERENCES item (id),
            agency TEXT NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            number \(SQL.int64),
            PRIMARY KEY (item, key, value)
        )\(SQL.strict)
        """
    ]

    /// Until now the day stood in the relation that repealed an item, and of a lapse in the audit trail alone.
    private static let validity: [SQL] = [
        "ALTER TABLE item ADD COLUMN validity_on TEXT",
        """
        UPDATE item SET validity_on = (SELECT max(r.since) FROM item_relation r WHERE r.target = item.id)
        WHERE validity IN ('repealed', 'amended')
        """,
        """
        UPDATE item SET validity_on = (SELECT max(substr(a.detail, 8)) FROM audit a
            WHERE a.subject = item.id AND a.act = 'item.validity' AND a.detail LIKE 'lapsed ____-__-__')
        WHERE validity = 'lapsed'
        """,
        "CREATE INDEX item_by_validity ON item (agency, validity_on) WHERE validity_on IS NOT NULL",
        "CREATE INDEX item_by_formation ON item (agency, duty, formed_on, state)",
    ]

    private static let fees: [SQL] = [
        "CREATE INDEX case_event_by_answer ON case_event (event, on_date) WHERE answers IS NOT NULL"
    ]
}
