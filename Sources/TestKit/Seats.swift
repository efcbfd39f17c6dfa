package import Disclosure

/// The people of the invented 石桥县应急管理局 (agency `shiqiao`), by what they do there, and one from the neighbours.
package enum Seat: String, Sendable, CaseIterable {
    case editor
    /// A second editor, for edits by two.
    case colleague
    case officer
    case secrecy
    case legal
    case approver
    case cases
    case inspector
    case administrator
    case auditor
    /// Has every role at once except the auditor's, as the one clerk of a tiny bureau might.
    case everybody
    /// An editor of another agency, `qingshan`.
    case stranger

    package static let password = "correct horse battery"

    package var roles: Set<Role> {
        switch self {
        case .editor, .colleague, .stranger: [.editor]
        case .officer: [.disclosureOfficer]
        case .secrecy: [.secrecyReviewer]
        case .legal: [.legalReviewer]
        case .approver: [.approver]
        case .cases: [.caseOfficer]
        case .inspector: [.inspector]
        case .administrator: [.administrator]
        case .auditor: [.auditor]
        case .everybody: Set(Role.allCases).subtracting([.auditor])
        }
    }

    package var agency: String { self == .stranger ? "qingshan" : "shiqiao" }

    package var name: String { "测试\(rawValue)" }
}
