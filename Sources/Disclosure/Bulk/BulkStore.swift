package import Database
import Text

/// Acts on many items and their results in the database.
package struct BulkStore {
    let tx: any SQLConnection

    /// Writes the act down once; sent again by the same person it goes on.
    func begin(_ run: BulkRun, in app: App) throws {
        guard run.id.text.utf8.count == 26 else { throw Refusal.notFound }
        try tx.execute(
            """
            INSERT INTO bulk_act (id, agency, person, act, at)
            VALUES (\(run.id), \(run.actor.agency), \(run.actor.person), \(run.act.code), \(app.now()))
            ON CONFLICT (id) DO NOTHING
            """
        )
        let row = try tx.first("SELECT person, act FROM bulk_act WHERE id = \(run.id)")
        guard try row?.text("person") == run.actor.person.text, try row?.text("act") == run.act.code else {
            throw Refusal.notFound
        }
    }

    func hasResult(of item: ID<Item>, in run: ID<BulkRun>) throws -> Bool {
        try tx.first("SELECT 1 AS there FROM bulk_result WHERE bulk = \(run) AND item = \(item)") != nil
    }

    func insert(_ line: BulkRun.Line, at place: Int, in run: ID<BulkRun>) throws {
        try tx.execute(
            """
            INSERT INTO bulk_result (bulk, place, item, is_done, words_zh, words_en)
            VALUES (\(run), \(Int64(place)), \(line.item), \(line.isDone), \(line.words.zh), \(line.words.en))
            ON CONFLICT (bulk, item) DO NOTHING
            """
        )
    }

    /// The results of an act, for the person who did it.
    package func results(of run: ID<BulkRun>, by actor: Actor) throws -> [BulkRun.Line]? {
        guard
            try tx.first("SELECT 1 AS there FROM bulk_act WHERE id = \(run) AND person = \(actor.person)") != nil
        else { return nil }
        return try tx.rows("SELECT * FROM bulk_result WHERE bulk = \(run) ORDER BY place").map { row in
            BulkRun.Line(
                item: try row.id("item"),
                isDone: try row.bool("is_done"),
                words: Phrase(zh: try row.text("words_zh"), en: try row.text("words_en"))
            )
        }
    }
}

extension SQLConnection {
    package var bulk: BulkStore { BulkStore(tx: self) }
}
