package import Civil
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
        /// Whether it is a draft with which this person carries on.
        package var isMyDraft = false
        /// Who wrote a draft that was handed to this person.
        package var handedOnFrom: ID<Person>?
    }

    package var waitsForMe: [Line]
    package var goingLate: [Line]
    package var waitsForOthers: [Line]
    /// Opinions that urgent publications still owe, and refused ones that ask for a withdrawal or revision.
    package var debts: [Owed]
    /// Withdrawals that wait for this person's decision.
    package var withdrawals: [Item]
    /// Items that came down here and are still up on a channel outside.
    package var takedowns: [Item]
    /// Published penalties that no longer hold, each with the day since when.
    package var overturned: [Overturned]

    /// A published penalty that was changed or voided.
    package struct Overturned: Sendable, Hashable {
        package var item: Item
        package var since: CivilDate
    }

    /// An item with what it owes.
    package struct Owed: Sendable, Hashable {
        package var item: Item
        package var debt: Debt
    }

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
            SELECT * FROM (SELECT * FROM item WHERE agency = \(actor.agency) AND state IN ('draft', 'review', 'scheduled')
                ORDER BY changed_at DESC LIMIT \(Self.limit)) AS new_items
            UNION ALL
            SELECT * FROM (SELECT * FROM item WHERE agency = \(actor.agency) AND revision IS NOT NULL
                ORDER BY changed_at DESC LIMIT \(Self.limit)) AS revisions
            """
        ).map(Item.init).sorted { ($0.changedAt, $0.id.text) > ($1.changedAt, $1.id.text) }
        let inReview = items.filter { $0.stage == .review }.map(\.currentVersion)
        let versions = try tx.items.versions(inReview)
        let opinions = try tx.items.opinions(on: inReview)
        let carriers = try tx.carriers.carriers(of: items.filter { $0.stage == .draft }.map(\.id))
        waitsForMe = []
        goingLate = []
        waitsForOthers = []
        names = [:]
        (debts, withdrawals, takedowns, overturned) = ([], [], [], [])
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
            line.isMyDraft = item.stage == .draft && carrier == actor.person && actor.may(.draftItem)
            // A revision is its own beginning: whoever wrote the first version did not hand it on.
            if line.isMyDraft, item.revision == nil, item.createdBy != actor.person {
                line.handedOnFrom = item.createdBy
            }
            let isLate =
                item.state != .published
                && (item.dueAt.map { $0.milliseconds - app.now().milliseconds < Self.soon } ?? false)
            if line.isMyDraft || !line.mine.isEmpty { waitsForMe.append(line) }
            if isLate { goingLate.append(line) }
            if item.stage == .review || item.stage == .scheduled, line.mine.isEmpty { waitsForOthers.append(line) }
        }
        try readWhatIsPublic(of: actor, tx)
        overturned = try tx.items.overturned(in: actor.agency, limit: Self.limit).map {
            Overturned(item: $0.item, since: $0.since)
        }
        let others = waitsForMe.flatMap { [$0.standsInFor, $0.handedOnFrom] }.compactMap { $0 }
        names = try tx.people.names(of: Set(others))
        goingLate.sort { ($0.item.dueAt?.milliseconds ?? 0) < ($1.item.dueAt?.milliseconds ?? 0) }
    }

    /// Debts, withdrawals and channels to clear, each for those who can do something about it.
    private mutating func readWhatIsPublic(of actor: Actor, _ tx: any SQLConnection) throws {
        let owed = try tx.debts.open(in: actor.agency, limit: Self.limit).filter { debt in
            actor.may(.publishUrgently) || actor.may(.giveOpinion(debt.kind))
        }
        let asked =
            actor.may(.decideWithdrawal)
            ? try tx.withdrawals.open(in: actor.agency, limit: Self.limit).filter {
                guard $0.askedBy != actor.person else { return false }
                return try !tx.withdrawals.verdicts(on: $0.id).contains { $0.person == actor.person }
            } : []
        let up = actor.may(.recordDelivery) ? try tx.takedowns.open(in: actor.agency, limit: Self.limit) : []
        let items = try tx.items.find(Array(Set(owed.map(\.item) + asked.map(\.item) + up.map(\.item))))
        debts = owed.compactMap { debt in items[debt.item].map { Owed(item: $0, debt: debt) } }
        withdrawals = asked.compactMap { items[$0.item] }
        var seen: Set<ID<Item>> = []
        takedowns = up.compactMap { seen.insert($0.item).inserted ? items[$0.item] : nil }
    }
}
