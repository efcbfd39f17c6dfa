import Civil
package import Database
import Text

/// The disclosure officer looks again at what is not open (条例 art 18): it stays so for another year, or it may be opened
/// and a new item is drafted from it.
package struct AssessRefusal: UseCase {
    package var item: ID<Item>
    package var outcome: RefusalReview.Outcome?
    package var reason: String
    package var actor: Actor

    package init(item: ID<Item>, outcome: RefusalReview.Outcome?, reason: String, actor: Actor) {
        self.item = item
        self.outcome = outcome
        self.reason = reason
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.giveOpinion(.disclosureOffice))
        let item = try tx.items.own(item, of: actor)
        let version = try tx.items.version(item.currentVersion)
        guard item.state == .filed, version?.content[CommonFields.disclosure] == "not-open" else {
            throw Refusal.wrongState(
                Phrase(zh: "只有已归档的不予公开信息需要再次评估", en: "Only filed information that is not open is assessed again")
            )
        }
        var problems: [FieldProblem] = []
        if outcome == nil {
            problems.append(FieldProblem("outcome", zh: "请选择评估结果", en: "Choose the outcome"))
        }
        if reason.isEmpty || reason.count > 1_000 {
            problems.append(
                FieldProblem("reason", zh: "请写明理由，不超过 1000 字", en: "Say why, in at most 1,000 characters")
            )
        }
        guard let outcome, problems.isEmpty else { throw Refusal.invalid(problems) }
        let id = app.newID(RefusalReview.Assessment.self)
        try tx.execute(
            """
            INSERT INTO refusal_assessment (id, item, outcome, reason, person, at)
            VALUES (\(id), \(item.id), \(outcome.rawValue), \(reason), \(actor.person), \(app.now()))
            """
        )
        let next = outcome == .open ? nil : app.now().date.adding(months: RefusalReview.months)
        try tx.execute(
            """
            INSERT INTO refusal_review (item, due_on) VALUES (\(item.id), \(next))
            ON CONFLICT (item) DO UPDATE SET due_on = excluded.due_on
            """
        )
        try tx.audit.record("item.assess", of: "item", item.id.text, detail: outcome.rawValue, by: actor, in: app)
        return item
    }
}
