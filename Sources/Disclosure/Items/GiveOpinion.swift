package import Civil
import Codes
package import Database
import Text

/// Gives an opinion on the very version that was read; the last one, the signature, publishes, at once or at a set moment.
///
/// An opinion that an urgent publication still owes is given here too: it settles the debt.
package struct GiveOpinion: UseCase {
    package var id: ID<Item>
    /// The version that the reviewer had before the eyes.
    package var version: ID<Version>
    package var kind: OpinionKind
    package var verdict: Opinion.Verdict
    package var reason: String
    /// With a signature: from when the public may read it; nil for at once.
    package var publishAt: Instant?
    /// How a signature stands to what is published with the item.
    package var pairing: Pairing
    /// Whether the secrecy reviewer has read those files that the program could not.
    package var hasReadFiles: Bool
    package var actor: Actor

    package init(
        id: ID<Item>,
        version: ID<Version>,
        kind: OpinionKind,
        verdict: Opinion.Verdict,
        reason: String = "",
        publishAt: Instant? = nil,
        pairing: Pairing = .alone(without: nil),
        hasReadFiles: Bool = false,
        actor: Actor
    ) {
        self.id = id
        self.version = version
        self.kind = kind
        self.verdict = verdict
        self.reason = reason
        self.publishAt = publishAt
        self.pairing = pairing
        self.hasReadFiles = hasReadFiles
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        try actor.require(.giveOpinion(kind))
        guard let item = try tx.items.find(id), item.agency == actor.agency,
            let read = try tx.items.version(version), read.item == id, let duty = app.catalogue.duty(item.duty)
        else { throw Refusal.notFound }
        if let debt = try tx.debts.open(kind, for: version) {
            return try settle(debt, of: item, read, under: duty, tx, app)
        }
        try item.requireReview()
        guard item.currentVersion == version else {
            throw Refusal.conflict(
                Phrase(
                    zh: "这条信息刚刚被修改，您看到的版本已不是最新版本，请阅读新版本后再出具意见",
                    en: "This item has just been changed; read the new version before you give your opinion"
                )
            )
        }
        let review = Review(needed: duty.neededOpinions(for: read.content), given: try tx.items.opinions(on: version))
        try requireOpen(in: review)
        try write(on: read, of: item, under: duty, tx, app)
        return try follow(item, read, duty, tx, app)
    }

    /// Stores the opinion after the checks that hold for every one.
    private func write(
        on read: Version,
        of item: Item,
        under duty: Duty,
        _ tx: any SQLConnection,
        _ app: App
    ) throws {
        try requireOwnHand(in: tx)
        let files = try tx.files.all(of: read)
        if kind == .secrecy, verdict == .pass { try files.requireRead(confirmed: hasReadFiles) }
        let findings = read.findings(under: duty) + files.findings
        try requireReason(findings: findings)
        try requireMoment(after: app.now())
        let opinion = Opinion(
            id: app.newID(),
            version: version,
            versionHash: read.hash,
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
            detail: "\(kind.rawValue) \(verdict.rawValue) \(read.hash)",
            by: actor,
            in: app
        )
    }

    /// What the opinion brings about.
    private func follow(
        _ item: Item,
        _ read: Version,
        _ duty: Duty,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> Item {
        var item = item
        switch (verdict, kind) {
        case (.sendBack, _):
            try item.sendBack(reason: reason, at: app.now())
            try tx.items.update(item)
        case (.pass, .signOff):
            try pairing.requireReady(item, read, under: duty, by: actor, tx, in: app)
            try tx.comments.requireMatching(item, read, under: duty)
            if let moment = publishAt, moment > app.now() {
                try item.schedule(for: moment, at: app.now())
                try tx.items.update(item)
                try tx.jobs.enqueue(.publishItem(id), at: moment, in: app)
            } else {
                item = try Publication(item: item, version: read, duty: duty, actor: actor).perform(tx, in: app)
            }
        case (.pass, _): break
        }
        return item
    }

    /// The opinion that was given by word comes in writing; when it does not agree, the debt stays until the item is
    /// withdrawn or revised.
    private func settle(
        _ debt: Debt,
        of item: Item,
        _ read: Version,
        under duty: Duty,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> Item {
        try write(on: read, of: item, under: duty, tx, app)
        var debt = debt
        debt.verdict = verdict
        if verdict == .pass { debt.settledAt = app.now() }
        try tx.debts.save(debt)
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

    /// A moment of publication within a year, given with the signature.
    private func requireMoment(after now: Instant) throws(Refusal) {
        guard kind == .signOff, let publishAt else { return }
        let year: Int64 = 366 * 86_400_000
        guard publishAt.milliseconds - now.milliseconds <= year else {
            throw .invalid([
                FieldProblem("publish-at", zh: "定时公开不能晚于一年以后", en: "Choose a moment within a year")
            ])
        }
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
