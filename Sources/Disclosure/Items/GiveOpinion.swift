import Codes
package import Database
import Text

/// Gives an opinion on the very version that was read; the last one, the signature, publishes.
package struct GiveOpinion: UseCase {
    package var id: ID<Item>
    /// The version that the reviewer had before the eyes.
    package var version: ID<Version>
    package var kind: OpinionKind
    package var verdict: Opinion.Verdict
    package var reason: String
    /// Whether the secrecy reviewer has read those files that the program could not.
    package var hasReadFiles: Bool
    package var actor: Actor

    package init(
        id: ID<Item>,
        version: ID<Version>,
        kind: OpinionKind,
        verdict: Opinion.Verdict,
        reason: String = "",
        hasReadFiles: Bool = false,
        actor: Actor
    ) {
        self.id = id
        self.version = version
        self.kind = kind
        self.verdict = verdict
        self.reason = reason
        self.hasReadFiles = hasReadFiles
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.giveOpinion(kind))
        guard var item = try tx.items.find(id), item.agency == actor.agency else { throw Refusal.notFound }
        try item.requireReview()
        guard item.currentVersion == version, let current = try tx.items.version(version) else {
            throw Refusal.conflict(
                Phrase(
                    zh: "这条信息刚刚被修改，您看到的版本已不是最新版本，请阅读新版本后再出具意见",
                    en: "This item has just been changed; read the new version before you give your opinion"
                )
            )
        }
        guard let duty = app.catalogue.duty(item.duty) else { throw Refusal.notFound }
        let review = Review(
            needed: duty.neededOpinions(for: current.content),
            given: try tx.items.opinions(on: version)
        )
        try requireOpen(in: review)
        try requireOwnHand(in: tx)
        let files = try tx.files.all(of: current)
        if kind == .secrecy, verdict == .pass { try files.requireRead(confirmed: hasReadFiles) }
        let findings = current.findings(under: duty) + files.findings
        try requireReason(findings: findings)
        let opinion = Opinion(
            id: app.newID(),
            version: version,
            versionHash: current.hash,
            person: actor.person,
            kind: kind,
            verdict: verdict,
            reason: reason,
            cleared: kind == .secrecy && verdict == .pass ? findings.tally(unreadFiles: files.unread.count) : "",
            at: app.now()
        )
        try tx.items.insert(opinion)
        try tx.audit.record(
            "item.opinion",
            of: "item",
            id.text,
            detail: "\(kind.rawValue) \(verdict.rawValue) \(current.hash)",
            by: actor,
            in: app
        )
        switch (verdict, kind) {
        case (.sendBack, _):
            try item.sendBack(reason: reason, at: app.now())
            try tx.items.update(item)
        case (.pass, .signOff):
            item = try Publication(item: item, version: current, duty: duty, actor: actor).perform(tx, in: app)
        case (.pass, _): break
        }
        return item
    }

    private func requireOpen(in review: Review) throws {
        guard review.needed.contains(kind) else {
            throw Refusal.wrongState(
                Phrase(zh: "这条信息不需要\(kind.name.zh)意见", en: "This item does not need “\(kind.name.en)”")
            )
        }
        if review.opinion(kind) != nil {
            throw Refusal.wrongState(
                Phrase(zh: "\(kind.name.zh)意见已经出具", en: "“\(kind.name.en)” has already been given on this version")
            )
        }
        guard review.open.contains(kind) else {
            let waiting = review.open.map(\.name)
            throw Refusal.wrongState(
                Phrase(
                    zh: "还在等待：\(waiting.map(\.zh).joined(separator: "、"))",
                    en: "Still waiting for: \(waiting.map(\.en).joined(separator: ", "))"
                )
            )
        }
    }

    /// Author, reviewer and approver of one version are three people; a person has one part in it.
    private func requireOwnHand(in tx: any SQLConnection) throws {
        let wanted: Part = kind == .signOff ? .approver : .reviewer
        guard let part = try tx.items.part(of: actor.person, in: version), part != wanted else { return }
        throw Refusal.wrongState(
            Phrase(
                zh: "起草、审查、签发须由三人分别办理：您已是这个版本的\(part.name.zh)，请由他人\(wanted == .approver ? "签发" : "审查")",
                en:
                    "Author, reviewer and approver are three people: you are already this version's \(part.name.en); somebody else must do this"
            )
        )
    }

    private func requireReason(findings: [SensitivePassage]) throws {
        if verdict == .sendBack, reason.isEmpty {
            throw Refusal.invalid([
                FieldProblem(
                    "reason",
                    zh: "退回须写明理由，起草人据此修改",
                    en: "Say why it goes back, so that the author can change it"
                )
            ])
        }
        if kind == .secrecy, verdict == .pass, !findings.isEmpty, reason.isEmpty {
            throw Refusal.invalid([
                FieldProblem(
                    "reason",
                    zh: "扫描发现疑似敏感内容，放行须写明理由",
                    en: "The scan found what may be sensitive; to clear it, say why"
                )
            ])
        }
        if reason.count > 2000 {
            throw Refusal.invalid([
                FieldProblem("reason", zh: "理由不超过 2000 字", en: "A reason has at most 2,000 characters")
            ])
        }
    }
}
