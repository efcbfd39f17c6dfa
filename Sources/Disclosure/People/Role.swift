package import Text

/// What a person does in an agency; a person may have several roles.
package enum Role: String, Sendable, CaseIterable, Hashable {
    case editor
    case disclosureOfficer = "disclosure-officer"
    case secrecyReviewer = "secrecy-reviewer"
    case legalReviewer = "legal-reviewer"
    case approver
    case caseOfficer = "case-officer"
    case inspector
    case administrator
    /// Reads all but the identity of applicants and informants; changes nothing.
    case auditor

    package var name: Phrase {
        switch self {
        case .editor: Phrase(zh: "编辑", en: "Editor")
        case .disclosureOfficer: Phrase(zh: "公开专员", en: "Disclosure officer")
        case .secrecyReviewer: Phrase(zh: "保密审查员", en: "Secrecy reviewer")
        case .legalReviewer: Phrase(zh: "合法性审核员", en: "Legal reviewer")
        case .approver: Phrase(zh: "签发领导", en: "Approver")
        case .caseOfficer: Phrase(zh: "办件人员", en: "Case officer")
        case .inspector: Phrase(zh: "执法检查人员", en: "Inspector")
        case .administrator: Phrase(zh: "管理员", en: "Administrator")
        case .auditor: Phrase(zh: "审计员", en: "Auditor")
        }
    }
}

/// What the application may be asked to do, each allowed to some roles.
package enum Act: Sendable, Hashable {
    case draftItem
    case giveOpinion(OpinionKind)
    case recordDelivery
    /// Agreeing to a withdrawal, or refusing it.
    case decideWithdrawal
    /// Publishing before an opinion is written that was given by word.
    case publishUrgently
    case changeValidity
    case readOffice
    case readAudit
    case manageAgency
    case managePeople
    /// See in full what a duty masks or never publishes: names, addresses, identity numbers (个人信息保护法 arts 6, 51).
    case readPersonalData
    /// See who asked: the identity of applicants (条例 art 29).
    case readApplicants
    /// See who informed: the identity of those who reported a violation (安全生产法 art 73).
    case readInformants
    /// Hand the drafts of somebody who is away to somebody else.
    case handOnDrafts
    /// See cases, but not who asked.
    case readCases
    /// Enter cases and bring them on.
    case handleCases
    /// Sign replies and grant extensions.
    case decideCases
    /// Change the texts of letters.
    case manageLetters
    /// See how many cases each officer has, and what goes late.
    case superviseCases
    /// Write down the numbers that no record can give, and put them right.
    case recordReadings
    /// Keep the register of reviews, lawsuits and complaints over disclosure.
    case recordRemedies

    /// The roles that may do it; the whole of the access rules for staff.
    package var roles: Set<Role> {
        switch self {
        case .draftItem: [.editor, .disclosureOfficer]
        case .giveOpinion(.secrecy): [.secrecyReviewer]
        case .giveOpinion(.legal), .giveOpinion(.committee): [.legalReviewer]
        case .giveOpinion(.consequence), .giveOpinion(.source), .giveOpinion(.disclosureOffice): [.disclosureOfficer]
        case .giveOpinion(.signOff): [.approver]
        case .recordDelivery: [.editor, .disclosureOfficer]
        case .decideWithdrawal: [.approver]
        case .publishUrgently, .changeValidity: [.disclosureOfficer]
        case .readOffice: Set(Role.allCases)
        case .readAudit: [.administrator, .auditor]
        case .manageAgency, .managePeople: [.administrator]
        // An administrator runs the system and an auditor checks it; neither needs to know who a record is about.
        case .readPersonalData: Set(Role.allCases).subtracting([.administrator, .auditor])
        case .readApplicants: [.caseOfficer, .disclosureOfficer]
        case .readInformants: [.caseOfficer, .inspector]
        case .handOnDrafts: [.disclosureOfficer, .administrator]
        case .readCases: [.caseOfficer, .disclosureOfficer, .approver, .legalReviewer, .administrator, .auditor]
        case .handleCases: [.caseOfficer, .disclosureOfficer]
        case .decideCases: [.approver]
        case .manageLetters: [.disclosureOfficer, .administrator]
        case .superviseCases: [.disclosureOfficer, .approver]
        case .recordReadings, .recordRemedies: [.disclosureOfficer, .administrator]
        }
    }

    /// The act in words, after «您不能» / «You may not».
    package var name: Phrase {
        switch self {
        case .draftItem: Phrase(zh: "起草或修改信息", en: "draft or change items")
        case .giveOpinion(let kind): Phrase(zh: "出具\(kind.name.zh)意见", en: "give the opinion “\(kind.name.en)”")
        case .recordDelivery: Phrase(zh: "登记发布记录", en: "record deliveries")
        case .decideWithdrawal: Phrase(zh: "决定撤回", en: "decide on withdrawals")
        case .publishUrgently: Phrase(zh: "紧急公开", en: "publish urgently")
        case .changeValidity: Phrase(zh: "标注有效性", en: "mark whether items are in force")
        case .readOffice: Phrase(zh: "查看工作台", en: "see the office")
        case .readAudit: Phrase(zh: "查阅审计记录", en: "read the audit trail")
        case .manageAgency: Phrase(zh: "修改机关设置", en: "change the agency's settings")
        case .managePeople: Phrase(zh: "管理人员", en: "manage people")
        case .readPersonalData: Phrase(zh: "查看未公开的个人信息", en: "see personal data that is not public")
        case .readApplicants: Phrase(zh: "查看申请人身份", en: "see who applied")
        case .readInformants: Phrase(zh: "查看举报人身份", en: "see who reported a violation")
        case .handOnDrafts: Phrase(zh: "转交他人的草稿", en: "hand on the drafts of others")
        case .readCases: Phrase(zh: "查看办件", en: "see cases")
        case .handleCases: Phrase(zh: "登记和办理办件", en: "enter and handle cases")
        case .decideCases: Phrase(zh: "签发办件答复、批准延期", en: "sign replies and grant extensions")
        case .manageLetters: Phrase(zh: "修改文书模板", en: "change the texts of letters")
        case .superviseCases: Phrase(zh: "查看各办件人员的办件", en: "see the cases of every officer")
        case .recordReadings: Phrase(zh: "登记和更正读数", en: "record and correct readings")
        case .recordRemedies: Phrase(zh: "登记行政复议、行政诉讼和举报投诉", en: "record reviews, lawsuits and complaints")
        }
    }
}

