import Database

/// Holiday arrangements (节假日安排) that were imported: a year, the notice that set it, and its text as it was typed.
///
/// Append-only: a later row of a year replaces the earlier one, and the built-in arrangement of that year.
extension Migration {
    static let m0012 = Migration(number: 12, name: "holidays") { dialect in
        [
            """
            CREATE TABLE holiday_year (
                number \(SQL.int64) PRIMARY KEY,
                year \(SQL.int64) NOT NULL,
                notice TEXT NOT NULL CHECK (notice <> ''),
                text TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                person TEXT REFERENCES person (id),
                at \(SQL.int64) NOT NULL,
                CHECK (number > 0)
            )\(SQL.strict)
            """
        ] + SQL.appendOnly(table: "holiday_year", for: dialect)
    }
}
