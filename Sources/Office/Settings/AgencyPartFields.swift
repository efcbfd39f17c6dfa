import Disclosure
import Html
import Text
import Web

/// The fields with which one part of an agency is added.
struct AgencyPartFields: Sendable {
    var part: SettingsPart
    var filled: FilledForm
    var list: AgencyPartList
    var catalogue: Catalogue

    var html: HTML {
        switch part {
        case .agency, .sections: names + code + sectionKind
        case .classes: names + code
        case .columns: names + code + below + catalogueColumn
        case .channels: names + code + channelKind
        case .names: names + days
        }
    }

    private var names: HTML {
        let zh = FormField(
            key: "name-zh",
            label: Phrase(zh: "名称", en: "Name in Chinese"),
            isRequired: true,
            control: .text(TextEntry())
        )
        let en = FormField(
            key: "name-en",
            label: Phrase(zh: "英文名称", en: "Name in English"),
            isRequired: true,
            control: .text(TextEntry())
        )
        return filled.field(zh) + filled.field(en)
    }

    private var code: HTML {
        let hint: Phrase =
            switch part {
            case .columns:
                Phrase(zh: "网址中的一段：小写字母、数字和连字符。", en: "A step of the address: lower-case letters, digits, hyphens.")
            case .classes, .sections:
                Phrase(
                    zh: "可用在索引号里：小写字母、数字和连字符。",
                    en: "May stand in index numbers: lower-case letters, digits, hyphens."
                )
            case .agency, .channels, .names:
                Phrase(zh: "小写字母、数字和连字符。", en: "Lower-case letters, digits and hyphens.")
            }
        return filled.field(
            FormField(
                key: "code",
                label: Phrase(zh: "代码", en: "Code"),
                hint: hint,
                isRequired: true,
                control: .text(TextEntry(isShort: true))
            )
        )
    }

    private var sectionKind: HTML {
        filled.field(
            FormField(
                key: "kind",
                label: Phrase(zh: "种类", en: "Kind"),
                control: .radios(Section.Kind.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
            ),
            otherwise: Section.Kind.section.rawValue
        )
    }

    private var channelKind: HTML {
        filled.field(
            FormField(
                key: "kind",
                label: Phrase(zh: "渠道种类", en: "Kind of channel"),
                isRequired: true,
                control: .select(ChannelKind.allCases.map { FieldChoice(value: $0.rawValue, label: $0.name) })
            )
        )
    }

    private var below: HTML {
        guard case .columns(let columns) = list else { return .empty }
        let choices = columns.filter { $0.level < 3 }.sorted { $0.path < $1.path }.map { column in
            FieldChoice(
                value: column.path,
                label: Phrase(zh: "\(column.name.zh)（\(column.path)）", en: "\(column.name.en) (\(column.path))")
            )
        }
        return filled.field(
            FormField(
                key: "below",
                label: Phrase(zh: "上级栏目", en: "Below"),
                hint: Phrase(
                    zh: "不选则为一级栏目；最多三级。",
                    en: "Left empty it stands at the top; there are three levels at most."
                ),
                control: .select(choices)
            )
        )
    }

    private var catalogueColumn: HTML {
        filled.field(
            FormField(
                key: "catalogue-column",
                label: Phrase(zh: "对应目录栏目", en: "Column of the catalogue"),
                hint: Phrase(zh: "选了以后，该目录栏目的信息自动归入这里。", en: "Items of that column come here of themselves."),
                control: .select(catalogue.columns.map { FieldChoice(value: $0.slug, label: $0.name) })
            )
        )
    }

    private var days: HTML {
        let from = FormField(
            key: "valid-from",
            label: Phrase(zh: "起始日期", en: "First day"),
            isRequired: true,
            control: .date
        )
        let to = FormField(key: "valid-to", label: Phrase(zh: "终止日期", en: "Last day"), control: .date)
        return filled.field(from) + filled.field(to)
    }
}
