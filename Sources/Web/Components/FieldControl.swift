/// The kinds of fields that a form can have; a duty's entry form is made of these and nothing else.

package import Text

/// What a field is filled in with.
package enum FieldControl: Sendable {
    /// One line of text.
    case text(TextEntry)
    /// Several lines of text.
    case longText(lines: Int, longest: Int?)
    /// A civil date, kept as `YYYY-MM-DD`.
    case date
    /// An amount of money as typed, in the unit given.
    case money(MoneyUnit)
    /// One of many.
    case select([FieldChoice])
    /// One of a few.
    case radios([FieldChoice])
    /// Any of a few.
    case checkboxes([FieldChoice])
    /// 统一社会信用代码: eighteen characters without I, O, S, V, Z (GB 32100-2015).
    case creditCode
    /// Rows and columns of inputs named `key.row.column`.
    case table(FieldTable)
    /// A file, or several; `types` is a list as in `.pdf,.docx`.
    case file(types: String, takesSeveral: Bool = false)
    /// A value that is shown and cannot be changed here.
    case readOnly
}

/// How one line of text is typed.
package struct TextEntry: Sendable {
    /// The keyboard that a phone shows and the meaning of the text.
    package enum Kind: Sendable {
        case plain, email, telephone, url, digits, decimal, password
    }

    package var kind: Kind
    /// What the browser may fill in (WHATWG autofill), such as `name` or `tel`.
    package var autocomplete: String?
    /// The most characters.
    package var longest: Int?
    /// Whether the field is drawn short, for numbers and codes.
    package var isShort: Bool

    package init(
        kind: Kind = .plain,
        autocomplete: String? = nil,
        longest: Int? = nil,
        isShort: Bool = false
    ) {
        self.kind = kind
        self.autocomplete = autocomplete
        self.longest = longest
        self.isShort = isShort
    }
}

/// The unit that an amount is typed in.
package enum MoneyUnit: Sendable {
    /// 元.
    case yuan
    /// 万元: ten thousand yuan.
    case tenThousandYuan

    var word: Phrase {
        switch self {
        case .yuan: Phrase(zh: "元", en: "yuan")
        case .tenThousandYuan: Phrase(zh: "万元", en: "ten thousand yuan")
        }
    }
}

/// A value to choose.
package struct FieldChoice: Sendable {
    package var value: String
    package var label: Phrase
    package var hint: Phrase?

    package init(
        value: String,
        label: Phrase,
        hint: Phrase? = nil
    ) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// A table of inputs.
package struct FieldTable: Sendable {
    /// A column of the table.
    package struct Column: Sendable {
        package var key: String
        package var label: Phrase
        package var isNumber: Bool

        package init(
            key: String,
            label: Phrase,
            isNumber: Bool = false
        ) {
            self.key = key
            self.label = label
            self.isNumber = isNumber
        }
    }

    package var columns: [Column]
    /// Names of fixed rows; without them rows are numbered and more can be added.
    package var rows: [Phrase]
    /// How many empty rows to begin with, when rows are not fixed.
    package var fewestRows: Int

    package init(
        columns: [Column],
        rows: [Phrase] = [],
        fewestRows: Int = 1
    ) {
        self.columns = columns
        self.rows = rows
        self.fewestRows = fewestRows
    }
}

/// What was typed or chosen, as it came, right or wrong.
package enum FieldValue: Sendable, Equatable {
    case text(String)
    case choices([String])
    /// Cells by row and column.
    case rows([[String]])

    /// Nothing yet.
    package static let blank = FieldValue.text("")

    var typed: String {
        switch self {
        case .text(let text): text
        case .choices(let values): values.first ?? ""
        case .rows: ""
        }
    }

    func holds(_ value: String) -> Bool {
        switch self {
        case .text(let text): text == value
        case .choices(let values): values.contains(value)
        case .rows: false
        }
    }

    var cells: [[String]] {
        if case .rows(let cells) = self { cells } else { [] }
    }
}
