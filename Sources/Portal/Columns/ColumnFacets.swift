import Database
import Disclosure
import Text
import Web

/// How a list can be narrowed: by duty, class and year, and by the facets of the duty where the list has only one.
struct ColumnFacets: Sendable {
    /// A group shows at most so many values; the rest is reached by narrowing on.
    static let valueLimit = 12

    var query: FacetQuery
    var classes: [ItemClass]
    var catalogue: Catalogue
    /// Values with their counts by key, most frequent first.
    var counts: [String: [(value: String, count: Int)]] = [:]
    /// The facet fields of the only duty in the list.
    var fields: [Field] = []

    /// Every key that an address may choose by.
    static func known(in catalogue: Catalogue) -> Set<String> {
        Set(catalogue.duties.flatMap(\.allFields).filter(\.isFacet).map(\.key)).union(commonKeys)
    }

    private typealias Common = FacetStore.Common
    private static let commonKeys = [Common.duty, Common.itemClass, Common.year]

    /// The choices as they are stored: a class by its id.
    var stored: [FacetStore.Choice] {
        query.choices.map { choice in
            guard choice.key == Common.itemClass else { return choice }
            let id = classes.first { $0.code == choice.value }?.id.text ?? ""
            return FacetStore.Choice(key: choice.key, value: id)
        }
    }

    /// Reads the counts for a list of which only `base` was chosen besides the query.
    mutating func readCounts(of agency: ID<Agency>, base: [FacetStore.Choice], _ tx: any SQLConnection) throws {
        let choices = base + stored
        counts = try tx.facets.counts(of: agency, having: choices, keys: Self.commonKeys)
        guard let duties = counts[Common.duty], duties.count == 1, let duty = catalogue.duty(duties[0].value) else {
            return
        }
        fields = duty.allFields.filter(\.isFacet)
        let own = try tx.facets.counts(of: agency, having: choices, keys: fields.map(\.key))
        counts.merge(own) { common, _ in common }
    }

    func facets(at url: String, _ language: Language) -> Facets {
        let keys = Self.commonKeys + fields.map(\.key)
        return Facets(groups: keys.compactMap { group($0, at: url, language) })
    }

    private func group(_ key: String, at url: String, _ language: Language) -> Facets.Group? {
        var values = counts[key] ?? []
        if key == Common.year { values.sort { $0.value > $1.value } }
        let isChosen = query[key] != nil
        guard isChosen || narrows(values) else { return nil }
        return Facets.Group(
            title: title(of: key),
            values: values.prefix(Self.valueLimit).map { value, count in
                let name = address(of: value, key)
                let isCurrent = query[key] == name
                return Facets.Value(
                    label: label(of: name, key, language),
                    url: url + (isCurrent ? query.without(key) : query.with(key, name)),
                    count: count,
                    isChosen: isCurrent
                )
            }
        )
    }

    /// Whether a choice of these values helps: there are several, and one of them brings more than one item together.
    private func narrows(_ values: [(value: String, count: Int)]) -> Bool {
        values.count > 1 && values.contains { $0.count > 1 }
    }

    /// The count and the chosen facets above the list.
    func chosen(at url: String, count: Int, hasFacets: Bool, _ language: Language) -> ChosenFacets {
        ChosenFacets(
            count: min(count, FacetStore.countLimit),
            isMore: count > FacetStore.countLimit,
            choices: query.choices.map { choice in
                let name = title(of: choice.key)[language]
                let value = label(of: choice.value, choice.key, language)
                return ChosenFacets.Choice(
                    label: language == .zh ? "\(name)：\(value)" : "\(name): \(value)",
                    removeURL: url + query.without(choice.key)
                )
            },
            clearURL: url + query.cleared,
            hasFacets: hasFacets
        )
    }

    /// How an address names a stored value: a class by its code.
    private func address(of value: String, _ key: String) -> String {
        guard key == Common.itemClass else { return value }
        return classes.first { $0.id.text == value }?.code ?? value
    }

    private func title(of key: String) -> Phrase {
        switch key {
        case Common.duty: Phrase(zh: "公开事项", en: "Duty")
        case Common.itemClass: Phrase(zh: "信息类别", en: "Class")
        case Common.year: Phrase(zh: "公开年份", en: "Year published")
        default: field(key)?.name ?? Phrase(zh: key, en: key)
        }
    }

    private func label(of value: String, _ key: String, _ language: Language) -> String {
        switch key {
        case Common.duty: catalogue.dutyName(value, language)
        case Common.itemClass: classes.first { $0.code == value }?.name[language] ?? value
        case Common.year: language == .zh ? "\(value)年" : value
        default:
            switch field(key)?.type {
            case .date, .time: language == .zh ? "\(value)年" : value
            case .some(let type): type.displayText(of: value, language: language)
            case nil: value
            }
        }
    }

    /// The field behind a key: of the list's only duty, or of any duty that has it.
    private func field(_ key: String) -> Field? {
        fields.first { $0.key == key }
            ?? catalogue.duties.lazy.compactMap { $0.field(key) }.first { $0.isFacet }
    }
}
