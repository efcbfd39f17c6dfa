package import Civil
package import Database

/// One imported holiday arrangement as it stands in the database.
package struct ImportedYear: Sendable, Hashable {
    /// Counted from 1; the highest number of a year holds.
    package var number: Int
    package var year: Int
    /// Number of the notice that set it, such as «国办发明电〔2026〕9号».
    package var notice: String
    /// The arrangement as it was typed.
    package var text: String
    package var sha256: String
    /// Nil when the operator imported it at the command line.
    package var person: ID<Person>?
    package var at: Instant

    /// The arrangement that the text says.
    func arrangement() throws(HolidayFileMistake) -> HolidayYear {
        try HolidayYear.read(text, year: year, notice: notice)
    }
}

/// Imported holiday arrangements in the database.
package struct HolidayStore {
    let tx: any SQLConnection

    /// All of them, the earliest import first.
    package func all() throws -> [ImportedYear] {
        try tx.rows("SELECT * FROM holiday_year ORDER BY number").map(ImportedYear.init)
    }

    /// The newest import of each year over a table, years in order, so that none is missing in between.
    /// - Throws: `HolidayFileMistake` or `MissingHolidayYear` when what is stored cannot be read any more.
    package func table(over builtIn: HolidayTable) throws -> HolidayTable {
        let latest = Dictionary(try all().map { ($0.year, $0) }) { $0.number > $1.number ? $0 : $1 }
        var table = builtIn
        for year in latest.values.sorted(by: { $0.year < $1.year }) {
            table = try table.replacing(year.arrangement())
        }
        return table
    }

    /// Number of the newest import, 0 without one: it says which state of the table the database has.
    func newest() throws -> Int {
        try tx.first("SELECT number FROM holiday_year ORDER BY number DESC LIMIT 1")?.number("number") ?? 0
    }

    func insert(_ year: ImportedYear) throws {
        try tx.execute(
            """
            INSERT INTO holiday_year (number, year, notice, text, sha256, person, at)
            VALUES (\(year.number), \(year.year), \(year.notice), \(year.text), \(year.sha256), \(year.person),
                \(year.at))
            """
        )
    }
}

extension SQLConnection {
    package var holidayYears: HolidayStore { HolidayStore(tx: self) }
}

extension ImportedYear {
    init(_ row: SQLRow) throws {
        self.init(
            number: try row.number("number"),
            year: try row.number("year"),
            notice: try row.text("notice"),
            text: try row.text("text"),
            sha256: try row.text("sha256"),
            person: try row.optionalID("person"),
            at: try row.instant("at")
        )
    }
}
