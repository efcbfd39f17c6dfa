package import Civil
package import Database
import Text

/// A role that one person lends to another for some days (委托); it ends by itself.
///
/// Whoever takes it stays who they are: an opinion given in somebody's place counts as the taker's own hand, so author,
/// reviewer and approver of a version remain three people.
package struct Delegation: Sendable, Hashable {
    /// In days; whoever is away longer is replaced, not stood in for.
    static let longest = 184
    /// What can be lent: not the keys of the house, and not the auditor's independence.
    package static let roles = Set(Role.allCases).subtracting([.administrator, .auditor])

    package var id: ID<Delegation>
    package var agency: ID<Agency>
    package var giver: ID<Person>
    package var taker: ID<Person>
    package var role: Role
    package var from: CivilDate
    /// The last day.
    package var to: CivilDate
    package var endedAt: Instant?

    package enum Standing: Sendable { case coming, inForce, over }

    package func standing(on today: CivilDate) -> Standing {
        if endedAt != nil || to < today { return .over }
        return from > today ? .coming : .inForce
    }
}

/// Delegations in the database.
package struct DelegationStore {
    let tx: any SQLConnection

    /// The roles that a person holds for others today, and whose they are: only what the giver still has.
    package func lent(to person: ID<Person>, on today: CivilDate) throws -> [Role: ID<Person>] {
        let rows = try tx.rows(
            """
            SELECT d.role, d.giver FROM delegation d
            JOIN person g ON g.id = d.giver AND g.is_active = 1
            JOIN person_role r ON r.person = d.giver AND r.role = d.role
            WHERE d.taker = \(person) AND d.to_on >= \(today) AND d.from_on <= \(today) AND d.ended_at IS NULL
            ORDER BY d.created_at, d.id
            """
        )
        return Dictionary(
            try rows.map { (try $0.choice("role", as: Role.self), try $0.id("giver")) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    package func find(_ id: ID<Delegation>) throws -> Delegation? {
        try tx.first("SELECT * FROM delegation WHERE id = \(id)").map(Delegation.init)
    }

    /// What a person lent or was lent, the last first.
    package func all(of person: ID<Person>, limit: Int = 50) throws -> [Delegation] {
        try tx.rows(
            """
            SELECT * FROM delegation WHERE giver = \(person) OR taker = \(person)
            ORDER BY to_on DESC, id DESC LIMIT \(limit)
            """
        ).map(Delegation.init)
    }

    func insert(_ delegation: Delegation, by actor: ID<Person>, at now: Instant) throws {
        try tx.execute(
            """
            INSERT INTO delegation (id, agency, giver, taker, role, from_on, to_on, created_by, created_at)
            VALUES (\(delegation.id), \(delegation.agency), \(delegation.giver), \(delegation.taker),
                \(delegation.role.rawValue), \(delegation.from), \(delegation.to), \(actor), \(now))
            """
        )
    }

    func end(_ id: ID<Delegation>, by actor: ID<Person>, at now: Instant) throws {
        try tx.execute("UPDATE delegation SET ended_by = \(actor), ended_at = \(now) WHERE id = \(id)")
    }
}

extension SQLConnection {
    package var delegations: DelegationStore { DelegationStore(tx: self) }
}

extension Delegation {
    init(_ row: SQLRow) throws {
        self.init(
            id: try row.id("id"),
            agency: try row.id("agency"),
            giver: try row.id("giver"),
            taker: try row.id("taker"),
            role: try row.choice("role"),
            from: try row.date("from_on"),
            to: try row.date("to_on"),
            endedAt: try row.optionalInstant("ended_at")
        )
    }
}

/// Days as typed, from and to, checked together.
package struct DaySpan: Sendable, Hashable {
    package var from: CivilDate
    package var to: CivilDate

    /// - Throws: `Refusal.invalid` beside the fields `from` and `to`.
    package init(from: String, to: String, today: CivilDate) throws(Refusal) {
        guard let from = CivilDate(from), from >= today else {
            throw .invalid([FieldProblem("from", zh: "请填写今天或以后的日期", en: "Enter today or a later day")])
        }
        guard let to = CivilDate(to), to >= from else {
            throw .invalid([FieldProblem("to", zh: "请填写不早于开始日期的日期", en: "Enter a day not before the first")])
        }
        guard from.days(until: to) < Delegation.longest else {
            throw .invalid([
                FieldProblem(
                    "to",
                    zh: "一次最多 \(Delegation.longest) 天；更长时间请由管理员调整角色",
                    en: "At most \(Delegation.longest) days at a time; for longer an administrator changes the roles"
                )
            ])
        }
        self.from = from
        self.to = to
    }
}

/// Lends roles to somebody of the same agency: the person whose they are, or an administrator in an emergency.
package struct Delegate: UseCase {
    package var giver: ID<Person>
    package var taker: ID<Person>
    package var roles: Set<Role>
    package var days: DaySpan
    package var actor: Actor

    package init(giver: ID<Person>, taker: ID<Person>, roles: Set<Role>, days: DaySpan, actor: Actor) {
        self.giver = giver
        self.taker = taker
        self.roles = roles
        self.days = days
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws {
        if giver != actor.person { try actor.require(.managePeople) }
        guard let giver = try tx.people.find(giver), giver.agency == actor.agency else { throw Refusal.notFound }
        let taker = try tx.people.find(taker)
        guard let taker, taker.agency == actor.agency, taker.isActive, taker.id != giver.id else {
            throw Refusal.invalid([
                FieldProblem("taker", zh: "请选择本机关的另一位在用人员", en: "Choose another active person of this agency")
            ])
        }
        guard !taker.roles.contains(.auditor) else {
            throw Refusal.invalid([
                FieldProblem("taker", zh: "审计员只查阅、不办理，不能受委托", en: "An auditor only reads and cannot stand in")
            ])
        }
        guard !roles.isEmpty, roles.isSubset(of: giver.roles.intersection(Delegation.roles)) else {
            throw Refusal.invalid([
                FieldProblem(
                    "roles",
                    zh: "请选择委托人自己的角色；管理员、审计员以及受委托得来的角色不能委托",
                    en:
                        "Choose roles of the giver's own; administrator, auditor and roles that were lent cannot be lent"
                )
            ])
        }
        for role in roles.sorted(by: { $0.rawValue < $1.rawValue }) {
            let delegation = Delegation(
                id: app.newID(),
                agency: actor.agency,
                giver: giver.id,
                taker: taker.id,
                role: role,
                from: days.from,
                to: days.to
            )
            try tx.delegations.insert(delegation, by: actor.person, at: app.now())
            try tx.audit.record(
                "delegation.give",
                of: "person",
                giver.id.text,
                detail: "\(taker.id) \(role.rawValue) \(days.from.iso) \(days.to.iso)",
                by: actor,
                in: app
            )
        }
    }
}

/// Ends a delegation before its last day: the giver, the taker or an administrator.
package struct EndDelegation: UseCase {
    package var id: ID<Delegation>
    package var actor: Actor

    package init(id: ID<Delegation>, actor: Actor) {
        self.id = id
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Delegation {
        guard let delegation = try tx.delegations.find(id), delegation.agency == actor.agency else {
            throw Refusal.notFound
        }
        let isOwn = [delegation.giver, delegation.taker].contains(actor.person)
        guard isOwn || actor.may(.managePeople) else { throw Refusal.notFound }
        guard delegation.standing(on: app.now().date) != .over else {
            throw Refusal.wrongState(Phrase(zh: "这项委托已经结束", en: "This delegation is over already"))
        }
        try tx.delegations.end(id, by: actor.person, at: app.now())
        try tx.audit.record(
            "delegation.end",
            of: "person",
            delegation.giver.text,
            detail: "\(delegation.taker) \(delegation.role.rawValue)",
            by: actor,
            in: app
        )
        return delegation
    }
}
