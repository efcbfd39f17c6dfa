import Civil
package import Database

extension FigureCount {
    /// The years in which the agency has records, at most so many, up to one year.
    package static func years(of agency: ID<Agency>, through last: Int, most: Int, _ tx: any SQLConnection) throws
        -> ClosedRange<Int>
    {
        let item = try tx.first(
            "SELECT published_at FROM item WHERE agency = \(agency) AND published_at IS NOT NULL ORDER BY published_at LIMIT 1"
        )
        let file = try tx.first(
            "SELECT received_on FROM case_file WHERE agency = \(agency) ORDER BY received_on LIMIT 1"
        )
        let found = [try item?.instant("published_at").date.year, try file?.date("received_on").year].compactMap { $0 }
        let first = found.min() ?? last
        return max(min(first, last), last - most + 1)...last
    }
}
