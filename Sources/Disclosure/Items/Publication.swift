import Civil
import Database

/// The act of publishing (公开): one transaction with state, index number, ledger leaf, search tokens, facets, delivery
/// jobs and audit entry.
///
/// Only a signature leads here, given just now on the version, or on the manifest of an imported batch; an item that is
/// not proactive is filed instead.
struct Publication {
    /// How the item reaches the channels that the program itself serves.
    enum Delivery { case byWorker, atOnce }

    var item: Item
    var version: Version
    var duty: Duty
    var actor: Actor
    /// Batches deliver at once: thousands of jobs would hold up everybody else's.
    var delivery = Delivery.byWorker

    func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        var item = item
        let now = app.now()
        guard version.content[CommonFields.disclosure] == Duty.DisclosureMode.proactive.rawValue else {
            try item.file(at: now)
            try tx.items.update(item)
            try tx.audit.record("item.file", of: "item", item.id.text, by: actor, in: app)
            return item
        }
        let agency = try tx.agency(of: actor)
        let leafID = try tx.ledger.nextID(agency: agency, duty: duty, year: now.date.year)
        let publicBytes = version.publicBytes(of: duty)
        let leaf = Leaf(
            id: leafID,
            event: .publish,
            kind: duty.code.lowercased(),
            body: version.commitment(to: publicBytes),
            previous: nil,
            basis: duty.basis.first.map(\.short),
            date: now.date
        )
        let leafIndex = try tx.ledger.append(leaf, at: now)
        try tx.items.insertPublication(of: version, publicBytes: publicBytes, at: leafIndex)
        try tx.links.note(item.id, version.content)
        let number = try indexNumber(tx, agency: agency)
        try item.publish(leafID: leafID, leafIndex: leafIndex, indexNumber: number, at: now)
        try tx.items.update(item)
        try tx.search.index(item, version, duty: duty, agency: agency, at: leafIndex)
        try tx.facets.save(item, version, duty: duty, at: leafIndex, on: now.date)
        switch delivery {
        case .byWorker: try tx.jobs.enqueue(.deliverItem(item.id), at: now, in: app)
        case .atOnce: try DeliverItem(item: item.id).perform(tx, in: app)
        }
        try tx.audit.record("item.publish", of: "item", item.id.text, detail: leafID, by: actor, in: app)
        return item
    }

    private func indexNumber(_ tx: any SQLConnection, agency: Agency) throws -> String {
        let section = try tx.agencies.sections(of: agency.id).first { $0.id == item.section }
        let itemClass = try tx.agencies.classes(of: agency.id).first { $0.id == item.itemClass }
        let values = agency.indexValues(duty: duty, section: section, itemClass: itemClass, formedOn: item.formedOn)
        let template = agency.indexTemplate
        let serial = try tx.agencies.nextSerial(of: agency.id, scope: template.scope(values))
        return template.number(values, serial: serial)
    }
}

extension Duty.LegalBasis {
    /// Rule set and article as one word, such as `reg2019/20(6)`.
    var short: String {
        let article = article.filter { $0 != " " && $0 != "\n" }
        return article.isEmpty ? version : "\(version)/\(article)"
    }
}
