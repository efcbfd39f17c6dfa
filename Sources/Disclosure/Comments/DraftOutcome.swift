import Civil
package import Database
import Text

/// The outcome of comments (意见征集结果) as an item of its own duty, made from the records: how many came, how each kind was
/// treated, what they said in the agency's words; no names (重大行政决策程序暂行条例 arts 18, 32).
package struct DraftOutcome: UseCase {
    package var draft: ID<Item>
    package var typed: [String: String]
    package var placement: Placement
    package var actor: Actor

    package init(draft: ID<Item>, typed: [String: String], placement: Placement, actor: Actor) {
        self.draft = draft
        self.typed = typed
        self.placement = placement
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.draftItem)
        let source = try OutcomeSource(draft, actor, tx, app)
        let counted = source.tally.fields.filter { source.duty.field($0.key) != nil }
        var typed = typed.merging(counted.mapValues(String.init)) { _, counted in counted }
        typed[CommentTally.Key.draft] = source.reference
        let save = SaveDraft(duty: source.duty.code, typed: typed, placement: placement, actor: actor)
        let outcome = try save.perform(tx, in: app)
        try tx.comments.bindOutcome(outcome.id, to: draft)
        return outcome
    }
}

/// What an outcome is made from: the published draft, its period, and the counts.
package struct OutcomeSource: Sendable {
    package var item: Item
    /// The duty of the outcome.
    package var duty: Duty
    package var period: CommentPeriod
    package var tally: CommentTally
    private var gists: [(gist: String, treatment: PublicComment.Treatment, reason: String)]
    private let today: CivilDate

    /// The most lines that the table of main comments is filled with.
    static let mostLines = 100

    /// - Throws: `Refusal.notFound` unless the item is a published draft of the actor's agency; `wrongState` while its
    ///   period runs, or when there is an outcome already.
    package init(_ id: ID<Item>, _ actor: Actor, _ tx: any SQLConnection, _ app: App) throws {
        guard let item = try tx.items.find(id), item.agency == actor.agency, item.state == .published,
            let draftDuty = app.catalogue.duty(item.duty), let duty = app.catalogue.outcomeDuty(of: draftDuty),
            let period = try tx.items.published(of: id).flatMap({ CommentPeriod($0.content, under: draftDuty) })
        else { throw Refusal.notFound }
        today = app.now().date
        guard period.until < today else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "征求意见到\(period.until.chinese)才截止，截止后再起草结果",
                    en: "Comments are open until \(period.until.english); draft the outcome after that day"
                )
            )
        }
        guard try tx.comments.outcome(of: id) == nil else {
            throw Refusal.wrongState(
                Phrase(zh: "这份草案的征集结果已经起草，请打开它继续办理", en: "The outcome of this draft exists already; open it and go on")
            )
        }
        self.item = item
        self.duty = duty
        self.period = period
        tally = try tx.comments.tally(of: id)
        gists = try tx.comments.gists(of: id, limit: Self.mostLines)
    }

    var reference: String { item.leafID ?? item.id.text }

    /// The form of the outcome as the records fill it, by the names of its inputs.
    package var typed: [String: String] {
        var typed: [String: String] = [
            CommonFields.origin: "own",
            CommonFields.disclosure: Duty.DisclosureMode.proactive.rawValue,
            CommonFields.title: "关于《\(item.title)》公开征求意见采纳情况的公告",
            CommonFields.formedOn: today.iso,
            CommonFields.text: text,
            CommentTally.Key.draft: reference,
            CommentPeriod.Key.until: period.until.iso,
        ]
        for (key, count) in tally.fields where duty.field(key) != nil { typed[key] = String(count) }
        for (row, line) in gists.enumerated() {
            let start = "\(CommentTally.Key.comments).\(row)"
            typed["\(start).comment"] = line.gist
            typed["\(start).adopted"] = Self.answer(line.treatment)
            typed["\(start).reason"] = line.reason
        }
        return typed
    }

    private static func answer(_ treatment: PublicComment.Treatment) -> String {
        switch treatment {
        case .adopted: "yes"
        case .partly: "partly"
        case .notAdopted, .irrelevant: "no"
        }
    }

    private var text: String {
        let parts = PublicComment.Treatment.allCases.map { "\($0.name.zh) \(tally.count($0)) 条" }
        return """
            《\(item.title)》于\(period.from.chinese)至\(period.until.chinese)向社会公开征求意见，共收到意见 \(tally.received) 条，\
            其中\(parts.joined(separator: "，"))。主要意见及采纳情况见下表。
            """
    }
}

extension CommentStore {
    func bindOutcome(_ outcome: ID<Item>, to draft: ID<Item>) throws {
        try tx.execute("INSERT INTO comment_outcome (outcome, draft) VALUES (\(outcome), \(draft))")
    }

    /// The outcome of a draft, in work or public; one that was withdrawn does not count.
    package func outcome(of draft: ID<Item>) throws -> Item? {
        try tx.first(
            """
            SELECT i.* FROM comment_outcome o JOIN item i ON i.id = o.outcome
            WHERE o.draft = \(draft) AND i.state <> 'withdrawn' ORDER BY i.created_at DESC LIMIT 1
            """
        ).map(Item.init)
    }

    /// The draft that an item is the outcome of.
    package func draft(ofOutcome outcome: ID<Item>) throws -> Item? {
        try tx.first(
            "SELECT i.* FROM comment_outcome o JOIN item i ON i.id = o.draft WHERE o.outcome = \(outcome)"
        ).map(Item.init)
    }

    func hasPublishedOutcome(_ draft: ID<Item>) throws -> Bool {
        try outcome(of: draft)?.state == .published
    }

    /// Every comment is treated and the counts are those of the records: else an outcome is not signed.
    func requireMatching(_ outcome: Item, _ version: Version, under duty: Duty) throws {
        guard let draft = try draft(ofOutcome: outcome.id) else { return }
        let tally = try tally(of: draft.id)
        guard tally.open == 0 else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "还有 \(tally.open) 条意见没有处理，处理完才能公布结果",
                    en: "\(tally.open) comments are not treated yet; treat them before the outcome is published"
                )
            )
        }
        for (key, count) in tally.fields {
            guard let field = duty.field(key), version.content[key] != String(count) else { continue }
            throw Refusal.wrongState(
                Phrase(
                    zh: "「\(field.name.zh)」与记录不符：记录为 \(count)，请退回修改",
                    en: "«\(field.name.en)» does not agree with the records, which say \(count); send it back"
                )
            )
        }
    }
}
