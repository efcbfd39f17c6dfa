import Disclosure
import Html
import Text
import Web

/// What the form of an item chooses from.
struct PlacementChoices: Sendable {
    var sections: [Section]
    var classes: [ItemClass]
    var columns: [Disclosure.Column]
}

/// The form that a duty generates: common fields in groups, the duty's own, and where the item belongs.
struct DraftForm: Sendable {
    var duty: Duty
    var typed: TypedItem
    var choices: PlacementChoices
    var refused: Refused?
    /// The table that gets one more row.
    var addsRowTo: String?
    var action: String
    var hidden: [HiddenField]
    /// In review there is nothing left to submit: a new version goes to the same reviewers.
    var isInReview: Bool
    var language: Language

    var html: HTML {
        Form(
            action: action,
            hidden: hidden,
            fields: saveFirst + groups.joined() + files,
            buttons: buttons
        ).html(in: language)
    }

    private var files: HTML {
        let words = Phrase(
            zh: "附件另行上传：先保存草稿，再在信息页面添加。",
            en: "Files are uploaded by themselves: save the draft first, then add them on the item's page."
        )
        return "<p class=\"hint\">\(words[language])</p>"
    }

    /// Enter in a line of text presses the first button of a form: it shall save, and neither submit nor add a row.
    private var saveFirst: HTML {
        "<button class=\"unseen\" name=\"\(TypedItem.Key.act)\" value=\"save\" tabindex=\"-1\" aria-hidden=\"true\"></button>"
    }

    private var buttons: [Button] {
        let act = TypedItem.Key.act
        if isInReview {
            return [
                Button(act: Phrase(zh: "保存新版本", en: "Save the new version"), does: .sends(name: act, value: "save"))
            ]
        }
        return [
            Button(
                act: Phrase(zh: "保存并提交审查", en: "Save and send to review"),
                does: .sends(name: act, value: "submit")
            ),
            Button(act: Phrase(zh: "保存草稿", en: "Save draft"), weight: .second, does: .sends(name: act, value: "save")),
        ]
    }

    private var groups: [HTML] {
        let texts = [CommonFields.summary, CommonFields.text, CommonFields.maskedPassages]
        let attributes = [CommonFields.disclosure, CommonFields.disclosureReason]
        let common = Set(CommonFields.all.map(\.key))
        let basics = duty.allFields.filter {
            common.contains($0.key) && !texts.contains($0.key) && !attributes.contains($0.key)
        }
        return [
            group(Phrase(zh: "基本信息", en: "Basic facts"), basics, and: placement),
            group(
                Phrase(zh: "公开属性", en: "Disclosure attribute"),
                duty.allFields.filter { attributes.contains($0.key) }
            ),
            group(Phrase(zh: "内容要素", en: "Content elements"), duty.fields),
            group(Phrase(zh: "正文", en: "Text"), duty.allFields.filter { texts.contains($0.key) }),
        ]
    }

    private func group(_ legend: Phrase, _ fields: [Field], and more: HTML = .empty) -> HTML {
        guard !fields.isEmpty || !more.isEmpty else { return .empty }
        return Fieldset(legend: legend, fields: fields.map(control).joined() + more).html(in: language)
    }

    private func control(of field: Field) -> HTML {
        field.formField(in: duty).html(
            in: language,
            value: field.formValue(of: typed.values, addsRow: addsRowTo == field.key),
            error: refused?.message(field.key)
        )
    }

    // MARK: Where it belongs

    private var placement: HTML {
        let section = select(
            TypedItem.Key.section,
            Phrase(zh: "科室", en: "Section"),
            hint: Phrase(zh: "目录中的责任科室：\(duty.section.zh)", en: "In the catalogue: \(duty.section.en)"),
            choices.sections.map { FieldChoice(value: $0.id.text, label: $0.name) },
            chosen: typed.section
        )
        let itemClass = select(
            TypedItem.Key.itemClass,
            Phrase(zh: "类别", en: "Class"),
            hint: Phrase(zh: "本机关统计用的类别，每条信息归入且只归入一个", en: "By which the agency counts; every item has exactly one"),
            isRequired: true,
            choices.classes.map { FieldChoice(value: $0.id.text, label: $0.name) },
            chosen: typed.itemClass
        )
        let home = choices.columns.last { $0.catalogueColumn == duty.column }
        let column = select(
            TypedItem.Key.column,
            Phrase(zh: "栏目", en: "Column"),
            hint: home.map {
                Phrase(zh: "不选则归入「\(path(of: $0, .zh))」", en: "Left empty it goes to «\(path(of: $0, .en))»")
            } ?? Phrase(zh: "公开后出现的栏目", en: "Where it appears once it is public"),
            choices.columns.map { column in
                FieldChoice(
                    value: column.id.text,
                    label: Phrase(zh: path(of: column, .zh), en: path(of: column, .en))
                )
            },
            chosen: typed.column
        )
        return section + itemClass + column
    }

    private func select(
        _ key: String,
        _ label: Phrase,
        hint: Phrase,
        isRequired: Bool = false,
        _ choices: [FieldChoice],
        chosen: String
    ) -> HTML {
        guard !choices.isEmpty else { return .empty }
        let field = FormField(key: key, label: label, hint: hint, isRequired: isRequired, control: .select(choices))
        return field.html(in: language, value: .text(chosen), error: refused?.message(key))
    }

    /// 依法行政 / 行政处罚.
    private func path(of column: Disclosure.Column, _ language: Language) -> String {
        var names = [column.name[language]]
        var above = column.parent
        while let id = above, names.count < 3, let parent = choices.columns.first(where: { $0.id == id }) {
            names.insert(parent.name[language], at: 0)
            above = parent.parent
        }
        return names.joined(separator: " / ")
    }
}
