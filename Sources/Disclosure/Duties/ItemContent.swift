/// What an item says, field by field: canonical texts by key, in the order of its duty's form; empty fields are left out.
package struct ItemContent: Sendable, Hashable {
    /// One filled field.
    package struct Entry: Sendable, Hashable {
        /// Key of the field.
        package var key: String
        /// Canonical text as `FieldType` describes it, never empty.
        package var text: String
    }

    /// In the order in which they were set.
    package private(set) var entries: [Entry] = []

    /// Nothing filled.
    package init() {}

    /// The pairs in their order; empty texts are left out and of a repeated key the last counts.
    package init(_ pairs: [(key: String, text: String)]) {
        for pair in pairs { self[pair.key] = pair.text }
    }

    /// Whether nothing is filled.
    package var isEmpty: Bool { entries.isEmpty }

    /// Keys of the filled fields, in order.
    package var keys: [String] { entries.map(\.key) }

    /// The canonical text under the key; setting nil or an empty text removes the entry.
    package subscript(key: String) -> String? {
        get { entries.first { $0.key == key }?.text }
        set {
            let index = entries.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let text?) where !text.isEmpty: entries[index].text = text
            case (let index?, _): entries.remove(at: index)
            case (nil, let text?) where !text.isEmpty: entries.append(Entry(key: key, text: text))
            default: break
            }
        }
    }
}

extension Field.Condition {
    /// Whether the content fulfils the condition; of a choice of several, one of the values is enough.
    package func holds(for content: ItemContent) -> Bool {
        guard let text = content[field] else { return false }
        return text.split(separator: ",").contains { values.contains(String($0)) }
    }
}

extension Field.Required {
    /// Whether the field must be filled beside that content.
    package func holds(for content: ItemContent) -> Bool {
        switch self {
        case .never: false
        case .always: true
        case .when(let condition): condition.holds(for: content)
        }
    }
}
