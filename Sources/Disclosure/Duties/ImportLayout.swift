package import Text

/// The columns of a sheet that holds items of one duty: which headers are understood, and which one we write.
package struct ImportLayout: Sendable {
    /// One column of the sheet.
    package struct Column: Sendable, Hashable {
        /// The field that its cells are read into.
        package var field: Field
        /// The headers understood: key, Chinese and English name, column code of the credit platforms.
        package var headers: [String]
    }

    /// Common fields first, in the order of the form.
    package let columns: [Column]
    private let keys: [String: String]

    /// The layout of a duty.
    package init(_ duty: Duty) {
        columns = duty.allFields.map { field in
            Column(field: field, headers: [field.key, field.name.zh, field.name.en] + (field.code.map { [$0] } ?? []))
        }
        // The duty's own columns win over a common one of the same name.
        var keys: [String: String] = [:]
        for column in columns {
            for header in column.headers { keys[Self.normal(header)] = column.field.key }
        }
        for column in columns { keys[Self.normal(column.field.key)] = column.field.key }
        self.keys = keys
    }

    /// The key of the field that a header names; case, blanks, full-width forms and a trailing `*` do not matter.
    package func key(forHeader header: String) -> String? { keys[Self.normal(header)] }

    /// The header row that we write in the given language, one for each column.
    package func header(_ language: Language) -> [String] { columns.map { $0.field.name[language] } }

    private static func normal(_ header: String) -> String {
        var text = FieldText.narrow(header).lowercased()
        while text.last == "*" { text.removeLast() }
        return text
    }
}
