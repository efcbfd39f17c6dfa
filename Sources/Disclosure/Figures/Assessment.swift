import Database

/// What sections and people contributed in a period (信息报送考核), by the same items that the figures count.
package struct Assessment: Sendable, Hashable {
    /// One section or one author.
    package struct Line: Sendable, Hashable {
        package var section: ID<Section>?
        /// Nil for the line of a section.
        package var author: ID<Person>?
        /// Items that became public in the period and were not taken back.
        package var contributed = 0
        /// Of those, public by the last day of their time limit, or without one.
        package var onTime = 0
        /// How often a reviewer or the approver sent one of those back.
        package var returned = 0

        package var late: Int { contributed - onTime }
    }

    /// Each section with everything that its people wrote; the largest first.
    package var sections: [Line]
    /// Each author in each section.
    package var authors: [Line]
}

extension FigureCount {
    package func assessment() throws -> Assessment {
        let rows = source(FigureAsked(""), over: period).rows(RecordFilter(kind: .items))
        var authors: [String: Assessment.Line] = [:]
        func add(_ row: SQLRow, _ change: (inout Assessment.Line) throws -> Void) throws {
            let section = try row.optionalText("section")
            let author = try row.text("created_by")
            var line =
                authors["\(section ?? "")/\(author)"]
                ?? Assessment.Line(section: section.map { ID($0) }, author: ID(author))
            try change(&line)
            authors["\(section ?? "")/\(author)"] = line
        }
        let contributed = try tx.rows(
            """
            SELECT r.section, r.created_by, count(*) AS number,
                count(CASE WHEN r.due_at IS NULL OR r.published_at <= r.due_at THEN 1 END) AS on_time
            FROM \(rows.from) WHERE \(rows.condition) GROUP BY r.section, r.created_by
            """
        )
        for row in contributed {
            try add(row) { line in
                line.contributed = try row.number("number")
                line.onTime = try row.number("on_time")
            }
        }
        let returned = try tx.rows(
            """
            SELECT r.section, r.created_by, count(*) AS number
            FROM \(rows.from) JOIN version w ON w.item = r.id JOIN opinion o ON o.version = w.id
            WHERE \(rows.condition) AND o.verdict = 'send-back' GROUP BY r.section, r.created_by
            """
        )
        for row in returned { try add(row) { $0.returned = try row.number("number") } }
        return Assessment(authors: authors.values)
    }
}

extension Assessment {
    init(authors: some Sequence<Line>) {
        var sections: [String: Line] = [:]
        for line in authors {
            let key = line.section?.text ?? ""
            sections[key, default: Line(section: line.section)].contributed += line.contributed
            sections[key, default: Line(section: line.section)].onTime += line.onTime
            sections[key, default: Line(section: line.section)].returned += line.returned
        }
        self.init(sections: Self.ordered(sections.values), authors: Self.ordered(authors))
    }

    private static func ordered(_ lines: some Sequence<Line>) -> [Line] {
        lines.sorted {
            ($1.contributed, $0.section?.text ?? "", $0.author?.text ?? "")
                < ($0.contributed, $1.section?.text ?? "", $1.author?.text ?? "")
        }
    }
}
