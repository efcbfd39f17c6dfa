package import Civil
import Database
import Text

/// An annual report (年报), or the statistics of a quarter, from the first draft on; published it is an item like any other.
package struct Report: Sendable, Hashable {
    package var id: ID<Report>
    package var agency: ID<Agency>
    package var year: Int
    /// 1 to 4; nil for the whole year.
    package var quarter: Int?
    /// The key of its format.
    package var format: String
    /// The item that it is reviewed, signed and published as, once it was put before the reviewers.
    package var item: ID<Item>?
    /// Nil where the program began it on 1 January.
    package var createdBy: ID<Person>?
    package var createdAt: Instant
    package var changedAt: Instant

    package init(
        id: ID<Report>,
        agency: ID<Agency>,
        year: Int,
        quarter: Int?,
        format: String,
        item: ID<Item>?,
        createdBy: ID<Person>?,
        createdAt: Instant,
        changedAt: Instant
    ) {
        self.id = id
        self.agency = agency
        self.year = year
        self.quarter = quarter
        self.format = format
        self.item = item
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.changedAt = changedAt
    }

    /// The days that it reports on.
    package var period: FigurePeriod? {
        quarter.map { .quarter($0, of: year) } ?? .year(year)
    }

    /// Its place in addresses: `2018`, `2018-q1`.
    package var slug: String { "\(year)" + (quarter.map { "-q\($0)" } ?? "") }

    /// Nil for what is no year or quarter.
    package static func period(slug: String) -> (year: Int, quarter: Int?)? {
        let parts = slug.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.count == 4, let year = Int(first), (2_000...2_199).contains(year),
            parts.count <= 2
        else { return nil }
        guard let second = parts.dropFirst().first else { return (year, nil) }
        guard second.count == 2, second.first == "q", let quarter = Int(second.dropFirst()), (1...4).contains(quarter)
        else { return nil }
        return (year, quarter)
    }
}

extension Report {
    init(_ row: SQLRow) throws {
        id = try row.id("id")
        agency = try row.id("agency")
        year = try row.number("year")
        let number = try row.number("quarter")
        quarter = number == 0 ? nil : number
        format = try row.text("format")
        item = try row.optionalID("item")
        createdBy = try row.optionalID("created_by")
        createdAt = try row.instant("created_at")
        changedAt = try row.instant("changed_at")
    }
}
