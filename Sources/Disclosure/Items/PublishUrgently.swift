import Civil
package import Database
import Text

/// Publishes before an opinion is written that was given by word (紧急公开): the authoritative reply within 5 hours, news of
/// the same day (国办发〔2016〕80号; rules §1.1).
///
/// Only the legal opinion and the sign-off may follow in writing, never the secrecy opinion. Who agreed, and by what means,
/// is kept; the debt stays on the desk until it is settled.
package struct PublishUrgently: UseCase {
    package var id: ID<Item>
    /// The version that was before the eyes.
    package var version: ID<Version>
    /// The opinions that follow later.
    package var deferred: Set<OpinionKind>
    /// The approver who agreed by word; nil when nobody was named.
    package var agreedBy: ID<Person>?
    /// Nil when none was chosen.
    package var means: Debt.Means?
    package var reason: String
    package var actor: Actor

    package init(
        id: ID<Item>,
        version: ID<Version>,
        deferred: Set<OpinionKind>,
        agreedBy: ID<Person>?,
        means: Debt.Means?,
        reason: String,
        actor: Actor
    ) {
        self.id = id
        self.version = version
        self.deferred = deferred
        self.agreedBy = agreedBy
        self.means = means
        self.reason = reason
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.publishUrgently)
        guard let item = try tx.items.find(id), item.agency == actor.agency, let duty = app.catalogue.duty(item.duty),
            let read = try tx.items.version(version), read.item == id
        else { throw Refusal.notFound }
        try item.requireReview()
        guard item.currentVersion == version else {
            throw Refusal.conflict(
                Phrase(
                    zh: "这条信息刚刚被修改，请看过新版本后再办理",
                    en: "This item has just been changed; read the new version first"
                )
            )
        }
        guard duty.mayBeUrgent(for: read.content) else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "只有限时以小时计或者当日公开的事项才能紧急公开",
                    en: "Only what must be out within hours or on the same day can be published urgently"
                )
            )
        }
        try requireOpinions(on: read, under: duty, tx)
        try Pairing.alone(without: nil).requireReady(item, read, under: duty, by: actor, tx, in: app)
        try tx.comments.requireMatching(item, read, under: duty)
        let agreedBy = try checked(tx)
        guard let means else { return item }
        for kind in Debt.kinds where deferred.contains(kind) {
            try tx.debts.insert(
                Debt(
                    id: app.newID(),
                    item: id,
                    version: version,
                    kind: kind,
                    agreedBy: agreedBy,
                    means: means,
                    reason: reason,
                    recordedBy: actor.person,
                    recordedAt: app.now()
                )
            )
        }
        try tx.items.insertApprover(agreedBy, of: version)
        try tx.audit.record(
            "item.publish-urgently",
            of: "item",
            id.text,
            detail: Debt.kinds.filter(deferred.contains).map(\.rawValue).joined(separator: " "),
            by: actor,
            in: app
        )
        return try Publication(item: item, version: read, duty: duty, actor: actor).perform(tx, in: app)
    }

    /// Every opinion is there but those that follow.
    private func requireOpinions(on read: Version, under duty: Duty, _ tx: any SQLConnection) throws {
        guard !deferred.isEmpty, deferred.isSubset(of: Debt.kinds) else {
            throw Refusal.invalid([
                FieldProblem(
                    "deferred",
                    zh: "只有合法性审核和签发可以事后补办；保密审查必须先行",
                    en: "Only the legal review and the sign-off can follow; the secrecy review comes first"
                )
            ])
        }
        let review = Review(needed: duty.neededOpinions(for: read.content), given: try tx.items.opinions(on: version))
        let missing = review.needed.filter { review.opinion($0)?.verdict != .pass && !deferred.contains($0) }
        guard missing.isEmpty else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "还缺：\(missing.map(\.name.zh).joined(separator: "、"))。这些意见不能事后补办",
                    en: "Still missing: \(missing.map(\.name.en).joined(separator: ", ")). These cannot follow later"
                )
            )
        }
    }

    /// The approver who agreed: one of this agency, with no other part in the version.
    private func checked(_ tx: any SQLConnection) throws -> ID<Person> {
        // In the order in which the form asks.
        var problems: [FieldProblem] = []
        if means == nil {
            problems.append(FieldProblem("means", zh: "请选择以何种方式同意", en: "Choose by what means it was agreed"))
        }
        problems += Reason.problems(reason)
        let person = try agreedBy.flatMap { try tx.people.find($0) }
        guard let person, person.isActive, person.agency == actor.agency, person.actor.may(.giveOpinion(.signOff)),
            try tx.items.part(of: person.id, in: version).map({ $0 == .approver }) ?? true
        else {
            let nobody = FieldProblem(
                "agreed-by",
                zh: "请选择同意公开的签发领导；起草人和审查人不能担任",
                en: "Choose the approver who agreed; author and reviewers cannot be it"
            )
            throw Refusal.invalid([nobody] + problems)
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        return person.id
    }
}

extension Duty {
    /// Whether one of its limits counts in hours or ends on the same day.
    package func mayBeUrgent(for content: ItemContent) -> Bool {
        limits(for: content).contains { limit in
            switch limit.length {
            case .hours, .sameDay: true
            default: false
            }
        }
    }
}
