import Text

/// The fields of a duty by key, for checking what limits, conditions and display periods say about them.
struct KnownFields {
    let fields: [Field]

    func field(_ key: String) -> Field? { fields.first { $0.key == key } }

    /// Keys of the fields that are a date or a time.
    var moments: [String] {
        fields.filter { $0.type == .date || $0.type == .time }.map(\.key)
    }

    var momentNames: Phrase { Self.list(moments) }

    /// Keys of the fields that choose from a list.
    var choices: [String] {
        fields.filter { $0.type.options != nil }.map(\.key)
    }

    static func list(_ names: [String]) -> Phrase {
        Phrase(zh: names.joined(separator: "、"), en: names.joined(separator: ", "))
    }
}

extension FieldType {
    /// The options of a choice, or of a choice of several.
    package var options: [Option]? {
        switch self {
        case .choice(let options), .choices(let options): options
        default: nil
        }
    }
}

extension YamlValue {
    /// The key of a date or time field.
    func moment(in known: KnownFields) -> String? {
        oneOf(known.moments)
    }

    /// A condition written as `{ when: field, is: [value, …] }`.
    func condition(in known: KnownFields) -> Field.Condition? {
        map(keys: ["when", "is"])?.condition(in: known)
    }
}

extension YamlMap {
    /// The condition in the keys `when` and `is` of this map.
    func condition(in known: KnownFields) -> Field.Condition? {
        guard let key = required("when", allowed: KnownFields.list(known.choices))?.oneOf(known.choices) else {
            return nil
        }
        let codes = known.field(key)?.type.options?.map(\.code) ?? []
        let list = required("is", allowed: KnownFields.list(codes))?.list()
        guard let values = list?.compactMap({ $0.oneOf(codes) }), !values.isEmpty else { return nil }
        return Field.Condition(field: key, values: values)
    }
}
