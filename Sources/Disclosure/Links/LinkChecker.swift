/// Asks whether an address of another organ still opens; an outsider, so tests bring their own.
package protocol LinkChecker: Sendable {
    /// Only http and https, and never an address inside the agency's own network; returns within a few seconds.
    func check(_ address: String) async -> LinkOutcome
}

/// What a check found.
package enum LinkOutcome: Sendable, Hashable {
    case opens
    /// The other site answered with an error status.
    case answers(Int)
    case unreachable
    case tooSlow
    /// Not http or https, or an address of a private network or of this machine: it is never asked.
    case refused
    /// Nothing was asked, and nothing is known: the program that asks is not installed, or it was not its turn yet.
    case notChecked

    /// As it is stored.
    package var text: String {
        switch self {
        case .opens: "opens"
        case .answers(let status): "status-\(status)"
        case .unreachable: "unreachable"
        case .tooSlow: "too-slow"
        case .refused: "refused"
        case .notChecked: "not-checked"
        }
    }

    init(text: String) {
        switch text {
        case "opens": self = .opens
        case "unreachable": self = .unreachable
        case "too-slow": self = .tooSlow
        case "refused": self = .refused
        default:
            guard text.hasPrefix("status-"), let status = Int(text.dropFirst("status-".count)) else {
                self = .notChecked
                return
            }
            self = .answers(status)
        }
    }

    /// Whether it counts against the address; nil when it says nothing.
    var isFailure: Bool? {
        switch self {
        case .opens: false
        case .answers, .unreachable, .tooSlow, .refused: true
        case .notChecked: nil
        }
    }
}

/// Where nothing can be asked: a command that runs beside the site.
package struct NoLinkChecker: LinkChecker {
    package init() {}

    package func check(_ address: String) async -> LinkOutcome { .notChecked }
}
