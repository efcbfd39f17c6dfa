import Disclosure
import Text
import Web

/// Fields of procedures and questions of events as a form draws them.
extension Field {
    /// - Parameters:
    ///   - fields: the fields beside it, which its condition may name.
    ///   - prefix: before its key, where a page has several forms.
    func formField(among fields: [Field], prefix: String = "") -> FormField {
        let isRequired = required == .always
        var hints = [hint].compactMap { $0 }
        if case .when(let condition) = required { hints.append(condition.demand(among: fields)) }
        if let own = type.hint { hints.append(own) }
        return FormField(
            key: prefix + key,
            label: name,
            hint: Phrase.sentence(hints),
            isRequired: isRequired,
            control: type.control(isRequired: isRequired, isWholeText: false)
        )
    }
}

extension Field.Condition {
    /// «「类别」为「企业」时必填».
    fileprivate func demand(among fields: [Field]) -> Phrase {
        let other = fields.first { $0.key == field }
        let names = values.map { value in
            other?.type.options?.first { $0.code == value }?.name ?? Phrase(zh: value, en: value)
        }
        let label = other?.name ?? Phrase(zh: field, en: field)
        return Phrase(
            zh: "「\(label.zh)」为" + names.map { "「\($0.zh)」" }.joined(separator: "或") + "时必填",
            en: "required when «\(label.en)» is " + names.map { "«\($0.en)»" }.joined(separator: " or ")
        )
    }
}
