import Database
import Text

/// A flaw that a query finds: each of its rows is one, named by its column `subject`.
struct FlawQuery {
    var zh: String
    var en: String
    var sql: SQL

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(sql) { row in findings.add(try row.text("subject"), zh: zh, en: en) }
    }
}

/// A check that is nothing but such queries over one table.
protocol QueryCheck: RecordCheck {
    var table: String { get }
    var queries: [FlawQuery] { get }
}

extension QueryCheck {
    func count(_ tx: any SQLConnection) throws -> Int {
        Int(try tx.integer("SELECT count(*) FROM \(identifier: table)"))
    }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        for query in queries { try query.run(tx, &findings) }
        for _ in 0..<(try count(tx)) { findings.examine() }
    }
}

/// Withdrawals (撤回申请) are decided by as many others as they need, and the last agreement takes the item down.
struct WithdrawalCheck: QueryCheck {
    let key = "withdrawals"
    let name = Phrase(zh: "撤回申请", en: "Withdrawals")
    let table = "withdrawal"
    let queries = [
        FlawQuery(
            zh: "等待决定的撤回申请所指的信息没有在公开",
            en: "a withdrawal waits for its decision, but the item is not public",
            sql: """
                SELECT w.item AS subject FROM withdrawal w JOIN item i ON i.id = w.item
                WHERE w.state = 'open' AND i.state <> 'published' ORDER BY w.item
                """
        ),
        FlawQuery(
            zh: "撤回申请的办结时间与状态不符",
            en: "the time at which a withdrawal was closed does not fit its state",
            sql: """
                SELECT w.item AS subject FROM withdrawal w
                WHERE CASE WHEN w.state = 'open' THEN 0 ELSE 1 END <> CASE WHEN w.closed_at IS NULL THEN 0 ELSE 1 END
                ORDER BY w.item
                """
        ),
        FlawQuery(
            zh: "撤回申请的意见与其结果不符",
            en: "the verdicts on a withdrawal do not make its outcome",
            sql: """
                SELECT d.item AS subject FROM (
                    SELECT w.item, w.state, w.approvals_needed AS needed,
                        (SELECT count(*) FROM withdrawal_verdict v WHERE v.withdrawal = w.id AND v.verdict = 'pass')
                            AS passes,
                        (SELECT count(*) FROM withdrawal_verdict v WHERE v.withdrawal = w.id AND v.verdict = 'send-back')
                            AS refusals,
                        CASE WHEN i.end_ground = 'display-end' THEN 1 ELSE 0 END AS lapsed
                    FROM withdrawal w JOIN item i ON i.id = w.item
                ) d
                WHERE d.state = 'open' AND (d.refusals > 0 OR d.passes >= d.needed)
                    OR d.state = 'done' AND (d.refusals > 0 OR d.passes < d.needed AND d.lapsed = 0)
                    OR d.state = 'refused' AND d.refusals <> 1
                ORDER BY d.item
                """
        ),
        FlawQuery(
            zh: "申请撤回的人自己作了决定",
            en: "whoever asked for a withdrawal decided it",
            sql: """
                SELECT w.item AS subject FROM withdrawal w
                JOIN withdrawal_verdict v ON v.withdrawal = w.id AND v.person = w.asked_by ORDER BY w.item
                """
        ),
    ]
}

/// What an urgent publication owes (欠办) is about its own version, and is settled by the opinion or with the item.
struct DebtCheck: QueryCheck {
    let key = "debts"
    let name = Phrase(zh: "紧急公开欠办", en: "Debts of urgent publications")
    let table = "debt"
    let queries = [
        FlawQuery(
            zh: "欠办的意见所指的版本属于别的信息",
            en: "the opinion that is owed is about another item's version",
            sql: """
                SELECT d.item AS subject FROM debt d LEFT JOIN version v ON v.id = d.version
                WHERE v.item IS NULL OR v.item <> d.item ORDER BY d.item
                """
        ),
        FlawQuery(
            zh: "还欠意见，但信息没有在公开",
            en: "an opinion is still owed, but the item is not public",
            sql: """
                SELECT d.item AS subject FROM debt d JOIN item i ON i.id = d.item
                WHERE d.settled_at IS NULL AND i.state <> 'published' ORDER BY d.item
                """
        ),
        FlawQuery(
            zh: "欠办记录的结果与出具的意见不符",
            en: "the outcome of what was owed is not that of the opinion given",
            sql: """
                SELECT d.item AS subject FROM debt d
                WHERE d.verdict = 'pass' AND d.settled_at IS NULL
                    OR d.verdict IS NOT NULL AND NOT EXISTS (SELECT 1 FROM opinion o
                        WHERE o.version = d.version AND o.kind = d.kind AND o.verdict = d.verdict)
                ORDER BY d.item
                """
        ),
        FlawQuery(
            zh: "口头同意的人没有登记为签发人",
            en: "whoever agreed by word is not recorded as approver of the version",
            sql: """
                SELECT d.item AS subject FROM debt d
                WHERE NOT EXISTS (SELECT 1 FROM hand h
                    WHERE h.version = d.version AND h.person = d.agreed_by AND h.part = 'approver')
                ORDER BY d.item
                """
        ),
    ]
}

