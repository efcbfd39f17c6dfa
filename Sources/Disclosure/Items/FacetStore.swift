import Civil
package import Database

/// By what published items are listed and counted: every list of the portal is a walk along one index, newest first.
package struct FacetStore {
    let tx: any SQLConnection

    /// Facets that every item has besides those of its duty.
    package enum Common {
        /// Path of the column and of those above it.
        package static let column = "column"
        package static let duty = "duty"
        package static let matter = "matter"
        package static let itemClass = "class"
        package static let year = "year"
        package static let agency = "agency"

        /// A duty's own facets have other keys.
        static let all: Set<String> = [column, duty, matter, itemClass, year, agency]
    }

    func save(
        _ item: Item,
        _ version: Version,
        duty: Duty,
        of issuer: IssuingAgency,
        at leafIndex: Int64,
        on day: CivilDate
    ) throws {
        var facets: [(String, String)] = [
            (Common.agency, "all"), (Common.duty, duty.code), (Common.matter, duty.matter.code),
            (Common.year, String(day.year)),
        ]
        if let itemClass = item.itemClass { facets.append((Common.itemClass, itemClass.text)) }
        facets += issuer.columnPaths(of: item).map { (Common.column, $0) }
        let content = duty.publicContent(of: version.content)
        for field in duty.allFields where field.isFacet {
            guard let shown = content[field.key] else { continue }
            facets += Self.values(of: shown, in: field).map { (field.key, $0) }
        }
        let rows = facets.map { key, value -> SQL in
            "(\(item.id), \(item.agency), \(key), \(value), \(leafIndex))"
        }
        try tx.send(
            """
            INSERT INTO item_facet (item, agency, key, value, leaf_index)
            VALUES \(SQL.joined(rows, separator: ", ")) ON CONFLICT DO NOTHING
            """
        )
    }

    func remove(_ item: Item) throws {
        try tx.send("DELETE FROM item_facet WHERE item = \(item.id)")
    }

    /// One value for each choice; of a day or a moment the year, for days alone would narrow nothing.
    private static func values(of shown: String, in field: Field) -> [String] {
        switch field.type {
        case .choices: shown.split(separator: ",").map(String.init)
        case .date, .time: [String(shown.prefix(4))]
        default: [shown]
        }
    }

    /// Published items of an agency that have all the facets, newest first, before a leaf index.
    package func items(
        of agency: ID<Agency>,
        having facets: [(key: String, value: String)],
        before: Int64?,
        limit: Int
    ) throws -> [Item] {
        let first = facets.first ?? (Common.agency, "all")
        var sql: SQL = """
            SELECT i.* FROM item_facet f JOIN item i ON i.id = f.item
            WHERE f.agency = \(agency) AND f.key = \(first.key) AND f.value = \(first.value)
            AND f.leaf_index < \(before ?? Int64.max)
            """
        for facet in facets.dropFirst() {
            sql += """
                 AND EXISTS (SELECT 1 FROM item_facet g WHERE g.item = f.item AND g.key = \(facet.key)
                    AND g.value = \(facet.value))
                """
        }
        sql += " ORDER BY f.leaf_index DESC LIMIT \(limit)"
        return try tx.rows(sql).map(Item.init)
    }

    /// How many published items an agency has for each value of a facet, the largest first.
    package func counts(of agency: ID<Agency>, key: String, limit: Int = 50) throws -> [(value: String, count: Int)] {
        try tx.rows(
            """
            SELECT value, count(*) AS n FROM item_facet WHERE agency = \(agency) AND key = \(key)
            GROUP BY value ORDER BY n DESC, value LIMIT \(limit)
            """
        ).map { (try $0.text("value"), try $0.number("n")) }
    }
}

extension SQLConnection {
    package var facets: FacetStore { FacetStore(tx: self) }
}
