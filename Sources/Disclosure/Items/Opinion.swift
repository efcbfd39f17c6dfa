package import Civil
package import Text

/// A signed verdict (审查意见) on the hash of one version; a later edit leaves it on a version that no longer counts.
package struct Opinion: Sendable, Hashable {
    package enum Verdict: String, Sendable, CaseIterable {
        case pass
        case sendBack = "send-back"

        package var name: Phrase {
            switch self {
            case .pass: Phrase(zh: "同意", en: "Passed")
            case .sendBack: Phrase(zh: "退回", en: "Sent back")
            }
        }
    }

    package var id: ID<Opinion>
    package var version: ID<Version>
    package var versionHash: String
    package var person: ID<Person>
    package var kind: OpinionKind
    package var verdict: Verdict
    package var reason: String
    /// What the scanner had found in the version and the secrecy reviewer cleared, by kind and count.
    package var cleared: String
    package var at: Instant

    /// Author, reviewer or approver: a person has one part in a version.
    var part: Part { kind == .signOff ? .approver : .reviewer }
}

/// What a person did with one version.
package enum Part: String, Sendable, CaseIterable {
    case author, reviewer, approver

    package var name: Phrase {
        switch self {
        case .author: Phrase(zh: "起草人", en: "author")
        case .reviewer: Phrase(zh: "审查人", en: "reviewer")
        case .approver: Phrase(zh: "签发人", en: "approver")
        }
    }
}

/// How far the opinions on the current version have come.
package struct Review: Sendable, Hashable {
    /// In order; secrecy first (or the disclosure office before it), sign-off last.
    package var needed: [OpinionKind]
    package var given: [Opinion]

    package init(needed: [OpinionKind], given: [Opinion]) {
        self.needed = needed
        self.given = given
    }

    package func opinion(_ kind: OpinionKind) -> Opinion? { given.first { $0.kind == kind } }

    /// The opinions that can be given now: all in parallel, but the disclosure office before the others and the
    /// signature after them.
    package var open: [OpinionKind] {
        let missing = needed.filter { opinion($0) == nil }
        if missing.contains(.disclosureOffice) { return [.disclosureOffice] }
        let reviews = missing.filter { $0 != .signOff }
        return reviews.isEmpty ? missing : reviews
    }

    package var wasSentBack: Bool { given.contains { $0.verdict == .sendBack } }
}
