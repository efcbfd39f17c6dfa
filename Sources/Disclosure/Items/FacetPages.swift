import Database

/// Pages and counts of published items under any choice of facets; every statement walks one index and stops at a cap.
extension FacetStore {
    /// Counting stops here; a page then says «more than».
    package static let countLimit = 10_000

    /// A facet that was chosen.
    package struct Choice: Sendable, Hashable {
        package var key: String
        package var value: String

        package init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    /// One page of the items that have all the facets, newest first.
    package func stretch(
        of agency: ID<Agency>,
        having choices: [Choice],
        before: Int64?,
        limit: Int
    ) throws -> ItemStretch {
        let found = try items(
            of: agency,
            having: choices.map { ($0.key, $0.value) },
            before: before,
            limit: limit + 1
        )
        var above: [Int64] = []
        if let before {
            let newer = selection(
                of: agency,
                choices,
                "AND f.leaf_index >= \(before) ORDER BY f.leaf_index LIMIT \(limit + 1)"
            )
            above = try tx.rows("SELECT leaf_index FROM (\(newer)) s ORDER BY leaf_index").map {
                try $0.int("leaf_index")
            }
        }
        return ItemStretch(found: found, before: before, above: above, limit: limit)
    }

    /// How many items have all the facets, up to the cap and one more.
    package func count(of agency: ID<Agency>, having choices: [Choice]) throws -> Int {
        let selected = selection(of: agency, choices, "LIMIT \(Self.countLimit + 1)")
        return Int(try tx.integer("SELECT count(*) FROM (\(selected)) s"))
    }

    /// How often each value of the keys occurs among the items that have all the facets, most frequent first; of more
    /// items than the cap, the newest count.
    package func counts(
        of agency: ID<Agency>,
        having choices: [Choice],
        keys: [String]
    ) throws -> [String: [(value: String, count: Int)]] {
        guard !keys.isEmpty else { return [:] }
        let selected = selection(of: agency, choices, "ORDER BY f.leaf_index DESC LIMIT \(Self.countLimit)")
        let rows = try tx.rows(
            """
            SELECT g.key, g.value, count(*) AS n FROM (\(selected)) s JOIN item_facet g ON g.item = s.item
            WHERE g.key IN \(list: keys) GROUP BY g.key, g.value ORDER BY n DESC, g.value
            """
        )
        var counts: [String: [(value: String, count: Int)]] = [:]
        for row in rows {
            counts[try row.text("key"), default: []].append((try row.text("value"), try row.number("n")))
        }
        return counts
    }

    /// The items and leaf indexes that have all the facets; the first one leads along its index.
    private func selection(of agency: ID<Agency>, _ choices: [Choice], _ end: SQL) -> SQL {
        let first = choices.first ?? Choice(key: Common.agency, value: "all")
        var sql: SQL = """
            SELECT f.item, f.leaf_index FROM item_facet f
            WHERE f.agency = \(agency) AND f.key = \(first.key) AND f.value = \(first.value)
            """
        for choice in choices.dropFirst() {
            sql += """
                 AND EXISTS (SELECT 1 FROM item_facet g WHERE g.item = f.item AND g.key = \(choice.key)
                    AND g.value = \(choice.value))
                """
        }
        return sql + " " + end
    }
}
