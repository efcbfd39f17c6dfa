import Civil
import Database

/// The act of taking down (撤回、停止公示); nothing else takes a published item down.
///
/// One transaction with state, ledger leaf, search, facets, the tasks for channels outside, and the audit entry.
///
/// The leaf of the withdrawal names number, day and ground; the leaves before it stay. 终止公示 is synchronous on every
/// channel (信用修复管理办法), so each channel that the program does not serve itself gets a task.
struct Retraction {
    var item: Item
    var ground: EndingGround
    /// Nil when the program does it, at the end of the display period.
    var actor: Actor?

    func perform(_ tx: any SQLConnection, in app: App) throws -> Item {
        var item = item
        let now = app.now()
        guard let agency = try tx.agencies.find(item.agency), let leafID = item.leafID else { throw Refusal.notFound }
        try item.end(as: ground == .displayEnd ? .expired : .withdrawn, on: ground, at: now)
        let leaf = Leaf(
            id: leafID,
            event: .withdraw,
            kind: item.duty.lowercased(),
            body: nil,
            previous: try tx.ledger.leaves(of: leafID).last?.hash,
            basis: ground.basis.short,
            date: now.date
        )
        _ = try tx.ledger.append(leaf, at: now)
        try tx.items.update(item)
        try tx.facets.remove(item)
        if ground != .displayEnd { try tx.values.remove(item.id) }
        try tx.search.remove(item, of: agency)
        try tx.debts.settleAll(of: item.id, at: now)
        // Nothing is left to decide when the display ends meanwhile.
        if ground == .displayEnd, var asked = try tx.withdrawals.open(for: item.id) {
            (asked.state, asked.closedAt) = (.done, now)
            try tx.withdrawals.close(asked)
        }
        try tx.takedowns.ask(for: item, at: now)
        try tx.audit.record(
            "item.withdraw",
            of: "item",
            item.id.text,
            detail: "\(leafID) \(ground.rawValue)",
            by: actor?.person,
            agency: item.agency,
            in: app
        )
        return item
    }
}
