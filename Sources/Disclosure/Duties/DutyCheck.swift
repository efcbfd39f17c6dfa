import Text

/// Checks a whole form against its duty: every value by its type, what is required always and what under a condition.
extension Duty {
    /// The canonical content of what was typed, and every problem in the order of the form.
    ///
    /// Keys that the duty does not know are passed over. A table may come as one text under its key or as inputs
    /// named `key.row.column`. A value that could not be read is kept as typed, so that the form can show it again.
    package func check(
        _ typed: [String: String],
        in context: FieldContext
    ) -> (content: ItemContent, problems: [FieldProblem]) {
        let fields = allFields
        var content = ItemContent()
        var problems: [String: FieldProblem] = [:]
        for field in fields {
            let read = field.read(field.input(of: typed), in: context)
            content[field.key] = read.canonical
            problems[field.key] = read.problem
        }
        // Files come after the draft; submission asks for them.
        for field in fields
        where field.type != .attachment && content[field.key] == nil && field.required.holds(for: content) {
            problems[field.key] = missing(field)
        }
        if problems[CommonFields.maskedPassages] == nil {
            problems[CommonFields.maskedPassages] = MaskedPassages(content).problem(in: content, under: self)
        }
        return (content, fields.compactMap { problems[$0.key] })
    }

    private func missing(_ field: Field) -> FieldProblem {
        var message = Phrase(zh: "请填写「\(field.name.zh)」", en: "Fill in «\(field.name.en)»")
        if case .when(let condition) = field.required, let other = self.field(condition.field),
            let options = other.type.options
        {
            let names = options.filter { condition.values.contains($0.code) }.map(\.name)
            let zh = names.map { "「\($0.zh)」" }.joined(separator: "、")
            let en = names.map { "«\($0.en)»" }.joined(separator: " or ")
            message = Phrase(
                zh: "「\(other.name.zh)」为\(zh)时，\(message.zh)",
                en: "\(message.en), for «\(other.name.en)» is \(en)"
            )
        }
        return FieldProblem(key: field.key, message: message)
    }
}

extension Field {
    /// What was typed for this field, a table put together from its inputs.
    package func input(of typed: [String: String]) -> String {
        if let whole = typed[key] { return whole }
        guard case .table(let columns) = type else { return "" }
        return TableInput(key: key, columns: columns).assemble(typed)
    }
}
