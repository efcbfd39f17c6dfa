import Database

/// The records that a filter counts, as SQL that the number, its breakdown and the list of records share.
struct FigureRows {
    /// Tables and joins; the records are called `r`.
    var from: SQL
    var condition: SQL
    /// What one number is made of, an aggregate that is a whole number.
    var measure: SQL = "count(*)"
    var id: SQL = "r.id"
    /// The day of a record, as days since 1970 or as the text of a date.
    var day: Day

    enum Day {
        case instant(SQL)
        case text(SQL)
        /// They have none: they are as they are now.
        case none
    }

    var number: SQL { "SELECT \(measure) FROM \(from) WHERE \(condition)" }

    /// Each once, in a fixed order.
    var ids: SQL { "SELECT DISTINCT \(id) AS id FROM \(from) WHERE \(condition)" }
}
