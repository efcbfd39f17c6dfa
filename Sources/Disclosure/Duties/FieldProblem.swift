package import Civil
package import Text

/// Why a typed value was not accepted, in words that say what to do.
package struct FieldProblem: Error, Sendable, Hashable {
    /// Key of the field.
    package var key: String
    /// Name of the table input concerned, `key.row.column`; nil outside tables.
    package var input: String?
    /// What is wrong and what to do.
    package var message: Phrase

    /// A problem of one field, or of one input of its table.
    package init(key: String, input: String? = nil, message: Phrase) {
        self.key = key
        self.input = input
        self.message = message
    }
}

/// What the checks of a form need to know besides the form.
package struct FieldContext: Sendable, Hashable {
    /// The civil day on which the form is checked.
    package var today: CivilDate

    /// A context of that day.
    package init(today: CivilDate) {
        self.today = today
    }
}

/// A typed value as read: the canonical text (the text as typed if it could not be read) and what is wrong with it.
package struct ReadField: Sendable, Hashable {
    /// Empty when nothing was typed.
    package var canonical: String
    /// Nil when the value is right.
    package var problem: FieldProblem?

    /// A value as read.
    package init(canonical: String, problem: FieldProblem? = nil) {
        self.canonical = canonical
        self.problem = problem
    }
}
