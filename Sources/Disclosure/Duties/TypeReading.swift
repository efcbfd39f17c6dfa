import Text

/// Reads the type of a field or table column with what belongs to it: options, columns, unit, duties.
struct TypeReading {
    static let names = [
        "text", "long-text", "date", "time", "integer", "money", "choice", "choices", "credit-code", "person-name",
        "region", "industry", "document-number", "link", "attachment", "item", "table",
    ]
    static let columnNames = names.filter { !["long-text", "attachment", "item", "table"].contains($0) }
    /// Which key of a field belongs to which types.
    private static let companions = [
        "options": ["choice", "choices"], "unit": ["money"], "columns": ["table"], "duties": ["item"],
    ]

    let map: YamlMap
    let assembly: CatalogueAssembly
    let origin: String

    func type(isColumn: Bool) -> FieldType? {
        let names = isColumn ? Self.columnNames : Self.names
        guard let name = map.required("type", allowed: KnownFields.list(names))?.oneOf(names) else { return nil }
        for (key, types) in Self.companions.sorted(by: { $0.key < $1.key })
        where map[key] != nil && !types.contains(name) {
            let what = Phrase(zh: "类型 \(name) 没有 \(key)", en: "type \(name) has no \(key)")
            let list = KnownFields.list(types)
            map.refuse(key, what, allowed: Phrase(zh: "只用于 \(list.zh)", en: "for \(list.en) only"))
            return nil
        }
        return switch name {
        case "text": .text
        case "long-text": .longText
        case "date": .date
        case "time": .time
        case "integer": .integer
        case "money": unit().map { .money($0) }
        case "choice": options().map { .choice($0) }
        case "choices": options().map { .choices($0) }
        case "credit-code": .creditCode
        case "person-name": .personName
        case "region": .region
        case "industry": .industry
        case "document-number": .documentNumber
        case "link": .link
        case "attachment": .attachment
        case "item": .item(duties: duties())
        default: columns().map { .table($0) }
        }
    }

    private func unit() -> FieldType.Money? {
        guard let value = map["unit"] else { return .yuan }
        return value.oneOf(FieldType.Money.allCases.map(\.rawValue)).flatMap(FieldType.Money.init(rawValue:))
    }

    private func options() -> [FieldType.Option]? {
        let example = Phrase(zh: "代码: { zh: …, en: … } 的映射", en: "a map of code: { zh: …, en: … }")
        guard let entries = map.required("options", allowed: example)?.map()?.entries else { return nil }
        guard (1...200).contains(entries.count) else {
            map.refuse("options", Phrase(zh: "没有选项", en: "there are no options"), allowed: example)
            return nil
        }
        var options: [FieldType.Option] = []
        for entry in entries {
            guard Spelling.isOptionCode(entry.key) else {
                let what = Phrase(zh: "«\(entry.key)» 写法不对", en: "«\(entry.key)» is misspelt")
                entry.value.refuse(what, allowed: Spelling.optionCode)
                return nil
            }
            guard let name = entry.value.phrase() else { return nil }
            options.append(FieldType.Option(code: entry.key, name: name))
        }
        return options
    }

    private func duties() -> [String] {
        map["duties"]?.list()?.compactMap { value in
            guard let code = value.spelt(Spelling.isCode, Spelling.code) else { return nil }
            assembly.mention(code, at: value, owner: origin)
            return code
        } ?? []
    }

    private func columns() -> [FieldType.Column]? {
        let example = Phrase(zh: "列的列表", en: "a list of columns")
        guard let list = map.required("columns", allowed: example)?.list(limit: 40) else { return nil }
        var columns: [FieldType.Column] = []
        for value in list {
            guard let map = value.map(keys: FieldReading.columnKeys),
                let key = map.required("key", allowed: Spelling.key)?.spelt(Spelling.isKey, Spelling.key),
                let zh = map.required("zh")?.string(limit: 60),
                let en = map.required("en")?.string(limit: 120),
                let type = TypeReading(map: map, assembly: assembly, origin: origin).type(isColumn: true)
            else { return nil }
            guard !columns.contains(where: { $0.key == key }) else {
                let what = Phrase(zh: "列「\(key)」重复", en: "the column «\(key)» stands twice")
                map.refuse("key", what, allowed: Phrase(zh: "另一个键", en: "another key"))
                return nil
            }
            columns.append(
                FieldType.Column(
                    key: key,
                    name: Phrase(zh: zh, en: en),
                    type: type,
                    isRequired: map["required"]?.bool() ?? false,
                    showing: map.showing(of: type)
                )
            )
        }
        return columns
    }
}
