import Database
import Text

/// What is looked after beside cases: a notice that waits has its job, a message that waits is one of the applicant's, and
/// only what is closed is assessed again.
struct WatchCheck: RecordCheck {
    let key = "watched-cases"
    let name = Phrase(zh: "办件提醒", en: "Notices and reviews of cases")

    func count(_ tx: any SQLConnection) throws -> Int {
        Int(try tx.integer("SELECT count(*) FROM case_notice WHERE settled_at IS NULL"))
    }

    func run(_ tx: any SQLConnection, _ findings: inout Findings) throws {
        var waiting: [String] = []
        try tx.forEach(
            "SELECT case_file, place, occasion FROM case_notice WHERE settled_at IS NULL ORDER BY case_file, place"
        ) { row in
            findings.examine()
            waiting.append("\(try row.text("case_file"))/\(try row.int("place"))/\(try row.text("occasion"))")
        }
        for notice in waiting {
            let key = "send-notice/\(notice)"
            guard try !tx.exists("SELECT 1 FROM job WHERE unique_key = \(key)") else { continue }
            findings.add(notice, zh: "邮件提醒等待发送，但没有发送任务", en: "the notice waits to be sent, but no job will send it")
        }
        for query in Self.queries { try query.run(tx, &findings) }
    }

    private static let queries = [
        FlawQuery(
            zh: "待回复的留言不是申请人的留言",
            en: "what waits for an answer is no message of the applicant",
            sql: """
                SELECT m.case_file AS subject FROM case_message_waiting m
                WHERE NOT EXISTS (SELECT 1 FROM case_event e WHERE e.case_file = m.case_file AND e.place = m.place
                    AND e.event = 'message' AND e.performer = 'applicant') ORDER BY m.case_file
                """
        ),
        FlawQuery(
            zh: "还在办理的办件有再次评估日期",
            en: "it is open and yet to be assessed again",
            sql: """
                SELECT v.case_file AS subject FROM case_review v JOIN case_file f ON f.id = v.case_file
                WHERE f.is_open = 1 ORDER BY v.case_file
                """
        ),
    ]
}
