package import Civil
import Database

/// What applicants said of the answers to one kind of case (满意度评价).
package struct Satisfaction: Sendable, Hashable {
    /// How many gave which mark, from 1 to 5.
    package var marks: [Int: Int] = [:]

    package var rated: Int { marks.values.reduce(0, +) }
    /// Those who gave 4 or 5.
    package var satisfied: Int { (marks[4] ?? 0) + (marks[5] ?? 0) }
}

extension CaseStore {
    /// Of cases that were closed in some days, by kind; kinds that nobody rated are left out.
    package func satisfaction(
        of agency: ID<Agency>,
        with kinds: [String],
        from: CivilDate,
        through: CivilDate
    ) throws -> [String: Satisfaction] {
        var found: [String: Satisfaction] = [:]
        let rows = try tx.rows(
            """
            SELECT kind, rating, count(*) AS given FROM case_file
            WHERE agency = \(agency) AND rating IS NOT NULL AND closed_on BETWEEN \(from) AND \(through)
            GROUP BY kind, rating
            """
        )
        for row in rows {
            guard let mark = Int(try row.text("rating")), kinds.contains(try row.text("kind")) else { continue }
            found[try row.text("kind"), default: Satisfaction()].marks[mark] = try row.number("given")
        }
        return found
    }
}
