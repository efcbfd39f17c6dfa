import Disclosure
import Text

/// What the catalogue says of a duty (公开事项), in sentences.
extension Field.Condition {
    /// 「行政相对人类别」为「法人及非法人组织」.
    func words(in duty: Duty) -> Phrase {
        let other = duty.field(field)
        let names = values.map { value in
            other?.type.options?.first { $0.code == value }?.name ?? Phrase(zh: value, en: value)
        }
        return Phrase(
            zh: "「\(other?.name.zh ?? field)」为" + names.map { "「\($0.zh)」" }.joined(separator: "或"),
            en: "«\(other?.name.en ?? field)» is " + names.map { "«\($0.en)»" }.joined(separator: " or ")
        )
    }
}

extension FieldType {
    /// What kind of value it is.
    var words: Phrase {
        switch self {
        case .text: Phrase(zh: "文字", en: "Text")
        case .longText: Phrase(zh: "多行文字", en: "Long text")
        case .date: Phrase(zh: "日期", en: "Date")
        case .time: Phrase(zh: "时间", en: "Time")
        case .integer: Phrase(zh: "整数", en: "Whole number")
        case .money(.yuan): Phrase(zh: "金额（元）", en: "Money (yuan)")
        case .money(.tenThousandYuan): Phrase(zh: "金额（万元）", en: "Money (ten thousand yuan)")
        case .choice: Phrase(zh: "单选", en: "One choice")
        case .choices: Phrase(zh: "多选", en: "Any choices")
        case .creditCode: Phrase(zh: "统一社会信用代码", en: "Unified social credit code")
        case .personName: Phrase(zh: "人名", en: "Name of a person")
        case .region: Phrase(zh: "行政区划", en: "Region")
        case .industry: Phrase(zh: "行业", en: "Industry")
        case .documentNumber: Phrase(zh: "文号", en: "Document number")
        case .link: Phrase(zh: "网址", en: "Web address")
        case .attachment: Phrase(zh: "附件", en: "Files")
        case .item: Phrase(zh: "其他信息的索引号", en: "Index number of another item")
        case .table: Phrase(zh: "表格", en: "Table")
        }
    }
}

extension Duty.DisplayPeriod {
    /// How long a publication stays, and what happens then.
    func words(in duty: Duty) -> Phrase {
        let length: Phrase =
            switch length {
            case .permanent: Phrase(zh: "长期公开", en: "for good")
            case .months(let months, let from):
                Phrase(
                    zh: "自「\(duty.field(from)?.name.zh ?? from)」起 \(months) 个月",
                    en: "\(months) months from «\(duty.field(from)?.name.en ?? from)»"
                )
            case .until(let field):
                Phrase(
                    zh: "至「\(duty.field(field)?.name.zh ?? field)」为止",
                    en: "until «\(duty.field(field)?.name.en ?? field)»"
                )
            }
        if case .permanent = self.length { return length }
        return switch end {
        case .stays: length
        case .takeDown: Phrase(zh: "\(length.zh)，期满撤下并留说明", en: "\(length.en), then taken down with a note")
        case .markExpired: Phrase(zh: "\(length.zh)，期满标明失效", en: "\(length.en), then marked as expired")
        }
    }
}
