import Civil
import Database
import Disclosure
import Html
import Hummingbird
import Text
import Web

/// Taking down what is public (撤回): somebody asks on a legal ground, approvers decide.
enum WithdrawalPages {
    private static let page = LifeForm(
        act: Phrase(zh: "申请撤回", en: "Ask for withdrawal"),
        consequence: Phrase(
            zh: "签发领导同意后，网页、检索、订阅中不再出现这条信息，原址留下说明；公开日志的记录不会消失。",
            en:
                "Once approved, page, search and feed no longer show it; a notice stays at its address, and its entries stay in the public log."
        ),
        path: "withdrawal",
        weight: .grave,
        fields: { filled, reading in
            filled.field(
                FormField(
                    key: "ground",
                    label: Phrase(zh: "法定依据", en: "Legal ground"),
                    isRequired: true,
                    control: .radios(
                        EndingGround.choices(for: reading.duty).map {
                            FieldChoice(value: $0.rawValue, label: $0.name, hint: $0.basis.words)
                        }
                    )
                )
            )
                + filled.field(
                    FormField(
                        key: "evidence",
                        label: Phrase(zh: "依据的文书", en: "Document that proves it"),
                        hint: Phrase(
                            zh: "名称和文号；处罚被撤销、信用修复、由新信息代替时必填。",
                            en:
                                "Name and number; needed when a penalty was revoked, credit repaired, or newer information replaces it."
                        ),
                        control: .text(TextEntry())
                    )
                ) + eventDay(filled, reading) + filled.reason()
        },
        closed: { reading in
            reading.item.state == .published && reading.life.withdrawal == nil
                ? nil
                : Phrase(
                    zh: "这条信息现在不能申请撤回：它没有在公开，或者已有申请等待决定。",
                    en: "No withdrawal can be asked for: the item is not public, or one is waiting for its decision."
                )
        }
    )

    /// Asked for only where a penalty may be named void.
    private static func eventDay(_ filled: FilledForm, _ reading: ItemReading) -> HTML {
        EndingGround.choices(for: reading.duty).contains(.penaltyVoid)
            ? filled.eventDay(EndingGround.penaltyVoid.name) : .empty
    }

    private static let decision = LifeForm(
        act: Phrase(zh: "决定撤回", en: "Decide on the withdrawal"),
        consequence: Phrase(
            zh: "同意的人数达到要求时，这条信息立即停止公开。",
            en: "With the last needed agreement the item comes down at once."
        ),
        path: "withdrawal/decision",
        weight: .grave,
        fields: { filled, reading in
            WithdrawalFacts(reading: reading).html(in: filled.language)
                + filled.field(
                    FormField(
                        key: "verdict",
                        label: Phrase(zh: "您的决定", en: "Your decision"),
                        isRequired: true,
                        control: .radios([
                            FieldChoice(
                                value: Opinion.Verdict.pass.rawValue,
                                label: Phrase(zh: "同意撤回", en: "Agree to the withdrawal")
                            ),
                            FieldChoice(
                                value: Opinion.Verdict.sendBack.rawValue,
                                label: Phrase(zh: "不同意，继续公开", en: "Refuse; it stays public")
                            ),
                        ])
                    )
                )
                + filled.field(
                    FormField(
                        key: "reason",
                        label: Phrase(zh: "理由或说明", en: "Reason or remark"),
                        hint: Phrase(zh: "不同意时须写明理由。", en: "To refuse, say why."),
                        control: .longText(lines: 3, longest: nil)
                    )
                )
        },
        closed: { reading in
            guard let withdrawal = reading.life.withdrawal else {
                return Phrase(zh: "没有等待决定的撤回申请。", en: "No withdrawal is waiting for a decision.")
            }
            return reading.whyNotMine(withdrawal)
        }
    )

    static func form(_ visit: Visit) async throws -> Response { try await page.page(visit) }

