package import Text

/// One thing that is not as it must be, in words.
package struct Flaw: Sendable, Hashable {
    /// What it is about: an id, a leaf index, a file.
    package var subject: String
    package var what: Phrase
}

/// What one check went through and found.
package struct CheckResult: Sendable, Hashable {
    /// What the check looks at, such as `ledger`, unique among the checks.
    package var key: String
    package var name: Phrase
    /// Records that it went through.
    package var examined: Int
    /// The first flaws that it found, at most `Findings.kept`.
    package var flaws: [Flaw]
    /// All flaws that it found.
    package var flawCount: Int
    /// What is no flaw, but what an operator wants to know.
    package var notes: [Phrase]
}

/// What a whole check of a database found.
package struct CheckReport: Sendable, Hashable {
    package var results: [CheckResult]

    package var flawCount: Int { results.reduce(0) { $0 + $1.flawCount } }
    package var isSound: Bool { flawCount == 0 }
}

/// How far a check has come.
package struct CheckProgress: Sendable, Hashable {
    package var name: Phrase
    /// Records gone through, of `total`.
    package var done: Int
    package var total: Int
}

/// What one check finds while it runs.
struct Findings {
    /// So many flaws of one check are told; of the others only their number.
    static let kept = 100
    private static let step = 500

    private(set) var examined = 0
    private(set) var flaws: [Flaw] = []
    private(set) var flawCount = 0
    private(set) var notes: [Phrase] = []
    private let progress: (Int) -> Void

    init(_ progress: @escaping (Int) -> Void) {
        self.progress = progress
    }

    /// One more record was gone through.
    mutating func examine() {
        examined += 1
        if examined.isMultiple(of: Self.step) { progress(examined) }
    }

    mutating func add(_ subject: String, zh: String, en: String) {
        flawCount += 1
        if flaws.count < Self.kept { flaws.append(Flaw(subject: subject, what: Phrase(zh: zh, en: en))) }
    }

    mutating func note(zh: String, en: String) { notes.append(Phrase(zh: zh, en: en)) }

    /// The check broke off half-way: that is a finding too.
    mutating func addUnread(_ subject: String, _ error: any Error) {
        add(subject, zh: "这项检查无法读完（\(error)）", en: "this check could not read to its end (\(error))")
    }
}

extension CheckResult {
    init(_ key: String, _ name: Phrase, _ findings: Findings) {
        self.init(
            key: key,
            name: name,
            examined: findings.examined,
            flaws: findings.flaws,
            flawCount: findings.flawCount,
            notes: findings.notes
        )
    }
}
