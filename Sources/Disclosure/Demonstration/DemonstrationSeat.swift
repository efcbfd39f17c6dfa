/// The invented people of a demonstration bureau: one for every role, named after it.
package enum DemonstrationSeat: String, Sendable, CaseIterable {
    case editor, officer, secrecy, legal, approver
    case cases = "case"
    case inspector
    case administrator = "admin"
    case auditor

    package var roles: Set<Role> {
        switch self {
        case .editor: [.editor]
        case .officer: [.disclosureOfficer]
        case .secrecy: [.secrecyReviewer]
        case .legal: [.legalReviewer]
        case .approver: [.approver]
        case .cases: [.caseOfficer]
        case .inspector: [.inspector]
        case .administrator: [.administrator]
        case .auditor: [.auditor]
        }
    }

    /// A name that nobody bears: the role with a stem.
    package var name: String {
        switch self {
        case .editor: "演示编辑甲"
        case .officer: "演示公开专员乙"
        case .secrecy: "演示保密审查丙"
        case .legal: "演示法制审核丁"
        case .approver: "演示签发领导戊"
        case .cases: "演示办件人员己"
        case .inspector: "演示执法人员庚"
        case .administrator: "演示管理员辛"
        case .auditor: "演示审计员壬"
        }
    }

    package func login(at bureau: String) -> String { "\(bureau).\(rawValue)" }
}

/// How one may sign in to the demonstration; handed out once, when it is made.
package struct DemonstrationAccount: Sendable, Hashable {
    package var agency: String
    package var login: String
    package var name: String
    package var roles: Set<Role>
    package var password: String

    init(_ person: Person, of agency: Agency, password: String) {
        self.agency = agency.code
        login = person.login
        name = person.name
        roles = person.roles
        self.password = password
    }
}
