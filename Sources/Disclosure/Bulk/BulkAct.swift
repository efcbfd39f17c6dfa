package import Civil
package import Database
package import Text

/// What can be done to several things at once: to items by ``ItemBulkAct``, to cases by ``CaseBulkAct``.
package protocol BulkAct: Sendable, Hashable {
    /// What a person must be allowed to do.
    var required: Act { get }
    /// How many at most.
    var most: Int { get }
    var code: String { get }

    /// Does it to one of them, under the rules of the single act.
    ///
    /// - Parameter choice: which one, and what of it the preview showed; a later change is a conflict.
    /// - Returns: what was done, in words.
    func perform(on choice: BulkChoice, by actor: Actor, _ tx: any SQLConnection, in app: App) throws -> Phrase
}

/// One chosen thing with what the preview showed of it.
package struct BulkChoice: Sendable, Hashable {
    /// Id of an item or a case.
    package var subject: String
    /// The version of an item, the number of events of a case.
    package var seen: String

    package init(subject: String, seen: String) {
        self.subject = subject
        self.seen = seen
    }
}

/// What can be done to several items at once.
package enum ItemBulkAct: BulkAct {
    case submit
    /// Passes; sending back is done one by one, with its own reason.
    case opinion(OpinionKind, reason: String)
    case move(column: ID<Column>?, section: ID<Section>?)
    case deliver(channel: ID<Channel>?, stage: Delivery.Stage, on: CivilDate?, receipt: String)

    package var required: Act {
        switch self {
        case .submit, .move: .draftItem
        case .opinion(let kind, _): .giveOpinion(kind)
        case .deliver: .recordDelivery
        }
    }

    /// An opinion is given on what was read, and nobody reads more on one page.
    package var most: Int {
        if case .opinion = self { 20 } else { 50 }
    }

    package var code: String {
        switch self {
        case .submit: "submit"
        case .opinion(let kind, _): "opinion-\(kind.rawValue)"
        case .move: "move"
        case .deliver: "deliver"
        }
    }
}

extension ItemBulkAct {
    /// The same use case that the item's own page runs, on the version that the preview showed.
    package func perform(on choice: BulkChoice, by actor: Actor, _ tx: any SQLConnection, in app: App) throws -> Phrase
    {
        let item = try tx.items.own(ID(choice.subject), of: actor)
        guard item.currentVersion.text == choice.seen, let current = try tx.items.version(item.currentVersion) else {
            throw Refusal.conflict(
                Phrase(zh: "预览之后又有人修改了这条信息，请重新预览", en: "It was changed after the preview; look at it again")
            )
        }
        switch self {
        case .submit: return try submit(current, actor, tx, app)
        case .opinion(let kind, let reason): return try opine(kind, reason, current, actor, tx, app)
        case .move(let column, let section):
            return try MoveItem(item: item.id, column: column, section: section, actor: actor).perform(tx, in: app)
        case .deliver(let channel, let stage, let day, let receipt):
            let delivery = try RecordDelivery(
                item: item.id,
                channel: channel,
                stage: stage,
                deliveredOn: day,
                receipt: receipt,
                actor: actor
            ).perform(tx, in: app)
            let name = try tx.channels.all(of: actor.agency).first { $0.id == delivery.channel }?.name
            return Phrase(
                zh: "登记发布记录：\(name?.zh ?? "")，\(delivery.deliveredOn.iso)，\(receipt)",
                en: "Delivery recorded: \(name?.en ?? ""), \(delivery.deliveredOn.iso), \(receipt)"
            )
        }
    }

    private func submit(_ version: Version, _ actor: Actor, _ tx: any SQLConnection, _ app: App) throws -> Phrase {
        let item = try SubmitItem(id: version.item, actor: actor).perform(tx, in: app)
        let kinds = app.catalogue.duty(item.duty)?.neededOpinions(for: version.content).map(\.name) ?? []
        return Phrase(
            zh: "提交审查，依次须有：\(kinds.map(\.zh).joined(separator: "、"))",
            en: "Sent to review; it needs: \(kinds.map(\.en).joined(separator: ", "))"
        )
    }

    private func opine(
        _ kind: OpinionKind,
        _ reason: String,
        _ version: Version,
        _ actor: Actor,
        _ tx: any SQLConnection,
        _ app: App
    ) throws -> Phrase {
        let opinion = GiveOpinion(
            id: version.item,
            version: version.id,
            kind: kind,
            verdict: .pass,
            reason: reason,
            actor: actor
        )
        let duty = try tx.items.find(version.item).flatMap { app.catalogue.duty($0.duty) }
        if kind == .secrecy, let duty, !version.findings(under: duty).isEmpty {
            throw Refusal.wrongState(
                Phrase(
                    zh: "扫描发现疑似敏感内容，须单独审查并写明理由",
                    en: "The scan found what may be sensitive; review it on its own page, with a reason"
                )
            )
        }
        let item = try opinion.perform(tx, in: app)
        return switch item.state {
        case .published: Phrase(zh: "签发并公开", en: "Signed and published")
        case .filed: Phrase(zh: "签发归档，不对外公开", en: "Signed and filed, not public")
        default:
            Phrase(
                zh: "\(kind.name.zh)：同意（版本 \(version.shortHash)）",
                en: "\(kind.name.en): passed (version \(version.shortHash))"
            )
        }
    }
}

extension Refusal {
    /// The refusal as one sentence, for a list of many.
    package var words: Phrase {
        if case .wrongState(let phrase) = self { return phrase }
        if case .conflict(let phrase) = self { return phrase }
        if case .notAllowed(let act) = self {
            return Phrase(zh: "您的角色不能\(act.name.zh)", en: "Your roles do not let you \(act.name.en)")
        }
        if case .invalid(let problems) = self {
            return Phrase(
                zh: problems.map(\.message.zh).joined(separator: "；"),
                en: problems.map(\.message.en).joined(separator: "; ")
            )
        }
        return Phrase(zh: "没有这一条", en: "There is no such one")
    }
}
