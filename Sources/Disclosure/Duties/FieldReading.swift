import Text

/// Reads the content elements (要素) of a duty; what fits together is checked here, what names other fields later.
struct FieldReading {
    static let keys = [
        "key", "zh", "en", "hint", "type", "required", "show", "facet", "limit", "code", "options", "columns", "unit",
        "duties",
    ]
    static let columnKeys = ["key", "zh", "en", "type", "required", "show", "options", "unit"]

    let assembly: CatalogueAssembly
    /// Where the duty begins.
    let origin: String

    /// The fields, those with a condition beside the place of that condition, which may name a field further down.
    func fields(_ value: YamlValue?) -> [(field: Field, condition: YamlValue?)] {
        var fields: [Field] = []
        var conditions: [YamlValue?] = []
        for entry in value?.list() ?? [] {
            guard let map = entry.map(keys: Self.keys) else { continue }
            guard let field = field(of: map) else { continue }
            if CommonFields.all.contains(where: { $0.key == field.key }) {
                let what = Phrase(zh: "「\(field.key)」是通用字段", en: "«\(field.key)» is a common field")
                map.refuse("key", what, allowed: Phrase(zh: "另一个键", en: "another key"))
            } else if fields.contains(where: { $0.key == field.key }) {
                let what = Phrase(zh: "字段「\(field.key)」重复", en: "the field «\(field.key)» stands twice")
                map.refuse("key", what, allowed: Phrase(zh: "另一个键", en: "another key"))
            } else if let code = field.code, fields.contains(where: { $0.code == code }) {
                let what = Phrase(zh: "列代码 \(code) 重复", en: "the column code \(code) stands twice")
                map.refuse("code", what, allowed: Phrase(zh: "另一个列代码", en: "another column code"))
            } else {
                fields.append(field)
                conditions.append(map["required"].flatMap { $0.isMap ? $0 : nil })
            }
        }
        return Array(zip(fields, conditions))
    }

    private func field(of map: YamlMap) -> Field? {
        let key = map.required("key", allowed: Spelling.key)?.spelt(Spelling.isKey, Spelling.key)
        let zh = map.required("zh")?.string(limit: 80)
        let en = map.required("en")?.string(limit: 160)
        let hint = map["hint"]?.phrase()
        let code = map["code"]?.spelt(Spelling.isColumnCode, Spelling.columnCode)
        let type = TypeReading(map: map, assembly: assembly, origin: origin).type(isColumn: false)
        let required = required(of: map)
        let isFacet = map["facet"]?.bool() ?? false
        guard let key, let zh, let en, let type else { return nil }
        let showing = map.showing(of: type)
        let limit = limit(of: map, type: type)
        if isFacet {
            checkFacet(type: type, showing: showing, in: map)
            if FacetStore.Common.all.contains(key) {
                let what = Phrase(zh: "「\(key)」是通用筛选项", en: "«\(key)» is a facet of every item")
                map.refuse("key", what, allowed: Phrase(zh: "另一个键", en: "another key"))
            }
        }
        return Field(
            key: key,
            name: Phrase(zh: zh, en: en),
            hint: hint,
            type: type,
            required: required,
            showing: showing,
            isFacet: isFacet,
            limit: limit,
            code: code
        )
    }

    private func required(of map: YamlMap) -> Field.Required {
        guard let value = map["required"], !value.isMap else { return .never }
        return value.bool() == true ? .always : .never
    }

    private func limit(of map: YamlMap, type: FieldType) -> Int? {
        guard let value = map["limit"] else { return nil }
        switch type {
        case .text, .longText, .personName, .link, .documentNumber: return value.int(in: 1...300_000)
        default:
            let what = Phrase(zh: "此类型没有字数上限", en: "this type has no limit of characters")
            value.refuse(what, allowed: Phrase(zh: "只用于文字类型", en: "for text types only"))
            return nil
        }
    }

    private func checkFacet(type: FieldType, showing: Field.Showing, in map: YamlMap) {
        let allowed = Phrase(
            zh: "choice、choices、date、region、industry 类型的公开字段",
            en: "shown fields of type choice, choices, date, region, industry"
        )
        switch type {
        case .choice, .choices, .date, .region, .industry:
            if showing == .shown { return }
            map.refuse("facet", Phrase(zh: "不公开的字段不能用于筛选", en: "a field not shown cannot be a facet"), allowed: allowed)
        default:
            map.refuse("facet", Phrase(zh: "此类型不能用于筛选", en: "this type cannot be a facet"), allowed: allowed)
        }
    }
}

extension YamlMap {
    /// What the public sees of a field or column: `shown`, `never` or the name of a mask.
    func showing(of type: FieldType) -> Field.Showing {
        guard let value = self["show"] else { return .shown }
        let names = ["shown", "never"] + Field.Mask.allCases.map(\.rawValue)
        guard let name = value.oneOf(names) else { return .never }
        guard let mask = Field.Mask(rawValue: name) else { return name == "shown" ? .shown : .never }
        switch (mask, type) {
        case (.surname, .personName), (.surname, .text), (.identity, .text), (.phone, .text), (.address, .text),
            (.address, .longText):
            return .masked(mask)
        default:
            let allowed = Phrase(
                zh: "surname 用于人名和文字，其余用于文字",
                en: "surname for names and texts, the others for texts"
            )
            value.refuse(Phrase(zh: "此类型不能这样遮盖", en: "this type cannot be masked so"), allowed: allowed)
            return .never
        }
    }
}
