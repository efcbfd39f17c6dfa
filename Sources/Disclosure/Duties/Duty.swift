import Civil
package import Text

/// One row of the duty catalogue (公开事项): what must be public, on what legal basis, within what time, by whom,
/// on which channels and to whom.
///
/// Everything a page, form, clock, facet or layout needs is derived from it.
package struct Duty: Sendable, Hashable {
    /// Unique in the catalogue; part of every leaf id.
    ///
    /// 2–12 characters, `A–Z0–9`, beginning with a letter.
    package var code: String
    /// First-level matter (一级事项).
    package var matter: Matter
    /// Name of the second level (二级事项).
    package var name: Phrase
    /// A row of 安全生产领域基层政务公开标准目录 (the national standard catalogue), not one of our own.
    package var isStandard: Bool
    /// Whether the row was seen in a published copy of the standard; unverified rows say so wherever they are shown.
    package var isVerified: Bool
    /// What is public in one sentence (公开内容), where the catalogue says more than its fields do.
    package var content: Phrase? = nil
    /// 公开依据; never empty.
    package var basis: [LegalBasis]
    /// All are shown; the shortest wins (rules: where two limits collide, the shorter).
    package var limits: [DutyLimit]
    /// A time limit in the catalogue's own words that cannot be counted, such as 按进展情况及时公开.
    package var limitNote: Phrase? = nil
    /// The kind of section that is responsible, in the words of the catalogue (执法监察科…).
    package var section: Phrase
    /// 公开渠道和载体; never empty.
    package var channels: [ChannelKind]
    /// 公开对象.
    package var audience: Audience
    /// 公开方式.
    package var mode: DisclosureMode
    /// 公开层级; never empty.
    package var levels: [Level]
    /// Which of the five kinds of openness (五公开) it serves.
    package var stage: Stage
    /// Opinions needed beyond secrecy and sign-off, each perhaps only under a condition.
    package var opinions: [NeededOpinion]
    /// How long the public sees it, and what happens then.
    package var display: DisplayPeriod
    /// Slug path of the public column, such as `law-enforcement/penalties`.
    package var column: String
    /// The cell of the annual report that a publication counts in, such as `T2.6.penalty`.
    package var reportCell: String?
    /// 主题分类, `level 1\level 2` of the State Council tree.
    package var topic: String
    /// The duty whose item this one is prepared, signed and published with (同组织、同审签、同部署).
    package var boundTo: String?
    /// A policy document (政策文件): proposed as not open it goes to the disclosure office first (国办发〔2016〕80号 一(一)).
    package var policyDocument: Bool = false
    /// Whether its items are published with an interpretation, unless the approver says why none is needed (国办发〔2016〕80号).
    package var needsInterpretation: Bool = false
    /// Keys of common fields that are optional elsewhere and required here.
    package var demands: [String] = []
    /// How many approvers must agree before a published item may be withdrawn.
    package var withdrawalApprovals = 1
    /// Content elements (要素) in the order of the form, after the common fields of every item.
    package var fields: [Field]
    /// File and line where the duty begins, for messages.
    package var origin: String

    /// The common fields of every item followed by the duty's own.
    package var allFields: [Field] {
        guard !demands.isEmpty else { return CommonFields.all + fields }
        return CommonFields.all.map(demanded) + fields
    }

    /// The field under that key, common or own.
    package func field(_ key: String) -> Field? {
        CommonFields.all.first { $0.key == key }.map(demanded) ?? fields.first { $0.key == key }
    }

    /// A common field as this duty has it.
    private func demanded(_ field: Field) -> Field {
        guard demands.contains(field.key) else { return field }
        var field = field
        field.required = .always
        return field
    }

    /// A first-level matter: a group of duties, one catalogue file.
    package struct Matter: Sendable, Hashable {
        /// Spelt like the code of a duty.
        package var code: String
        /// What the matter is called.
        package var name: Phrase
    }

    /// A law that obliges to publish, with article and rule version.
    package struct LegalBasis: Sendable, Hashable {
        /// Full name without the marks 《》.
        package var law: Phrase
        /// As cited: `78.2` for a paragraph (款), `20(13)` for an item (项); empty for a whole document.
        package var article: String
        /// Key of the rule set, such as `reg2019` or `penalty2021`.
        package var version: String
        /// Number of the document, such as 国务院令第711号; empty where it is cited by name alone.
        package var number: String = ""
    }

    /// 主动公开 or 依申请公开.
    package enum DisclosureMode: String, Sendable, CaseIterable { case proactive, onRequest = "on-request" }

    /// 全社会 or 特定群体.
    package enum Audience: String, Sendable, CaseIterable { case everyone, group }

    /// 县级, 乡级 (and the two above them for agencies that are not a county's).
    package enum Level: String, Sendable, CaseIterable { case province, city, county, township }

    /// 五公开: 决策、执行、管理、服务、结果.
    package enum Stage: String, Sendable, CaseIterable { case decision, execution, management, service, result }

    /// An opinion that versions of the duty need.
    package struct NeededOpinion: Sendable, Hashable {
        /// What is asked.
        package var kind: OpinionKind
        /// Only then; nil means always.
        package var condition: Field.Condition?
    }

    /// How long a publication is shown.
    package struct DisplayPeriod: Sendable, Hashable {
        /// For good, for some months from a date field, or until one.
        package enum Length: Sendable, Hashable {
            case permanent
            case months(Int, from: String)
            /// Until the date in that field.
            case until(field: String)
        }
        /// What happens at its end.
        package enum End: String, Sendable, CaseIterable {
            case stays, takeDown = "take-down", markExpired = "mark-expired"
        }
        /// How long.
        package var length: Length
        /// What happens then.
        package var end: End
        /// A date field that ends the display before its full length, when it is filled.
        package var earlier: String? = nil
    }
}

