package import Civil
package import Database
import Text

/// A request that ended in a refusal is looked at again after a year, as information that was classed not open is
/// (条例 art 18): what was a reason then may be none now.
///
/// The outcomes of the procedure say which refusals pass with time (`reassess`); a release in part rests on one of them.
/// The date is written when the case is closed and goes when it is opened again or erased.
package enum CaseReviews {
    static func reminders(on night: CivilDate, in app: App) async throws -> JobWork {
        let due = try await app.database.read { try $0.caseReviews.due(on: night) }
        return { tx in try tx.reminders.replace(.caseReview, with: due) }
    }
}

/// Review dates of refused requests and their assessments in the database.
package struct CaseReviewStore {
    let tx: any SQLConnection

    func insert(_ file: ID<CaseFile>, due: CivilDate) throws {
        try tx.send(
            "INSERT INTO case_review (case_file, due_on) VALUES (\(file), \(due)) ON CONFLICT (case_file) DO NOTHING"
        )
    }

    func put(off file: ID<CaseFile>, to due: CivilDate) throws {
        try tx.send("UPDATE case_review SET due_on = \(due) WHERE case_file = \(file)")
    }

    func remove(_ file: ID<CaseFile>) throws {
        try tx.send("DELETE FROM case_review WHERE case_file = \(file)")
    }

    func due(on day: CivilDate) throws -> [Reminder] {
        try tx.rows(
            """
            SELECT f.agency, v.case_file, v.due_on FROM case_review v JOIN case_file f ON f.id = v.case_file
            WHERE v.due_on <= \(day) AND f.is_open = 0
            """
        ).map { row in
            Reminder(
                agency: try row.id("agency"),
                kind: .caseReview,
                subject: try row.text("case_file"),
                caseFile: try row.id("case_file"),
                since: Instant.start(of: try row.date("due_on"))
            )
        }
    }

    /// When a case is to be assessed again; nil when it did not end in such a refusal, or was found to be open.
    package func date(of file: ID<CaseFile>) throws -> CivilDate? {
        try tx.first("SELECT due_on FROM case_review WHERE case_file = \(file)")?.date("due_on")
    }

    /// The newest first.
    package func assessments(of file: ID<CaseFile>) throws -> [RefusalReview.Assessment] {
        try tx.rows("SELECT * FROM case_assessment WHERE case_file = \(file) ORDER BY at DESC, id DESC").map { row in
            RefusalReview.Assessment(
                outcome: try row.choice("outcome"),
                reason: try row.text("reason"),
                person: try row.id("person"),
                at: try row.instant("at")
            )
        }
    }
}

extension SQLConnection {
    package var caseReviews: CaseReviewStore { CaseReviewStore(tx: self) }
}

/// The disclosure officer looks at a refused request again: it stays so for another year, or what was asked may be opened.
package struct AssessCase: UseCase {
    package var file: ID<CaseFile>
    package var outcome: RefusalReview.Outcome?
    package var reason: String
    package var actor: Actor

    package init(_ file: ID<CaseFile>, outcome: RefusalReview.Outcome?, reason: String, actor: Actor) {
        self.file = file
        self.outcome = outcome
        self.reason = reason
        self.actor = actor
    }

    package func perform(_ tx: any SQLConnection, in app: App) throws -> CaseFile {
        try actor.require(.giveOpinion(.disclosureOffice))
        let file = try tx.cases.require(file, of: actor.agency)
        guard try tx.caseReviews.date(of: file.id) != nil else {
            throw Refusal.wrongState(
                Phrase(zh: "只有不予公开的依申请办件需要再次评估", en: "Only requests that ended in a refusal are assessed again")
            )
        }
        var problems: [FieldProblem] = []
        if outcome == nil {
            problems.append(FieldProblem("outcome", zh: "请选择评估结果", en: "Choose the outcome"))
        }
        if reason.isEmpty || reason.count > 1_000 {
            problems.append(
                FieldProblem("reason", zh: "请写明理由，不超过 1000 字", en: "Say why, in at most 1,000 characters")
            )
        }
        guard let outcome, problems.isEmpty else { throw Refusal.invalid(problems) }
        try tx.send(
            """
            INSERT INTO case_assessment (id, case_file, outcome, reason, person, at)
            VALUES (\(app.newID(RefusalReview.Assessment.self)), \(file.id), \(outcome.rawValue), \(reason),
                \(actor.person), \(app.now()))
            """
        )
        switch outcome {
        case .stillClosed:
            try tx.caseReviews.put(off: file.id, to: app.now().date.adding(months: RefusalReview.months))
        case .open: try tx.caseReviews.remove(file.id)
        }
        try tx.audit.record("case.assess", of: "case", file.id.text, detail: outcome.rawValue, by: actor, in: app)
        return file
    }
}