extension OpinionKind {
    package var name: Phrase {
        switch self {
        case .secrecy: Phrase(zh: "保密审查", en: "Secrecy review")
        case .legal: Phrase(zh: "合法性审核", en: "Legal review")
        case .committee: Phrase(zh: "集体讨论", en: "Committee decision")
        case .consequence: Phrase(zh: "后果研判", en: "Consequence check")
        case .source: Phrase(zh: "来源核实", en: "Source check")
        case .disclosureOffice: Phrase(zh: "公开机构审核", en: "Disclosure office")
        case .signOff: Phrase(zh: "签发", en: "Sign-off")
        }
    }
}

/// The person who acts, as the session knows them: in one agency, with roles of their own and roles that others lent.
package struct Actor: Sendable, Hashable {
    package var person: ID<Person>
    package var agency: ID<Agency>
    /// The person's own.
    package var roles: Set<Role>
    /// Roles that others have lent for these days, and whose they are.
    package var lent: [Role: ID<Person>] = [:]

    package init(person: ID<Person>, agency: ID<Agency>, roles: Set<Role>) {
        self.person = person
        self.agency = agency
        self.roles = roles
    }

    /// Own and lent.
    package var allRoles: Set<Role> { roles.union(lent.keys) }

    package func may(_ act: Act) -> Bool { !allRoles.isDisjoint(with: act.roles) }

    package func require(_ act: Act) throws(Refusal) {
        guard may(act) else { throw .notAllowed(act) }
    }

    /// For whom this person does something that only a lent role allows; nil for what the own roles allow.
    package func standsIn(for act: Act) -> ID<Person>? {
        guard roles.isDisjoint(with: act.roles) else { return nil }
        return lent.filter { act.roles.contains($0.key) }.min { $0.key.rawValue < $1.key.rawValue }?.value
    }
}