/// A statutory time limit for publishing, counted from a named date field.
package struct DutyLimit: Sendable, Hashable {
    /// How long, in the unit of the law.
    package enum Length: Sendable, Hashable {
        case workingDays(Int)
        case calendarDays(Int)
        case hours(Int)
        case sameDay
        /// Every year by that day.
        case yearly(month: Int, day: Int)
        /// Every quarter by that day of the month after it.
        case quarterly(day: Int)
    }
    /// How long.
    package var length: Length
    /// Key of the date (or time) field that starts the clock; empty for periodic limits.
    package var from: String
    /// The law that sets the limit.
    package var basis: Duty.LegalBasis
    /// The limit applies only then; nil means always.
    package var condition: Field.Condition? = nil
}

/// The opinions that a version may need (审查意见).
package enum OpinionKind: String, Sendable, CaseIterable, Hashable {
    /// 保密审查
    case secrecy
    /// 合法性审核
    case legal
    /// 集体讨论 (案件审理委员会)
    case committee
    /// 后果研判
    case consequence
    /// 来源核实: for what others said first
    case source
    /// 政务公开工作机构: a policy document proposed as not open goes here first (国办发〔2016〕80号)
    case disclosureOffice = "disclosure-office"
    /// 签发
    case signOff = "sign-off"
}

/// The kinds of channel of the standard catalogue (公开渠道和载体).
package enum ChannelKind: String, Sendable, CaseIterable, Hashable {
    case portal, gazette, wechat, weibo, app
    case pressConference = "press-conference"
    case broadcast, press
    case readingPoint = "reading-point"
    case serviceCentre = "service-centre"
    case servicePoint = "service-point"
    case onSite = "on-site"
    case noticeBoard = "notice-board"
    case targeted
    case sms, magazine
    case chatGroup = "chat-group"
    case vehicleScreen = "vehicle-screen"
    /// A site of another organ that the agency contributes to (submitted, accepted).
    case otherSite = "other-site"
    case other
}
