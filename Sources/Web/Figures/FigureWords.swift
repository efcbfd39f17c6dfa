package import Disclosure
package import Documents
package import Text

extension FigureValue {
    /// As it is drawn.
    package var drawn: ChartValue {
        switch self {
        case .number(let number), .bound(let number, _): .number(number)
        case .money(let fen): .money(fen)
        case .share(let part, let base): .share(part, of: base)
        case .day, .month: .missing(Phrase(zh: "是日期", en: "is a day"))
        case .notApplicable: .missing(Phrase(zh: "不涉及", en: "not applicable"))
        case .missing: .missing(Phrase(zh: "没有数据", en: "no data"))
        }
    }

    /// As it is read: digits in groups, rates with their base.
    package func shown(in language: Language) -> String {
        switch self {
        case .bound(let number, let relation):
            (relation == .equal ? "" : relation.rawValue) + number.grouped(in: language)
        case .day(let day): day.words(in: language)
        case .month: words[language]
        default: drawn.written(in: language)
        }
    }

    /// Whether there is nothing behind it to be listed.
    package var leadsNowhere: Bool {
        switch self {
        case .notApplicable, .missing, .number(0): true
        case .share(_, let base): base == 0
        default: false
        }
    }
}

extension FigureAsked {
    /// What is meant besides the figure: over all years, of one class of applicants.
    package var words: Phrase? {
        let total: Phrase? = scope == .total ? Phrase(zh: "历年累计", en: "over all years") : nil
        let parts = [total, applicant?.name].compactMap { $0 }
        guard let first = parts.first else { return nil }
        return parts.dropFirst().reduce(first) { Phrase(zh: "\($0.zh)，\($1.zh)", en: "\($0.en), \($1.en)") }
    }
}

extension Figure {
    /// A value as its page shows it, money in the unit of the figure.
    package func shown(_ value: FigureValue, in language: Language) -> String {
        if case .money = value, unit.zh == "万元" { return text(of: value, in: language) }
        return value.shown(in: language)
    }
}

extension Figure.Group {
    package var name: Phrase {
        switch self {
        case .proactive: Phrase(zh: "主动公开", en: "Published")
        case .channels: Phrase(zh: "公开渠道", en: "Channels")
        case .classes: Phrase(zh: "信息类别", en: "Classes")
        case .interpretation: Phrase(zh: "解读回应", en: "Interpretation")
        case .participation: Phrase(zh: "公众参与", en: "Participation")
        case .supervision: Phrase(zh: "监督检查", en: "Supervision")
        case .services: Phrase(zh: "公共服务", en: "Services")
        case .requests: Phrase(zh: "依申请公开", en: "Requests")
        case .petitions: Phrase(zh: "举报投诉信访", en: "Reports and petitions")
        case .remedies: Phrase(zh: "复议诉讼", en: "Reviews and lawsuits")
        case .organisation: Phrase(zh: "机构保障", en: "Organisation")
        case .site: Phrase(zh: "网站平台", en: "Site")
        }
    }
}

extension FigureDimension {
    package var name: Phrase {
        switch self {
        case .duty: Phrase(zh: "公开事项", en: "Duty")
        case .section: Phrase(zh: "科室", en: "Section")
        case .channel: Phrase(zh: "渠道", en: "Channel")
        case .month: Phrase(zh: "月份", en: "Month")
        case .itemClass: Phrase(zh: "信息类别", en: "Class")
        case .applicant: Phrase(zh: "申请人类别", en: "Applicants")
        }
    }
}
