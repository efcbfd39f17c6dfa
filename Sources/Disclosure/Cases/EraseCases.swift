import Civil
import Database

/// Names and words of cases whose time is over are erased; events, dates and outcomes stay for the figures.
///
/// Done twice it finds nothing the second time.
struct EraseCases: Sendable {
    /// In one transaction.
    static let batch = 200

    func work(on night: CivilDate, in app: App) -> JobWork {
        { tx in
            while true {
                let due = try tx.rows(
                    """
                    SELECT id, agency FROM case_file WHERE erase_on <= \(night) ORDER BY erase_on, id LIMIT \(Self.batch)
                    """
                )
                for row in due {
                    try erase(row.id("id"), of: row.id("agency"), tx, app)
                }
                if due.count < Self.batch { return }
            }
        }
    }

    private func erase(_ file: ID<CaseFile>, of agency: ID<Agency>, _ tx: any SQLConnection, _ app: App) throws {
        try tx.send("DELETE FROM case_words WHERE case_file = \(file)")
        try tx.send("DELETE FROM case_attachment WHERE case_file = \(file)")
        try tx.send("UPDATE case_file SET erase_on = NULL, applicant_mark = NULL, mark_key = NULL WHERE id = \(file)")
        try tx.notices.erase(file)
        try tx.cases.endWaiting(file)
        try tx.caseReviews.remove(file)
        try tx.audit.record("case.erase", of: "case", file.text, by: nil, agency: agency, in: app)
    }
}
