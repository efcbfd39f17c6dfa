package import Civil
package import Database
import Text

/// Begins a revision (修订) of a published item on a ground from the list; the public version stays until the new one is
/// signed.
package struct ReviseItem: UseCase {
    package var id: ID<Item>
    /// Nil when none was chosen.
    package var ground: RevisionGround?
    package var reason: String
    /// The day of the event, for a ground whose time limit runs from it; nil when what was typed is no day.
    package var eventOn: CivilDate?
    package var actor: Actor

    package init(
        id: ID<Item>,
        ground: RevisionGround?,
        reason: String,
        eventOn: CivilDate? = nil,
        actor: Actor
    ) {
        self.id = id
        self.ground = ground
        self.reason = reason
        self.eventOn = eventOn
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.draftItem)
        var item = try tx.items.own(id, of: actor)
        try item.requirePublished()
        guard let duty = app.catalogue.duty(item.duty) else { throw Refusal.notFound }
        var problems: [FieldProblem] = []
        if ground.map({ RevisionGround.choices(for: duty).contains($0) }) != true {
            problems.append(FieldProblem("ground", zh: "请选择修订理由", en: "Choose why it is revised"))
        }
        problems += PenaltyEvent.problems(eventOn, isNeeded: ground?.needsEvent == true, today: app.now().date)
        problems += Reason.problems(reason)
        guard try tx.withdrawals.open(for: id) == nil else { throw Self.isBeingWithdrawn }
        guard let ground, problems.isEmpty else { throw Refusal.invalid(problems) }
        try item.revise(on: ground, reason: reason, since: ground.needsEvent ? eventOn : nil, at: app.now())
        try tx.items.update(item)
        // Whoever begins it carries on with it.
        try tx.carriers.hand(id, to: actor.person, by: actor.person, at: app.now())
        try tx.audit.record("item.start-revision", of: "item", id.text, detail: ground.rawValue, by: actor, in: app)
        return item
    }

    static let isBeingWithdrawn = Refusal.wrongState(
        Phrase(
            zh: "这条信息正在申请撤回，等签发领导决定后再办理",
            en: "A withdrawal of this item is being decided; wait for the approver"
        )
    )
}

/// Gives a revision up; the public version stays as it is.
package struct DropRevision: UseCase {
    package var id: ID<Item>
    package var actor: Actor

    package init(id: ID<Item>, actor: Actor) {
        self.id = id
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.draftItem)
        var item = try tx.items.own(id, of: actor)
        try item.dropRevision(at: app.now())
        try tx.items.update(item)
        try tx.audit.record("item.drop-revision", of: "item", id.text, by: actor, in: app)
        return item
    }
}

/// The reason that an act has to give in words.
enum Reason {
    static let limit = 2000

    /// What is wrong with it: it is missing, or too long.
    static func problems(_ reason: String, key: String = "reason") -> [FieldProblem] {
        if reason.isEmpty {
            return [
                FieldProblem(key, zh: "请写明理由，以便别人照此办理、日后查考", en: "Say why, for those who act on it and for the records")
            ]
        }
        if reason.count > limit {
            return [FieldProblem(key, zh: "理由不超过 2000 字", en: "A reason has at most 2,000 characters")]
        }
        return []
    }
}
