import Civil
package import Database

/// What lies on a person's desk: what waits for me, what is going late, what waits for others.
package struct Desk: Sendable {
    package struct Line: Sendable, Hashable {
        package var item: Item
        /// The opinions open to this person, or none.
        package var mine: [OpinionKind]
        /// The opinions that others owe.
        package var others: [OpinionKind]
        /// In whose place the first of mine would be given, where the right to it was lent.
        package var standsInFor: ID<Person>?
        /// Who wrote a draft that was handed to this person.
        package var handedOnFrom: ID<Person>?
    }

    package var waitsForMe: [Line]
    package var goingLate: [Line]
    package var waitsForOthers: [Line]
    /// Names of the people whose work lies here.
    package var names: [ID<Person>: String]

    /// The most items in work that a desk looks through.
    static let limit = 500
    /// Shown as going late from so long before the end.
    static let soon: Int64 = 3 * 86_400_000
}

extension Desk {
    /// Reads the desk of a person.
    package init(of actor: Actor, in app: App, _ tx: any SQLConnection) throws {
        let items = try tx.rows(
            """
            SELECT * FROM item WHERE agency = \(actor.agency) AND state IN ('draft', 'review')
            ORDER BY changed_at DESC LIMIT \(Self.limit)
            """
        ).map(Item.init)
        let inReview = items.filter { $0.state == .review }.map(\.currentVersion)
        let versions = try tx.items.versions(inReview)
        let opinions = try tx.items.opinions(on: inReview)
        let carriers = try tx.carriers.carriers(of: items.filter { $0.state == .draft }.map(\.id))
        waitsForMe = []
        goingLate = []
        waitsForOthers = []
        for item in items {
            guard let duty = app.catalogue.duty(item.duty) else { continue }
            var line = Line(item: item, mine: [], others: [])
            if let version = versions[item.currentVersion] {
                let given = opinions[version.id] ?? []
                let review = Review(needed: duty.neededOpinions(for: version.content), given: given)
                for kind in review.open {
                    let isMine =
                        actor.may(.giveOpinion(kind)) && version.author != actor.person
                        && !given.contains { $0.person == actor.person && ($0.kind == .signOff) != (kind == .signOff) }
                    if isMine { line.mine.append(kind) } else { line.others.append(kind) }
                }
            }
            line.standsInFor = line.mine.first.flatMap { actor.standsIn(for: .giveOpinion($0)) }
            let carrier = carriers[item.id] ?? item.createdBy
            let isMyDraft = item.state == .draft && carrier == actor.person && actor.may(.draftItem)
            if isMyDraft, item.createdBy != actor.person { line.handedOnFrom = item.createdBy }
            let isLate = item.dueAt.map { $0.milliseconds - app.now().milliseconds < Self.soon } ?? false
            if isMyDraft || !line.mine.isEmpty { waitsForMe.append(line) }
            if isLate { goingLate.append(line) }
            if item.state == .review, line.mine.isEmpty { waitsForOthers.append(line) }
        }
        let others = waitsForMe.flatMap { [$0.standsInFor, $0.handedOnFrom] }.compactMap { $0 }
        names = try tx.people.names(of: Set(others))
        goingLate.sort { ($0.item.dueAt?.milliseconds ?? 0) < ($1.item.dueAt?.milliseconds ?? 0) }
    }
}