/// Channels outside that showed what came down each have a task (下线任务), done with its proof or not done.
struct TakedownCheck: QueryCheck {
    let key = "takedowns"
    let name = Phrase(zh: "其他渠道下线", en: "Takedowns")
    let table = "takedown"
    let queries = [
        FlawQuery(
            zh: "下线记录的日期、凭证、登记人不齐",
            en: "a takedown has not all of its day, its proof and who recorded it",
            sql: """
                SELECT t.item AS subject FROM takedown t
                WHERE NOT (t.done_on IS NULL AND t.evidence IS NULL AND t.recorded_by IS NULL
                    OR t.done_on IS NOT NULL AND t.evidence IS NOT NULL AND t.recorded_by IS NOT NULL)
                ORDER BY t.item
                """
        ),
        FlawQuery(
            zh: "有下线任务，但信息从未停止公开，或渠道属于别的机关",
            en: "there is a takedown, but the item never came down, or the channel is another agency's",
            sql: """
                SELECT t.item AS subject FROM takedown t JOIN item i ON i.id = t.item JOIN channel c ON c.id = t.channel
                WHERE c.agency <> i.agency
                    OR NOT EXISTS (SELECT 1 FROM audit a WHERE a.subject = i.id AND a.act = 'item.withdraw')
                ORDER BY t.item
                """
        ),
        FlawQuery(
            zh: "已停止公开，但其他渠道没有下线任务",
            en: "it came down, but a channel outside that shows it has no task",
            sql: """
                SELECT DISTINCT d.item AS subject FROM delivery d JOIN item i ON i.id = d.item
                JOIN channel c ON c.id = d.channel
                WHERE i.state IN ('withdrawn', 'expired') AND c.is_automatic = 0
                    AND NOT EXISTS (SELECT 1 FROM takedown t WHERE t.item = d.item AND t.channel = d.channel)
                ORDER BY d.item
                """
        ),
    ]
}

/// Whether an item still holds (有效性) agrees with what other items of its agency do to it.
struct RelationCheck: QueryCheck {
    let key = "validity"
    let name = Phrase(zh: "有效性", en: "Validity")
    let table = "item_relation"
    let queries = [
        FlawQuery(
            zh: "被别的信息修改、废止或代替，却标为有效",
            en: "another item changes or repeals it, but it is marked as in force",
            sql: """
                SELECT DISTINCT r.target AS subject FROM item_relation r JOIN item i ON i.id = r.target
                WHERE i.validity = 'in-force' ORDER BY r.target
                """
        ),
        FlawQuery(
            zh: "标为已修改或已废止，但没有相应的信息",
            en: "it is marked as amended or repealed, but by no item",
            sql: """
                SELECT i.id AS subject FROM item i WHERE i.validity IN ('amended', 'repealed')
                AND NOT EXISTS (SELECT 1 FROM item_relation r WHERE r.target = i.id
                    AND CASE WHEN r.kind = 'amends' THEN 'amended' ELSE 'repealed' END = i.validity)
                ORDER BY i.id
                """
        ),
        FlawQuery(
            zh: "由别的机关的信息修改或废止，或者那条信息从未公开",
            en: "what changes it is another agency's item, or was never published",
            sql: """
                SELECT r.target AS subject FROM item_relation r JOIN item i ON i.id = r.target
                JOIN item s ON s.id = r.source WHERE s.agency <> i.agency OR s.leaf_id IS NULL ORDER BY r.target
                """
        ),
    ]
}
