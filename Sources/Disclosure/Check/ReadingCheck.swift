import Database
import Text

/// Readings (读数) stand in the place of one of the same figure, and each stands in the audit trail.
struct ReadingCheck: QueryCheck {
    let key = "readings"
    let name = Phrase(zh: "读数台账", en: "Ledger of readings")
    let table = "reading"
    let queries = [
        FlawQuery(
            zh: "更正后的读数与被更正的不是同一机关、同一指标、同一种类",
            en: "it replaces a reading of another agency, figure or kind",
            sql: """
                SELECT r.id AS subject FROM reading r JOIN reading o ON o.id = r.replaces
                WHERE o.agency <> r.agency OR o.key <> r.key OR o.kind <> r.kind ORDER BY r.id
                """
        ),
        FlawQuery(
            zh: "期初累计数不是正好的数",
            en: "an opening balance is not exact",
            sql: "SELECT r.id AS subject FROM reading r WHERE r.kind = 'opening' AND r.relation <> '=' ORDER BY r.id"
        ),
        FlawQuery(
            zh: "审计记录中没有这条读数的登记或更正",
            en: "the audit trail has no line of this reading",
            sql: """
                SELECT r.id AS subject FROM reading r WHERE NOT EXISTS (SELECT 1 FROM audit a WHERE a.subject = r.id
                    AND a.act = CASE WHEN r.replaces IS NULL THEN 'reading.record' ELSE 'reading.correct' END)
                ORDER BY r.id
                """
        ),
    ]
}

/// Remedies (复议、诉讼、举报) are what their last change says, without a gap, and each change stands in the audit trail.
struct RemedyCheck: QueryCheck {
    let key = "remedies"
    let name = Phrase(zh: "复议诉讼举报登记", en: "Register of remedies")
    let table = "remedy"
    let queries = [
        FlawQuery(
            zh: "登记的内容与最后一次改动不符",
            en: "it is not what its last change says",
            sql: """
                SELECT r.id AS subject FROM remedy r WHERE NOT EXISTS (
                    SELECT 1 FROM remedy_change c WHERE c.remedy = r.id AND c.edition = r.edition AND c.kind = r.kind
                        AND c.number = r.number AND c.about = r.about AND c.filed_on = r.filed_on
                        AND c.case_file IS NOT DISTINCT FROM r.case_file AND c.result IS NOT DISTINCT FROM r.result
                        AND c.ended_on IS NOT DISTINCT FROM r.ended_on)
                ORDER BY r.id
                """
        ),
        FlawQuery(
            zh: "改动记录不连续",
            en: "its changes have a gap",
            sql: """
                SELECT r.id AS subject FROM remedy r
                WHERE r.edition <> (SELECT count(*) FROM remedy_change c WHERE c.remedy = r.id) ORDER BY r.id
                """
        ),
        FlawQuery(
            zh: "审计记录中的次数与改动次数不符",
            en: "the audit trail has another number of changes",
            sql: """
                SELECT r.id AS subject FROM remedy r
                WHERE r.edition <> (SELECT count(*) FROM audit a WHERE a.subject = r.id
                    AND a.act IN ('remedy.record', 'remedy.close', 'remedy.correct')) ORDER BY r.id
                """
        ),
        FlawQuery(
            zh: "所指的办件属于其他机关",
            en: "it names a case of another agency",
            sql: """
                SELECT r.id AS subject FROM remedy r JOIN case_file f ON f.id = r.case_file
                WHERE f.agency <> r.agency ORDER BY r.id
                """
        ),
    ]
}
