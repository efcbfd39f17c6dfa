/// A version of a body of rules and the days on which it was in force.
///
/// The rule set of a deadline is the one in force on the day of the event that started it, whatever came later.
package struct RuleSet: Sendable, Hashable {
    /// Rule sets that follow each other on the same subject.
    package enum Family: String, Sendable, Hashable, CaseIterable {
        /// 政府信息公开.
        case disclosure
        /// 政府信息公开工作年度报告 formats; the day that selects is the last day of the reported year.
        case annualReport
        /// 信息处理费.
        case fee
        /// 行政复议.
        case review
        /// 行政诉讼.
        case litigation
        /// Judicial interpretation on disclosure cases (政府信息公开行政案件).
        case court
        /// 保守国家秘密.
        case secrecy
        /// 安全生产.
        case safety
        /// 行政执法公示.
        case enforcement
        /// 行政处罚.
        case penalty
        /// 行政许可.
        case licence
        /// 生产安全事故报告和调查处理.
        case accident
        /// 事故隐患.
        case hazard
        /// 严重失信名单, before 黑名单.
        case blacklist
        /// 信用修复.
        case repair
        /// 双随机、一公开.
        case draw
        /// 信访.
        case petition
        /// 信访事项简易办理, beside the ordinary procedure.
        case simplePetition
        /// 12345政务服务便民热线.
        case hotline
        /// 政府网站.
        case website
        /// 政务公开, 政策解读, 政务舆情.
        case openness
    }

    /// Such as `reg2019`; unique.
    package let key: String
    package let family: Family
    /// Name of the law or document.
    package let law: Words
    /// First day in force.
    package let from: CivilDate
    /// Last day in force; `nil` while it is in force.
    package let through: CivilDate?

    /// Whether it was in force on the day.
    package func isInForce(on date: CivilDate) -> Bool {
        date >= from && through.map { date <= $0 } ?? true
    }

    /// The rule set of a family on a day; `nil` before the first one known here, or in a gap between two.
    package static func inForce(_ family: Family, on date: CivilDate) -> RuleSet? {
        all.first { $0.family == family && $0.isInForce(on: date) }
    }

    /// The rule set of a key.
    package static func named(_ key: String) -> RuleSet? { byKey[key] }

    private static let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }
}
