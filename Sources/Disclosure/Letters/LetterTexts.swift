internal import CTables
package import Database
import Text

/// The texts of letters as shipped, and those that an agency keeps instead.
package enum LetterTexts {
    /// The pattern of the numbers of letters.
    package static let number = "number"

    /// By kind, as shipped.
    package static let builtIn: [String: String] = {
        let problems = YamlProblems()
        let reader = YamlReader(file: "letters.yaml", problems: problems)
        let entries = reader.root(of: gongkai_letters().text, keys: ["letters"])?["letters"]?.map()?.entries ?? []
        return Dictionary(entries.map { ($0.key, $0.value.string(limit: LetterTemplate.longest) ?? "") }) { first, _ in
            first
        }
    }()
}

/// Letters and their texts in the database.
package struct LetterStore {
    let tx: any SQLConnection

    /// The text of a kind: the agency's own, or the one that is shipped.
    package func text(_ kind: String, of agency: ID<Agency>) throws -> String? {
        let row = try tx.first("SELECT text FROM letter_template WHERE agency = \(agency) AND kind = \(kind)")
        return try row?.text("text") ?? LetterTexts.builtIn[kind]
    }

    /// Letters of a case, in order.
    package func all(of file: ID<CaseFile>) throws -> [Letter] {
        try tx.rows("SELECT * FROM case_letter WHERE case_file = \(file) ORDER BY place").map(Letter.init)
    }

    /// The letter that went out with an event.
    package func find(of file: ID<CaseFile>, place: Int) throws -> Letter? {
        try tx.first("SELECT * FROM case_letter WHERE case_file = \(file) AND place = \(place)").map(Letter.init)
    }

    func insert(_ letter: Letter, of file: ID<CaseFile>) throws {
        try tx.send(
            """
            INSERT INTO case_letter (case_file, place, kind, number, leaf_id, at)
            VALUES (\(file), \(letter.place), \(letter.kind), \(letter.number), \(letter.leafID), \(letter.at))
            """
        )
    }

    func save(_ text: String, _ kind: String, of agency: ID<Agency>, by actor: Actor, in app: App) throws {
        try tx.execute(
            """
            INSERT INTO letter_template (agency, kind, text, changed_by, changed_at)
            VALUES (\(agency), \(kind), \(text), \(actor.person), \(app.now()))
            ON CONFLICT (agency, kind) DO UPDATE
            SET text = excluded.text, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """
        )
    }

    func remove(_ kind: String, of agency: ID<Agency>) throws {
        try tx.execute("DELETE FROM letter_template WHERE agency = \(agency) AND kind = \(kind)")
    }
}

extension SQLConnection {
    package var letters: LetterStore { LetterStore(tx: self) }
}
