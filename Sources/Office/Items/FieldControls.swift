import Disclosure
import Text
import Web

/// How a field of a duty is filled in, with everything that a clerk should know before typing.
extension Field {
    /// The field as the form draws it, with everything that a clerk should know before typing.
    func formField(in duty: Duty) -> FormField {
        FormField(
            key: key,
            label: name,
            hint: Phrase.sentence(hints(in: duty)),
            isRequired: required == .always,
            control: type.control(isRequired: required == .always, isWholeText: key == CommonFields.text)
        )
    }

    private func hints(in duty: Duty) -> [Phrase] {
        var hints: [Phrase] = []
        if let hint { hints.append(hint) }
        if case .when(let condition) = required {
            let words = condition.words(in: duty)
            hints.append(Phrase(zh: "\(words.zh)时必填", en: "required when \(words.en)"))
        }
        if key == CommonFields.disclosure {
            hints.append(
                Phrase(zh: "每条信息都要定明公开属性；不主动公开的须说明理由", en: "Every item has one; what is not proactive needs a reason")
            )
            if duty.policyDocument {
                hints.append(
                    Phrase(
                        zh: "政策文件拟不主动公开的，先送公开机构审核",
                        en: "a policy document that is not proactive goes to the disclosure office first"
                    )
                )
            }
        }
        if let hint = type.hint { hints.append(hint) }
        if let words = showing.words { hints.append(words) }
        return hints
    }
}
