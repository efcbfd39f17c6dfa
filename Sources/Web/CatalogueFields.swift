/// How the types of fields become controls of a form: the one place for duties in the office and procedures on the portal.

import Codes
package import Disclosure
package import Text

extension Field {
    /// The field of a procedure, an event or another short form, with its hints.
    ///
    /// - Parameters:
    ///   - fields: the fields beside it, which its condition may name.
    ///   - prefix: before its key, where a page has several forms.
    package func formField(among fields: [Field], prefix: String = "") -> FormField {
        var hints = [hint].compactMap { $0 }
        if case .when(let condition) = required { hints.append(condition.demand(among: fields)) }
        if let own = type.hint { hints.append(own) }
        return FormField(
            key: prefix + key,
            label: name,
            hint: Phrase.sentence(hints),
            isRequired: required == .always,
            control: type.control(isRequired: required == .always, isWholeText: false)
        )
    }

    /// What the form shows for a canonical text: money back in its unit, tables as their inputs, the rest as it is.
    package func typedValues(of canonical: String) -> [String: String] {
        guard case .table(let columns) = type else { return [key: type.typedText(of: canonical)] }
        let rows = TableInput.rows(canonical).map { cells in
            zip(columns, cells).map { $0.type.cellText(of: $1) }.joined(separator: "\t")
        }
        return TableInput(key: key, columns: columns).disassemble(rows.joined(separator: "\n"))
    }

    /// What stands in the control, as it was typed.
    ///
    /// - Parameter addsRow: one more empty row under those of a table.
    package func formValue(of typed: [String: String], addsRow: Bool) -> FieldValue {
        switch type {
        case .table:
            var rows = TableInput.rows(input(of: typed))
            if addsRow, !rows.isEmpty { rows.append([]) }
            return .rows(rows)
        case .attachment: return .text(displayText(of: typed[key] ?? "", language: .zh))
        case .choices:
            return .choices((typed[key] ?? "").split(separator: ",").map(String.init))
        default:
            return .text(typed[key] ?? "")
        }
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

extension FieldType {
    /// The most options that are shown all at once; more go into a list to choose from.
    private static let mostRadios = 5

    /// The control for a value of this type.
    ///
    /// - Parameter isWholeText: the text of a document, which is long.
    package func control(isRequired: Bool, isWholeText: Bool) -> FieldControl {
        switch self {
        case .text, .personName, .region, .industry, .documentNumber: .text(TextEntry())
        case .longText: .longText(lines: isWholeText ? 18 : 4, longest: nil)
        case .date: .date
        case .time: .text(TextEntry(isShort: true))
        case .integer: .text(TextEntry(kind: .digits, isShort: true))
        case .money(.yuan): .money(.yuan)
        case .money(.tenThousandYuan): .money(.tenThousandYuan)
        case .choice(let options):
            // A choice that may stay empty must be able to become empty again, which radio buttons cannot.
            isRequired && options.count <= Self.mostRadios ? .radios(choices(options)) : .select(choices(options))
        case .choices(let options): .checkboxes(choices(options))
        case .creditCode: .creditCode
        case .link: .text(TextEntry(kind: .url))
        case .attachment: .readOnly
        case .item: .text(TextEntry())
        case .table(let columns):
            .table(FieldTable(columns: columns.map { .init(key: $0.key, label: $0.name, isNumber: $0.type.isNumber) }))
        }
    }

    private func choices(_ options: [Option]) -> [FieldChoice] {
        options.map { FieldChoice(value: $0.code, label: $0.name) }
    }

    private var isNumber: Bool {
        switch self {
        case .integer, .money: true
        default: false
        }
    }

    /// What a control of this type takes, where the control does not say so itself.
    package var hint: Phrase? {
        switch self {
        case .time: Phrase(zh: "北京时间，例如 2018-03-08 14:05", en: "Beijing time, such as 2018-03-08 14:05")
        case .region: Phrase(zh: "六位行政区划代码或全称", en: "the six digits of the region, or its full name")
        case .industry: Phrase(zh: "GB/T 4754 代码或名称，例如 26", en: "a code of GB/T 4754 such as 26, or the name")
        case .link: Phrase(zh: "以 http:// 或 https:// 开头的完整地址", en: "in full, beginning with http:// or https://")
        case .item: Phrase(zh: "该信息的索引号或编号", en: "the index number or id of that item")
        case .attachment:
            Phrase(
                zh: "先保存草稿，再在信息页面上传",
                en: "save the draft first, then upload on the item's page"
            )
        case .table(let columns): Phrase.remarks(columns.compactMap(\.hint))
        default: nil
        }
    }

    fileprivate func typedText(of canonical: String) -> String {
        guard case .money(let unit) = self, let amount = Int64(canonical) else { return canonical }
        return unit == .yuan ? Fen(amount).yuanText : Fen(amount).tenThousandText
    }

    /// In the cell of a table a choice is typed by its name.
    fileprivate func cellText(of canonical: String) -> String {
        switch self {
        case .choice, .choices: displayText(of: canonical, language: .zh)
        default: typedText(of: canonical)
        }
    }
}

extension FieldType.Column {
    fileprivate var hint: Phrase? {
        var hints: [Phrase] = []
        if isRequired { hints.append(Phrase(zh: "必填", en: "required")) }
        if let options = type.options {
            hints.append(
                Phrase(
                    zh: "填" + options.map(\.name.zh).joined(separator: "或"),
                    en: "one of " + options.map(\.name.en).joined(separator: ", ")
                )
            )
        } else if case .money(let unit) = type {
            hints.append(
                unit == .yuan ? Phrase(zh: "单位为元", en: "in yuan") : Phrase(zh: "单位为万元", en: "in ten thousand yuan")
            )
        } else if type == .date {
            hints.append(Phrase(zh: "例如 2018-03-08", en: "such as 2018-03-08"))
        }
        if let words = showing.words { hints.append(words) }
        guard !hints.isEmpty else { return nil }
        return Phrase(
            zh: "「\(name.zh)」" + hints.map(\.zh).joined(separator: "，"),
            en: "«\(name.en)» " + hints.map(\.en).joined(separator: ", ")
        )
    }
}

extension Field.Showing {
    /// What of the value the public sees; nil when it is all of it.
    package var words: Phrase? {
        switch self {
        case .shown: nil
        case .never: Phrase(zh: "不对外公开，只在内部留存", en: "never published, kept inside only")
        case .masked(.surname): Phrase(zh: "公开时只保留姓氏", en: "published with the surname only")
        case .masked(.identity): Phrase(zh: "公开时遮盖号码中段", en: "published with the middle of the number covered")
        case .masked(.phone): Phrase(zh: "公开时遮盖号码中段", en: "published with the middle of the number covered")
        case .masked(.address): Phrase(zh: "公开时只保留省市县", en: "published down to the county only")
        }
    }
}

extension Phrase {
    /// Several short remarks as one sentence; nil when there are none.
    package static func sentence(_ remarks: [Phrase]) -> Phrase? {
        guard let all = Phrase.remarks(remarks) else { return nil }
        return Phrase(zh: all.zh + "。", en: all.en.firstCapital + ".")
    }

    /// Several short remarks one after another; nil when there are none.
    package static func remarks(_ remarks: [Phrase]) -> Phrase? {
        guard !remarks.isEmpty else { return nil }
        return Phrase(
            zh: remarks.map(\.zh).joined(separator: "；"),
            en: remarks.map(\.en).joined(separator: "; ")
        )
    }
}

extension String {
    /// The text with a capital at its beginning.
    package var firstCapital: String { prefix(1).uppercased() + dropFirst() }
}
