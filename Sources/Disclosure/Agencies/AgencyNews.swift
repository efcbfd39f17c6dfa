package import Civil
import Database

extension AgencyStore {
    /// When each agency last published something, by a step along its own index.
    package func newestPublications() throws -> [ID<Agency>: Instant] {
        let rows = try tx.rows(
            """
            SELECT a.id, (
                SELECT i.published_at FROM item i WHERE i.agency = a.id AND i.leaf_index IS NOT NULL
                ORDER BY i.leaf_index DESC LIMIT 1
            ) AS newest FROM agency a
            """
        )
        var newest: [ID<Agency>: Instant] = [:]
        for row in rows { newest[try row.id("id")] = try row.optionalInstant("newest") }
        return newest
    }
}
