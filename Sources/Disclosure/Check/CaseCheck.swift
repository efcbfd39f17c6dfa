import Database
import Text

/// Every case is where its events say that it is, and words belong to cases.
struct CaseCheck: RecordCheck {
    let key = "cases"
    let name = Phrase(zh: "办件", en: "Cases")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM case_file")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try checkStates(tx, &findings)
        try checkAnswers(tx, &findings)
        try checkWords(tx, &findings)
        try checkRelations(tx, &findings)
    }

    private func checkStates(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT c.id, c.state, c.events, c.is_open, c.outcome,
                (SELECT count(*) FROM case_event e WHERE e.case_file = c.id) AS number,
                (SELECT max(place) FROM case_event e WHERE e.case_file = c.id) AS last_place,
                (SELECT state FROM case_event e WHERE e.case_file = c.id ORDER BY place DESC LIMIT 1) AS last_state
            FROM case_file c ORDER BY c.id
            """
        ) { row in
            findings.examine()
            let id = try row.text("id")
            let number = try row.int("number")
            if try number != row.int("events") || number != row.optionalInt("last_place") ?? 0 {
                findings.add(
                    id,
                    zh: "经过记录的数目不对，有遗漏或者多余",
                    en: "the number of its events is wrong: some are missing, or too many"
                )
            }
            if try row.optionalText("last_state") != row.text("state") {
                findings.add(id, zh: "状态与最后一条经过不符", en: "its state is not that of its last event")
            }
            if try row.int("is_open") == 1 && row.optionalText("outcome") != nil {
                findings.add(id, zh: "还没有办结就有办理结果", en: "it has an outcome, but is open")
            }
        }
    }

    private func checkAnswers(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT case_file, answers, count(*) AS number, min(place) AS place FROM case_event
            WHERE answers IS NOT NULL GROUP BY case_file, answers HAVING count(*) > 1 OR min(place) <= answers
            ORDER BY case_file, answers
            """
        ) { row in
            findings.add(
                try row.text("case_file"),
                zh: "同一事项被答复两次，或者答复在先",
                en: "something in it was answered twice, or before it was asked"
            )
        }
    }

    private func checkWords(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT c.id FROM case_file c
            WHERE c.erase_on IS NULL AND c.closed_on IS NULL
                AND NOT EXISTS (SELECT 1 FROM case_words w WHERE w.case_file = c.id AND w.part = 'content')
            ORDER BY c.id
            """
        ) { row in
            findings.add(
                try row.text("id"),
                zh: "还在办理，内容却没有了",
                en: "it is open, but what was asked is gone"
            )
        }
    }

    /// Only cases of one agency and kind belong together, and who is led leads nobody.
    private func checkRelations(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT r.case_file, c.agency AS agency, m.agency AS main_agency, c.kind AS kind, m.kind AS main_kind,
                EXISTS (SELECT 1 FROM case_relation o WHERE o.case_file = r.main AND o.kind = r.kind
                    AND r.kind = 'merged') AS is_led
            FROM case_relation r JOIN case_file c ON c.id = r.case_file JOIN case_file m ON m.id = r.main
            ORDER BY r.case_file, r.kind
            """
        ) { row in
            let id = try row.text("case_file")
            if try row.text("agency") != row.text("main_agency") || row.text("kind") != row.text("main_kind") {
                findings.add(id, zh: "与另一机关或另一种类的办件相连", en: "it belongs to a case of another agency or kind")
            }
            if try row.bool("is_led") {
                findings.add(id, zh: "并入的办件自己也并入了别的办件", en: "it goes with a case that goes with another itself")
            }
        }
    }
}
