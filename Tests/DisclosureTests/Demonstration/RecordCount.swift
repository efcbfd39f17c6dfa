import Civil
import Database
import Disclosure

/// Counts the records of one bureau in its year: nothing in here knows a printed figure.
struct RecordCount {
    let tx: any SQLConnection
    let agency: ID<Agency>
    let year: Int

    init(_ tx: any SQLConnection, bureau: String) throws {
        guard let plan = BureauPlan.all.first(where: { $0.code == bureau }),
            let agency = try tx.agencies.find(code: bureau)
        else { throw Refusal.notFound }
        self.tx = tx
        self.agency = agency.id
        year = plan.year
    }

    /// Items published in the year, each once, wherever they went.
    private var published: SQL {
        let start = Instant.start(of: CivilDate("\(year)-01-01") ?? .first)
        let end = Instant.end(of: CivilDate("\(year)-12-31") ?? .first)
        return "i.agency = \(agency) AND i.state = 'published' AND i.published_at BETWEEN \(start) AND \(end)"
    }

    /// Delivered in the year to one of these channels.
    private func delivered(to channels: [String]) -> SQL {
        """
        EXISTS (SELECT 1 FROM delivery d JOIN channel c ON c.id = d.channel
            WHERE d.item = i.id AND c.code IN \(list: channels) AND d.stage = 'delivered'
            AND d.delivered_on BETWEEN \("\(year)-01-01") AND \("\(year)-12-31"))
        """
    }

    /// Distinct items of the year.
    func items(
        of duties: [String]? = nil,
        notOf others: [String] = [],
        on channels: [String]? = nil,
        class itemClass: String? = nil,
        having facet: (key: String, value: String)? = nil
    ) throws -> Int {
        var sql: SQL = "SELECT count(*) FROM item i WHERE \(published)"
        if let duties { sql += " AND i.duty IN \(list: duties)" }
        if !others.isEmpty { sql += " AND i.duty NOT IN \(list: others)" }
        if let channels { sql += " AND \(delivered(to: channels))" }
        if let itemClass {
            sql += " AND i.class = (SELECT k.id FROM item_class k WHERE k.agency = \(agency) AND k.code = \(itemClass))"
        }
        if let facet {
            sql += """
                 AND EXISTS (SELECT 1 FROM item_facet f WHERE f.item = i.id AND f.key = \(facet.key)
                    AND f.value = \(facet.value))
                """
        }
        return Int(try tx.integer(sql))
    }

    /// What the items of a duty say in one field.
    func values(of key: String, in duty: String) throws -> [String] {
        try tx.rows("SELECT i.public_version FROM item i WHERE \(published) AND i.duty = \(duty)").compactMap { row in
            try tx.items.version(try row.id("public_version"))?.content[key]
        }
    }

    /// The days on which the items of a duty came out.
    func days(of duty: String) throws -> [CivilDate] {
        try tx.rows("SELECT i.* FROM item i WHERE \(published) AND i.duty = \(duty)").compactMap {
            try Item($0).publishedAt?.date
        }
    }
}
