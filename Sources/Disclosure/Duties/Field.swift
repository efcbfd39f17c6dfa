package import Text

/// A content element (要素) of a duty: one typed field of its form, check, page, facet and import column.
package struct Field: Sendable, Hashable {
    /// Unique within the duty: lower-case letters, digits and hyphens, beginning with a letter.
    package var key: String
    /// Label in forms and on pages.
    package var name: Phrase
    /// A hint under the label, in plain words.
    package var hint: Phrase?
    /// What may be typed.
    package var type: FieldType
    /// Whether it must be filled.
    package var required: Required
    /// What of it the public sees.
    package var showing: Showing
    /// Whether lists can be narrowed by it.
    package var isFacet: Bool
    /// The most characters accepted; nil for the type's own limit.
    package var limit: Int?
    /// Column code in the credit platforms' layout (`CF_XDR_MC`…), for import and export.
    package var code: String?

    /// Whether a field must be filled.
    package enum Required: Sendable, Hashable {
        case never, always
        case when(Condition)
    }

    /// True when another field has one of the values (for a choice of several: contains one of them).
    package struct Condition: Sendable, Hashable {
        /// Key of a choice field of the same duty.
        package var field: String
        /// Codes of its options, one or more.
        package var values: [String]
    }

    /// What of the value the public sees.
    package enum Showing: Sendable, Hashable {
        case shown
        case masked(Mask)
        case never
    }

    /// How a value is hidden in part.
    package enum Mask: String, Sendable, CaseIterable {
        /// 王某, 欧阳某某: the surname stays
        case surname
        /// 110105********002X
        case identity
        /// 138****8000
        case phone
        /// All but the region: 某市某区***
        case address
    }
}

/// The type of a field; the canonical value is always text.
package enum FieldType: Sendable, Hashable {
    case text
    case longText
    /// `2018-03-08`
    case date
    /// `2018-03-08 14:05` in +08:00
    case time
    /// Whole number, not negative.
    case integer
    /// Fen as a decimal integer; typed in 元 or 万元.
    case money(Money)
    case choice([Option])
    /// Codes joined by commas, in the order of the options.
    case choices([Option])
    case creditCode
    case personName
    /// Six digits, GB/T 2260.
    case region
    /// Code of GB/T 4754: section, division, group or class.
    case industry
    case documentNumber
    case link
    /// Files of the version, as lines `sha256 size name`; uploaded, never typed.
    case attachment
    /// Index number or id of another item of one of these duties (any duty if empty).
    case item(duties: [String])
    /// Rows as lines, cells separated by tabs.
    case table([Column])

    /// The unit in which an amount is typed and shown.
    package enum Money: String, Sendable, CaseIterable { case yuan, tenThousandYuan = "ten-thousand-yuan" }

    /// One option of a choice.
    package struct Option: Sendable, Hashable {
        /// Stored; lower-case letters, digits and hyphens.
        package var code: String
        /// What a reader sees.
        package var name: Phrase
    }

    /// One column of a table field.
    package struct Column: Sendable, Hashable {
        /// Unique within the table.
        package var key: String
        /// Head of the column.
        package var name: Phrase
        /// A simple type: no long text, file, item or table.
        package var type: FieldType
        /// Whether every row must fill it.
        package var isRequired: Bool
        /// What of its cells the public sees.
        package var showing: Field.Showing = .shown
    }
}
