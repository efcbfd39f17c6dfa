import Disclosure
import Web

/// What stands in the form of an item: texts by field key and table input as they were typed, and where it belongs.
struct TypedItem: Sendable {
    var values: [String: String]
    var section: String
    var itemClass: String
    var column: String

    /// An empty form of a duty; only what is nearly always so is filled in.
    init() {
        values = [CommonFields.origin: "own"]
        section = ""
        itemClass = ""
        column = ""
    }

    /// What came from a browser.
    init(_ form: FormFields) {
        values = form.joined
        section = values.removeValue(forKey: Key.section) ?? ""
        itemClass = values.removeValue(forKey: Key.itemClass) ?? ""
        column = values.removeValue(forKey: Key.column) ?? ""
        for key in [Key.token, Key.base, Key.duty, Key.file, Key.act, Key.addRow] { values[key] = nil }
    }

    /// A stored version, to be changed.
    init(_ content: ItemContent, of item: Item, under duty: Duty) {
        values = [:]
        for field in duty.allFields {
            guard let canonical = content[field.key] else { continue }
            values.merge(field.typedValues(of: canonical)) { _, new in new }
        }
        section = item.section?.text ?? ""
        itemClass = item.itemClass?.text ?? ""
        column = item.column?.text ?? ""
    }

    var placement: Placement {
        Placement(
            section: section.isEmpty ? nil : ID(section),
            itemClass: itemClass.isEmpty ? nil : ID(itemClass),
            column: column.isEmpty ? nil : ID(column)
        )
    }

    /// The names of what goes with a form besides the fields of its duty; keys of fields have no underscore.
    enum Key {
        static let section = "section"
        static let itemClass = "class"
        static let column = "column"
        static let token = "csrf"
        /// The version that the form was filled from.
        static let base = "item_base"
        static let duty = "item_duty"
        /// The case that it was drafted from.
        static let file = "item_case"
        static let act = "item_do"
        static let addRow = "add-row"
    }
}
