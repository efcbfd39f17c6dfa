import Database
import Text

/// Every letter has its leaf, and every number that the ledger took for a letter has its letter.
struct LetterCheck: RecordCheck {
    let key = "letters"
    let name = Phrase(zh: "文书", en: "Letters")

    func count(_ tx: any SQLConnection) throws -> Int { Int(try tx.integer("SELECT count(*) FROM case_letter")) }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        try tx.forEach(
            """
            SELECT c.leaf_id, l.bytes FROM case_letter c LEFT JOIN ledger_leaf l ON l.leaf_id = c.leaf_id ORDER BY c.leaf_id
            """
        ) { row in
            findings.examine()
            let leaf = try row.optionalBytes("bytes").flatMap { try? Leaf(bytes: $0) }
            if leaf?.event != .reserve || leaf?.body == nil {
                findings.add(
                    try row.text("leaf_id"),
                    zh: "文书在公开日志中没有对应的条目",
                    en: "the letter has no leaf in the ledger"
                )
            }
        }
        try tx.forEach(
            """
            SELECT l.leaf_id, l.bytes FROM ledger_leaf l
            WHERE NOT EXISTS (SELECT 1 FROM case_letter c WHERE c.leaf_id = l.leaf_id)
                AND NOT EXISTS (SELECT 1 FROM item i WHERE i.leaf_id = l.leaf_id)
            ORDER BY l.leaf_id
            """
        ) { row in
            guard (try? Leaf(bytes: try row.bytes("bytes")))?.event == .reserve else { return }
            findings.add(try row.text("leaf_id"), zh: "日志中的文书编号没有文书", en: "the ledger has a letter that is not there")
        }
    }
}
