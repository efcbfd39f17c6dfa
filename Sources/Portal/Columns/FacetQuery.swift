import Disclosure
import Text
import Web

/// The facets that an address chooses: `?facet.year=2024&facet.duty=PENALTY`, in the order they were chosen.
struct FacetQuery: Sendable, Hashable {
    static let prefix = "facet."
    /// More choices than these are not read.
    static let limit = 8

    /// Values as the address has them; a class is named by its code.
    private(set) var choices: [FacetStore.Choice]
    /// Whether the address asks for the list of everything, which has no column of its own.
    let isWholeList: Bool

    /// Reads the facets of a query: those with a known key, one value each.
    init(_ query: FormFields, known: Set<String>, isWholeList: Bool) {
        self.isWholeList = isWholeList
        choices = []
        for field in query.fields where field.name.hasPrefix(Self.prefix) && choices.count < Self.limit {
            let key = String(field.name.dropFirst(Self.prefix.count))
            guard known.contains(key), !field.value.isEmpty, self[key] == nil else { continue }
            choices.append(FacetStore.Choice(key: key, value: field.value))
        }
    }

    subscript(_ key: String) -> String? { choices.first { $0.key == key }?.value }

    /// The query of an address that chooses these and one more; a key that was chosen gets the new value.
    func with(_ key: String, _ value: String) -> String {
        text(choices.filter { $0.key != key } + [FacetStore.Choice(key: key, value: value)])
    }

    /// The query of an address that does without one.
    func without(_ key: String) -> String { text(choices.filter { $0.key != key }) }

    /// The query of an address that chooses none.
    var cleared: String { text([]) }

    /// The query of an address that chooses the same, at another place of the list.
    func before(_ leafIndex: Int64?) -> String { text(choices, before: leafIndex) }

    private func text(_ choices: [FacetStore.Choice], before: Int64? = nil) -> String {
        var parts = isWholeList ? ["list=all"] : []
        parts += choices.map { "\(Self.prefix)\(queryEncoded($0.key))=\(queryEncoded($0.value))" }
        if let before { parts.append("before=\(before)") }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }
}
