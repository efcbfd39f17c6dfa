package import Civil
package import Database

/// Writes down that an item was taken off a channel outside, when, and what proves it.
package struct RecordTakedown: UseCase {
    package var item: ID<Item>
    package var channel: ID<Channel>
    /// Nil when what was typed is no day.
    package var doneOn: CivilDate?
    package var evidence: String
    package var actor: Actor

    package init(item: ID<Item>, channel: ID<Channel>, doneOn: CivilDate?, evidence: String, actor: Actor) {
        self.item = item
        self.channel = channel
        self.doneOn = doneOn
        self.evidence = evidence
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Takedown {
        try actor.require(.recordDelivery)
        guard let item = try tx.items.find(item), item.agency == actor.agency,
            var takedown = try tx.takedowns.all(of: item.id).first(where: { $0.channel == channel })
        else { throw Refusal.notFound }
        var problems: [FieldProblem] = []
        if let day = doneOn {
            if day > app.now().date {
                problems.append(FieldProblem("done-on", zh: "下线日期不能晚于今天", en: "The day cannot be after today"))
            }
        } else {
            problems.append(
                FieldProblem("done-on", zh: "请填写下线日期，例如 2024-03-08", en: "Enter the day, such as 2024-03-08")
            )
        }
        if evidence.isEmpty || evidence.count > 500 {
            problems.append(
                FieldProblem(
                    "evidence",
                    zh: "请写明凭证（网址、截图编号、经办人等），不超过 500 字",
                    en: "Say what proves it (address, picture number, who did it), in at most 500 characters"
                )
            )
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        (takedown.doneOn, takedown.evidence, takedown.recordedBy) = (doneOn, evidence, actor.person)
        try tx.takedowns.save(takedown)
        try tx.audit.record("takedown.record", of: "item", item.id.text, by: actor, in: app)
        return takedown
    }
}
