import Civil
import Codes
package import Database
import Text

/// Records how one or several comments on a draft are treated, each with its reason and, for the outcome, its gist
/// (重大行政决策程序暂行条例 art 18); open until the outcome is published.
package struct TreatComments: UseCase {
    /// At most so many at once: as many as a page lists.
    package static let most = 50

    package var item: ID<Item>
    package var comments: [ID<PublicComment>]
    package var treatment: PublicComment.Treatment?
    package var reason: String
    package var gist: String
    package var actor: Actor

    package init(
        item: ID<Item>,
        comments: [ID<PublicComment>],
        treatment: PublicComment.Treatment?,
        reason: String,
        gist: String,
        actor: Actor
    ) {
        self.item = item
        self.comments = comments
        self.treatment = treatment
        self.reason = reason
        self.gist = gist
        self.actor = actor
    }

    /// The comments that it would treat, after every check; nothing is written.
    package func preview(_ tx: any SQLConnection, in app: App) throws -> [PublicComment] {
        try actor.require(.draftItem)
        let item = try tx.items.own(item, of: actor)
        guard try !tx.comments.hasPublishedOutcome(item.id) else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "征集结果已经公布，处理意见不能再改；确需更正的，请修订已公布的结果",
                    en:
                        "The outcome is published and the treatment can no longer change; correct the published outcome instead"
                )
            )
        }
        let chosen = try tx.comments.chosen(Array(comments.prefix(Self.most)), of: item.id)
        let problems = problems(chosen)
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        return chosen
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Int {
        let chosen = try preview(tx, in: app)
        for var comment in chosen {
            comment.treatment = treatment
            comment.reason = reason
            comment.gist = gist
            comment.treatedBy = actor.person
            comment.treatedAt = app.now()
            try tx.comments.treat(comment)
        }
        try tx.audit.record(
            "comment.treat",
            of: "item",
            item.text,
            detail: "\(treatment?.rawValue ?? "") \(chosen.count)",
            by: actor,
            in: app
        )
        return chosen.count
    }

    private func problems(_ chosen: [PublicComment]) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if chosen.isEmpty {
            problems.append(FieldProblem("comment", zh: "请先勾选意见", en: "Choose comments first"))
        }
        if treatment == nil {
            problems.append(FieldProblem("treatment", zh: "请选择怎样处理", en: "Choose how they are treated"))
        }
        if treatment == .notAdopted, reason.isEmpty {
            problems.append(
                FieldProblem("reason", zh: "不予采纳须说明理由，理由会公布", en: "Say why it is not adopted; the reason is published")
            )
        }
        for (key, value, longest) in [("reason", reason, 1_000), ("gist", gist, 300)] {
            if value.count > longest || value.contains(where: { $0.isNewline || $0 == "\t" }) {
                problems.append(
                    FieldProblem(
                        key,
                        zh: "请写成一段，不超过 \(longest) 字",
                        en: "One paragraph of at most \(longest) characters"
                    )
                )
            } else if let found = SensitiveScanner.scan(value).first {
                problems.append(
                    FieldProblem(
                        key,
                        zh: "这里会公布，请删去\(found.kind.zh)",
                        en: "This will be published; take out the \(found.kind.en)"
                    )
                )
            }
        }
        return problems
    }
}
