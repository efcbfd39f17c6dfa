package import Civil
package import Database
import Text

/// Asks for the withdrawal (撤回) of a published item; approvers decide.
///
/// 严禁公开几天后又撤回: an accident report needs two of them (rules §5), as its duty says.
package struct AskWithdrawal: UseCase {
    package var id: ID<Item>
    /// Nil when none was chosen.
    package var ground: EndingGround?
    package var reason: String
    package var evidence: String
    /// The day of the event, for a ground whose time limit runs from it; nil when what was typed is no day.
    package var eventOn: CivilDate?
    package var actor: Actor

    package init(
        id: ID<Item>,
        ground: EndingGround?,
        reason: String,
        evidence: String,
        eventOn: CivilDate? = nil,
        actor: Actor
    ) {
        self.id = id
        self.ground = ground
        self.reason = reason
        self.evidence = evidence
        self.eventOn = eventOn
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> Withdrawal {
        try actor.require(.draftItem)
        guard let item = try tx.items.find(id), item.agency == actor.agency, let duty = app.catalogue.duty(item.duty)
        else { throw Refusal.notFound }
        try item.requirePublished()
        guard try tx.withdrawals.open(for: id) == nil else { throw ReviseItem.isBeingWithdrawn }
        let content = try tx.items.published(of: id)?.content ?? ItemContent()
        let problems = problems(duty, content, today: app.now().date)
        guard let ground, problems.isEmpty else { throw Refusal.invalid(problems) }
        let withdrawal = Withdrawal(
            id: app.newID(),
            item: id,
            ground: ground,
            reason: reason,
            evidence: evidence,
            eventOn: ground.needsEvent ? eventOn : nil,
            approvalsNeeded: duty.withdrawalApprovals,
            askedBy: actor.person,
            askedAt: app.now(),
            state: .open
        )
        try tx.withdrawals.insert(withdrawal)
        try tx.audit.record("item.ask-withdrawal", of: "item", id.text, detail: ground.rawValue, by: actor, in: app)
        return withdrawal
    }

    private func problems(_ duty: Duty, _ content: ItemContent, today: CivilDate) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if ground.map({ EndingGround.choices(for: duty).contains($0) }) != true {
            problems.append(FieldProblem("ground", zh: "请选择撤回的法定依据", en: "Choose the legal ground of the withdrawal"))
        }
        problems += PenaltyEvent.problems(eventOn, isNeeded: ground?.needsEvent == true, today: today)
        problems += Reason.problems(reason)
        if ground?.needsEvidence == true, evidence.isEmpty {
            problems.append(
                FieldProblem(
                    "evidence",
                    zh: "请写明作为依据的文书名称和文号",
                    en: "Name the document that proves it, with its number"
                )
            )
        }
        if evidence.count > 500 {
            problems.append(FieldProblem("evidence", zh: "不超过 500 字", en: "At most 500 characters"))
        }
        if ground == .creditRepair, let day = CreditRepair.earliest(for: content), today < day {
            problems.append(
                FieldProblem(
                    "ground",
                    zh: "最短公示期到 \(day.iso) 才满，在此之前不能因信用修复终止公示",
                    en: "The shortest display period ends on \(day.iso); credit repair cannot end it before"
                )
            )
        }
        return problems
    }
}

/// The shortest display period of a penalty before credit repair (rules §6.2).
///
/// 58号令 (decisions until 2026-03-31): one year for 安全生产. 36号令 (from 2026-04-01): none for 轻微, three months for
/// 一般, one year for 严重; a decision whose severity was not recorded counts as serious.
enum CreditRepair {
    static func earliest(for content: ItemContent) -> CivilDate? {
        guard let decided = content["decided-on"].flatMap({ CivilDate($0) }) else { return nil }
        guard let newRules = CivilDate("2026-04-01"), decided >= newRules else { return decided.adding(months: 12) }
        return switch content["severity"] {
        case "minor": nil
        case "general": decided.adding(months: 3)
        default: decided.adding(months: 12)
        }
    }
}
