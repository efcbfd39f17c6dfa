import Civil
package import Database
import Text

/// An approver agrees to a withdrawal or refuses it; the last needed agreement takes the item down.
///
/// Who asked for it does not decide it, and nobody decides twice.
package struct DecideWithdrawal: UseCase {
    package var id: ID<Withdrawal>
    package var verdict: Opinion.Verdict
    package var reason: String
    package var actor: Actor

    package init(id: ID<Withdrawal>, verdict: Opinion.Verdict, reason: String = "", actor: Actor) {
        self.id = id
        self.verdict = verdict
        self.reason = reason
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Withdrawal {
        try actor.require(.decideWithdrawal)
        guard var withdrawal = try tx.withdrawals.find(id), let item = try tx.items.find(withdrawal.item),
            item.agency == actor.agency
        else { throw Refusal.notFound }
        let verdicts = try tx.withdrawals.verdicts(on: id)
        try requireOpen(withdrawal, verdicts)
        if verdict == .sendBack { try Reason.require(reason) }
        let given = Withdrawal.Verdict(person: actor.person, verdict: verdict, reason: reason, at: app.now())
        try tx.withdrawals.insert(given, on: id)
        try tx.audit.record(
            "item.decide-withdrawal",
            of: "item",
            item.id.text,
            detail: "\(withdrawal.ground.rawValue) \(verdict.rawValue)",
            by: actor,
            in: app
        )
        if verdict == .sendBack {
            withdrawal.state = .refused
        } else if verdicts.count + 1 >= withdrawal.approvalsNeeded {
            withdrawal.state = .done
            _ = try Retraction(item: item, ground: withdrawal.ground, actor: actor).perform(tx, in: app)
        } else {
            return withdrawal
        }
        withdrawal.closedAt = app.now()
        try tx.withdrawals.close(withdrawal)
        return withdrawal
    }

    private func requireOpen(_ withdrawal: Withdrawal, _ verdicts: [Withdrawal.Verdict]) throws {
        guard withdrawal.isOpen else {
            throw Refusal.wrongState(
                Phrase(zh: "这个撤回申请已经办结，请刷新后再看", en: "This withdrawal has been decided; reload the page")
            )
        }
        guard withdrawal.askedBy != actor.person else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "撤回由申请人以外的领导决定，请由他人办理",
                    en: "Whoever asked for a withdrawal does not decide it; somebody else must"
                )
            )
        }
        guard !verdicts.contains(where: { $0.person == actor.person }) else {
            throw Refusal.wrongState(
                Phrase(
                    zh: "您已对这个撤回申请出具意见，还需另一位领导同意",
                    en: "You have already agreed to this withdrawal; another approver must agree too"
                )
            )
        }
    }
}

extension Reason {
    static func require(_ reason: String) throws(Refusal) {
        let problems = problems(reason)
        guard problems.isEmpty else { throw .invalid(problems) }
    }
}
