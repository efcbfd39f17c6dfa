internal import CTables
package import Database
package import Text

/// A kind of letter as shipped.
package struct LetterKind: Sendable, Hashable {
    /// Such as `reply`; procedures name it.
    package var key: String
    /// What the letter is called, over its text.
    package var name: Phrase
    /// The text of ``LetterTemplate``.
    package var text: String

    /// The pattern of the numbers of letters.
    package static let number = "number"

    /// In the order of the file.
    package static let all: [LetterKind] = {
        let reader = YamlReader(file: "letters.yaml", problems: YamlProblems())
        let entries = reader.root(of: gongkai_letters().text, keys: ["letters"])?["letters"]?.map()?.entries ?? []
        return entries.compactMap { entry in
            guard let map = entry.value.map(keys: ["zh", "en", "text"]), let name = map.name(),
                let text = map.required("text")?.string(limit: LetterTemplate.longest)
            else { return nil }
            return LetterKind(key: entry.key, name: name, text: text)
        }
    }()

    package static func named(_ key: String) -> LetterKind? { all.first { $0.key == key } }
}

/// Letters and their texts in the database.
package struct LetterStore {
    let tx: any SQLConnection

    /// The text of a kind: the agency's own, or the one that is shipped.
    package func text(_ kind: String, of agency: ID<Agency>) throws -> String? {
        try ownText(kind, of: agency) ?? LetterKind.named(kind)?.text
    }

    /// The agency's own text of a kind; nil where it keeps the one that is shipped.
    package func ownText(_ kind: String, of agency: ID<Agency>) throws -> String? {
        try tx.first("SELECT text FROM letter_template WHERE agency = \(agency) AND kind = \(kind)")?.text("text")
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
