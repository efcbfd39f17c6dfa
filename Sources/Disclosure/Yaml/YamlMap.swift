package import Text
internal import Yams

/// A map of a YAML file, in the order written.
package struct YamlMap {
    /// A key with its place and its value.
    package struct Entry {
        /// The key as written.
        package var key: String
        /// Where the key stands.
        package var line: Int
        /// Where the key stands in its line, from 1.
        package var column: Int
        /// What stands under it.
        package var value: YamlValue
    }

    /// In the order written.
    package let entries: [Entry]
    /// The map as a value, for problems about all of it.
    package let whole: YamlValue

    init(mapping: Node.Mapping, of whole: YamlValue) {
        self.whole = whole
        entries = mapping.map { name, value in
            let key = name.scalar?.string ?? ""
            let line = name.mark?.line ?? whole.line
            let column = name.mark?.column ?? whole.column
            return Entry(
                key: key,
                line: line,
                column: column,
                value: whole.reader.value(value, key: key, line: line, column: column)
            )
        }
    }

    /// Where the map begins.
    package var line: Int { whole.line }

    /// The value under the key, or `nil` when it is left out.
    package subscript(key: String) -> YamlValue? { entries.first { $0.key == key }?.value }

    /// The value under the key; its absence is a problem.
    package func required(_ key: String, allowed: Phrase? = nil) -> YamlValue? {
        if let value = self[key] { return value }
        whole.reader.add(whole.line, whole.column, key, Phrase(zh: "缺少这个键", en: "this key is missing"), allowed)
        return nil
    }

    /// Adds a problem about one of the keys at the place of its value, or of the map if the key is left out.
    package func refuse(_ key: String, _ what: Phrase, allowed: Phrase? = nil) {
        let place = self[key] ?? whole
        whole.reader.add(place.line, place.column, key, what, allowed)
    }
}
