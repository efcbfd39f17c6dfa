package import Civil
package import Database
package import Text

/// What an urgent publication still owes: an opinion that was given by word and has to follow in writing.
///
/// Only the legal opinion and the sign-off can be owed; the secrecy opinion never (保守国家秘密法实施条例 art 42:
/// 先审查、后公开).
package struct Debt: Sendable, Hashable {
    /// How the agreement was given.
    package enum Means: String, Sendable, CaseIterable {
        case telephone, message, meeting, onSite = "on-site"

        package var name: Phrase {
            switch self {
            case .telephone: Phrase(zh: "电话", en: "By telephone")
            case .message: Phrase(zh: "短信或工作群", en: "By message")
            case .meeting: Phrase(zh: "会议", en: "In a meeting")
            case .onSite: Phrase(zh: "现场口头", en: "By word on the spot")
            }
        }
    }

    /// The opinions that can be owed.
    package static let kinds: [OpinionKind] = [.legal, .signOff]

    package var id: ID<Debt>
    package var item: ID<Item>
    package var version: ID<Version>
    package var kind: OpinionKind
    package var agreedBy: ID<Person>
    package var means: Means
    package var reason: String
    package var recordedBy: ID<Person>
    package var recordedAt: Instant
    package var settledAt: Instant?
    /// What the opinion said when it came; refused, the item must be withdrawn or revised.
    package var verdict: Opinion.Verdict?

    package var isRefused: Bool { verdict == .sendBack && settledAt == nil }
}

/// Debts in the database.
package struct DebtStore {
    let tx: any SQLConnection

    func insert(_ debt: Debt) throws {
        try tx.send(
            """
            INSERT INTO debt (id, item, version, kind, agreed_by, means, reason, recorded_by, recorded_at)
            VALUES (\(debt.id), \(debt.item), \(debt.version), \(debt.kind.rawValue), \(debt.agreedBy),
                \(debt.means.rawValue), \(debt.reason), \(debt.recordedBy), \(debt.recordedAt))
            """
        )
    }

    func save(_ debt: Debt) throws {
        try tx.send(
            """
            UPDATE debt SET settled_at = \(debt.settledAt), verdict = \(debt.verdict?.rawValue) WHERE id = \(debt.id)
            """
        )
    }

    /// A version with every opinion, or a withdrawal, ends what was owed before.
    func settleAll(of item: ID<Item>, at now: Instant) throws {
        try tx.send("UPDATE debt SET settled_at = \(now) WHERE item = \(item) AND settled_at IS NULL")
    }

    /// The opinion of that kind that is still owed for the version.
    package func open(_ kind: OpinionKind, for version: ID<Version>) throws -> Debt? {
        try tx.first(
            """
            SELECT * FROM debt WHERE version = \(version) AND kind = \(kind.rawValue) AND settled_at IS NULL
            AND verdict IS NULL
            """
        ).map(Debt.init)
    }

    package func all(of item: ID<Item>) throws -> [Debt] {
        try tx.rows("SELECT * FROM debt WHERE item = \(item) ORDER BY recorded_at, kind").map(Debt.init)
    }

    /// What an agency owes, the oldest first.
    package func open(in agency: ID<Agency>, limit: Int) throws -> [Debt] {
        try tx.rows(
            """
            SELECT d.* FROM debt d JOIN item i ON i.id = d.item
            WHERE d.settled_at IS NULL AND i.agency = \(agency) ORDER BY d.recorded_at, d.id LIMIT \(limit)
            """
        ).map(Debt.init)
    }
}

extension SQLConnection {
    package var debts: DebtStore { DebtStore(tx: self) }
}

extension Debt {
    init(_ row: SQLRow) throws {
        id = try row.id("id")
        item = try row.id("item")
        version = try row.id("version")
        kind = try row.choice("kind")
        agreedBy = try row.id("agreed_by")
        means = try row.choice("means")
        reason = try row.text("reason")
        recordedBy = try row.id("recorded_by")
        recordedAt = try row.instant("recorded_at")
        settledAt = try row.optionalInstant("settled_at")
        verdict = try row.optionalChoice("verdict")
    }
}
