import Civil
import Database
import Text

/// The act of publishing (公开): one transaction with state, index number, ledger leaf, search tokens, facets, delivery
/// jobs and audit entry; the same for a new item, for a revision (修订) and for what comes back after a withdrawal.
///
/// Only a signature leads here: given just now on the version, or before a set moment, or on the manifest of an imported
/// batch, or by word in an urgent case. An item that is not proactive is filed instead.
struct Publication {
    /// How the item reaches the channels that the program itself serves.
    enum Delivery { case byWorker, atOnce }

    var item: Item
    var version: Version
    var duty: Duty
    var actor: Actor
    /// Batches deliver at once: thousands of jobs would hold up everybody else's.
    var delivery = Delivery.byWorker
    /// Item and version are not stored yet: a batch writes them once, as they end.
    var isUnstored = false
    /// Given by batches, which read it once.
    var issuer: IssuingAgency?

    func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        guard version.content[CommonFields.disclosure] == Duty.DisclosureMode.proactive.rawValue else {
            return try file(tx, in: app)
        }
        var item = item
        let now = app.now()
        let issuer = try issuer ?? IssuingAgency(tx.agency(of: actor), tx)
        let event = event
        let leafID = try item.leafID ?? tx.ledger.nextID(agency: issuer.agency, duty: duty, year: now.date.year)
        let publicBytes = version.publicBytes(of: duty)
        let leaf = Leaf(
            id: leafID,
            event: event,
            kind: duty.code.lowercased(),
            body: version.commitment(to: publicBytes),
            previous: event == .publish ? nil : try tx.ledger.leaves(of: leafID).last?.hash,
            basis: item.revision?.ground.basis.short ?? duty.basis.first?.short,
            date: now.date
        )
        let leafIndex = try tx.ledger.append(leaf, at: now)
        let revision = item.revision
        let number = try item.indexNumber ?? issuer.takeIndexNumber(for: item, under: duty, tx)
        try item.publish(
            version,
            until: duty.display.end == .stays ? nil : duty.displayEnd(for: version.content),
            as: Item.Numbers(leafID: leafID, leafIndex: leafIndex, indexNumber: number),
            at: now
        )
        if isUnstored {
            try tx.items.insert(item)
            try tx.items.insert(version)
        } else {
            try tx.items.update(item)
        }
        try tx.items.insertPublication(
            of: version,
            publicBytes: publicBytes,
            event: event,
            revision: revision,
            at: leafIndex
        )
        try tx.links.note(item.id, version.content)
        // What was withdrawn before its delivery is delivered when it comes back.
        if event != .revise { try deliver(item, by: issuer, tx, in: app) }
        if event != .publish {
            try tx.facets.remove(item)
            try tx.values.remove(item.id)
            try tx.search.remove(item, of: issuer.agency)
            try tx.debts.settleAll(of: item.id, at: now)
        }
        try tx.audit.record(act(of: event), of: "item", item.id.text, detail: leafID, by: actor, in: app)
        try show(item, by: issuer, tx, in: app)
        return item
    }

    /// What the audit trail calls it.
    private func act(of event: Leaf.Event) -> String {
        switch event {
        case .revise: "item.revise"
        case .restore: "item.restore"
        default: "item.publish"
        }
    }

    private var event: Leaf.Event {
        if item.leafID == nil { return .publish }
        return item.state == .published ? .revise : .restore
    }

    private func deliver(_ item: Item, by issuer: IssuingAgency, _ tx: any SQLConnection, in app: App) throws {
        switch delivery {
        case .byWorker: try tx.jobs.enqueue(.deliverItem(item.id), at: app.now(), in: app)
        case .atOnce: try issuer.deliver(item, tx, in: app)
        }
    }

    /// Lists and search keep the place in the ledger of the first publication.
    private func show(_ item: Item, by issuer: IssuingAgency, _ tx: any SQLConnection, in app: App) throws {
        guard let place = item.leafIndex, let publishedAt = item.publishedAt else { return }
        try tx.facets.save(item, version, duty: duty, of: issuer, at: place, on: publishedAt.date)
        try tx.values.save(item, version, duty: duty, of: issuer.agency, in: app.figures)
        // Last, for it is the longest work of the server: a batch goes on meanwhile.
        try tx.search.index(item, version, duty: duty, agency: issuer.agency, at: place)
    }

    private func file(_ tx: any SQLConnection, in app: App) throws -> Item {
        var item = item
        try item.file(at: app.now())
        if isUnstored {
            try tx.items.insert(item)
            try tx.items.insert(version)
        } else {
            try tx.items.update(item)
        }
        try tx.audit.record("item.file", of: "item", item.id.text, by: actor, in: app)
        return item
    }
}

extension Duty.LegalBasis {
    /// Rule set and article as one word, such as `reg2019/20(6)`.
    package var short: String {
        let article = article.filter { $0 != " " && $0 != "\n" }
        return article.isEmpty ? version : "\(version)/\(article)"
    }
}
