import Database
import Disclosure
import Text

/// What has happened to an item since it was signed: withdrawals, debts of an urgent publication, channels to clear,
/// and what other items say of it.
struct ItemLife: Sendable {
    var withdrawals: [Withdrawal]
    /// On the withdrawal that is being decided.
    var verdicts: [Withdrawal.Verdict]
    var debts: [Debt]
    var takedowns: [Takedown]
    var relations: [ItemRelation]

    init(of item: Item, _ tx: any SQLConnection) throws {
        guard item.leafID != nil else {
            (withdrawals, verdicts, debts, takedowns, relations) = ([], [], [], [], [])
            return
        }
        withdrawals = try tx.withdrawals.all(of: item.id)
        verdicts = try withdrawals.first(where: \.isOpen).map { try tx.withdrawals.verdicts(on: $0.id) } ?? []
        debts = try tx.debts.all(of: item.id)
        takedowns = try tx.takedowns.all(of: item.id)
        relations = try tx.relations.all(of: item.id)
    }

    /// The withdrawal that is being decided.
    var withdrawal: Withdrawal? { withdrawals.first(where: \.isOpen) }

    /// The withdrawal by which it came down last.
    var done: Withdrawal? { withdrawals.first { $0.state == .done } }

    /// Everybody who is named in it.
    var people: [ID<Person>] {
        withdrawals.map(\.askedBy) + verdicts.map(\.person) + debts.flatMap { [$0.agreedBy, $0.recordedBy] }
            + takedowns.compactMap(\.recordedBy)
    }
}

extension ItemReading {
    /// A revision in which nothing was changed yet.
    var isUnchangedRevision: Bool { item.revision != nil && item.currentVersion == item.publicVersion }
}
