import Database

/// What published items say in fields that figures take values from: public content alone, one row for each value.
///
/// Fields that are masked or never shown are not kept, so that no name and no number comes here that the public does not
/// have. The rows stay when a display period ends, for the item still counts; they go when it is withdrawn.
struct ValueStore {
    let tx: any SQLConnection

    func save(_ item: Item, _ version: Version, duty: Duty, of agency: Agency, in figures: Figures) throws {
        let rows = Self.values(of: version, under: duty, for: agency, in: figures).map { value -> SQL in
            "(\(item.id), \(item.agency), \(value.key), \(value.text), \(value.number))"
        }
        guard !rows.isEmpty else { return }
        try tx.send(
            """
            INSERT INTO item_value (item, agency, key, value, number)
            VALUES \(SQL.joined(rows, separator: ", ")) ON CONFLICT DO NOTHING
            """
        )
    }

    func remove(_ item: ID<Item>) throws {
        try tx.send("DELETE FROM item_value WHERE item = \(item)")
    }

    /// One value of one field.
    struct Value: Hashable {
        var key: String
        /// Empty where only the length counts.
        var text: String
        /// A whole number, fen, or how long a text or a table is.
        var number: Int64?
    }

    static func values(of version: Version, under duty: Duty, for agency: Agency, in figures: Figures) -> [Value] {
        let fields = figures.fields(of: duty, for: agency)
        guard !fields.isEmpty else { return [] }
        let content = duty.publicContent(of: version.content)
        return fields.filter { $0.showing == .shown }.flatMap { field in
            content[field.key].map { values(of: $0, in: field) } ?? []
        }
    }

    private static func values(of shown: String, in field: Field) -> [Value] {
        switch field.type {
        case .integer, .money: [Value(key: field.key, text: shown, number: Int64(shown))]
        case .choices: shown.split(separator: ",").map { Value(key: field.key, text: String($0), number: nil) }
        case .longText, .table, .attachment: [Value(key: field.key, text: "", number: Int64(shown.utf8.count))]
        default: [Value(key: field.key, text: String(shown.prefix(200)), number: nil)]
        }
    }
}

extension SQLConnection {
    var values: ValueStore { ValueStore(tx: self) }
}
