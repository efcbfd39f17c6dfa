package import Database
import Text

/// One signature on a policy document and on every interpretation that is in work with it; one transaction publishes all.
package struct SignTogether: UseCase {
    /// The document or one of its interpretations.
    package var item: ID<Item>
    /// The versions that the approver had before the eyes.
    package var versions: Set<ID<Version>>
    package var actor: Actor

    package init(item: ID<Item>, versions: Set<ID<Version>>, actor: Actor) {
        self.item = item
        self.versions = versions
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> [Item] {
        try actor.require(.giveOpinion(.signOff))
        let pair = try tx.pair(around: item, of: actor)
        guard pair.count > 1 else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "这条信息没有一起办理的文件或解读，请单独签发",
                    en: "Nothing is in work together with this item; sign it on its own page"
                )
            )
        }
        if let unready = pair.first(where: { $0.state != .review }) {
            throw Refusal.wrongState(
                Phrase(
                    zh: "《\(unready.title)》还没有提交审查，须两份都审查完才能一并签发",
                    en: "«\(unready.title)» is not in review yet; both must have passed their reviews"
                )
            )
        }
        guard Set(pair.map(\.currentVersion)) == versions else {
            throw Refusal.conflict(
                Phrase(
                    zh: "其中一份刚刚被修改，请阅读新版本后再签发",
                    en: "One of them has just been changed; read the new version before you sign"
                )
            )
        }
        let contents = try tx.items.versions(pair.map(\.currentVersion)).values.map(\.content)
        guard contents.allSatisfy({ $0[CommonFields.disclosure] == Duty.DisclosureMode.proactive.rawValue }) else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "两份的公文属性须都是“主动公开”才能一起公开，请退回修改",
                    en: "Both must be proposed for proactive disclosure; send back the one that is not"
                )
            )
        }
        return try pair.map { item in
            try GiveOpinion(
                id: item.id,
                version: item.currentVersion,
                kind: .signOff,
                verdict: .pass,
                pairing: .together,
                actor: actor
            ).perform(tx, in: app)
        }
    }
}

extension SQLConnection {
    /// The document first, then its interpretations in work; the item alone when it has no partner.
    ///
    /// - Throws: `Refusal.notFound` for an item of another agency.
    package func pair(around id: ID<Item>, of actor: Actor) throws -> [Item] {
        let item = try items.own(id, of: actor)
        guard item.isInWork else { return [item] }
        let document = try bonds.document(of: id).flatMap { $0.isInWork ? $0 : nil } ?? item
        let interpretations = try bonds.interpretations(of: document.id).filter(\.isInWork)
        return [document] + interpretations
    }
}
