package import Database
import Text

/// Acts on several things and their results in the database.
package struct BulkStore {
    let tx: any SQLConnection

    /// Writes the act down once; sent again by the same person it goes on.
    func begin(_ id: ID<Bulk>, _ act: String, _ actor: Actor, in app: App) throws {
        guard id.text.utf8.count == 26 else { throw Refusal.notFound }
        try tx.execute(
            """
            INSERT INTO bulk_act (id, agency, person, act, at)
            VALUES (\(id), \(actor.agency), \(actor.person), \(act), \(app.now()))
            ON CONFLICT (id) DO NOTHING
            """
        )
        let row = try tx.first("SELECT person, act FROM bulk_act WHERE id = \(id)")
        guard try row?.text("person") == actor.person.text, try row?.text("act") == act else {
            throw Refusal.notFound
        }
    }

    func hasResult(of subject: String, in run: ID<Bulk>) throws -> Bool {
        try tx.first("SELECT 1 AS there FROM bulk_line WHERE bulk = \(run) AND subject = \(subject)") != nil
    }

    func insert(_ line: BulkLine, at place: Int, in run: ID<Bulk>) throws {
        try tx.execute(
            """
            INSERT INTO bulk_line (bulk, place, subject, is_done, words_zh, words_en)
            VALUES (\(run), \(Int64(place)), \(line.subject), \(line.isDone), \(line.words.zh), \(line.words.en))
            ON CONFLICT (bulk, subject) DO NOTHING
            """
        )
    }

    /// The results of an act, for the person who did it.
    package func results(of run: ID<Bulk>, by actor: Actor) throws -> [BulkLine]? {
        guard
            try tx.first("SELECT 1 AS there FROM bulk_act WHERE id = \(run) AND person = \(actor.person)") != nil
        else { return nil }
        return try tx.rows("SELECT * FROM bulk_line WHERE bulk = \(run) ORDER BY place").map { row in
            BulkLine(
                subject: try row.text("subject"),
                isDone: try row.bool("is_done"),
                words: Phrase(zh: try row.text("words_zh"), en: try row.text("words_en"))
            )
        }
    }
}

extension SQLConnection {
    package var bulk: BulkStore { BulkStore(tx: self) }
}