    static func ask(_ visit: Visit) async throws -> Response {
        let form = visit.form
        return try await page.answer(
            visit,
            AskWithdrawal(
                id: ID(try visit.parameter("id")),
                ground: EndingGround(rawValue: form.text("ground")),
                reason: form.text("reason"),
                evidence: form.text("evidence"),
                eventOn: CivilDate.read(form.text("event-on")),
                actor: try visit.actor()
            ),
            did: { _ in .asked }
        )
    }

    static func decisionForm(_ visit: Visit) async throws -> Response { try await decision.page(visit) }

    static func decide(_ visit: Visit) async throws -> Response {
        let item = ID<Item>(try visit.parameter("id"))
        guard let verdict = Opinion.Verdict(rawValue: visit.form.text("verdict")) else {
            return try await decision.page(
                visit,
                try Refused(
                    .invalid([FieldProblem("verdict", Phrase(zh: "请选择同意或者不同意", en: "Choose whether you agree"))])
                )
            )
        }
        let open = try await visit.app.database.read { try $0.withdrawals.open(for: item) }
        guard let open else {
            return try await decision.page(
                visit,
                try Refused(
                    .wrongState(
                        Phrase(
                            zh: "没有等待决定的撤回申请，请刷新后再看",
                            en: "No withdrawal is waiting for a decision; reload the page"
                        )
                    )
                )
            )
        }
        return try await decision.answer(
            visit,
            DecideWithdrawal(
                id: open.id,
                verdict: verdict,
                reason: visit.form.text("reason"),
                actor: try visit.actor()
            ),
            did: { withdrawal in
                switch withdrawal.state {
                case .open: .passed
                case .done: .withdrawn
                case .refused: .refused
                }
            }
        )
    }
}

extension ItemReading {
    /// Why this person does not decide a withdrawal, or nil.
    func whyNotMine(_ withdrawal: Withdrawal) -> Phrase? {
        if withdrawal.askedBy == actor.person {
            return Phrase(zh: "撤回由申请人以外的领导决定。", en: "Whoever asked for it does not decide it.")
        }
        if life.verdicts.contains(where: { $0.person == actor.person }) {
            return Phrase(zh: "您已同意，还需另一位领导同意。", en: "You have agreed; another approver must agree too.")
        }
        return nil
    }
}

/// What is asked for, by whom, on which ground, and who has agreed.
struct WithdrawalFacts: Component {
    var reading: ItemReading

    func html(in language: Language) -> HTML {
        guard let withdrawal = reading.life.withdrawal else { return .empty }
        var rows: [SummaryList.Row] = [
            .init(
                label: Phrase(zh: "申请人", en: "Asked by"),
                value: HTML.record(reading.name(of: withdrawal.askedBy), in: language)
            ),
            .init(label: Phrase(zh: "申请时间", en: "Asked"), value: withdrawal.askedAt.element(in: language)),
            .init(label: Phrase(zh: "理由类别", en: "Ground"), value: HTML(text: withdrawal.ground.name[language])),
            .init(label: Phrase(zh: "法律依据", en: "Law"), value: HTML(text: withdrawal.ground.basis.words[language])),
            .init(label: Phrase(zh: "理由", en: "Reason"), value: HTML.lines(withdrawal.reason, in: language)),
        ]
        if !withdrawal.evidence.isEmpty {
            rows.append(
                .init(label: Phrase(zh: "文书", en: "Document"), value: HTML.record(withdrawal.evidence, in: language))
            )
        }
        if let day = withdrawal.eventOn {
            rows.append(
                .init(label: Phrase(zh: "变更、撤销等的日期", en: "Changed or revoked on"), value: day.element(in: language))
            )
        }
        rows.append(
            .init(
                label: Phrase(zh: "同意", en: "Agreed"),
                value: HTML(text: "\(reading.life.verdicts.count) / \(withdrawal.approvalsNeeded)")
            )
        )
        return SummaryList(rows: rows).html(in: language)
    }
}
